import { workingDaysOf } from '../catalogue/leadTime';
import type { StepNumber } from '../catalogue/task';
import type { Overview, TaskView } from '../overview';
import { forecastEnds, type Unbegun } from './forecast';
import { dayNumberOf, isoDateOf, type DayNumber, type IsoDate } from './isoDate';
import { windowsOf, type Activity } from './network';
import { createWorkCalendar } from './workingDays';

/**
 * How a task stands against the plan.
 * - `overdue`: it should have been finished.
 * - `start-today`: today is the last day on which it can be begun without endangering the end.
 * - `must-be-running`: that day has passed; it is late unless it has been begun, which nobody has said.
 * - `running-late`: it has been begun, too late to end in time.
 * - `later`: nothing to worry about.
 */
export type Timeliness = 'done' | 'overdue' | 'start-today' | 'must-be-running' | 'running-late' | 'later';

/** What somebody must look at, worst first. */
export const urgentTimeliness: readonly Timeliness[] = [
	'overdue',
	'running-late',
	'must-be-running',
	'start-today',
];

/** A task with its dates. All days are working days, ends inclusive. */
export interface PlannedTask {
	readonly id: string;
	readonly step: StepNumber;
	readonly workingDays: number;
	/** As planned: as early as possible from a start date, as late as possible before a production date. */
	readonly start: IsoDate;
	readonly end: IsoDate;
	/** The last days on which it can begin and end without moving the end of everything. */
	readonly latestStart: IsoDate;
	readonly latestEnd: IsoDate;
	/** Working days that it can move. */
	readonly slack: number;
	/** It cannot move at all. */
	readonly critical: boolean;
	/** When it will end, from what has been done until today; null when it is done. */
	readonly expectedEnd: IsoDate | null;
	/**
	 * When it was really done; null when it is not, or nobody said on which day. It began when somebody said so; else it is taken to have begun as
	 * planned, but not after it was done.
	 */
	readonly worked: { readonly start: IsoDate; readonly end: IsoDate } | null;
	readonly timeliness: Timeliness;
}

/** A task that goes on for ever, from a day on. */
export interface ContinuousTask {
	readonly id: string;
	readonly start: IsoDate;
}

export interface PlannedStep {
	readonly number: StepNumber;
	readonly start: IsoDate;
	readonly end: IsoDate;
}

/** A day that people look forward to. */
export interface Milestone {
	readonly id: 'application-approved' | 'connected' | 'test-approved' | 'in-production';
	/** The task whose end it is. */
	readonly task: string;
	/** As planned; when it is done, the day on which it was, as far as that is known. */
	readonly date: IsoDate;
	readonly done: boolean;
}

export interface Plan {
	readonly kind: 'plan';
	readonly anchor: 'start' | 'production';
	readonly today: IsoDate;
	readonly start: IsoDate;
	/** The last day of the work: for a government body, the day of release for production. */
	readonly end: IsoDate;
	/** When the work will end, from what has been done until today. With everything done, it is {@link end}. */
	readonly expectedEnd: IsoDate;
	/** Working days that the expected end comes after the end; 0 when in time. */
	readonly lateBy: number;
	/**
	 * {@link lateBy}, when the tasks that should be running, but of which nobody said that they have been begun, still have to begin. At
	 * least {@link lateBy}.
	 */
	readonly lateByIfNotBegun: number;
	/** Working days between the expected end and the end; 0 when late. */
	readonly margin: number;
	/** In the order of the catalogue. */
	readonly tasks: readonly PlannedTask[];
	readonly continuous: readonly ContinuousTask[];
	readonly steps: readonly PlannedStep[];
	/** Ids, by start. */
	readonly criticalPath: readonly string[];
	readonly milestones: readonly Milestone[];
}

export type Planning =
	| Plan
	/** The situation has no date to plan from, or there is nothing to do. */
	| { readonly kind: 'unplanned' };

/** How long a task takes here; undefined for what never ends. */
export function durationOf({ record, leadTime }: TaskView): number | undefined {
	const ofCatalogue = workingDaysOf(leadTime);
	return ofCatalogue === undefined ? undefined : (record.workingDays ?? ofCatalogue);
}

/**
 * Plans all applicable tasks, done or not: from the start date on, or back from the production date. Pure: the day of today is given.
 *
 * A start date on a day off moves to the next working day, a production date to the one before.
 */
export function createPlan(overview: Overview, today: IsoDate): Planning {
	const { anchor, calendar: choice } = overview.situation;
	const planned = overview.tasks.flatMap((view) => {
		const duration = view.status === 'not-applicable' ? undefined : durationOf(view);
		return duration === undefined ? [] : [{ view, duration }];
	});
	if (anchor.kind === 'none' || planned.length === 0) {
		return { kind: 'unplanned' };
	}
	const activities = planned.map(({ view, duration }): Activity => ({
		id: view.task.id,
		duration,
		dependsOn: view.dependsOn,
	}));
	const windows = windowsOf(activities);
	const last = Math.max(...[...windows.values()].map(({ latestEnd }) => latestEnd));

	const calendar = createWorkCalendar(choice);
	const anchorDay = dayNumberOf(anchor.date);
	const firstDay =
		anchor.kind === 'start'
			? calendar.onOrAfter(anchorDay)
			: calendar.add(calendar.onOrBefore(anchorDay), -last);
	const days = workingDaysFrom(firstDay, last + 1, calendar.add);
	const dayAt = (offset: number): number => days[offset] ?? firstDay;
	const dateAt = (offset: number): IsoDate => isoDateOf(dayAt(offset));

	const now = dayNumberOf(today);
	const starts = new Map<string, number>();
	const ends = new Map<string, number>();
	for (const [id, window] of windows) {
		const early = anchor.kind === 'start';
		starts.set(id, dayAt(early ? window.earliestStart : window.latestStart));
		ends.set(id, dayAt(early ? window.earliestEnd : window.latestEnd));
	}
	const forecast = (unbegun: Unbegun): ReadonlyMap<string, number> =>
		forecastEnds(
			planned.map(({ view, duration }) => ({
				view,
				duration,
				start: starts.get(view.task.id) ?? firstDay,
				end: ends.get(view.task.id) ?? firstDay,
			})),
			{ from: anchor.kind === 'start' ? Math.max(now, firstDay) : now, now, unbegun },
			calendar,
		);
	const expected = forecast('as-planned');

	const tasks = planned.flatMap(({ view, duration }): readonly PlannedTask[] => {
		const { id, step } = view.task;
		const window = windows.get(id);
		if (window === undefined) {
			return [];
		}
		const slack = window.latestStart - window.earliestStart;
		const expectedEnd = expected.get(id);
		return [
			{
				id,
				step,
				workingDays: duration,
				start: isoDateOf(starts.get(id) ?? firstDay),
				end: isoDateOf(ends.get(id) ?? firstDay),
				latestStart: dateAt(window.latestStart),
				latestEnd: dateAt(window.latestEnd),
				slack,
				critical: slack === 0,
				expectedEnd: expectedEnd === undefined ? null : isoDateOf(expectedEnd),
				worked: workedOn(view, isoDateOf(starts.get(id) ?? firstDay)),
				timeliness: timelinessOf(
					view,
					{ latestStart: dayAt(window.latestStart), latestEnd: dayAt(window.latestEnd), expectedEnd },
					now,
				),
			},
		];
	});
	const end = dayAt(last);
	const expectedEnd = lastOf(expected, end);
	const lateBy = Math.max(0, calendar.between(end, expectedEnd));
	const endIfNotBegun = lastOf(forecast('still-to-begin'), end);
	return {
		kind: 'plan',
		anchor: anchor.kind,
		today,
		start: isoDateOf(firstDay),
		end: isoDateOf(end),
		expectedEnd: isoDateOf(expectedEnd),
		lateBy,
		lateByIfNotBegun: Math.max(lateBy, calendar.between(end, endIfNotBegun)),
		margin: Math.max(0, calendar.between(expectedEnd, end)),
		tasks,
		continuous: overview.tasks
			.filter((view) => view.status !== 'not-applicable' && durationOf(view) === undefined)
			.map(({ task }) => ({ id: task.id, start: isoDateOf(calendar.add(end, 1)) })),
		steps: stepsOf(tasks),
		criticalPath: tasks
			.filter(({ critical }) => critical)
			.sort((a, b) => a.start.localeCompare(b.start))
			.map(({ id }) => id),
		milestones: milestonesOf(tasks),
	};
}

/** The first `count` working days from a day on, which is one. */
function workingDaysFrom(
	first: number,
	count: number,
	add: (day: number, count: number) => number,
): readonly number[] {
	const days = [first];
	while (days.length < count) {
		days.push(add(days.at(-1) ?? first, 1));
	}
	return days;
}

function workedOn({ status, record }: TaskView, planned: IsoDate): PlannedTask['worked'] {
	const { begunOn = planned, when } = record;
	if (status !== 'done' || when === undefined) {
		return null;
	}
	return { start: begunOn < when ? begunOn : when, end: when };
}

/** The last day of all; `end` when everything is done. */
function lastOf(ends: ReadonlyMap<string, DayNumber>, end: DayNumber): DayNumber {
	return ends.size === 0 ? end : Math.max(...ends.values());
}

interface Dates {
	readonly latestStart: DayNumber;
	readonly latestEnd: DayNumber;
	readonly expectedEnd: DayNumber | undefined;
}

function timelinessOf(
	view: TaskView,
	{ latestStart, latestEnd, expectedEnd }: Dates,
	now: DayNumber,
): Timeliness {
	if (view.status === 'done') {
		return 'done';
	}
	if (now > latestEnd) {
		return 'overdue';
	}
	if (view.runningSince !== null) {
		return expectedEnd !== undefined && expectedEnd > latestEnd ? 'running-late' : 'later';
	}
	if (now > latestStart) {
		return 'must-be-running';
	}
	return now === latestStart ? 'start-today' : 'later';
}

function stepsOf(tasks: readonly PlannedTask[]): readonly PlannedStep[] {
	const numbers = [...new Set(tasks.map(({ step }) => step))];
	return numbers.map((number) => {
		const ofStep = tasks.filter(({ step }) => step === number);
		const starts = ofStep.map(({ start }) => start).sort();
		const ends = ofStep.map(({ end }) => end).sort();
		return { number, start: starts[0] ?? '', end: ends.at(-1) ?? '' };
	});
}

const milestoneTasks: readonly (readonly [Milestone['id'], string])[] = [
	['application-approved', 'application-assessment'],
	['connected', 'connectivity-check'],
	['test-approved', 'report-assessment'],
	['in-production', 'release'],
];

function milestonesOf(tasks: readonly PlannedTask[]): readonly Milestone[] {
	return milestoneTasks.flatMap(([id, taskId]) => {
		const task = tasks.find((planned) => planned.id === taskId);
		return task === undefined
			? []
			: [{ id, task: taskId, date: task.worked?.end ?? task.end, done: task.timeliness === 'done' }];
	});
}
