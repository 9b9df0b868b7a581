import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { applyChange, type Change } from '../../../src/onboarding/progress/changes';
import { formatProgress } from '../../../src/onboarding/progress/formatProgress';
import { mergeProgress } from '../../../src/onboarding/progress/mergeProgress';
import {
	createProgress,
	emptyRecord,
	maxWorkingDays,
	recordOf,
	type Evidence,
	type Progress,
} from '../../../src/onboarding/progress/progress';
import { readProgress } from '../../../src/onboarding/progress/progressFile';
import { readSituationOrProgress } from '../../../src/onboarding/progress/situationOrProgress';
import { tasks } from '../../../src/onboarding/catalogue/catalogue';
import { roleIds } from '../../../src/onboarding/catalogue/roles';
import { beginner, dutch, english, progressAfter, seededRandom, situation } from './given';

const pong: Evidence = {
	kind: 'ping',
	when: '2027-06-08T09:30:00Z',
	outcome: 'pong',
	summary: 'Er kwam een Pong terug.',
	rest: { connection: 'preprod' },
};

const changes: readonly Change[] = [
	{ kind: 'add-evidence', task: 'connectivity-check', evidence: pong },
	{ kind: 'mark-done', task: 'connectivity-check', by: 'Sam', when: '2027-06-08' },
	{ kind: 'mark-done', task: 'business-case', when: '2027-01-29' },
	{ kind: 'wait-for-logius', task: 'letter-of-intent', since: '2027-03-12' },
	{ kind: 'set-lead-time', task: 'message-process', workingDays: 30 },
	{ kind: 'begin', task: 'message-process', on: '2027-05-26' },
	{
		kind: 'mark-not-applicable',
		task: 'communication-campaign',
		by: 'Gül',
		when: '2027-02-01',
		reason: 'geen "campagne"',
	},
];

const written = `{
	"version": 1,
	"situation": {
		"organisation": "government",
		"hasOin": false,
		"hasAdapter": false,
		"network": "internet",
		"messageStandard": "stuf",
		"hasCertificates": false,
		"start": "2027-01-04"
	},
	"tasks": {
		"business-case": { "state": "done", "when": "2027-01-29" },
		"letter-of-intent": { "state": "open", "waitingSince": "2027-03-12" },
		"message-process": { "state": "open", "begunOn": "2027-05-26", "workingDays": 30 },
		"connectivity-check": {
			"state": "done", "by": "Sam", "when": "2027-06-08",
			"evidence": [
				{ "kind": "ping", "when": "2027-06-08T09:30:00Z", "outcome": "pong", "summary": "Er kwam een Pong terug.", "connection": "preprod" }
			]
		},
		"communication-campaign": {
			"state": "not-applicable", "by": "Gül", "when": "2027-02-01",
			"notes": [
				{ "when": "2027-02-01", "by": "Gül", "text": "geen \\"campagne\\"" }
			]
		}
	}
}
`;

function read(text: string): Progress {
	const reading = readProgress(text);
	return reading.kind === 'progress' ? reading.progress : assert.fail(JSON.stringify(reading));
}

describe('The progress file', () => {
	it('is written in the order of the catalogue, with a task on one line where that can be', () => {
		assert.equal(formatProgress(progressAfter({}, ...changes)), written);
	});

	it('says nothing of tasks about which nothing is known', () => {
		const reopened = progressAfter(
			{},
			{ kind: 'mark-done', task: 'cpa', when: '2027-01-04' },
			{ kind: 'reopen', task: 'cpa' },
		);
		assert.ok(formatProgress(reopened).endsWith('\t"tasks": {}\n}\n'));
	});

	it('comes back as it was', () => {
		assert.deepEqual(read(written), progressAfter({}, ...changes));
		assert.equal(formatProgress(read(written)), written);
		assert.deepEqual(read(`\uFEFF${written.replaceAll('\n', '\r\n')}`), read(written));
	});

	it('changes one line by a tick', () => {
		const before = written.split('\n');
		const after = formatProgress(
			applyChange(read(written), { kind: 'mark-done', task: 'requirements', when: '2027-02-26' }),
		).split('\n');
		assert.deepEqual(
			after.filter((line) => !before.includes(line)),
			['\t\t"requirements": { "state": "done", "when": "2027-02-26" },'],
		);
		assert.equal(after.length, before.length + 1);
	});

	it('keeps what it does not know: keys at every level, and tasks of another catalogue', () => {
		const text = JSON.stringify({
			version: 1,
			team: ['a'],
			situation: { ...beginner, extra: 1 },
			tasks: {
				'task-of-later': { state: 'done', when: '2027-01-05', colour: 'red' },
				cpa: { state: 'open', evidence: [{ ...pong, rest: undefined, kind: 'phone', deep: { a: 1 } }] },
			},
		});
		const once = formatProgress(read(text));
		const value = JSON.parse(once) as Record<string, unknown>;
		assert.deepEqual(value, {
			version: 1,
			team: ['a'],
			situation: { ...beginner, extra: 1 },
			tasks: {
				'task-of-later': { state: 'done', when: '2027-01-05', colour: 'red' },
				cpa: {
					state: 'open',
					evidence: [
						{ kind: 'phone', when: pong.when, outcome: 'pong', summary: pong.summary, deep: { a: 1 } },
					],
				},
			},
		});
		assert.equal(formatProgress(read(once)), once);
	});

	it('takes a task called __proto__ for a task', () => {
		const text = `{"situation": ${JSON.stringify(beginner)}, "tasks": {"__proto__": {"state": "done"}, "constructor": {"state": "done"}}}`;
		const progress = read(text);
		assert.deepEqual(Object.keys(progress.tasks), ['__proto__', 'constructor']);
		assert.equal(recordOf(progress, 'toString'), emptyRecord);
	});

	it('of a newer version is read, and not to be written', () => {
		const text = written.replace('"version": 1', '"version": 2');
		assert.deepEqual(readProgress(text), {
			kind: 'newer',
			version: 2,
			progress: progressAfter({}, ...changes),
		});
		assert.deepEqual(readProgress('{"version": 3, "situation": "elsewhere"}'), {
			kind: 'newer',
			version: 3,
			progress: null,
		});
	});

	const broken: readonly (readonly [string, string, readonly string[], boolean])[] = [
		['no JSON', '{"version": 1,', [': The file is no valid JSON.'], false],
		['an empty file', '', [': The file is no valid JSON.'], false],
		['a list', '[]', [': The file must hold a JSON object.'], false],
		[
			'a version that is no number',
			'{"version": "1"}',
			['version: `version` must be a whole number from 1.'],
			false,
		],
		['no situation', '{"version": 1}', ['situation: The situation must be a JSON object.'], false],
		[
			'a wrong answer',
			JSON.stringify({ situation: { ...beginner, network: 'lan' } }),
			['situation.network: `network` must be one of "internet", "diginetwerk".'],
			false,
		],
		[
			'a state that does not exist',
			JSON.stringify({ situation: beginner, tasks: { cpa: { state: 'klaar' } } }),
			['tasks.cpa.state: `tasks.cpa.state` must be one of "open", "done", "not-applicable".'],
			true,
		],
		[
			'a task that is text',
			JSON.stringify({ situation: beginner, tasks: { cpa: 'done' } }),
			['tasks.cpa: `tasks.cpa` must be an object.'],
			true,
		],
		[
			'parts of the wrong kind',
			JSON.stringify({
				situation: beginner,
				tasks: {
					cpa: { by: 1, when: '2027-02-30', workingDays: 0, notes: {}, evidence: [{ kind: 'ping' }, 5] },
				},
			}),
			[
				'tasks.cpa.workingDays: `tasks.cpa.workingDays` must be a whole number from 1 to 1000.',
				'tasks.cpa.by: `tasks.cpa.by` must be a text.',
				'tasks.cpa.when: `tasks.cpa.when` must be an existing day from 2000 to 2199, written YYYY-MM-DD.',
				'tasks.cpa.notes: `tasks.cpa.notes` must be a list.',
				'tasks.cpa.evidence[0]: `tasks.cpa.evidence[0]` lacks something, or has something of the wrong kind.',
				'tasks.cpa.evidence[1]: `tasks.cpa.evidence[1]` lacks something, or has something of the wrong kind.',
			],
			true,
		],
		[
			'tasks that are a list',
			JSON.stringify({ situation: beginner, tasks: [] }),
			['tasks: `tasks` must be an object.'],
			true,
		],
	];

	for (const [name, text, problems, isSalvaged] of broken) {
		it(`is damaged by ${name}, which is told`, () => {
			const reading = readProgress(text);
			assert.ok(reading.kind === 'damaged');
			assert.deepEqual(
				reading.problems
					.filter(({ severity }) => severity === 'error')
					.map(({ path, message }) => `${path}: ${message(english)}`),
				problems,
			);
			assert.equal(reading.salvaged !== null, isSalvaged);
		});
	}

	it('with a merge conflict of git is salvaged with what both sides have', () => {
		const text = written.replace(
			'\t\t"letter-of-intent": { "state": "open", "waitingSince": "2027-03-12" },\n',
			[
				'<<<<<<< HEAD',
				'\t\t"requirements": { "state": "done", "when": "2027-02-26" },',
				'||||||| 0123abc',
				'=======',
				'\t\t"connection-choice": { "state": "done", "when": "2027-03-01" },',
				'>>>>>>> colleague',
				'',
			].join('\n'),
		);
		const reading = readProgress(text);
		assert.ok(reading.kind === 'damaged' && reading.salvaged !== null);
		assert.deepEqual(
			[...['business-case', 'requirements', 'connection-choice', 'letter-of-intent']].map(
				(id) => reading.salvaged && recordOf(reading.salvaged, id).state,
			),
			['done', 'done', 'done', 'open'],
		);
		assert.match(reading.problems[0]?.message(dutch) ?? '', /samenvoegconflict van git/);
	});

	it('survives being cut off, or having a byte changed, anywhere', () => {
		const random = seededRandom(7);
		for (let length = 0; length < written.length; length += 7) {
			assert.equal(readProgress(written.slice(0, length)).kind, 'damaged');
			const at = Math.floor(random() * written.length);
			const changed = `${written.slice(0, at)}${'{}[]",:x0\n'[Math.floor(random() * 10)] ?? ''}${written.slice(at + 1)}`;
			assert.ok(['progress', 'damaged', 'newer'].includes(readProgress(changed).kind));
		}
	});
});

describe('A change', () => {
	it('undoes a tick, and keeps notes and evidence', () => {
		const progress = [...changes, { kind: 'reopen', task: 'connectivity-check' } as const].reduce(
			applyChange,
			createProgress(situation()),
		);
		assert.deepEqual(recordOf(progress, 'connectivity-check'), {
			state: 'open',
			notes: [],
			evidence: [pong],
			rest: {},
		});
	});

	it('takes back a tick first, and then that the task was begun', () => {
		const begun = progressAfter({}, { kind: 'begin', task: 'cpa', on: '2027-06-01' });
		const ticked = applyChange(begun, { kind: 'mark-done', task: 'cpa', when: '2027-06-07' });
		assert.deepEqual(recordOf(ticked, 'cpa'), {
			...emptyRecord,
			state: 'done',
			when: '2027-06-07',
			begunOn: '2027-06-01',
		});
		const once = applyChange(ticked, { kind: 'reopen', task: 'cpa' });
		assert.deepEqual(once, begun);
		assert.deepEqual(recordOf(applyChange(once, { kind: 'reopen', task: 'cpa' }), 'cpa'), emptyRecord);
	});

	it('waits for Logius with a task that was begun, and goes on with it afterwards', () => {
		const begun = progressAfter({}, { kind: 'begin', task: 'cpa', on: '2027-06-01' });
		const waiting = applyChange(begun, { kind: 'wait-for-logius', task: 'cpa', since: '2027-06-03' });
		assert.deepEqual(
			[recordOf(waiting, 'cpa').begunOn, recordOf(waiting, 'cpa').waitingSince],
			['2027-06-01', '2027-06-03'],
		);
		assert.deepEqual(applyChange(waiting, { kind: 'reopen', task: 'cpa' }), begun);
	});

	it('forgets that Logius was waited for once the task is done', () => {
		const progress = progressAfter(
			{},
			{ kind: 'wait-for-logius', task: 'cpa', since: '2027-06-01' },
			{ kind: 'mark-done', task: 'cpa', when: '2027-06-07' },
		);
		assert.deepEqual(recordOf(progress, 'cpa'), { ...emptyRecord, state: 'done', when: '2027-06-07' });
	});

	it('goes back to the lead time of the catalogue', () => {
		const progress = progressAfter(
			{},
			{ kind: 'set-lead-time', task: 'cpa', workingDays: 9 },
			{ kind: 'set-lead-time', task: 'cpa', workingDays: undefined },
		);
		assert.deepEqual(recordOf(progress, 'cpa'), emptyRecord);
	});

	it('adds notes one after another, and leaves the progress that it was given as it is', () => {
		const before = progressAfter({});
		const note = { when: '2027-01-05', by: 'Sam', text: 'gebeld' };
		const after = applyChange(before, { kind: 'add-note', task: 'cpa', note });
		assert.deepEqual(recordOf(after, 'cpa').notes, [note]);
		assert.deepEqual(before.tasks, {});
	});

	it('of the situation keeps the tasks', () => {
		const progress = applyChange(progressAfter({}, ...changes), {
			kind: 'set-situation',
			situation: situation({ organisation: 'supplier' }),
		});
		assert.equal(progress.situation.organisation, 'supplier');
		assert.equal(recordOf(progress, 'business-case').state, 'done');
	});
});

describe('Merging two versions of the progress', () => {
	const base = progressAfter({}, { kind: 'mark-done', task: 'business-case', when: '2027-01-29' });
	const tick = (progress: Progress, task: string, when: string): Progress =>
		applyChange(progress, { kind: 'mark-done', task, when });

	it('takes the ticks of both', () => {
		const merged = mergeProgress(
			tick(base, 'requirements', '2027-02-26'),
			tick(base, 'test-accounts', '2027-02-27'),
			base,
		);
		assert.deepEqual(
			Object.entries(merged.tasks).map(([id, { state }]) => `${id} ${state}`),
			['business-case done', 'requirements done', 'test-accounts done'],
		);
	});

	it('takes an undo of one side when it knows what both were made from', () => {
		const undone = applyChange(base, { kind: 'reopen', task: 'business-case' });
		assert.equal(recordOf(mergeProgress(base, undone, base), 'business-case').state, 'open');
		assert.equal(recordOf(mergeProgress(undone, base, base), 'business-case').state, 'open');
		assert.equal(recordOf(mergeProgress(undone, base), 'business-case').state, 'done');
	});

	it('takes the later of two decisions', () => {
		const early = tick(base, 'cpa', '2027-06-01');
		const late = applyChange(base, { kind: 'mark-not-applicable', task: 'cpa', when: '2027-06-02' });
		for (const merged of [mergeProgress(early, late, base), mergeProgress(late, early, base)]) {
			assert.equal(recordOf(merged, 'cpa').state, 'not-applicable');
		}
	});

	it('takes all notes and evidence once, in order of time', () => {
		const note = (when: string): Change => ({ kind: 'add-note', task: 'cpa', note: { when, text: when } });
		const ours = [note('2027-01-01'), note('2027-01-03')].reduce(applyChange, base);
		const theirs = [note('2027-01-01'), note('2027-01-02')].reduce(applyChange, base);
		assert.deepEqual(
			recordOf(mergeProgress(ours, theirs), 'cpa').notes.map(({ text }) => text),
			['2027-01-01', '2027-01-02', '2027-01-03'],
		);
	});

	it('takes the answers that each side changed', () => {
		const ours = { ...base, situation: { ...base.situation, hasOin: true } };
		const theirs = { ...base, situation: { ...base.situation, hasAdapter: true } };
		const { situation: merged } = mergeProgress(ours, theirs, base);
		assert.deepEqual([merged.hasOin, merged.hasAdapter], [true, true]);
	});

	it('takes our situation when those of both do not fit together', () => {
		const ours: Progress = {
			...base,
			situation: { ...base.situation, anchor: { kind: 'start', date: '2027-02-01' } },
		};
		const theirs = { ...base, situation: situation({ production: '2027-12-01' }) };
		assert.deepEqual(mergeProgress(ours, theirs, base).situation, ours.situation);
	});

	it('with itself changes nothing', () => {
		const progress = progressAfter({}, ...changes);
		assert.equal(formatProgress(mergeProgress(progress, progress)), written);
	});
});

describe('A file with a situation or the progress', () => {
	it('is read as either', () => {
		const alone = readSituationOrProgress(JSON.stringify(beginner));
		assert.ok(alone.kind === 'progress');
		assert.deepEqual(alone.progress, createProgress(situation()));
		const whole = readSituationOrProgress(written);
		assert.ok(whole.kind === 'progress');
		assert.equal(recordOf(whole.progress, 'business-case').state, 'done');
		assert.equal(readSituationOrProgress('{').kind, 'damaged');
		assert.equal(readSituationOrProgress('{"organisation": "club"}').kind, 'damaged');
	});
});

describe('The JSON schema of the progress file', () => {
	interface Schema {
		readonly properties: Readonly<Record<string, Schema>>;
		readonly propertyNames?: { readonly examples?: readonly string[] };
		readonly enum?: readonly string[];
		readonly maximum?: number;
		readonly $defs: Readonly<Record<string, Schema>>;
	}
	const schema = JSON.parse(
		readFileSync(new URL('../../../schemas/aansluiting.schema.json', import.meta.url), 'utf8'),
	) as Schema;

	it('knows the same keys as the reader', () => {
		const { situation: answers, task, note, evidence } = schema.$defs;
		assert.deepEqual(Object.keys(schema.properties), ['version', 'situation', 'tasks']);
		assert.deepEqual(Object.keys(answers?.properties ?? {}), [
			...Object.keys(beginner),
			'production',
			'calendar',
			'roles',
		]);
		assert.deepEqual(Object.keys(answers?.properties['roles']?.properties ?? {}), roleIds);
		assert.deepEqual(Object.keys(task?.properties ?? {}), [
			'state',
			'by',
			'when',
			'begunOn',
			'waitingSince',
			'workingDays',
			'notes',
			'evidence',
		]);
		assert.equal(task?.properties['workingDays']?.maximum, maxWorkingDays);
		assert.deepEqual(Object.keys(note?.properties ?? {}), ['when', 'by', 'text']);
		assert.deepEqual(Object.keys(evidence?.properties ?? {}), [
			'kind',
			'when',
			'file',
			'sha256',
			'outcome',
			'summary',
		]);
	});

	it('completes the ids of the catalogue', () => {
		assert.deepEqual(
			Object.keys(schema.properties['tasks']?.properties ?? {}),
			tasks.map(({ id }) => id),
		);
	});
});
