/** A day, written YYYY-MM-DD. It has no time and no zone. */
export type IsoDate = string;

/** A day as a number, counted from 1 January 1970: 0. */
export type DayNumber = number;

const millisecondsPerDay = 86_400_000;

/**
 * Takes a day from a text.
 *
 * @returns Undefined when the text is not YYYY-MM-DD, or the day does not exist (29 February 2027).
 */
export function parseIsoDate(text: string): IsoDate | undefined {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	return match !== null && isoDateOf(dayNumberOf(text)) === text ? text : undefined;
}

/** @param date An existing day. */
export function dayNumberOf(date: IsoDate): DayNumber {
	return Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;
}

export function isoDateOf(day: DayNumber): IsoDate {
	const date = new Date(day * millisecondsPerDay);
	return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: DayNumber): number {
	return (((day + 4) % 7) + 7) % 7;
}

export function yearOf(day: DayNumber): number {
	return Number(isoDateOf(day).slice(0, 4));
}
