import type { Finding } from '../../finding';
import type { Oin } from '../../identifiers/oin';
import { fault, weighing, type Check, type Judged } from './judged';

export const oinForm: Check = ({ oin }) => {
	if (oin === null) {
		return [fault('certificate.oin-missing', {})];
	}
	const { value, parsed } = oin;
	if (parsed.kind === 'oin') {
		return remarks(parsed);
	}
	return parsed.reason === 'number'
		? [fault('certificate.oin-number', { value, number: value.slice(8, 17) })]
		: [fault('certificate.oin-malformed', { value, reason: parsed.reason })];
};

function remarks(oin: Oin): readonly Finding[] {
	const { value, number, suffix } = oin;
	return [
		...unknownPrefix(oin),
		...(oin.remarks.includes('check-digit') ? [fault('certificate.oin-check-digit', { value })] : []),
		...(/\D/.test(number) ? [fault('certificate.oin-number', { value, number })] : []),
		...(oin.remarks.includes('suffix-not-zero') ? [fault('certificate.oin-suffix', { value, suffix })] : []),
	];
}

/** Prefixes that are in the table of registers but not, or not yet, in use. */
const doubtfulPrefixes: ReadonlyMap<string, 'free' | 'planned'> = new Map([
	['00000005', 'free'],
	['00000011', 'planned'],
]);

function unknownPrefix({ prefix, remarks: found }: Oin): readonly Finding[] {
	const status = doubtfulPrefixes.get(prefix);
	if (status !== undefined) {
		return [fault('certificate.oin-unknown-prefix', { prefix, status })];
	}
	return found.includes('prefix-unassigned')
		? [weighing('error', fault('certificate.oin-unknown-prefix', { prefix, status: 'unassigned' }))]
		: [];
}

export const oinMismatch: Check = ({ oin, expectedOin }) =>
	oin?.parsed.kind === 'oin' && expectedOin !== null && oin.value !== expectedOin
		? [fault('certificate.oin-mismatch', { value: oin.value, expected: expectedOin })]
		: [];

/** Whether the OIN and the hierarchy are both real or both for tests. */
export const oinEnvironment: Check = ({ oin, hierarchy }: Judged) => {
	if (oin?.parsed.kind !== 'oin') {
		return [];
	}
	const { value, register } = oin.parsed;
	if (register !== 'test') {
		return hierarchy === 'TRIAL' ? [fault('certificate.production-in-test', { value })] : [];
	}
	return hierarchy === 'TRIAL' || hierarchy === 'unknown'
		? [fault('certificate.oin-test', { value })]
		: [fault('certificate.test-in-production', { value })];
};
