import type { Phrase } from '../phrase';
import type { CalendarChoice } from '../situation';
import { dayNumberOf, weekdayOf, type DayNumber } from './isoDate';

/** A day that people in the Netherlands have off. */
export interface Holiday {
	readonly day: DayNumber;
	readonly name: Phrase;
}

const sunday = 0;

/**
 * The Dutch public holidays of a year, by date.
 *
 * Easter Sunday and Whit Sunday are not listed: they are Sundays. Koningsdag is 27 April, and the day before when that is a
 * Sunday.
 *
 * @param choice Whether 5 May and Good Friday count; collective agreements differ.
 */
export function holidaysOf(year: number, choice: CalendarChoice): readonly Holiday[] {
	const on = (monthAndDay: string): DayNumber =>
		dayNumberOf(`${String(year).padStart(4, '0')}-${monthAndDay}`);
	const easter = easterSunday(year);
	const koningsdag = on('04-27');
	return [
		{ day: on('01-01'), name: (t) => t("New Year's Day") },
		...(choice.goodFriday ? [{ day: easter - 2, name: goodFriday }] : []),
		{ day: easter + 1, name: (t) => t('Easter Monday') },
		{
			day: weekdayOf(koningsdag) === sunday ? koningsdag - 1 : koningsdag,
			name: (t) => t("King's Day"),
		},
		...(isLiberationDayOff(year, choice) ? [{ day: on('05-05'), name: liberationDay }] : []),
		{ day: easter + 39, name: (t) => t('Ascension Day') },
		{ day: easter + 50, name: (t) => t('Whit Monday') },
		{ day: on('12-25'), name: (t) => t('Christmas Day') },
		{ day: on('12-26'), name: (t) => t('Boxing Day') },
	];
}

const goodFriday: Phrase = (t) => t('Good Friday');
const liberationDay: Phrase = (t) => t('Liberation Day');

function isLiberationDayOff(year: number, { liberationDay: choice }: CalendarChoice): boolean {
	return choice === 'always' || (choice === 'lustrum' && year % 5 === 0);
}

/** The Gregorian calendar's Easter Sunday, by the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): DayNumber {
	const golden = year % 19;
	const century = Math.floor(year / 100);
	const yearInCentury = year % 100;
	const leapCenturies = Math.floor(century / 4);
	const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
	const epact = (19 * golden + century - leapCenturies - correction + 15) % 30;
	const toSunday =
		(32 + 2 * (century % 4) + 2 * Math.floor(yearInCentury / 4) - epact - (yearInCentury % 4)) % 7;
	const shift = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
	const days = epact + toSunday - 7 * shift + 114;
	const month = String(Math.floor(days / 31)).padStart(2, '0');
	const date = String((days % 31) + 1).padStart(2, '0');
	return dayNumberOf(`${String(year).padStart(4, '0')}-${month}-${date}`);
}
