import { contradictsItself, leadTimeInWords } from '../catalogue/leadTime';
import type { Overview, TaskView } from '../overview';
import type { IsoDate } from '../planning/isoDate';
import { urgentTimeliness, type Plan, type Planning } from '../planning/plan';
import { dateInWords, statusInWords, stepTitle, timelinessWords } from '../words';
import type { Translate } from '../../text';
import { bullets, page, plain, table, toFillIn } from './markdown';

/** The status for the project leader as Markdown: done, next, waiting, late, and when it will end. */
export function statusReport(overview: Overview, planning: Planning, today: IsoDate, t: Translate): string {
	const { counts, next, waitingForLogius } = overview;
	const blocked = overview.tasks.filter(
		(view) => view.status === 'blocked' && view.leadTime.kind !== 'continuous',
	);
	const titles = new Map(overview.tasks.map(({ task }) => [task.id, task.title(t)]));
	return page([
		`# ${t('Status of the connection to Lopende zaken on {0}', dateInWords(today, t))}`,
		progressLine(counts.done, counts.total, next, t),
		table(
			[t('Step'), t('Done'), t('Not applicable')],
			overview.steps.map(({ step, counts: ofStep }) => [
				stepTitle(step.number, t),
				ofStep.total === 0 ? '' : `${ofStep.done}/${ofStep.total}`,
				String(ofStep.notApplicable),
			]),
		),
		`## ${t('Planning')}`,
		...(planning.kind === 'plan'
			? planBlocks(planning, titles, t)
			: [t('No date to plan from: {0}', toFillIn(t))]),
		`## ${t('Waiting for Logius')}`,
		listOf(waitingForLogius, t),
		`## ${t('Can be done now')}`,
		listOf(
			overview.tasks.filter((view) => view.status === 'ready' && view.leadTime.kind !== 'continuous'),
			t,
		),
		`## ${t('Waiting for another task')}`,
		blocked.length === 0
			? t('None.')
			: table(
					[t('Task'), t('Waits for')],
					blocked.map(({ task, waitsFor }) => [
						task.title(t),
						waitsFor.flatMap((id) => titles.get(id) ?? []).join('; '),
					]),
				),
		`## ${t('Done')}`,
		doneTable(overview, t),
		...contradictions(overview, t),
	]);
}

/** `14 of 31 done, next: …`. */
export function progressLine(done: number, total: number, next: TaskView | null, t: Translate): string {
	if (total > 0 && done === total) {
		return t('{0} of {1} done: the connection is complete.', done, total);
	}
	return next === null
		? t('{0} of {1} done.', done, total)
		: t('{0} of {1} done, next: {2}.', done, total, next.task.title(t));
}

function planBlocks(plan: Plan, titles: ReadonlyMap<string, string>, t: Translate): readonly string[] {
	const rows = urgentTimeliness.flatMap((timeliness) =>
		plan.tasks
			.filter((task) => task.timeliness === timeliness)
			.map((task) => [
				titles.get(task.id) ?? '',
				timelinessWords[timeliness](t),
				dateInWords(task.latestStart, t),
				dateInWords(task.latestEnd, t),
			]),
	);
	return [
		table(
			[t('Topic'), t('Date')],
			[
				[t('Begin'), dateInWords(plan.start, t)],
				[t('Planned end'), dateInWords(plan.end, t)],
				[t('Expected end'), dateInWords(plan.expectedEnd, t)],
			],
		),
		lateness(plan, t),
		rows.length === 0
			? ''
			: table([t('Task'), t('Status'), t('Begin at the latest'), t('End at the latest')], rows),
	];
}

/** As {@link lateness}, where there is little room. */
export function latenessInShort(plan: Plan, t: Translate): string {
	switch (plan.lateBy) {
		case 0:
			return plan.lateByIfNotBegun === 0
				? lateness(plan, t)
				: t('On schedule, if what should be running has been begun.');
		case 1:
			return t('Heading for 1 working day late.');
		default:
			return t('Heading for {0} working days late.', plan.lateBy);
	}
}

/** Whether the end is in danger, in one sentence. */
export function lateness({ lateBy, lateByIfNotBegun, margin }: Plan, t: Translate): string {
	if (lateBy > 0) {
		return lateBy === 1
			? t('The end comes 1 working day too late, if everything open is taken up as soon as it can be.')
			: t(
					'The end comes {0} working days too late, if everything open is taken up as soon as it can be.',
					lateBy,
				);
	}
	if (lateByIfNotBegun > 0) {
		return lateByIfNotBegun === 1
			? t(
					'On schedule, if what should be running by now has been begun. If that must still begin, the end comes 1 working day too late.',
				)
			: t(
					'On schedule, if what should be running by now has been begun. If that must still begin, the end comes {0} working days too late.',
					lateByIfNotBegun,
				);
	}
	if (margin === 0) {
		return t('On schedule, without a day to spare.');
	}
	return margin === 1
		? t('On schedule, with 1 working day to spare.')
		: t('On schedule, with {0} working days to spare.', margin);
}

function listOf(views: readonly TaskView[], t: Translate): string {
	return views.length === 0
		? t('None.')
		: bullets(
				views.map((view) => {
					const title = view.task.title(t);
					return view.runningSince === null ? title : `${title} (${statusInWords(view, t)})`;
				}),
			);
}

function doneTable(overview: Overview, t: Translate): string {
	const done = overview.tasks.filter(({ status }) => status === 'done');
	return done.length === 0
		? t('None.')
		: table(
				[t('Task'), t('When'), t('By'), t('Evidence')],
				done.map(({ task, record }) => [
					task.title(t),
					record.when === undefined ? '' : dateInWords(record.when, t),
					record.by === undefined ? '' : plain(record.by),
					record.evidence.map(({ summary }) => plain(summary)).join('; '),
				]),
			);
}

function contradictions(overview: Overview, t: Translate): readonly string[] {
	const remarks = overview.tasks
		.filter(({ status, leadTime }) => status !== 'not-applicable' && contradictsItself(leadTime))
		.map(({ task, leadTime }) => `${task.title(t)}: ${leadTimeInWords(leadTime)(t)}`);
	return remarks.length === 0 ? [] : [`## ${t('Remarks')}`, bullets(remarks)];
}
