import { MarkdownString } from 'vscode';
import { neededDocuments } from '../../../onboarding/catalogue/documents';
import type { Overview, TaskView } from '../../../onboarding/overview';
import { lateness } from '../../../onboarding/reports/statusReport';
import { bullets, page, plain } from '../../../onboarding/reports/markdown';
import {
	dateInWords,
	datesInWords,
	documentName,
	leadTimeOfTask,
	placeInManual,
	statusInWords,
	stepTitle,
	whereToGet,
	whoDoesIt,
} from '../../../onboarding/words';
import type { Translate } from '../../../text';
import type { Connection } from '../projects';
import { concerning, type PartNode, type StepNode, type TaskNode } from './nodes';

/** What, why, who, how long, what to watch, the result, and where the manual says it. */
export function taskTooltip({ view, connection }: TaskNode, t: Translate): MarkdownString {
	const { task } = view;
	const attention = concerning(task.attention, connection.overview.situation);
	const line = (name: string, value: string): string => `**${name}:** ${plain(value)}`;
	return new MarkdownString(
		page([
			`**${plain(task.title(t))}**`,
			plain(task.summary(t)),
			bullets([
				line(t('Status'), standing(view, connection.overview, t)),
				line(t('Who'), whoDoesIt(view, t)),
				line(t('Lead time'), leadTimeOfTask(view)(t)),
				...planningLines(view, connection, t).map((words) => line(t('Planning'), words)),
				line(t('Result'), task.result(t)),
			]),
			...(attention.length === 0
				? []
				: [`**${t('Points of attention')}**`, bullets(attention.map(({ text }) => plain(text(t))))]),
			plain(placeInManual(view)),
		]),
	);
}

/** How the task stands, with the reason or what it waits for. */
export function standing(view: TaskView, overview: Overview, t: Translate): string {
	if (view.reason !== null) {
		return t('Not applicable: {0}', view.reason(t));
	}
	if (view.status !== 'blocked') {
		return statusInWords(view, t);
	}
	const before = view.waitsFor.flatMap(
		(id) => overview.tasks.find(({ task }) => task.id === id)?.task.title(t) ?? [],
	);
	return t('waits for: {0}', before.join('; '));
}

/** The dates of the task and how it stands against them; nothing when it has none. */
export function planningLines({ task }: TaskView, { planned }: Connection, t: Translate): readonly string[] {
	const dates = planned.get(task.id);
	return dates === undefined ? [] : [datesInWords(dates, t)];
}

export function stepTooltip({ view, connection }: StepNode, t: Translate): MarkdownString {
	const { step, counts } = view;
	const { planning, overview } = connection;
	const planned =
		planning.kind === 'plan' ? planning.steps.find(({ number }) => number === step.number) : undefined;
	const attention = concerning(step.attention, overview.situation);
	return new MarkdownString(
		page([
			`**${plain(stepTitle(step.number, t))}**`,
			plain(step.summary(t)),
			bullets([
				...(counts.total === 0 ? [] : [t('{0} of {1} done.', counts.done, counts.total)]),
				t('Lead time: {0}', step.leadTime(t)),
				...(planned === undefined
					? []
					: [t('Planning: {0} to {1}.', dateInWords(planned.start, t), dateInWords(planned.end, t))]),
				...(planning.kind === 'plan' ? [lateness(planning, t)] : []),
			]),
			...(attention.length === 0
				? []
				: [`**${t('Points of attention')}**`, bullets(attention.map(({ text }) => plain(text(t))))]),
		]),
	);
}

export function partTooltip({ part }: PartNode, t: Translate): MarkdownString {
	switch (part.kind) {
		case 'proposal': {
			const { why, remains } = part.proposal;
			return new MarkdownString(page([plain(why), plain(remains ?? '')]));
		}
		case 'attention': {
			const { text, source } = part.remark;
			return new MarkdownString(page([plain(text(t)), source === null ? '' : plain(sourceInWords(source))]));
		}
		case 'document': {
			const document = neededDocuments[part.document];
			return new MarkdownString(
				page([`**${plain(documentName(document, t))}**`, plain(document.about(t)), whereToGet(document, t)]),
			);
		}
		case 'evidence': {
			const { summary, when, file, sha256 } = part.evidence;
			return new MarkdownString(
				page([
					plain(summary),
					bullets(
						[when, file, sha256 === undefined ? undefined : `SHA-256 ${sha256}`].flatMap((fact) =>
							fact === undefined ? [] : plain(fact),
						),
					),
				]),
			);
		}
		case 'note': {
			const { text, when, by } = part.note;
			return new MarkdownString(page([plain(text), plain(by === undefined ? when : `${when}, ${by}`)]));
		}
	}
}

/** A paragraph of the manual, or a row of its Bijlage 1. */
export function sourceInWords(source: string): string {
	return /[ivx]/.test(source) ? `Bijlage 1: ${source}` : `§${source}`;
}
