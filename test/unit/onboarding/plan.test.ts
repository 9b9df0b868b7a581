import assert from 'node:assert/strict';
import { steps, tasks } from '../../../src/onboarding/catalogue/catalogue';
import type { JsonObject } from '../../../src/onboarding/json';
import { createOverview } from '../../../src/onboarding/overview';
import { dayNumberOf } from '../../../src/onboarding/planning/isoDate';
import { windowsOf } from '../../../src/onboarding/planning/network';
import { createPlan, type Plan, type PlannedTask } from '../../../src/onboarding/planning/plan';
import { createWorkCalendar } from '../../../src/onboarding/planning/workingDays';
import { applyChange, type Change } from '../../../src/onboarding/progress/changes';
import { createProgress } from '../../../src/onboarding/progress/progress';
import { defaultCalendar } from '../../../src/onboarding/situation';
import { allSituations, done, overviewAfter, planOf, seededRandom, situation, viewOf } from './given';

function planned(plan: Plan, id: string): PlannedTask {
	return plan.tasks.find((task) => task.id === id) ?? assert.fail(`${id} is not planned`);
}

function datesOf(plan: Plan, ids: readonly string[]): readonly string[] {
	return ids.map((id) => `${planned(plan, id).start} ${planned(plan, id).end}`);
}

describe('The critical path method', () => {
	it('finds the windows of a network worked out by hand', () => {
		// a(3) → b(2) → d(1), a → c(5) → d, e(1) alone.
		const windows = windowsOf([
			{ id: 'a', duration: 3, dependsOn: [] },
			{ id: 'b', duration: 2, dependsOn: ['a'] },
			{ id: 'c', duration: 5, dependsOn: ['a'] },
			{ id: 'd', duration: 1, dependsOn: ['b', 'c'] },
			{ id: 'e', duration: 1, dependsOn: [] },
		]);
		const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => {
			const window = windows.get(id);
			return [window?.earliestStart, window?.earliestEnd, window?.latestStart, window?.latestEnd];
		});
		assert.deepEqual(rows, [
			[0, 2, 0, 2],
			[3, 4, 6, 7],
			[3, 7, 3, 7],
			[8, 8, 8, 8],
			[0, 0, 8, 8],
		]);
	});

	it('has nothing to say about nothing', () => {
		assert.equal(windowsOf([]).size, 0);
	});
});

describe('The plan of a municipality that begins on Monday 4 January 2027', () => {
	const plan = planOf(overviewAfter({}), '2027-01-04');

	/** By hand: Easter Monday 29 March, Koningsdag Tuesday 27 April, Ascension Day 6 May, Whit Monday 17 May. */
	const path: readonly (readonly [string, string, string])[] = [
		['business-case', '2027-01-04', '2027-01-29'],
		['requirements', '2027-02-01', '2027-02-26'],
		['connection-choice', '2027-03-01', '2027-03-05'],
		['certificates', '2027-03-08', '2027-05-04'],
		['application-form', '2027-05-05', '2027-05-10'],
		['application-assessment', '2027-05-11', '2027-05-25'],
		['network-path', '2027-05-26', '2027-05-31'],
		['message-process', '2027-05-26', '2027-06-03'],
		['cpa', '2027-06-01', '2027-06-07'],
		['acceptance-test', '2027-06-04', '2027-06-08'],
		['connectivity-check', '2027-06-08', '2027-06-08'],
		['test-slot', '2027-06-09', '2027-06-10'],
		['chain-test', '2027-06-11', '2027-06-14'],
		['portal-check', '2027-06-15', '2027-06-15'],
		['test-report', '2027-06-16', '2027-06-16'],
		['report-assessment', '2027-06-17', '2027-06-23'],
		['production-network', '2027-06-24', '2027-06-25'],
		['production-cpa', '2027-06-28', '2027-07-02'],
		['production-check', '2027-07-05', '2027-07-05'],
		['limited-production-run', '2027-07-06', '2027-07-08'],
		['limited-production-run-report', '2027-07-09', '2027-07-09'],
		['release', '2027-07-12', '2027-07-12'],
	];

	it('has this critical path', () => {
		assert.deepEqual(
			plan.criticalPath,
			path.map(([id]) => id),
		);
		assert.deepEqual(
			datesOf(plan, plan.criticalPath),
			path.map(([, start, end]) => `${start} ${end}`),
		);
	});

	it('ends with the release, and everything is in time on the first day', () => {
		const { start, end, expectedEnd, lateBy, margin } = plan;
		assert.deepEqual(
			{ start, end, expectedEnd, lateBy, margin },
			{ start: '2027-01-04', end: '2027-07-12', expectedEnd: '2027-07-12', lateBy: 0, margin: 0 },
		);
		assert.deepEqual(
			plan.tasks
				.filter(({ timeliness }) => timeliness !== 'later')
				.map(({ id, timeliness }) => [id, timeliness]),
			[['business-case', 'start-today']],
		);
	});

	it('has the milestones', () => {
		assert.deepEqual(
			plan.milestones.map(({ id, date }) => [id, date]),
			[
				['application-approved', '2027-05-25'],
				['connected', '2027-06-08'],
				['test-approved', '2027-06-23'],
				['in-production', '2027-07-12'],
			],
		);
	});

	it('lets what is not on the critical path move', () => {
		const task = planned(plan, 'message-stream-choice');
		assert.deepEqual(
			[task.start, task.end, task.latestStart, task.latestEnd, task.slack, task.critical],
			['2027-03-01', '2027-03-05', '2027-03-30', '2027-04-05', 20, false],
		);
	});

	it('goes on with the operation on the next working day', () => {
		assert.deepEqual(
			plan.continuous.map(({ id, start }) => `${id} ${start}`),
			[
				'new-streams 2027-07-13',
				'operational-delivery 2027-07-13',
				'communication-upkeep 2027-07-13',
				'incidents 2027-07-13',
				'evaluation 2027-07-13',
			],
		);
	});
});

describe('The lead times of the steps in Bijlage 1', () => {
	/** The longest chain of a step, in working days: 17 weeks (13 with everything there), 5 weeks, 3 weeks, 2.5 weeks. */
	const expected: readonly (readonly [number, JsonObject, number])[] = [
		[1, {}, 85],
		[1, { hasOin: true, hasAdapter: true, hasCertificates: true }, 65],
		[2, {}, 25],
		[3, {}, 15],
		[4, {}, 13],
	];

	for (const [step, answers, days] of expected) {
		it(`are kept by step ${step} with ${JSON.stringify(answers)}: ${days} working days`, () => {
			const ids = new Set(steps[step - 1]?.tasks.map(({ id }) => id));
			const activities = overviewAfter(answers)
				.tasks.filter(({ task, status }) => ids.has(task.id) && status !== 'not-applicable')
				.map((view) => ({
					id: view.task.id,
					duration: planned(planOf(overviewAfter(answers), '2027-01-04'), view.task.id).workingDays,
					dependsOn: view.dependsOn.filter((id) => ids.has(id)),
				}));
			const ends = [...windowsOf(activities).values()].map(({ earliestEnd }) => earliestEnd + 1);
			assert.equal(Math.max(...ends), days);
		});
	}
});

describe('A plan over Christmas and New Year', () => {
	it('skips the days off going on', () => {
		// 14–18, 21–24 and 28–31 December, 4–8, 11 and 12 January: 20 working days.
		const plan = planOf(overviewAfter({ start: '2026-12-14' }), '2026-12-14');
		assert.deepEqual(datesOf(plan, ['business-case', 'requirements']), [
			'2026-12-14 2027-01-12',
			'2027-01-13 2027-02-09',
		]);
	});

	it('skips the days off going back from the wished date', () => {
		const plan = planOf(overviewAfter({ production: '2027-01-04' }), '2026-06-01');
		assert.deepEqual(
			datesOf(plan, [
				'release',
				'limited-production-run-report',
				'limited-production-run',
				'production-check',
				'production-cpa',
				'production-network',
				'report-assessment',
			]),
			[
				'2027-01-04 2027-01-04',
				'2026-12-31 2026-12-31',
				'2026-12-28 2026-12-30',
				'2026-12-24 2026-12-24',
				'2026-12-17 2026-12-23',
				'2026-12-15 2026-12-16',
				'2026-12-08 2026-12-14',
			],
		);
		assert.equal(plan.anchor, 'production');
	});

	it('moves a start on a day off to the next working day, and a production date to the one before', () => {
		assert.equal(planOf(overviewAfter({ start: '2027-01-01' }), '2026-12-01').start, '2027-01-04');
		assert.equal(planOf(overviewAfter({ production: '2027-03-29' }), '2026-06-01').end, '2027-03-26');
	});
});

describe('A plan with another situation', () => {
	it('of a supplier ends with the assessment of the test report and the time slot', () => {
		const plan = planOf(overviewAfter({ organisation: 'supplier' }), '2027-01-04');
		assert.deepEqual(
			plan.steps.map(({ number }) => number),
			[1, 2, 3],
		);
		assert.deepEqual(
			plan.milestones.map(({ id }) => id),
			['application-approved', 'connected', 'test-approved'],
		);
		assert.deepEqual([plan.end, plan.continuous], ['2027-06-25', []]);
	});

	it('over Diginetwerk takes longer', () => {
		const internet = planOf(overviewAfter({}), '2027-01-04');
		const diginetwerk = planOf(overviewAfter({ network: 'diginetwerk' }), '2027-01-04');
		assert.deepEqual([internet.end, diginetwerk.end], ['2027-07-12', '2027-07-23']);
	});

	it('needs a date', () => {
		const overview = createOverview(createProgress({ ...situation(), anchor: { kind: 'none' } }));
		assert.deepEqual(createPlan(overview, '2027-01-04'), { kind: 'unplanned' });
	});

	it('has nothing to plan when nothing applies', () => {
		const changes = tasks.map(({ id }): Change => ({
			kind: 'mark-not-applicable',
			task: id,
			when: '2027-01-04',
		}));
		assert.deepEqual(createPlan(overviewAfter({}, ...changes), '2027-01-04'), { kind: 'unplanned' });
	});

	it('takes the lead time that the organisation gives a task', () => {
		const plan = planOf(
			overviewAfter({}, { kind: 'set-lead-time', task: 'business-case', workingDays: 5 }),
			'2027-01-04',
		);
		assert.deepEqual(datesOf(plan, ['business-case']), ['2027-01-04 2027-01-08']);
		assert.equal(planned(plan, 'business-case').workingDays, 5);
	});
});

describe('How the tasks stand on a day', () => {
	const cases: readonly (readonly [string, readonly Change[], string, string])[] = [
		['2026-12-01', [], 'business-case', 'later'],
		['2027-01-04', [], 'business-case', 'start-today'],
		['2027-01-05', [], 'business-case', 'must-be-running'],
		['2027-01-29', [], 'business-case', 'must-be-running'],
		['2027-01-30', [], 'business-case', 'overdue'],
		['2027-01-30', done('business-case'), 'business-case', 'done'],
		['2027-03-29', [], 'message-stream-choice', 'later'],
		['2027-03-30', [], 'message-stream-choice', 'start-today'],
	];

	for (const [today, changes, id, timeliness] of cases) {
		it(`on ${today} ${id} is ${timeliness}`, () => {
			assert.equal(planned(planOf(overviewAfter({}, ...changes), today), id).timeliness, timeliness);
		});
	}

	it('expects the planned end as long as nothing is overdue, and tells how late it is if nobody has begun', () => {
		const { expectedEnd, lateBy, lateByIfNotBegun } = planOf(overviewAfter({}), '2027-01-29');
		// Of 20 working days, 19 have passed.
		assert.deepEqual([expectedEnd, lateBy, lateByIfNotBegun], ['2027-07-12', 0, 19]);
	});

	const begun = (on: string): Change => ({ kind: 'begin', task: 'business-case', on });
	const running: readonly (readonly [string, string, string, string, number])[] = [
		['in time', '2027-01-04', 'later', '2027-01-29', 0],
		['a day too late', '2027-01-05', 'running-late', '2027-02-01', 1],
		['today', '2027-01-29', 'running-late', '2027-02-25', 19],
		['in the future, by a slip of the keyboard', '2028-01-29', 'running-late', '2027-02-25', 19],
	];

	for (const [name, on, timeliness, expectedEnd, late] of running) {
		it(`counts from the day on which a task was begun: ${name}`, () => {
			const plan = planOf(overviewAfter({}, begun(on)), '2027-01-29');
			const task = planned(plan, 'business-case');
			assert.deepEqual(
				[task.timeliness, task.expectedEnd, plan.lateBy, plan.lateByIfNotBegun],
				[timeliness, expectedEnd, late, late],
			);
		});
	}

	it('does not expect a task that was begun to end before today', () => {
		const plan = planOf(overviewAfter({}, begun('2026-11-02')), '2027-01-28');
		const task = planned(plan, 'business-case');
		assert.deepEqual([task.timeliness, task.expectedEnd, plan.margin], ['later', '2027-01-28', 1]);
	});

	it('expects a later end by each working day that a critical task is overdue', () => {
		const { expectedEnd, lateBy, margin } = planOf(overviewAfter({}), '2027-02-03');
		assert.deepEqual([expectedEnd, lateBy, margin], ['2027-07-15', 3, 0]);
	});

	it('expects an earlier end when critical tasks are done early', () => {
		const { expectedEnd, lateBy, margin } = planOf(overviewAfter({}, ...done('business-case')), '2027-01-25');
		assert.deepEqual([expectedEnd, lateBy, margin], ['2027-07-05', 0, 5]);
	});

	it('expects Logius to take its lead time from the day on which it has to act', () => {
		const waiting: Change = { kind: 'wait-for-logius', task: 'application-assessment', since: '2027-05-10' };
		const plan = planOf(overviewAfter({}, waiting), '2027-05-12');
		// 10–14 May without Ascension Day, which was on the 6th; Whit Monday is the 17th.
		assert.equal(planned(plan, 'application-assessment').expectedEnd, '2027-05-24');
	});

	it('lets Logius begin on the day on which it got everything, without anybody saying so', () => {
		const form = tasks.slice(0, 12).map(({ id }) => id);
		const sent: readonly Change[] = [
			...done(...form.filter((id) => id !== 'application-form' && id !== 'application-assessment')),
			{ kind: 'mark-done', task: 'application-form', when: '2027-05-10' },
		];
		const overview = overviewAfter({}, ...sent);
		assert.equal(viewOf(overview, 'application-assessment').runningSince, '2027-05-10');
		const assessment = planned(planOf(overview, '2027-05-12'), 'application-assessment');
		assert.deepEqual([assessment.expectedEnd, assessment.timeliness], ['2027-05-24', 'later']);
	});

	it('has reached the end when all is done', () => {
		const all = tasks.map(({ id }) => id);
		const plan = planOf(overviewAfter({}, ...done(...all)), '2027-12-01');
		assert.deepEqual([plan.expectedEnd, plan.lateBy, plan.margin], ['2027-07-12', 0, 0]);
		assert.deepEqual([...new Set(plan.tasks.map(({ expectedEnd }) => expectedEnd))], [null]);
	});
});

describe('Every plan', () => {
	const calendar = createWorkCalendar(defaultCalendar);

	function forEachPlan(
		check: (plan: Plan, changes: readonly Change[], answers: JsonObject, today: string) => void,
	): void {
		const random = seededRandom(2027);
		for (const answers of allSituations()) {
			for (const anchor of [{ start: '2026-12-07' }, { production: '2027-12-24' }]) {
				const changes = tasks.flatMap(({ id }): readonly Change[] => {
					const dice = random();
					if (dice < 0.25) {
						return done(id);
					}
					if (dice < 0.35) {
						return [{ kind: 'mark-not-applicable', task: id, when: '2027-01-04' }];
					}
					if (dice < 0.4) {
						return [{ kind: 'wait-for-logius', task: id, since: '2027-02-01' }];
					}
					if (dice < 0.5) {
						return [{ kind: 'begin', task: id, on: random() < 0.5 ? '2027-01-11' : '2027-03-15' }];
					}
					return dice < 0.6
						? [{ kind: 'set-lead-time', task: id, workingDays: 1 + Math.floor(random() * 30) }]
						: [];
				});
				const today = random() < 0.5 ? '2027-03-15' : '2027-08-02';
				const given = { ...answers, ...anchor };
				const planning = createPlan(overviewAfter(given, ...changes), today);
				if (planning.kind === 'plan') {
					check(planning, changes, given, today);
				}
			}
		}
	}

	it('begins no task before those that it waits for have ended, and only on working days', () => {
		forEachPlan((plan, changes, answers) => {
			const ends = new Map(plan.tasks.map((task) => [task.id, task]));
			for (const view of overviewAfter(answers, ...changes).tasks) {
				const task = ends.get(view.task.id);
				for (const before of view.dependsOn) {
					const earlier = ends.get(before);
					assert.ok(task === undefined || earlier === undefined || earlier.end < task.start, view.task.id);
					assert.ok(
						task === undefined || earlier === undefined || earlier.latestEnd < task.latestStart,
						view.task.id,
					);
				}
			}
			for (const { start, end, workingDays, latestStart, latestEnd, slack } of plan.tasks) {
				assert.ok(calendar.isWorkingDay(dayNumberOf(start)));
				assert.equal(calendar.between(dayNumberOf(start), dayNumberOf(end)), workingDays - 1);
				assert.equal(calendar.between(dayNumberOf(latestStart), dayNumberOf(latestEnd)), workingDays - 1);
				assert.ok(slack >= 0 && start <= latestStart && end <= latestEnd);
			}
		});
	});

	it('lies between its start and its end, and has a critical path from the one to the other', () => {
		forEachPlan((plan) => {
			assert.ok(plan.tasks.every(({ start, latestEnd }) => start >= plan.start && latestEnd <= plan.end));
			const path = plan.criticalPath.map((id) => planned(plan, id));
			assert.equal(path[0]?.start, plan.start);
			assert.equal(
				path
					.map(({ end }) => end)
					.sort()
					.at(-1),
				plan.end,
			);
		});
	});

	it('never gets longer, nor its end later, when one more task is done', () => {
		const random = seededRandom(3);
		forEachPlan((plan, changes, answers, today) => {
			const open = plan.tasks.filter(({ timeliness }) => timeliness !== 'done');
			const ticked = open[Math.floor(random() * open.length)];
			if (ticked === undefined) {
				return;
			}
			const overview = createOverview(
				[...changes, ...done(ticked.id)].reduce(applyChange, createProgress(situation(answers))),
			);
			const after = planOf(overview, today);
			assert.deepEqual([after.start, after.end], [plan.start, plan.end]);
			const all = after.tasks.every(({ timeliness }) => timeliness === 'done');
			assert.ok(all || after.expectedEnd <= plan.expectedEnd, `${ticked.id} ${JSON.stringify(answers)}`);
			for (const { id, expectedEnd } of after.tasks) {
				const before = planned(plan, id).expectedEnd;
				assert.ok(expectedEnd === null || before === null || expectedEnd <= before, id);
			}
		});
	});
});
