import { parsePartyId } from '../../partyId';
import type { Cpa, CpaParty } from '../agreement';
import { oinOfParty } from '../summary';

/**
 * Finds the party of a CPA that answers to a PartyId: exactly, else by its OIN whatever the suffix of a test environment.
 *
 * @param partyId A PartyId, an OIN or an HRN; `null` finds nothing.
 * @returns `undefined` when no party does, or more than one.
 */
export function findOwnParty(
	{ parties }: Pick<Cpa, 'parties'>,
	partyId: string | null,
): CpaParty | undefined {
	if (partyId === null) {
		return undefined;
	}
	const exact = parties.filter(({ partyIds }) => partyIds.some(({ value }) => value === partyId));
	const oin = parsePartyId(partyId);
	const similar =
		exact.length > 0 || oin.kind !== 'oin'
			? exact
			: parties.filter((party) => oinOfParty(party) === oin.value);
	return similar.length === 1 ? similar[0] : undefined;
}
