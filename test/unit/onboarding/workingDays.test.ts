import assert from 'node:assert/strict';
import { easterSunday, holidaysOf } from '../../../src/onboarding/planning/holidays';
import { dayNumberOf, isoDateOf, parseIsoDate, weekdayOf } from '../../../src/onboarding/planning/isoDate';
import { createWorkCalendar } from '../../../src/onboarding/planning/workingDays';
import { defaultCalendar } from '../../../src/onboarding/situation';
import { dutch, english } from './given';

describe('A day', () => {
	for (const text of ['2027-01-04', '2028-02-29', '2000-01-01', '2199-12-31']) {
		it(`is ${text}, and comes back from its number`, () => {
			assert.equal(parseIsoDate(text), text);
			assert.equal(isoDateOf(dayNumberOf(text)), text);
		});
	}

	for (const text of [
		'2027-02-29',
		'2027-13-01',
		'2027-00-10',
		'2027-1-4',
		'27-01-04',
		'1999-12-31',
		'2200-01-01',
		'9999-12-31',
		'0000-01-01',
		'2027-01-04T00:00',
		' 2027-01-04',
		'',
	]) {
		it(`is not "${text}"`, () => {
			assert.equal(parseIsoDate(text), undefined);
		});
	}

	it('has a weekday, also before 1970', () => {
		assert.deepEqual(
			['2027-01-04', '2027-01-03', '1969-12-31', '1970-01-01'].map((date) => weekdayOf(dayNumberOf(date))),
			[1, 0, 3, 4],
		);
	});
});

describe('Dutch public holidays', () => {
	const easters = [
		'2000-04-23',
		'2008-03-23',
		'2011-04-24',
		'2024-03-31',
		'2025-04-20',
		'2026-04-05',
		'2027-03-28',
		'2028-04-16',
		'2029-04-01',
		'2030-04-21',
		'2038-04-25',
	];

	for (const easter of easters) {
		it(`have Easter Sunday on ${easter}`, () => {
			assert.equal(isoDateOf(easterSunday(Number(easter.slice(0, 4)))), easter);
		});
	}

	it('are these in 2027', () => {
		assert.deepEqual(
			holidaysOf(2027, defaultCalendar).map(({ day, name }) => [isoDateOf(day), name(english), name(dutch)]),
			[
				['2027-01-01', "New Year's Day", 'nieuwjaarsdag'],
				['2027-03-29', 'Easter Monday', 'tweede paasdag'],
				['2027-04-27', "King's Day", 'Koningsdag'],
				['2027-05-06', 'Ascension Day', 'hemelvaartsdag'],
				['2027-05-17', 'Whit Monday', 'tweede pinksterdag'],
				['2027-12-25', 'Christmas Day', 'eerste kerstdag'],
				['2027-12-26', 'Boxing Day', 'tweede kerstdag'],
			],
		);
	});

	it('have Koningsdag a day earlier when 27 April is a Sunday', () => {
		const koningsdag = (year: number): string | undefined =>
			holidaysOf(year, defaultCalendar)
				.filter(({ name }) => name(english) === "King's Day")
				.map(({ day }) => isoDateOf(day))[0];
		assert.deepEqual([2025, 2026, 2031].map(koningsdag), ['2025-04-26', '2026-04-27', '2031-04-26']);
	});

	const choices = [
		['always', [2020, 2025, 2026, 2027]],
		['lustrum', [2020, 2025]],
		['never', []],
	] as const;

	for (const [liberationDay, years] of choices) {
		it(`have 5 May off ${liberationDay}: ${years.join(', ') || 'no year'}`, () => {
			const calendar = createWorkCalendar({ liberationDay, goodFriday: false });
			assert.deepEqual(
				[2020, 2025, 2026, 2027].filter((year) => !calendar.isWorkingDay(dayNumberOf(`${year}-05-05`))),
				years,
			);
		});
	}

	it('have Good Friday when it is chosen', () => {
		const goodFriday = dayNumberOf('2027-03-26');
		assert.equal(createWorkCalendar(defaultCalendar).isWorkingDay(goodFriday), true);
		assert.equal(
			createWorkCalendar({ ...defaultCalendar, goodFriday: true }).isWorkingDay(goodFriday),
			false,
		);
	});
});

describe('Working days', () => {
	const calendar = createWorkCalendar(defaultCalendar);

	/** From a working day, a number of working days on or back. Worked out by hand on a paper calendar. */
	const counts: readonly (readonly [string, string, number, string])[] = [
		['over a weekend', '2027-01-08', 1, '2027-01-11'],
		['over Christmas on a weekend', '2027-12-24', 1, '2027-12-27'],
		['over Christmas on Friday and Saturday', '2026-12-24', 1, '2026-12-28'],
		['over Christmas and New Year', '2025-12-23', 5, '2026-01-02'],
		['over Easter', '2027-03-26', 1, '2027-03-30'],
		['over Koningsdag', '2027-04-26', 1, '2027-04-28'],
		['over Koningsdag moved to Saturday', '2025-04-25', 1, '2025-04-28'],
		['over Ascension Day', '2027-05-05', 1, '2027-05-07'],
		['over Whit Monday', '2027-05-14', 1, '2027-05-18'],
		['back over Whit Monday', '2027-05-18', -1, '2027-05-14'],
		['back over New Year and Christmas', '2026-01-02', -5, '2025-12-23'],
		['nowhere', '2027-05-18', 0, '2027-05-18'],
	];

	for (const [name, from, count, to] of counts) {
		it(`go ${name}: ${count} from ${from} is ${to}`, () => {
			assert.equal(isoDateOf(calendar.add(dayNumberOf(from), count)), to);
			assert.equal(calendar.between(dayNumberOf(from), dayNumberOf(to)), count);
		});
	}

	it('move a day off to the next or the last working day', () => {
		const easterMonday = dayNumberOf('2027-03-29');
		assert.deepEqual([calendar.onOrAfter(easterMonday), calendar.onOrBefore(easterMonday)].map(isoDateOf), [
			'2027-03-30',
			'2027-03-26',
		]);
	});
});
