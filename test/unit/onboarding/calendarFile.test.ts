import assert from 'node:assert/strict';
import { calendarFile } from '../../../src/onboarding/planning/calendarFile';
import { createOverview } from '../../../src/onboarding/overview';
import type { Change } from '../../../src/onboarding/progress/changes';
import { recordOf } from '../../../src/onboarding/progress/progress';
import { done, dutch, english, overviewAfter, planOf, progressAfter } from './given';

const stamp = new Date('2027-01-04T08:15:30.123Z');
const options = { project: '00000001002220647000', stamp };

function fileOf(
	changes: Parameters<typeof overviewAfter>[1][],
	language = dutch,
	project = options.project,
): string {
	const overview = overviewAfter({ roles: { projectleider: 'Jansen, P.; \\plv\\' } }, ...changes);
	return calendarFile(overview, planOf(overview, '2027-01-04'), { project, stamp }, language);
}

/** The content lines after unfolding (RFC 5545 §3.1). */
function contentLines(file: string): readonly string[] {
	return file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
}

function eventsOf(file: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
	const events = new Map<string, ReadonlyMap<string, string>>();
	let event: Map<string, string> | null = null;
	for (const line of contentLines(file)) {
		const colon = line.indexOf(':');
		if (line === 'BEGIN:VEVENT') {
			event = new Map();
		} else if (line === 'END:VEVENT') {
			events.set(event?.get('UID') ?? '', event ?? new Map());
			event = null;
		} else {
			event?.set(line.slice(0, colon), line.slice(colon + 1));
		}
	}
	return events;
}

describe('The calendar file', () => {
	it('is one calendar with all properties that RFC 5545 requires', () => {
		const lines = contentLines(fileOf([]));
		assert.deepEqual(lines.slice(0, 5), [
			'BEGIN:VCALENDAR',
			'VERSION:2.0',
			'PRODID:-//Lopende Zaken//Aansluiten//NL',
			'CALSCALE:GREGORIAN',
			'METHOD:PUBLISH',
		]);
		assert.equal(lines.at(-1), 'END:VCALENDAR');
		assert.ok(lines.every((line) => /^[A-Z-]+(;[A-Z]+=[A-Z]+)?:/.test(line)));
	});

	it('ends every line with CRLF and folds it at 75 octets, never within a character', () => {
		const file = fileOf([]);
		assert.ok(!/[^\r]\n|\r[^\n]/.test(file));
		const lines = file.split('\r\n');
		assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75));
		assert.ok(lines.some((line) => Buffer.byteLength(line) === 75));
		assert.equal(Buffer.from(file, 'utf8').toString('utf8'), file);
		assert.ok(!file.includes('\uFFFD'));
	});

	it('has an all-day event for each task, whose end is the day after', () => {
		const event = eventsOf(fileOf([])).get('certificates.00000001002220647000@lopende-zaken');
		assert.deepEqual(
			new Map([...(event ?? [])].filter(([name]) => name !== 'DESCRIPTION' && !name.startsWith('X-'))),
			new Map([
				['UID', 'certificates.00000001002220647000@lopende-zaken'],
				['DTSTAMP', '20270104T081530Z'],
				['LAST-MODIFIED', '20270104T081530Z'],
				// 7 years with 2 leap days and 3 days, 8 hours and 15 minutes.
				['SEQUENCE', String((7 * 365 + 2 + 3) * 1440 + 8 * 60 + 15)],
				['DTSTART;VALUE=DATE', '20270308'],
				['DTEND;VALUE=DATE', '20270505'],
				['SUMMARY', 'Zorg voor PKIoverheid-certificaten'],
				['CATEGORIES', 'Stap 1: Voorbereiding'],
				['TRANSP', 'TRANSPARENT'],
			]),
		);
	});

	it('escapes commas, semicolons, backslashes and new lines', () => {
		const event = eventsOf(fileOf([], english)).get('letter-of-intent.00000001002220647000@lopende-zaken');
		assert.equal(
			event?.get('DESCRIPTION'),
			[
				'Before you connect\\, Logius needs your signed letter of intent\\; with it you and Logius plan in which round you take part.',
				'Who: authorised signatory\\, project leader (Jansen\\, P.\\; \\\\plv\\\\)',
				'Lead time: 5 working days (our estimate\\; the manual gives a time for the whole step only)',
				'§3.3.5\\, Bijlage 1: 1.vi',
			].join('\\n'),
		);
	});

	it('has the milestones', () => {
		const event = eventsOf(fileOf([], english)).get(
			'milestone-in-production.00000001002220647000@lopende-zaken',
		);
		assert.deepEqual(
			[event?.get('SUMMARY'), event?.get('DTSTART;VALUE=DATE'), event?.get('DTEND;VALUE=DATE')],
			['Milestone: In production', '20270712', '20270713'],
		);
	});

	it('keeps the UIDs whatever the language and the dates, and makes them by project', () => {
		const uids = [...eventsOf(fileOf([])).keys()];
		assert.deepEqual([...eventsOf(fileOf([], english)).keys()], uids);
		assert.equal(new Set(uids).size, 38 + 4);
		const elsewhere = [...eventsOf(fileOf([], dutch, 'map met spatie;x')).keys()];
		assert.equal(elsewhere[0], 'business-case.map%20met%20spatie%3Bx@lopende-zaken');
	});

	const finished: readonly (readonly [string, Change, readonly [string, string]])[] = [
		[
			'before its time',
			{ kind: 'mark-done', task: 'business-case', when: '2026-12-15' },
			['20261215', '20261216'],
		],
		[
			'in its time',
			{ kind: 'mark-done', task: 'business-case', when: '2027-01-20' },
			['20270104', '20270121'],
		],
		['too late', { kind: 'mark-done', task: 'business-case', when: '2027-02-12' }, ['20270104', '20270213']],
	];

	for (const [name, change, days] of finished) {
		it(`moves what was done ${name} to the days on which that was`, () => {
			const event = eventsOf(fileOf([change])).get('business-case.00000001002220647000@lopende-zaken');
			assert.deepEqual(
				[event?.get('SUMMARY'), event?.get('DTSTART;VALUE=DATE'), event?.get('DTEND;VALUE=DATE')],
				['Gereed: Laat de businesscase goedkeuren', ...days],
			);
		});
	}

	it('begins what was done on the day on which somebody said so', () => {
		const begun = { kind: 'begin', task: 'business-case', on: '2027-01-11' } as const;
		const event = eventsOf(fileOf([begun, ...done('business-case')])).get(
			'business-case.00000001002220647000@lopende-zaken',
		);
		assert.equal(event?.get('DTSTART;VALUE=DATE'), '20270111');
	});

	it('tells when a milestone was reached', () => {
		const event = eventsOf(fileOf([...done('report-assessment')])).get(
			'milestone-test-approved.00000001002220647000@lopende-zaken',
		);
		assert.deepEqual(
			[event?.get('SUMMARY'), event?.get('DTSTART;VALUE=DATE')],
			['Gereed: Mijlpaal: Testrapport goedgekeurd', '20270120'],
		);
	});

	it('leaves out what was done on a day that nobody wrote down', () => {
		const progress = progressAfter({}, ...done('business-case'));
		const { when, ...undated } = recordOf(progress, 'business-case');
		assert.equal(when, '2027-01-20');
		const overview = createOverview({ ...progress, tasks: { 'business-case': undated } });
		const file = calendarFile(overview, planOf(overview, '2027-02-01'), options, dutch);
		assert.ok(!file.includes('business-case'));
		assert.ok(file.includes('requirements'));
	});
});
