import type { Finding } from '../../../finding';
import { oinType, parsePartyId } from '../../partyId';
import type { CpaPartyId, Placed } from '../agreement';
import { cpaFinding } from '../texts';
import { isToBeFilledIn, type CpaRule } from './cpaRule';

export const partyIds: CpaRule = ({ cpa: { parties } }) =>
	parties.flatMap((party) => [...party.partyIds.flatMap(checkPartyId), ...typesDiffer(party.partyIds)]);

/** Two parties with one PartyId; told at the second. More than two are the schema's finding. */
export const distinctParties: CpaRule = ({ cpa: { parties } }) => {
	const [first, second, third] = parties;
	const ids = third === undefined ? (second?.partyIds ?? []) : [];
	return ids.flatMap((partyId) => {
		const value = partyId.value.trim();
		const same = first?.partyIds.find((one) => one.value.trim() === value && typeOf(one) === typeOf(partyId));
		return same === undefined || value === '' || isToBeFilledIn(value)
			? []
			: [cpaFinding('cpa.party-same', partyId.span, { value }, [{ span: same.span }])];
	});
};

function typeOf({ type }: CpaPartyId): string {
	return type?.value ?? '';
}

/** Several PartyIds are one party under several schemes. */
function typesDiffer(ids: readonly CpaPartyId[]): readonly Finding[] {
	const firsts = new Map<string, Placed>();
	return ids.flatMap(({ type }) => {
		if (type === null || type.value === '' || isToBeFilledIn(type.value)) {
			return [];
		}
		const first = firsts.get(type.value);
		firsts.set(type.value, first ?? type);
		return first === undefined
			? []
			: [cpaFinding('cpa.party-type-twice', type.span, { type: type.value }, [{ span: first.span }])];
	});
}

function checkPartyId(partyId: CpaPartyId): readonly Finding[] {
	const { value, type, span, nameSpan } = partyId;
	// An empty PartyId is the schema's finding.
	if (value.trim() === '' || isToBeFilledIn(value.trim()) || isToBeFilledIn(type?.value ?? '')) {
		return [];
	}
	if (type === null || type.value === '') {
		return [cpaFinding('cpa.party-type-missing', type?.span ?? nameSpan, { value })];
	}
	const oin = parsePartyId(value);
	if (type.value !== oinType) {
		return oin.kind === 'oin' && oin.register !== 'unassigned'
			? [cpaFinding('cpa.party-type', type.span, { found: type.value })]
			: [];
	}
	if (oin.kind === 'not-an-oin') {
		return [cpaFinding('cpa.party-id', span, { value, reason: oin.reason })];
	}
	// Logius' own OIN does not end in zeros.
	const reason = oin.remarks.find((remark) => remark !== 'suffix-not-zero');
	return reason === undefined ? [] : [cpaFinding('cpa.party-id-doubtful', span, { value, reason })];
}
