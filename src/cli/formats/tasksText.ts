import type { Overview, TaskStatus, TaskView } from '../../onboarding/overview';
import type { Plan, Planning } from '../../onboarding/planning/plan';
import { lateness, progressLine } from '../../onboarding/reports/statusReport';
import {
	dateInWords,
	placeInManual,
	statusInWords,
	stepTitle,
	timelinessWords,
	whoDoesIt,
} from '../../onboarding/words';
import type { Translate } from '../../text';
import type { Colours } from '../output';

const marks: Readonly<Record<TaskStatus, string>> = {
	done: '[x]',
	ready: '[ ]',
	waiting: '[~]',
	blocked: '[ ]',
	'not-applicable': '[-]',
};

/** The tasks for people: steps with their counts, tasks with state and dates, and what stands in the way. */
export function* tasksText(
	overview: Overview,
	planning: Planning,
	t: Translate,
	colours: Colours,
): Iterable<string> {
	const { counts, next } = overview;
	yield `${colours.bold(progressLine(counts.done, counts.total, next, t))}\n`;
	if (planning.kind === 'plan') {
		yield `${t('Planning: {0} to {1}.', dateInWords(planning.start, t), dateInWords(planning.end, t))} ${lateness(planning, t)}\n`;
	} else {
		yield `${t('Give a start date or a production date in the situation to get a planning.')}\n`;
	}
	const titles = new Map(overview.tasks.map(({ task }) => [task.id, task.title(t)]));
	for (const { step, tasks, counts: ofStep } of overview.steps) {
		const count = ofStep.total === 0 ? '' : `  ${ofStep.done}/${ofStep.total}`;
		yield `\n${colours.underline(stepTitle(step.number, t))}${count}  ${colours.dim(step.leadTime(t))}\n`;
		for (const view of tasks) {
			yield* taskLines(view, view === next, planning, titles, t, colours);
		}
	}
}

function* taskLines(
	view: TaskView,
	isNext: boolean,
	planning: Planning,
	titles: ReadonlyMap<string, string>,
	t: Translate,
	colours: Colours,
): Iterable<string> {
	const { task, status } = view;
	const place = placeInManual(view);
	const title = status === 'not-applicable' ? colours.dim(task.title(t)) : task.title(t);
	const remark = isNext
		? colours.green(t('next'))
		: status === 'waiting'
			? colours.yellow(statusInWords(view, t))
			: view.runningSince !== null
				? colours.green(statusInWords(view, t))
				: '';
	const parts = [
		`  ${marks[status]} ${title}`,
		place === '' ? '' : colours.dim(place),
		datesInWords(view, planning, t, colours),
		remark,
	];
	yield `${parts.filter((part) => part !== '').join('  ')}\n`;
	if (view.reason !== null) {
		yield `      ${colours.dim(view.reason(t))}\n`;
	}
	if (status !== 'done' && status !== 'not-applicable') {
		yield `      ${colours.dim(whoDoesIt(view, t))}\n`;
	}
	if (status === 'blocked') {
		const before = view.waitsFor.flatMap((id) => titles.get(id) ?? []);
		yield `      ${colours.dim(t('waits for: {0}', before.join('; ')))}\n`;
	}
}

function datesInWords(
	{ task, status }: TaskView,
	planning: Planning,
	t: Translate,
	colours: Colours,
): string {
	const planned = planning.kind === 'plan' ? plannedOf(task.id, planning) : undefined;
	if (planned === undefined || status === 'not-applicable') {
		return '';
	}
	const dates = `${planned.start} – ${planned.end}`;
	const { timeliness } = planned;
	return timeliness === 'done' || timeliness === 'later'
		? dates
		: `${dates} ${colours.red(timelinessWords[timeliness](t))}`;
}

function plannedOf(id: string, plan: Plan): Plan['tasks'][number] | undefined {
	return plan.tasks.find((task) => task.id === id);
}
