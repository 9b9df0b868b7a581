import { checkBsn, type BsnVerdict } from './bsn';

/**
 * Judges an RSIN (Rechtspersonen en Samenwerkingsverbanden Informatienummer): the same nine digits and the same 11-proef
 * as a BSN.
 */
export function checkRsin(value: string): BsnVerdict {
	return checkBsn(value);
}
