import { passesElfproef } from './elfproef';

/**
 * What a text is worth as a BSN.
 * - `zero`: nine zeros, which pass the 11-proef but belong to nobody.
 * - `leading-zero-lost`: eight digits that are a BSN once a zero stands before them, as happens in a column of numbers.
 * - `not-nine-digits`: something else altogether.
 */
export type BsnVerdict = 'valid' | 'zero' | 'check-digit' | 'leading-zero-lost' | 'not-nine-digits';

/** Judges a BSN (burgerservicenummer). Blanks around it are not part of a BSN: trim first. */
export function checkBsn(value: string): BsnVerdict {
	if (/^\d{8}$/.test(value)) {
		return value !== '00000000' && passesElfproef(`0${value}`) ? 'leading-zero-lost' : 'not-nine-digits';
	}
	if (!/^\d{9}$/.test(value)) {
		return 'not-nine-digits';
	}
	if (value === '000000000') {
		return 'zero';
	}
	return passesElfproef(value) ? 'valid' : 'check-digit';
}
