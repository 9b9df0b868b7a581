import { servicecentrumLogius } from '../../onboarding/catalogue/contact';
import { neededDocuments } from '../../onboarding/catalogue/documents';
import type { Remark } from '../../onboarding/catalogue/task';
import { terms } from '../../onboarding/catalogue/terms';
import type { Overview, TaskView } from '../../onboarding/overview';
import type { Planning } from '../../onboarding/planning/plan';
import { bullets, page, plain, table } from '../../onboarding/reports/markdown';
import { lateness, progressLine } from '../../onboarding/reports/statusReport';
import type { Situation } from '../../onboarding/situation';
import {
	contactInWords,
	dateInWords,
	documentName,
	leadTimeOfTask,
	placeInManual,
	situationInWords,
	statusInWords,
	stepTitle,
	whereToGet,
	whoDoesIt,
} from '../../onboarding/words';
import type { Translate } from '../../text';

/** The tasks as a Markdown checklist. */
export function tasksMarkdown(overview: Overview, planning: Planning, t: Translate): readonly string[] {
	const { counts, next, situation } = overview;
	return [
		page([
			`# ${t('Connecting to Lopende zaken')}`,
			progressLine(counts.done, counts.total, next, t),
			table(
				[t('Question'), t('Answer')],
				situationInWords(situation, t).map(({ question, answer }) => [question, answer]),
			),
			...(planning.kind === 'plan'
				? [
						`${t('Planning: {0} to {1}.', dateInWords(planning.start, t), dateInWords(planning.end, t))} ${lateness(planning, t)}`,
					]
				: []),
			...overview.steps.flatMap(({ step, tasks }) => [
				`## ${stepTitle(step.number, t)}`,
				step.summary(t),
				t('Lead time: {0}', step.leadTime(t)),
				bullets([
					...said(step.means, situation, t),
					...said(step.attention, situation, t).map((words) => `${t('Point of attention')}: ${words}`),
					...said(step.result, situation, t).map((words) => `${t('Result')}: ${words}`),
				]),
				`### ${t('Tasks')}`,
				bullets(tasks.map((view) => taskItem(view, situation, planning, t))),
			]),
			`## ${t('Terms')}`,
			bullets(
				terms.map(({ name, full, meaning }) =>
					full === undefined ? `**${name}**: ${meaning(t)}` : `**${name}** (${full}): ${meaning(t)}`,
				),
			),
			`${servicecentrumLogius.name}: ${contactInWords(t)}`,
		]),
	];
}

/** The remarks that concern this organisation. */
function said(remarks: readonly Remark[], situation: Situation, t: Translate): readonly string[] {
	return remarks
		.filter(({ when }) => when === undefined || when(situation))
		.map(({ text }) => plain(text(t)));
}

/** What there is to do for a task, what to watch and what is needed. */
function detailsOf({ task }: TaskView, situation: Situation, t: Translate): readonly string[] {
	return [
		...said(task.activities, situation, t),
		...said(task.attention, situation, t).map((words) => `${t('Point of attention')}: ${words}`),
		...task.documents.map((id) => {
			const document = neededDocuments[id];
			return `${t('Document')}: ${documentName(document, t)}, ${whereToGet(document, t)}`;
		}),
		`${t('Result')}: ${task.result(t)}`,
	];
}

function taskItem(view: TaskView, situation: Situation, planning: Planning, t: Translate): string {
	const { task, status } = view;
	const place = placeInManual(view);
	const planned = planning.kind === 'plan' ? planning.tasks.find(({ id }) => id === task.id) : undefined;
	const title = status === 'not-applicable' ? `~~${task.title(t)}~~` : `**${task.title(t)}**`;
	const head = `[${status === 'done' ? 'x' : ' '}] ${title}${place === '' ? '' : ` (${place})`}`;
	const reason = view.reason?.(t);
	const facts =
		reason === undefined
			? [
					task.summary(t),
					t('Who: {0}', plain(whoDoesIt(view, t))),
					t('Lead time: {0}', leadTimeOfTask(view)(t)),
					...(planned === undefined
						? []
						: [t('{0} to {1}', dateInWords(planned.start, t), dateInWords(planned.end, t))]),
					t('State: {0}', statusInWords(view, t)),
				]
			: [t('Not applicable: {0}', plain(reason))];
	const text = [head, ...facts.map((fact) => `  ${fact}`)].join('  \n');
	const details = reason === undefined ? detailsOf(view, situation, t) : [];
	return [text, ...details.map((detail) => `  - ${detail}`)].join('\n');
}
