import type { Finding } from '../../finding';
import type { Certificate, PublicKey } from '../certificate';
import { displayNameOf } from '../displayName';
import { fault, weighing, type Check, type Judged } from './judged';

/** Since then new RSA keys must exceed 3000 bits (PKIoverheid, Migratie G3 en G1 private naar G4). */
const largerKeysSince = Date.UTC(2026, 0, 1);

/** Bits below which a key is insufficient, and below which it has to be phased out (NCSC 2025-05). */
const limits = {
	rsa: { insufficient: 2048, phaseOut: 3072 },
	curve: { insufficient: 224, phaseOut: 256 },
} as const;

function limitsOf({ type }: PublicKey): (typeof limits)[keyof typeof limits] | undefined {
	switch (type) {
		case 'rsa':
		case 'rsa-pss':
		case 'dsa':
			return limits.rsa;
		case 'ec':
		case 'ed25519':
		case 'ed448':
			return limits.curve;
		case 'unknown':
			return undefined;
	}
}

export const keySize: Check = ({ certificate: { key, notBefore } }) => {
	const limit = limitsOf(key);
	if (limit === undefined) {
		return [];
	}
	const { bits } = key;
	if (bits < limit.insufficient) {
		return [
			fault('certificate.key-too-small', { bits, minimum: limit.insufficient, reason: 'insufficient' }),
		];
	}
	if (limit === limits.rsa && bits < 3000 && notBefore.getTime() >= largerKeysSince) {
		return [fault('certificate.key-too-small', { bits, minimum: 3000, reason: 'since-2026' })];
	}
	return bits < limit.phaseOut ? [fault('certificate.key-phase-out', { key: keyName(key) })] : [];
};

export const keyType: Check = ({ certificate: { key } }) =>
	key.type === 'rsa' ? [] : [fault('certificate.key-type', { key: keyName(key) })];

/** `RSA 2048`, `P-256`: how people call a key. */
export function keyName(key: PublicKey): string {
	switch (key.type) {
		case 'ec':
			return key.curve;
		case 'ed25519':
			return 'Ed25519';
		case 'ed448':
			return 'Ed448';
		case 'unknown':
			return key.oid;
		default:
			return `${key.type.toUpperCase()} ${key.bits}`;
	}
}

const brokenHashes: ReadonlySet<string> = new Set(['md2', 'md5', 'sha1']);

/** The signature of a root on itself proves nothing, so it may be weak. */
export const weakSignature: Check = ({ certificate, chain, selfSigned }: Judged) => {
	const issuers = chain.steps.slice(1).map((step) => step.certificate);
	const signed = chain.end.state === 'root' ? issuers.slice(0, -1) : issuers;
	return [
		...(selfSigned ? [] : weakness(certificate, '')),
		...signed.flatMap((authority) => weakness(authority, displayNameOf(authority.subject))),
	];
};

function weakness({ signature: { hash } }: Certificate, authority: string): readonly Finding[] {
	if (hash === null || !(brokenHashes.has(hash) || hash === 'sha224')) {
		return [];
	}
	const finding = fault('certificate.weak-signature', {
		hash: hash.replace(/^sha/, 'SHA-').replace(/^md/, 'MD'),
		authority,
	});
	return [brokenHashes.has(hash) ? finding : weighing('warning', finding)];
}
