import type { CalendarChoice } from '../situation';
import { holidaysOf } from './holidays';
import { weekdayOf, yearOf, type DayNumber } from './isoDate';

/** The working days of one calendar: Monday to Friday without public holidays. */
export interface WorkCalendar {
	readonly isWorkingDay: (day: DayNumber) => boolean;
	/** The day itself when it is a working day, else the first one after it. */
	readonly onOrAfter: (day: DayNumber) => DayNumber;
	/** The day itself when it is a working day, else the last one before it. */
	readonly onOrBefore: (day: DayNumber) => DayNumber;
	/**
	 * Counts on, or back when `count` is negative.
	 *
	 * @param day A working day.
	 */
	readonly add: (day: DayNumber, count: number) => DayNumber;
	/** How many working days lie after `from`, up to and including `to`; negative when `to` comes first. */
	readonly between: (from: DayNumber, to: DayNumber) => number;
}

export function createWorkCalendar(choice: CalendarChoice): WorkCalendar {
	const daysOffByYear = new Map<number, ReadonlySet<DayNumber>>();

	function daysOff(year: number): ReadonlySet<DayNumber> {
		const known = daysOffByYear.get(year) ?? new Set(holidaysOf(year, choice).map(({ day }) => day));
		daysOffByYear.set(year, known);
		return known;
	}

	function isWorkingDay(day: DayNumber): boolean {
		const weekday = weekdayOf(day);
		return weekday !== 0 && weekday !== 6 && !daysOff(yearOf(day)).has(day);
	}

	function nearest(day: DayNumber, direction: 1 | -1): DayNumber {
		let found = day;
		while (!isWorkingDay(found)) {
			found += direction;
		}
		return found;
	}

	function add(day: DayNumber, count: number): DayNumber {
		const direction = count < 0 ? -1 : 1;
		let found = day;
		for (let left = Math.abs(count); left > 0; left--) {
			found = nearest(found + direction, direction);
		}
		return found;
	}

	function between(from: DayNumber, to: DayNumber): number {
		if (to < from) {
			return -between(to, from);
		}
		let count = 0;
		for (let day = from + 1; day <= to; day++) {
			count += isWorkingDay(day) ? 1 : 0;
		}
		return count;
	}

	return {
		isWorkingDay,
		onOrAfter: (day) => nearest(day, 1),
		onOrBefore: (day) => nearest(day, -1),
		add,
		between,
	};
}
