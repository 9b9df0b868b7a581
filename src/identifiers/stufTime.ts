/** The part of a moment that cannot be. */
export type MomentPart = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

/**
 * A date or time as StUF writes it: EEJJMMDDhhmmssddd, Dutch local time (summer time included), of which digits at the
 * end may be missing.
 */
export interface StufMoment {
	readonly kind: 'moment';
	/** The digits that are known: 0 (nothing), 4, 6, 8, 10, 12 or 14 to 17. */
	readonly digits: string;
}

/**
 * What a text is worth as a StUF date or time.
 * - `zone`: carries a zone (`Z`, `+01:00`), which StUF cannot express.
 * - `length`: digits only, but not as many as the standard allows.
 * - `notation`: a number with a sign, a leading zero too many or a decimal point, that the XSD takes for a date.
 * - `impossible`: no such day or time exists.
 * - `not-digits`: something else altogether.
 */
export type ParsedStufTime =
	| StufMoment
	| { readonly kind: 'zone'; readonly zone: string }
	| { readonly kind: 'length'; readonly length: number }
	| { readonly kind: 'notation' }
	| { readonly kind: 'impossible'; readonly part: MomentPart }
	| { readonly kind: 'not-digits' };

/** StUF 03.01 §3.3.1: 9, 7, 5, 3, 2 or 1 digits may be dropped at the end. The XSD also accepts 9, 11 and 13. */
const timeLengths: ReadonlySet<number> = new Set([8, 10, 12, 14, 15, 16, 17]);

/** Digits, or a date (and time) as XML Schema writes it, with `Z` or an offset behind it. */
const zonePattern =
	/^(?:\d{8,17}(?:\.\d+)?|\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?)(Z|[+-]\d\d(?::?\d\d)?)$/i;

/** Reads a value of the StUF type Tijdstip. */
export function parseStufTime(text: string): ParsedStufTime {
	if (/^\d+$/.test(text)) {
		return timeLengths.has(text.length) ? existing(text) : { kind: 'length', length: text.length };
	}
	return zoneIn(text) ?? { kind: 'not-digits' };
}

/** Reads a value of the StUF type Datum, which is a decimal to the XSD: a sign and a fraction of zeros pass there. */
export function parseStufDate(text: string): ParsedStufTime {
	if (/^\d{8}$/.test(text)) {
		return existing(text);
	}
	const zone = zoneIn(text);
	if (zone !== undefined) {
		return zone;
	}
	if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) {
		return /^[1-9]\d*$/.test(text) ? { kind: 'length', length: text.length } : { kind: 'notation' };
	}
	return { kind: 'not-digits' };
}

function zoneIn(text: string): ParsedStufTime | undefined {
	const zone = zonePattern.exec(text)?.[1];
	return zone === undefined ? undefined : { kind: 'zone', zone };
}

/** The values of `StUF:indOnvolledigeDatum` (StUF 03.01 §3.3.1) and the digits that are known with each. */
const knownDigits: ReadonlyMap<string, number> = new Map([
	['D', 6],
	['M', 4],
	['J', 0],
]);

/**
 * Leaves of a moment what is known.
 *
 * @param indicator The value of `StUF:indOnvolledigeDatum`: D (day unknown), M (month unknown), J (year unknown) or
 * V (complete), which is also the default.
 */
export function knownPart(moment: StufMoment, indicator: string | undefined): StufMoment {
	const digits = indicator === undefined ? undefined : knownDigits.get(indicator);
	return digits === undefined ? moment : { kind: 'moment', digits: moment.digits.slice(0, digits) };
}

/** Whether one moment lies before another for certain: compared as far as both are known. */
export function isBefore(one: StufMoment, other: StufMoment): boolean {
	const length = Math.min(one.digits.length, other.digits.length);
	return one.digits.slice(0, length) < other.digits.slice(0, length);
}

function existing(digits: string): ParsedStufTime {
	const part = impossiblePart(digits);
	return part === undefined ? { kind: 'moment', digits } : { kind: 'impossible', part };
}

function impossiblePart(digits: string): MomentPart | undefined {
	const year = numberIn(digits, 0, 4);
	const month = numberIn(digits, 4, 6);
	const day = numberIn(digits, 6, 8);
	if (year === 0) {
		return 'year';
	}
	if (month < 1 || month > 12) {
		return 'month';
	}
	if (day < 1 || day > daysIn(year, month)) {
		return 'day';
	}
	if (numberIn(digits, 8, 10) > 23) {
		return 'hour';
	}
	if (numberIn(digits, 10, 12) > 59) {
		return 'minute';
	}
	return numberIn(digits, 12, 14) > 59 ? 'second' : undefined;
}

const zero = 0x30;

/** The number that some of the digits make; what is left out reads as 0. */
function numberIn(digits: string, start: number, end: number): number {
	let number = 0;
	for (let index = start; index < end && index < digits.length; index++) {
		number = number * 10 + digits.charCodeAt(index) - zero;
	}
	return number;
}

function daysIn(year: number, month: number): number {
	if (month === 2) {
		return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
	}
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
