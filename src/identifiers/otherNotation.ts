import { parseStufTime } from './stufTime';

/** A date as XML Schema writes it, or with slashes or dots; and a time behind it, without zone. */
const yearFirst =
	/^(?<year>\d{4})(?<mark>[-/.])(?<month>\d\d?)\k<mark>(?<day>\d\d?)(?:[T ](?<time>\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?))?$/i;

/** A date as it is written in the Netherlands. Not with slashes: then it may be an American one. */
const dayFirst =
	/^(?<day>\d\d?)(?<mark>[-.])(?<month>\d\d?)\k<mark>(?<year>\d{4})(?: (?<time>\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?))?$/;

/** Digits with a `T` between date and time, the short form of ISO 8601. */
const shortIso = /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)[T ](?<time>\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?)$/i;

/**
 * The digits that StUF writes for a date or time in another notation: 8, 12, 14 or 17 of them.
 *
 * @returns `undefined` when it is something else, or a day or time that does not exist.
 */
export function toStufDigits(text: string): string | undefined {
	const { year, month, day, time } =
		[yearFirst, dayFirst, shortIso].map((pattern) => pattern.exec(text)?.groups).find(Boolean) ?? {};
	if (year === undefined || month === undefined || day === undefined) {
		return undefined;
	}
	const [clock = '', fraction] = (time ?? '').replaceAll(':', '').split(/[.,]/);
	const milliseconds = fraction === undefined ? '' : fraction.slice(0, 3).padEnd(3, '0');
	const digits = year + month.padStart(2, '0') + day.padStart(2, '0') + clock + milliseconds;
	return parseStufTime(digits).kind === 'moment' ? digits : undefined;
}
