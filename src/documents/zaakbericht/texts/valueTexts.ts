import type { FindingTexts } from '../../../finding';
import type { MomentPart } from '../../../identifiers/stufTime';
import { quote } from '../../../schema/quote';
import type { Translate } from '../../../text';

/** The numbers that take the 11-proef. */
export type ElfproefNumber = 'BSN' | 'RSIN';

/** What can be wrong with single values. A BSN is no data of a finding: findings end up in logs. */
export interface ValueFindings {
	'zaakbericht.bsn-check-digit': {
		readonly number: ElfproefNumber;
		readonly fault: 'check-digit' | 'leading-zero-lost';
	};
	'zaakbericht.bsn-zero': { readonly number: ElfproefNumber };
	'zaakbericht.date-impossible': {
		readonly value: string;
		readonly fault: 'length' | 'notation' | 'not-digits' | MomentPart;
		/** What StUF writes for a date in another notation; `''` when it cannot be told. */
		readonly meant: string;
	};
	'zaakbericht.time-length': { readonly length: number };
	'zaakbericht.time-impossible': {
		readonly value: string;
		readonly fault: 'not-digits' | MomentPart;
		/** What StUF writes for a time in another notation; `''` when it cannot be told. */
		readonly meant: string;
	};
	'zaakbericht.time-zone': {
		readonly value: string;
		readonly zone: string;
		/** The same moment as StUF writes it, in Dutch local time; `''` when it cannot be told. */
		readonly local: string;
	};
	'zaakbericht.nil-without-novalue': { readonly element: string };
	'zaakbericht.novalue-with-value': { readonly element: string; readonly noValue: string };
	'zaakbericht.surrounding-whitespace': { readonly element: string };
}

const stufTimes = 'StUF 03.01 §3.3.1';
const stufNoValue = 'StUF 03.01 §3.4';

export const valueTexts: FindingTexts<ValueFindings> = {
	'zaakbericht.bsn-check-digit': {
		severity: 'error',
		problem: ({ number, fault }, t) =>
			fault === 'check-digit'
				? t('This {0} fails the 11-proef, so it does not exist.', number)
				: t('This {0} has eight digits: the zero in front of it got lost.', number),
		cure: ({ number, fault }, t) =>
			fault === 'leading-zero-lost'
				? t('Put a 0 in front of it, and keep it as text instead of a number.')
				: number === 'BSN'
					? t('Look the number up again; for tests, use a test BSN such as 999993653.')
					: t('Look the number up again.'),
		source: '11-proef (BSN, RSIN)',
		about:
			'The digits of a BSN or RSIN times 9, 8, 7, 6, 5, 4, 3, 2 and −1 add up to a multiple of 11. The schema only asks for nine digits. The much copied 123456789 fails this test.',
	},
	'zaakbericht.bsn-zero': {
		severity: 'error',
		problem: ({ number }, t) => t('A {0} of nine zeros belongs to nobody.', number),
		cure: (_, t) => t('Fill in the real number, or leave the element out.'),
		source: '11-proef (BSN, RSIN)',
		about:
			'Nine zeros pass the schema and the 11-proef, but were never given out: an empty field was filled up.',
	},
	'zaakbericht.date-impossible': {
		severity: 'error',
		problem: ({ value, fault }, t) => dateProblem(value, fault, t),
		cure: ({ meant }, t) =>
			meant === ''
				? t('Write an existing day as YYYYMMDD, for instance 20260309.')
				: t('Write `{0}`.', meant),
		source: stufTimes,
		about:
			'To the schema a date is a number of at most eight digits, so it also takes 20211301, 2021, -20260309 and 20260309.0. A date of which a part is unknown is still a whole, existing date, with StUF:indOnvolledigeDatum to tell which part counts. A date in another notation, such as 2026-03-09 or 9-3-2026, is told here too, with what StUF writes for it.',
	},
	'zaakbericht.time-length': {
		severity: 'error',
		problem: ({ length }, t) =>
			t('A time has 8, 10, 12, 14, 15, 16 or 17 digits (YYYYMMDDhhmmssddd); this has {0}.', length),
		cure: (_, t) => t('Complete the last part, or leave it out altogether.'),
		source: stufTimes,
		about:
			'Parts may be left out at the end of a time, but not half of them. The schema also takes 9, 11 and 13 digits.',
	},
	'zaakbericht.time-impossible': {
		severity: 'error',
		problem: ({ value, fault }, t) =>
			fault === 'not-digits'
				? t('`{0}` is no time as StUF writes it: digits only, YYYYMMDDhhmmss.', quote(value))
				: t('`{0}` is no existing time: {1}.', value, partProblem(fault, t)),
		cure: ({ meant }, t) =>
			meant === ''
				? t('Write an existing time as YYYYMMDDhhmmss, with hours from 00 to 23.')
				: t('Write `{0}`.', meant),
		source: stufTimes,
		about:
			'The schema only asks for digits, so it also takes month 13, 30 February and hour 24. A time in another notation, such as that of XML Schema, is told here too, with what StUF writes for it.',
	},
	'zaakbericht.time-zone': {
		severity: 'error',
		problem: ({ zone }, t) =>
			t('StUF knows no time zones, so `{0}` is not allowed here: every time is Dutch local time.', zone),
		cure: ({ local }, t) =>
			local === ''
				? t('Convert the time to Dutch local time, summer time included, and write digits only.')
				: t('Write Dutch local time, in digits only: {0}.', local),
		source: stufTimes,
		about:
			'ZGW APIs give times in UTC with a Z. StUF wants Dutch local time (summer time included) in digits only. Only removing the Z makes the time one or two hours early.',
	},
	'zaakbericht.nil-without-novalue': {
		severity: 'error',
		problem: ({ element }, t) =>
			t('`{0}` is empty with xsi:nil, but does not say why: StUF:noValue is missing.', element),
		cure: (_, t) =>
			t(
				'Add StUF:noValue: geenWaarde (there is none, or not yet) or waardeOnbekend; or leave the element out.',
			),
		source: stufNoValue,
		about:
			'An empty element tells with StUF:noValue why it is empty; without it a receiver cannot tell "there is none" from "unknown". Entities, groups and the gerelateerde of a role take no StUF:noValue and are not reported.',
	},
	'zaakbericht.novalue-with-value': {
		severity: 'error',
		problem: ({ element, noValue }, t) =>
			t('`{0}` has a value, but StUF:noValue="{1}" says that it has none.', element, noValue),
		cure: (_, t) => t('Remove StUF:noValue, or empty the element.'),
		source: stufNoValue,
		about: 'An element with StUF:noValue must be empty. The schema lets both stand together.',
	},
	'zaakbericht.surrounding-whitespace': {
		severity: 'warning',
		problem: ({ element }, t) =>
			t('There are blanks around the value of `{0}`, and they belong to the value.', element),
		cure: (_, t) => t('Remove the blanks; write the value directly between the tags.'),
		source: 'XML Schema 1.0 part 2 §4.3.6 (whiteSpace)',
		about:
			'Spaces and line ends around an identification, code or reference are part of the value, so a receiver does not find what it should. They come from formatting the XML.',
	},
};

function dateProblem(
	value: string,
	fault: ValueFindings['zaakbericht.date-impossible']['fault'],
	t: Translate,
): string {
	switch (fault) {
		case 'not-digits':
			return t('`{0}` is no date as StUF writes it: 8 digits, YYYYMMDD.', quote(value));
		case 'length':
			return t('`{0}` is no date: a date has 8 digits, this has {1}.', value, value.length);
		case 'notation':
			return t('`{0}` is no date: a date is 8 digits, without sign or decimal point.', value);
		default:
			return t('`{0}` is no existing date: {1}.', value, partProblem(fault, t));
	}
}

function partProblem(part: MomentPart, t: Translate): string {
	switch (part) {
		case 'year':
			return t('there is no year 0000');
		case 'month':
			return t('the month is not 01 to 12');
		case 'day':
			return t('this month does not have that day');
		case 'hour':
			return t('the hour is not 00 to 23');
		case 'minute':
			return t('the minutes are not 00 to 59');
		case 'second':
			return t('the seconds are not 00 to 59');
	}
}
