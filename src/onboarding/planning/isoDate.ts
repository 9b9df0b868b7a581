/** A day, written YYYY-MM-DD. It has no time and no zone. */
export type IsoDate = string;

/** A day as a number, counted from 1 January 1970: 0. */
export type DayNumber = number;

const millisecondsPerDay = 86_400_000;

/** The years that a day can be given in: others are slips of the keyboard, and there are no four digits to write what follows 9999. */
const firstYear = 2000;
const lastYear = 2199;

/**
 * Takes a day from a text.
 *
 * @returns Undefined when the text is not YYYY-MM-DD, the day does not exist (29 February 2027), or its year is not from 2000 to 2199.
 */
export function parseIsoDate(text: string): IsoDate | undefined {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	const year = Number(match?.[1]);
	return year >= firstYear && year <= lastYear && isoDateOf(dayNumberOf(text)) === text ? text : undefined;
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
