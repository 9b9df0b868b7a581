import assert from 'node:assert/strict';
import type { JsonValue } from '../../../src/onboarding/json';
import { readSituation, situationJson } from '../../../src/onboarding/situationFile';
import { beginner, english, situation } from './given';

describe('Reading a situation', () => {
	it('takes every answer', () => {
		const roles = { projectleider: 'P. Leider', tester: 'T. Ester' };
		const reading = readSituation({
			...beginner,
			hasOin: true,
			network: 'diginetwerk',
			calendar: { liberationDay: 'always', goodFriday: true },
			roles,
		});
		assert.deepEqual(reading, {
			kind: 'situation',
			problems: [],
			situation: {
				organisation: 'government',
				hasOin: true,
				hasAdapter: false,
				network: 'diginetwerk',
				messageStandard: 'stuf',
				hasCertificates: false,
				anchor: { kind: 'start', date: '2027-01-04' },
				calendar: { liberationDay: 'always', goodFriday: true },
				roles,
				rest: {},
			},
		});
	});

	it('assumes what makes most work for what is absent, and tells it', () => {
		const reading = readSituation({ organisation: 'government' });
		assert.ok(reading.kind === 'situation');
		assert.deepEqual(
			reading.problems.map(({ severity, path, message }) => [severity, path, message(english)]),
			[
				['warning', 'hasOin', '`hasOin` is missing; "false" is assumed.'],
				['warning', 'hasAdapter', '`hasAdapter` is missing; "false" is assumed.'],
				['warning', 'network', '`network` is missing; "internet" is assumed.'],
				['warning', 'messageStandard', '`messageStandard` is missing; "stuf" is assumed.'],
				['warning', 'hasCertificates', '`hasCertificates` is missing; "false" is assumed.'],
			],
		);
		assert.deepEqual(reading.situation.anchor, { kind: 'none' });
	});

	it('does not ask a supplier for an OIN, which it cannot have', () => {
		const reading = readSituation({ organisation: 'supplier' });
		assert.ok(reading.kind === 'situation');
		assert.deepEqual(
			reading.problems.map(({ path }) => path),
			['hasAdapter', 'network', 'messageStandard', 'hasCertificates'],
		);
	});

	it('keeps keys and roles that it does not know', () => {
		const given = { ...beginner, note: { a: [1, null] }, roles: { wethouder: 'W.', tester: 'T.' } };
		const reading = readSituation(given);
		assert.ok(reading.kind === 'situation');
		assert.deepEqual(
			reading.problems.map(({ severity, path }) => [severity, path]),
			[['warning', 'roles.wethouder']],
		);
		assert.deepEqual(situationJson(reading.situation), given);
	});

	const wrong: readonly (readonly [string, JsonValue | undefined, string, string])[] = [
		['no object', [], '', 'The situation must be a JSON object.'],
		['nothing', undefined, '', 'The situation must be a JSON object.'],
		[
			'no kind of organisation',
			{ ...beginner, organisation: undefined },
			'organisation',
			'`organisation` must be one of "government", "supplier".',
		],
		[
			'an unknown network',
			{ ...beginner, network: 'glasvezel' },
			'network',
			'`network` must be one of "internet", "diginetwerk".',
		],
		['a claim that is text', { ...beginner, hasOin: 'ja' }, 'hasOin', '`hasOin` must be true or false.'],
		[
			'a day that does not exist',
			{ ...beginner, start: '2027-02-29' },
			'start',
			'`start` must be an existing day from 2000 to 2199, written YYYY-MM-DD.',
		],
		[
			'a day in another order',
			{ ...beginner, start: '04-01-2027' },
			'start',
			'`start` must be an existing day from 2000 to 2199, written YYYY-MM-DD.',
		],
		[
			'two dates',
			{ ...beginner, production: '2027-12-01' },
			'start',
			'Give a start date or a production date, not both.',
		],
		['roles that are a list', { ...beginner, roles: [] }, 'roles', '`roles` must be an object.'],
		[
			'a name that is a number',
			{ ...beginner, roles: { tester: 1 } },
			'roles.tester',
			'`roles.tester` must be a text.',
		],
		[
			'an unknown choice for 5 May',
			{ ...beginner, calendar: { liberationDay: 'soms' } },
			'calendar.liberationDay',
			'`calendar.liberationDay` must be one of "always", "lustrum", "never".',
		],
		[
			'a Good Friday that is text',
			{ ...beginner, calendar: { goodFriday: 'ja' } },
			'calendar.goodFriday',
			'`calendar.goodFriday` must be true or false.',
		],
		['a calendar that is text', { ...beginner, calendar: 'x' }, 'calendar', '`calendar` must be an object.'],
	];

	for (const [name, value, path, message] of wrong) {
		it(`refuses ${name}`, () => {
			const reading = readSituation(value);
			assert.equal(reading.kind, 'unusable');
			assert.deepEqual(
				reading.problems
					.filter(({ severity }) => severity === 'error')
					.map((problem) => [problem.path, problem.message(english)]),
				[[path, message]],
			);
		});
	}

	it('warns about an OIN and a production date of a supplier', () => {
		const reading = readSituation({
			...beginner,
			start: undefined,
			organisation: 'supplier',
			hasOin: true,
			production: '2027-12-01',
		});
		assert.deepEqual(
			reading.problems.map(({ severity, path }) => [severity, path]),
			[
				['warning', 'hasOin'],
				['warning', 'production'],
			],
		);
	});

	it('writes what it reads', () => {
		for (const answers of [
			{},
			{ production: '2027-09-01' },
			{ organisation: 'supplier', hasAdapter: true },
		]) {
			const first = situation(answers);
			const again = readSituation(situationJson(first));
			assert.deepEqual(again, {
				kind: 'situation',
				situation: first,
				problems: [],
			});
		}
	});
});
