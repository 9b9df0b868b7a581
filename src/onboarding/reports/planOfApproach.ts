import { servicecentrumLogius } from '../catalogue/contact';
import { neededDocuments, type DocumentId } from '../catalogue/documents';
import { roleIds, roleTexts } from '../catalogue/roles';
import type { Overview } from '../overview';
import type { Planning } from '../planning/plan';
import {
	contactInWords,
	dateInWords,
	documentName,
	estimateMark,
	isEstimated,
	leadTimeInBrief,
	milestoneWords,
	placeInManual,
	situationInWords,
	stepTitle,
	whereToGet,
	whoDoesIt,
} from '../words';
import type { Translate } from '../../text';
import { bullets, known, page, plain, table, toFillIn } from './markdown';

/** The plan of approach (invoeringsplan) of §3.3.6 as Markdown: what is known is filled in, the rest is marked. */
export function planOfApproach(overview: Overview, planning: Planning, t: Translate): string {
	const { situation } = overview;
	return page([
		`# ${t('Plan of approach: connecting to Lopende zaken')}`,
		t(
			'After §3.3.6 of the Handleiding Aansluiten Lopende zaken. What is not known yet is marked {0}.',
			toFillIn(t),
		),
		`## ${t('Situation')}`,
		table(
			[t('Question'), t('Answer')],
			[
				...situationInWords(situation, t).map(({ question, answer }) => [question, answer]),
				...(situation.anchor.kind === 'none' ? [[t('Start date or production date'), toFillIn(t)]] : []),
			],
		),
		`## ${t('Functional context')}`,
		table(
			[t('Topic'), t('Decision')],
			[
				t('Types of case that the citizen will see'),
				t('Functions that are used inside the organisation'),
				t('Functions that are used outside the organisation'),
				t('Expected number of messages, and peaks'),
				t('Ground for using the BSN'),
			].map((subject) => [subject, toFillIn(t)]),
		),
		`## ${t('Roles')}`,
		table(
			[t('Role'), t('Name'), t('Tasks')],
			roleIds.map((role) => [
				roleTexts[role].name(t),
				known(situation.roles[role], t),
				roleTexts[role].about(t),
			]),
		),
		`## ${t('People and means')}`,
		table(
			[t('Topic'), t('Decision')],
			[
				t('Hours and people inside the organisation'),
				t('Hours and people outside the organisation'),
				t('Budget'),
				t('Role of the IT supplier'),
				t('Environments (acceptance and production)'),
			].map((subject) => [subject, toFillIn(t)]),
		),
		`${servicecentrumLogius.name}: ${contactInWords(t)}`,
		`## ${t('Planning')}`,
		planningBlock(overview, planning, t),
		`## ${t('Tasks')}`,
		tasksTable(overview, planning, t),
		`## ${t('Points of attention')}`,
		attention(overview, t),
		`## ${t('Documents')}`,
		documents(overview, t),
		`## ${t('Approval')}`,
		table(
			[t('Role'), t('Name'), t('Date'), t('Signature')],
			(['tekenbevoegde', 'projectleider'] as const).map((role) => [
				roleTexts[role].name(t),
				known(situation.roles[role], t),
				toFillIn(t),
				toFillIn(t),
			]),
		),
	]);
}

function planningBlock(overview: Overview, planning: Planning, t: Translate): string {
	const dates = new Map(planning.kind === 'plan' ? planning.steps.map((step) => [step.number, step]) : []);
	const rows = overview.steps
		.filter(({ counts }) => counts.total > 0)
		.map(({ step }) => {
			const planned = dates.get(step.number);
			return [
				stepTitle(step.number, t),
				step.leadTime(t),
				planned === undefined ? toFillIn(t) : dateInWords(planned.start, t),
				planned === undefined ? toFillIn(t) : dateInWords(planned.end, t),
			];
		});
	const steps = table([t('Step'), t('Lead time in Bijlage 1'), t('First day'), t('Last day')], rows);
	if (planning.kind === 'unplanned') {
		return steps;
	}
	const milestones = planning.milestones.map(({ id, date }) => [milestoneWords[id](t), dateInWords(date, t)]);
	const titles = new Map(overview.tasks.map(({ task }) => [task.id, task.title(t)]));
	const path = planning.criticalPath.flatMap((id) => titles.get(id) ?? []);
	return [
		steps,
		table([t('Milestone'), t('Date')], milestones),
		`${t('Critical path: delay in one of these tasks moves the end.')}\n\n${bullets(path)}`,
	].join('\n\n');
}

function tasksTable(overview: Overview, planning: Planning, t: Translate): string {
	const dates = new Map(planning.kind === 'plan' ? planning.tasks.map((task) => [task.id, task]) : []);
	const tasks = overview.tasks.filter(({ status }) => status !== 'not-applicable');
	const rows = table(
		[t('Task'), t('In the manual'), t('Who'), t('Lead time'), t('First day'), t('Last day')],
		tasks.map((view) => {
			const planned = dates.get(view.task.id);
			return [
				view.task.title(t),
				placeInManual(view),
				plain(whoDoesIt(view, t)),
				leadTimeInBrief(view, t),
				planned === undefined ? '' : dateInWords(planned.start, t),
				planned === undefined ? '' : dateInWords(planned.end, t),
			];
		}),
	);
	const mark = t(
		'{0} An estimate of this extension: the manual gives a time for the whole step only. Put your own in its place where you know better.',
		estimateMark,
	);
	return tasks.some(isEstimated) ? `${rows}\n\n${mark}` : rows;
}

function attention(overview: Overview, t: Translate): string {
	return overview.steps
		.flatMap(({ step, tasks }) => {
			const remarks = [
				step.attention,
				...tasks.filter(({ status }) => status !== 'not-applicable').map(({ task }) => task.attention),
			]
				.flat()
				.filter(({ when }) => when === undefined || when(overview.situation));
			const sentences = [...new Set(remarks.map(({ text }) => text(t)))];
			return sentences.length === 0 || tasks.every(({ status }) => status === 'not-applicable')
				? []
				: [`### ${stepTitle(step.number, t)}`, bullets(sentences)];
		})
		.join('\n\n');
}

function documents(overview: Overview, t: Translate): string {
	const needed = overview.tasks
		.filter(({ status }) => status !== 'not-applicable')
		.flatMap(({ task }) => task.documents);
	const ids = (Object.keys(neededDocuments) as DocumentId[]).filter((id) => needed.includes(id));
	return table(
		[t('Document'), t('For'), t('Where')],
		ids.map((id) => {
			const document = neededDocuments[id];
			return [documentName(document, t), document.about(t), whereToGet(document, t)];
		}),
	);
}
