import { parsePartyId } from '../partyId';
import type { CpaPartyId } from './agreement';

/**
 * The PartyId that a party goes by: the first that is an OIN or HRN, as Digikoppeling wants (Koppelvlakstandaard ebMS2 ch. 5, EB014), else the
 * first. `undefined` when it has none.
 */
export function mainPartyId({
	partyIds,
}: {
	readonly partyIds: readonly CpaPartyId[];
}): CpaPartyId | undefined {
	return partyIds.find(({ value }) => parsePartyId(value.trim()).kind === 'oin') ?? partyIds[0];
}
