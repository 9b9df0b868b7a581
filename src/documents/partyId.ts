import { parseOin, type ParsedOin } from '../identifiers/oin';

/** The type that says that a PartyId is an OIN (Digikoppeling KS ch. 5, EB014). */
export const oinType = 'urn:osb:oin';

/** Digikoppeling KS ch. 5 EB004: `_O`, `_T`, `_A` or a combination such as `_OTA` behind the PartyId of a test party. */
const suffix = /_[OTA]{1,3}$/;

/** Reads the OIN (or HRN) in a PartyId, which may have the suffix of a test environment. */
export function parsePartyId(value: string): ParsedOin {
	return parseOin(value.replace(suffix, ''));
}
