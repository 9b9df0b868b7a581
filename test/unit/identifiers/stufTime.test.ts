import assert from 'node:assert/strict';
import {
	isBefore,
	knownPart,
	parseStufDate,
	parseStufTime,
	type ParsedStufTime,
	type StufMoment,
} from '../../../src/identifiers/stufTime';

const moment = (digits: string): StufMoment => ({ kind: 'moment', digits });

describe('a StUF time', () => {
	const cases: readonly (readonly [string, ParsedStufTime])[] = [
		...[8, 10, 12, 14, 15, 16, 17].map((length) => {
			const digits = '20260316101530123'.slice(0, length);
			return [digits, moment(digits)] as const;
		}),
		...[1, 4, 7, 9, 11, 13, 18].map(
			(length) => ['202603161015301234'.slice(0, length), { kind: 'length', length }] as const,
		),
		['20240229', moment('20240229')],
		['20000229', moment('20000229')],
		['20260229', { kind: 'impossible', part: 'day' }],
		['19000229', { kind: 'impossible', part: 'day' }],
		['20260431', { kind: 'impossible', part: 'day' }],
		['20260300', { kind: 'impossible', part: 'day' }],
		['20219999', { kind: 'impossible', part: 'month' }],
		['20260016', { kind: 'impossible', part: 'month' }],
		['00000316', { kind: 'impossible', part: 'year' }],
		['2026031624', { kind: 'impossible', part: 'hour' }],
		['202603161060', { kind: 'impossible', part: 'minute' }],
		['20260316101560', { kind: 'impossible', part: 'second' }],
		['20260316235959999', moment('20260316235959999')],
		['20260316101530Z', { kind: 'zone', zone: 'Z' }],
		['20260316Z', { kind: 'zone', zone: 'Z' }],
		['20260316101530z', { kind: 'zone', zone: 'z' }],
		['20260316101530+0100', { kind: 'zone', zone: '+0100' }],
		['20260316101530-01:00', { kind: 'zone', zone: '-01:00' }],
		['20260316101530.123Z', { kind: 'zone', zone: 'Z' }],
		['2026-03-16T10:15:30Z', { kind: 'zone', zone: 'Z' }],
		['2026-03-16T10:15:30.123+01:00', { kind: 'zone', zone: '+01:00' }],
		['2026-03-16T10:15:30', { kind: 'not-digits' }],
		['2026-03-16', { kind: 'not-digits' }],
		['', { kind: 'not-digits' }],
		['Z', { kind: 'not-digits' }],
	];
	for (const [text, expected] of cases) {
		it(`"${text}" is read as ${JSON.stringify(expected)}`, () => {
			assert.deepEqual(parseStufTime(text), expected);
		});
	}
});

describe('a StUF date', () => {
	const cases: readonly (readonly [string, ParsedStufTime])[] = [
		['20260309', moment('20260309')],
		['20211301', { kind: 'impossible', part: 'month' }],
		['20260229', { kind: 'impossible', part: 'day' }],
		['2021', { kind: 'length', length: 4 }],
		['202603', { kind: 'length', length: 6 }],
		['202603091015', { kind: 'length', length: 12 }],
		['-20260309', { kind: 'notation' }],
		['+20260309', { kind: 'notation' }],
		['20260309.0', { kind: 'notation' }],
		['20260309.', { kind: 'notation' }],
		['.5', { kind: 'notation' }],
		['020260309', { kind: 'notation' }],
		['0', { kind: 'notation' }],
		['20260309Z', { kind: 'zone', zone: 'Z' }],
		['2026-03-09+01:00', { kind: 'zone', zone: '+01:00' }],
		['2026-03-09', { kind: 'not-digits' }],
		['9 maart 2026', { kind: 'not-digits' }],
		['', { kind: 'not-digits' }],
	];
	for (const [text, expected] of cases) {
		it(`"${text}" is read as ${JSON.stringify(expected)}`, () => {
			assert.deepEqual(parseStufDate(text), expected);
		});
	}
});

describe('two StUF moments', () => {
	const cases: readonly (readonly [string, string, boolean])[] = [
		['20260309', '20260310', true],
		['20260310', '20260309', false],
		['20260309', '20260309', false],
		['20260309', '20260309101530', false],
		['20260309101530', '20260309', false],
		['202603091015', '202603091016', true],
		['202603', '20260301', false],
		['202602', '20260301', true],
		['', '20260301', false],
	];
	for (const [one, other, expected] of cases) {
		it(`"${one}" is ${expected ? '' : 'not '}certainly before "${other}"`, () => {
			assert.equal(isBefore(moment(one), moment(other)), expected);
		});
	}

	it('are known as far as indOnvolledigeDatum says', () => {
		assert.deepEqual(
			[undefined, 'V', 'D', 'M', 'J', 'X'].map(
				(indicator) => knownPart(moment('20260309'), indicator).digits,
			),
			['20260309', '20260309', '202603', '2026', '', '20260309'],
		);
	});
});
