import { neededDocuments, type DocumentId } from '../../onboarding/catalogue/documents';
import type { Remark } from '../../onboarding/catalogue/task';
import { terms } from '../../onboarding/catalogue/terms';
import type { Overview, StepView, TaskView } from '../../onboarding/overview';
import type { Situation } from '../../onboarding/situation';
import { durationOf, type Planning } from '../../onboarding/planning/plan';
import { evidenceJson } from '../../onboarding/progress/formatProgress';
import { leadTimeOfTask } from '../../onboarding/words';
import type { Translate } from '../../text';

/** The JSON of `tasks`. Days are YYYY-MM-DD, ends inclusive; null without a date to plan from. */
export function tasksJson(overview: Overview, planning: Planning, t: Translate): readonly string[] {
	const { counts, next } = overview;
	const content = {
		version: 1,
		tasks: overview.tasks.map((view) => taskJson(view, overview, planning, t)),
		planning: planning.kind === 'plan' ? withFields(planning, planFields) : null,
		summary: { ...counts, next: next?.task.id ?? null },
		terms: terms.map(({ name, full = null, meaning }) => ({ name, full, meaning: meaning(t) })),
		steps: overview.steps.map((view) => stepJson(view, overview.situation, t)),
	};
	return [`${JSON.stringify(content, null, 1)}\n`];
}

function taskJson(view: TaskView, overview: Overview, planning: Planning, t: Translate): object {
	const { task, record } = view;
	const dates = datesOf(task.id, planning);
	return {
		id: task.id,
		step: task.step,
		paragraph: task.paragraph,
		row: task.rows[0] ?? null,
		title: task.title(t),
		summary: task.summary(t),
		roles: task.roles,
		actor: view.actors,
		leadTime: { workingDays: durationOf(view) ?? null, text: leadTimeOfTask(view)(t) },
		applicable: view.status !== 'not-applicable',
		reason: view.reason?.(t) ?? null,
		dependsOn: view.dependsOn,
		done: view.status === 'done',
		evidence: record.evidence.map(evidenceJson),
		...dates,
		status: view.status,
		runningSince: view.runningSince,
		waitsFor: view.waitsFor,
		people: view.people,
		activities: said(task.activities, overview.situation, t),
		attention: said(task.attention, overview.situation, t),
		documents: task.documents.map(documentJson),
		result: task.result(t),
		notes: record.notes,
	};
}

/** What the manual says about all tasks of a step together. */
function stepJson({ step, counts }: StepView, situation: Situation, t: Translate): object {
	return {
		step: step.number,
		title: step.title(t),
		summary: step.summary(t),
		leadTime: step.leadTime(t),
		...counts,
		means: said(step.means, situation, t),
		documents: step.documents.map(documentJson),
		attention: said(step.attention, situation, t),
		result: said(step.result, situation, t),
	};
}

/** The remarks that concern this organisation. */
function said(remarks: readonly Remark[], situation: Situation, t: Translate): readonly string[] {
	return remarks.filter(({ when }) => when === undefined || when(situation)).map(({ text }) => text(t));
}

function documentJson(id: DocumentId): object {
	const { name, address, formerly } = neededDocuments[id];
	return { name, url: address?.url ?? null, formerly: formerly?.name ?? null };
}

/** What is told of the days of a task. */
const plannedFields = [
	'start',
	'end',
	'latestStart',
	'latestEnd',
	'expectedEnd',
	'worked',
	'critical',
	'timeliness',
] as const;

/** What is told of the planning as a whole. */
const planFields = [
	'today',
	'start',
	'end',
	'expectedEnd',
	'lateBy',
	'lateByIfNotBegun',
	'margin',
	'criticalPath',
	'milestones',
	'steps',
] as const;

function datesOf(id: string, planning: Planning): object {
	const unplanned = { ...Object.fromEntries(plannedFields.map((field) => [field, null])), critical: false };
	if (planning.kind === 'unplanned') {
		return unplanned;
	}
	const planned = planning.tasks.find((task) => task.id === id);
	if (planned !== undefined) {
		return withFields(planned, plannedFields);
	}
	const start = planning.continuous.find((task) => task.id === id)?.start ?? null;
	return { ...unplanned, start };
}

function withFields<T>(whole: T, fields: readonly (keyof T)[]): object {
	return Object.fromEntries(fields.map((field) => [field, whole[field]]));
}
