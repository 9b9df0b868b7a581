import { steps, tasks } from './catalogue/catalogue';
import { isSupplier } from './catalogue/condition';
import type { Actor, RoleId } from './catalogue/roles';
import type { Step, Task } from './catalogue/task';
import type { LeadTime } from './catalogue/leadTime';
import type { Phrase } from './phrase';
import type { IsoDate } from './planning/isoDate';
import { recordOf, type Progress, type TaskRecord } from './progress/progress';
import type { Situation } from './situation';

/**
 * How a task stands.
 * - `ready`: it can be done now, or has been begun.
 * - `waiting`: Logius has to act.
 * - `blocked`: another task must be finished first.
 */
export type TaskStatus = 'done' | 'ready' | 'waiting' | 'blocked' | 'not-applicable';

/** A task as it is for this organisation, now. */
export interface TaskView {
	readonly task: Task;
	readonly status: TaskStatus;
	readonly record: TaskRecord;
	/** Why it does not apply; null when it does. */
	readonly reason: Phrase | null;
	/** Decided by the situation, so that the user cannot tick it. */
	readonly excluded: boolean;
	/** The tasks that must be finished first, all applicable: instead of one that is not, those which that one waits for. */
	readonly dependsOn: readonly string[];
	/** Those of {@link dependsOn} that are not done. */
	readonly waitsFor: readonly string[];
	/**
	 * Since when Logius has to act, or else the organisation is at work; null when that is not known, and when it is done. Of what Logius alone
	 * does it is the day on which the last task before it was done.
	 */
	readonly runningSince: IsoDate | null;
	readonly actors: readonly Actor[];
	readonly leadTime: LeadTime;
	/** The roles that have a name in the situation, in the task's order. */
	readonly people: readonly { readonly role: RoleId; readonly name: string }[];
}

export interface Counts {
	readonly done: number;
	/** Applicable tasks that can be finished: those of the step Operation never are. */
	readonly total: number;
	readonly notApplicable: number;
}

export interface StepView {
	readonly step: Step;
	readonly tasks: readonly TaskView[];
	readonly counts: Counts;
}

/** All steps and tasks for one organisation. */
export interface Overview {
	readonly situation: Situation;
	readonly steps: readonly StepView[];
	readonly tasks: readonly TaskView[];
	readonly counts: Counts;
	/** The first task, in order, that can be done now; null when there is none. */
	readonly next: TaskView | null;
	/** Tasks with which Logius has to act now. */
	readonly waitingForLogius: readonly TaskView[];
}

/** Situation and progress to tasks. Pure: the same for the same data. */
export function createOverview(progress: Progress): Overview {
	const { situation } = progress;
	const records = new Map(tasks.map((task) => [task.id, recordOf(progress, task.id)]));
	const excluded = new Map(tasks.map((task) => [task.id, exclusionOf(task, situation)]));
	const applies = (id: string): boolean =>
		excluded.get(id) === null && records.get(id)?.state !== 'not-applicable';
	const dependencies = dependenciesOf(applies);
	const isDone = (id: string): boolean => records.get(id)?.state === 'done';

	const views = tasks.map((task): TaskView => {
		const record = recordOf(progress, task.id);
		const exclusion = exclusionOf(task, situation);
		const dependsOn = dependencies.get(task.id) ?? [];
		const waitsFor = dependsOn.filter((id) => !isDone(id));
		const actors = actorsFor(task, situation);
		const status = statusOf(applies(task.id), record, waitsFor, actors);
		return {
			task,
			status,
			record,
			reason: exclusion ?? (record.state === 'not-applicable' ? reasonByHand(record) : null),
			excluded: exclusion !== null,
			dependsOn,
			waitsFor,
			runningSince: runningSince(
				status,
				record,
				dependsOn.map((id) => recordOf(progress, id)),
			),
			actors,
			leadTime: task.leadTime(situation),
			people: task.roles.flatMap((role) => {
				const name = situation.roles[role];
				return name === undefined || name === '' ? [] : [{ role, name }];
			}),
		};
	});
	const byStep = steps.map((step): StepView => {
		const ofStep = views.filter(({ task }) => task.step === step.number);
		return { step, tasks: ofStep, counts: countTasks(ofStep) };
	});
	return {
		situation,
		steps: byStep,
		tasks: views,
		counts: countTasks(views),
		next: views.find((view) => view.status === 'ready' && canBeFinished(view)) ?? null,
		waitingForLogius: views.filter(({ status }) => status === 'waiting'),
	};
}

function exclusionOf(task: Task, situation: Situation): Phrase | null {
	return task.notFor.find(({ when }) => when(situation))?.reason ?? null;
}

function reasonByHand({ notes }: TaskRecord): Phrase {
	const last = notes.at(-1)?.text;
	return (t) =>
		last === undefined ? t('Marked as not applicable.') : t('Marked as not applicable: {0}', last);
}

/**
 * The dependencies of every task on tasks that apply. Instead of one that does not apply a task inherits what that one waits for, unless it
 * waits for that anyway through another task.
 */
function dependenciesOf(applies: (id: string) => boolean): ReadonlyMap<string, readonly string[]> {
	const direct = new Map<string, readonly string[]>();
	const ancestors = new Map<string, ReadonlySet<string>>();
	// A task stands after those that it depends on.
	for (const { id, dependsOn } of tasks) {
		const own = dependsOn.filter(applies);
		const inherited = dependsOn
			.filter((before) => !applies(before))
			.flatMap((before) => direct.get(before) ?? []);
		const candidates = new Set([...own, ...inherited]);
		const through = new Set([...candidates].flatMap((before) => [...(ancestors.get(before) ?? [])]));
		direct.set(
			id,
			tasks
				.map((task) => task.id)
				.filter((before) => own.includes(before) || (candidates.has(before) && !through.has(before))),
		);
		ancestors.set(id, new Set([...candidates, ...through]));
	}
	return direct;
}

function statusOf(
	applies: boolean,
	record: TaskRecord,
	waitsFor: readonly string[],
	actors: readonly Actor[],
): TaskStatus {
	if (!applies) {
		return 'not-applicable';
	}
	if (record.state === 'done') {
		return 'done';
	}
	if (record.waitingSince !== undefined) {
		return 'waiting';
	}
	if (waitsFor.length > 0 && record.begunOn === undefined) {
		return 'blocked';
	}
	return actors.every((actor) => actor === 'logius') ? 'waiting' : 'ready';
}

function runningSince(
	status: TaskStatus,
	{ waitingSince, begunOn }: TaskRecord,
	before: readonly TaskRecord[],
): IsoDate | null {
	if (status !== 'waiting' && status !== 'ready') {
		return null;
	}
	const known = waitingSince ?? begunOn;
	if (known !== undefined || status === 'ready') {
		return known ?? null;
	}
	const days = before.flatMap(({ when }) => when ?? []).sort();
	return days.length === before.length ? (days.at(-1) ?? null) : null;
}

/** In a supplier connection the supplier itself is who connects (§1.2). */
function actorsFor(task: Task, situation: Situation): readonly Actor[] {
	return isSupplier(situation)
		? [...new Set(task.actors.map((actor) => (actor === 'afnemer' ? 'leverancier' : actor)))]
		: task.actors;
}

/** What goes on for ever is not counted and never the next task. */
export function canBeFinished({ leadTime }: TaskView): boolean {
	return leadTime.kind !== 'continuous';
}

function countTasks(views: readonly TaskView[]): Counts {
	const applicable = views.filter((view) => view.status !== 'not-applicable');
	const finite = applicable.filter(canBeFinished);
	return {
		done: finite.filter(({ status }) => status === 'done').length,
		total: finite.length,
		notApplicable: views.length - applicable.length,
	};
}

/** The tasks that can be done now, of one role or of all: the badge of the view. */
export function readyFor(overview: Overview, role?: RoleId): readonly TaskView[] {
	return overview.tasks.filter(
		(view) =>
			view.status === 'ready' &&
			canBeFinished(view) &&
			(role === undefined || view.task.roles.includes(role)),
	);
}
