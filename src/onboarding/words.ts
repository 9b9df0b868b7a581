import type { Translate } from '../text';
import { roleTexts } from './catalogue/roles';
import type { StepNumber } from './catalogue/task';
import { steps } from './catalogue/catalogue';
import { isSupplier } from './catalogue/condition';
import { servicecentrumLogius } from './catalogue/contact';
import { amountInWords, leadTimeInWords } from './catalogue/leadTime';
import type { NeededDocument } from './catalogue/documents';
import type { TaskStatus, TaskView } from './overview';
import type { Phrase } from './phrase';
import type { IsoDate } from './planning/isoDate';
import type { Milestone, PlannedTask, Timeliness } from './planning/plan';
import type { Situation } from './situation';

/** `4 January 2027`. */
export function dateInWords(date: IsoDate, t: Translate): string {
	const [year = '', month = '', day = ''] = date.split('-');
	const name = monthName(Number(month), t);
	return t('{0} {1} {2}', Number(day), name, year);
}

/** @param month 1 to 12. */
function monthName(month: number, t: Translate): string {
	const names = [
		t('January'),
		t('February'),
		t('March'),
		t('April'),
		t('May'),
		t('June'),
		t('July'),
		t('August'),
		t('September'),
		t('October'),
		t('November'),
		t('December'),
	];
	return names[month - 1] ?? '';
}

/** In three or four letters. @param month 1 to 12. */
export function monthAbbreviation(month: number, t: Translate): string {
	const names = [
		t('Jan'),
		t('Feb'),
		t('Mar'),
		t('Apr'),
		t('May'),
		t('Jun'),
		t('Jul'),
		t('Aug'),
		t('Sep'),
		t('Oct'),
		t('Nov'),
		t('Dec'),
	];
	return names[month - 1] ?? '';
}

export const statusWords: Readonly<Record<TaskStatus, Phrase>> = {
	done: (t) => t('done'),
	ready: (t) => t('can be done now'),
	waiting: (t) => t('waiting for Logius'),
	blocked: (t) => t('waiting for another task'),
	'not-applicable': (t) => t('not applicable'),
};

export const timelinessWords: Readonly<Record<Timeliness, Phrase>> = {
	done: (t) => t('done'),
	overdue: (t) => t('too late'),
	'start-today': (t) => t('must be begun today'),
	'must-be-running': (t) => t('must have been begun'),
	'running-late': (t) => t('has been begun, but will end too late'),
	later: (t) => t('in time'),
};

export const milestoneWords: Readonly<Record<Milestone['id'], Phrase>> = {
	'application-approved': (t) => t('Application approved by Logius'),
	connected: (t) => t('Connected to pre-production'),
	'test-approved': (t) => t('Test report approved'),
	'in-production': (t) => t('In production'),
};

/** How a task stands, and since when. */
export function statusInWords({ status, runningSince }: TaskView, t: Translate): string {
	if (runningSince === null) {
		return statusWords[status](t);
	}
	const since = dateInWords(runningSince, t);
	return status === 'waiting' ? t('waiting for Logius since {0}', since) : t('begun on {0}', since);
}

/** How long a task takes here: as the organisation says, or else the manual. */
export function leadTimeOfTask({ record, leadTime }: TaskView): Phrase {
	const { workingDays } = record;
	return (t) =>
		workingDays === undefined
			? leadTimeInWords(leadTime)(t)
			: workingDays === 1
				? t('1 working day, by your own organisation')
				: t('{0} working days, by your own organisation', workingDays);
}

/** Whether neither the manual nor the organisation says how long the task takes. */
export function isEstimated({ leadTime, record }: TaskView): boolean {
	return leadTime.kind === 'estimate' && record.workingDays === undefined;
}

/** What marks an estimate of ours in {@link leadTimeInBrief}. */
export const estimateMark = '\\*';

/**
 * As {@link leadTimeOfTask}, in Markdown, where many stand below each other: that a time is our estimate is only marked, and said once below
 * them all.
 */
export function leadTimeInBrief(view: TaskView, t: Translate): string {
	const { leadTime } = view;
	return leadTime.kind === 'estimate' && isEstimated(view)
		? `${amountInWords({ amount: leadTime.workingDays, unit: 'working-days' })(t)}${estimateMark}`
		: leadTimeOfTask(view)(t);
}

/** From which day to which, or the only one. */
export function periodInWords({ start, end }: Pick<PlannedTask, 'start' | 'end'>, t: Translate): string {
	return start === end ? dateInWords(start, t) : t('{0} to {1}', dateInWords(start, t), dateInWords(end, t));
}

/** The dates of a task and how it stands against them. When it will end is said where that is another day than planned. */
export function datesInWords(dates: PlannedTask, t: Translate): string {
	const { end, expectedEnd, latestEnd, timeliness, critical } = dates;
	return [
		periodInWords(dates, t),
		...(expectedEnd === null || expectedEnd === end
			? []
			: [t('expected to end on {0}', dateInWords(expectedEnd, t))]),
		...(latestEnd === end ? [] : [t('at the latest on {0}', dateInWords(latestEnd, t))]),
		timelinessWords[timeliness](t),
		...(critical ? [t('critical path')] : []),
	].join('; ');
}

/** The roles of a task, each with the name of the person when that is known. */
export function whoDoesIt({ task, people }: TaskView, t: Translate): string {
	return task.roles
		.map((role) => {
			const name = people.find((person) => person.role === role)?.name;
			const words = roleTexts[role].name(t);
			return name === undefined ? words : `${words} (${name})`;
		})
		.join(', ');
}

/** `Step 2: Connect to pre-production`. */
export function stepTitle(number: StepNumber, t: Translate): string {
	const title = steps.find((step) => step.number === number)?.title(t) ?? '';
	return t('Step {0}: {1}', number, title);
}

/** `§4.3.8, Bijlage 1: 2.ix`: where the manual tells it; empty when it nowhere does. */
export function placeInManual({ task }: TaskView): string {
	return [
		...(task.paragraph === null ? [] : [`§${task.paragraph}`]),
		...(task.rows.length === 0 ? [] : [`Bijlage 1: ${task.rows.join(', ')}`]),
	].join(', ');
}

/** Question and answer for each part of the situation. */
export function situationInWords(
	situation: Situation,
	t: Translate,
): readonly { readonly question: string; readonly answer: string }[] {
	const yesOrNo = (is: boolean): string => (is ? t('yes') : t('no'));
	const { anchor } = situation;
	return [
		{
			question: t('Kind of organisation'),
			answer: situation.organisation === 'supplier' ? t('supplier') : t('government body'),
		},
		...(situation.organisation === 'supplier'
			? [{ question: t('Number'), answer: t('HRN, from the certificate') }]
			: [{ question: t('OIN present'), answer: yesOrNo(situation.hasOin) }]),
		{ question: t('Digikoppeling adapter present'), answer: yesOrNo(situation.hasAdapter) },
		{
			question: t('Network'),
			answer: situation.network === 'internet' ? t('internet') : 'Diginetwerk',
		},
		{
			question: t('Message standard'),
			answer: situation.messageStandard === 'stuf' ? 'StUF' : 'MO-bericht',
		},
		{ question: t('PKIoverheid certificates present'), answer: yesOrNo(situation.hasCertificates) },
		...(anchor.kind === 'none'
			? []
			: [
					{
						question:
							anchor.kind === 'start'
								? t('Start date')
								: isSupplier(situation)
									? t('Wished date for the end of the test')
									: t('Wished date in production'),
						answer: dateInWords(anchor.date, t),
					},
				]),
	];
}

/** How to reach Servicecentrum Logius, in one line. */
export function contactInWords(t: Translate): string {
	const { phone, phoneHours, email } = servicecentrumLogius;
	return `${phone} (${phoneHours(t)}), ${email}`;
}

/** With the name that the manual of 2020 uses, when that is another. */
export function documentName({ name, formerly }: NeededDocument, t: Translate): string {
	return formerly?.name === undefined ? name : t('{0} (in the manual: {1})', name, formerly.name);
}

/** Address and way, in words. */
export function whereToGet({ address, obtain, formerly }: NeededDocument, t: Translate): string {
	const place =
		address === undefined
			? []
			: [
					address.asOf === 'today'
						? `<${address.url}>`
						: t('<{0}> (as the manual of 2020 gives it)', address.url),
				];
	const old = formerly?.url === undefined ? [] : [t('formerly {0}', formerly.url)];
	return [...place, ...old, ...(obtain === undefined ? [] : [obtain(t)])].join('; ');
}
