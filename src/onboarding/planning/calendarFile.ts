import { ICalCalendar, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { Overview } from '../overview';
import { leadTimeOfTask, milestoneWords, placeInManual, stepTitle, whoDoesIt } from '../words';
import type { Translate } from '../../text';
import { dayNumberOf, isoDateOf, type IsoDate } from './isoDate';
import type { Plan } from './plan';

interface CalendarOptions {
	/** Tells projects apart in one calendar: an OIN, or the name of the folder. It must stay the same. */
	readonly project: string;
	/** When the file is made, in UTC. */
	readonly stamp: Date;
}

interface CalendarEvent {
	readonly uid: string;
	readonly start: IsoDate;
	/** Inclusive. */
	readonly end: IsoDate;
	readonly summary: string;
	readonly description: string;
	readonly category: string;
}

/**
 * Writes the plan as an iCalendar file (RFC 5545): an all-day event for each task and milestone, on the days of the plan, or on which it was
 * done. The same task keeps the same UID and its sequence number grows, so that importing a new plan moves the events of the old one.
 */
export function calendarFile(overview: Overview, plan: Plan, options: CalendarOptions, t: Translate): string {
	const events = [
		...taskEvents(overview, plan, options.project, t),
		...milestoneEvents(plan, options.project, t),
	];
	const { stamp } = options;
	const calendar = new ICalCalendar({
		name: t('Connecting to Lopende zaken'),
		prodId: { company: 'Lopende Zaken', product: 'Aansluiten', language: 'NL' },
		scale: 'GREGORIAN',
		method: ICalCalendarMethod.PUBLISH,
	});
	for (const { uid, start, end, summary, description, category } of events) {
		calendar.createEvent({
			id: uid,
			stamp,
			lastModified: stamp,
			sequence: Math.floor((stamp.getTime() - firstRevision) / 60_000),
			allDay: true,
			start: new Date(start),
			// The end of an all-day event is the day after it (§3.6.1).
			end: new Date(isoDateOf(dayNumberOf(end) + 1)),
			summary: printable(summary),
			...(description === '' ? {} : { description: printable(description) }),
			categories: [{ name: category }],
			transparency: ICalEventTransparency.TRANSPARENT,
		});
	}
	// The library leaves out the end of the last line, which RFC 5545 §3.1 asks for.
	return `${calendar.toString()}\r\n`;
}

function taskEvents(overview: Overview, plan: Plan, project: string, t: Translate): readonly CalendarEvent[] {
	return overview.tasks.flatMap((view) => {
		const planned = plan.tasks.find(({ id }) => id === view.task.id);
		if (planned === undefined || (view.status === 'done' && planned.worked === null)) {
			return [];
		}
		const { start, end } = planned.worked ?? planned;
		const title = view.task.title(t);
		const description = [
			view.task.summary(t),
			t('Who: {0}', whoDoesIt(view, t)),
			t('Lead time: {0}', leadTimeOfTask(view)(t)),
			...(planned.critical && planned.worked === null
				? [t('On the critical path: delay moves the end.')]
				: []),
			placeInManual(view),
		]
			.filter((line) => line !== '')
			.join('\n');
		return {
			uid: uidOf(view.task.id, project),
			start,
			end,
			summary: planned.worked === null ? title : t('Done: {0}', title),
			description,
			category: stepTitle(view.task.step, t),
		};
	});
}

function milestoneEvents(plan: Plan, project: string, t: Translate): readonly CalendarEvent[] {
	return plan.milestones.map(({ id, date, done }) => {
		const words = t('Milestone: {0}', milestoneWords[id](t));
		return {
			uid: uidOf(`milestone-${id}`, project),
			start: date,
			end: date,
			summary: done ? t('Done: {0}', words) : words,
			description: '',
			category: t('Milestone'),
		};
	});
}

/** Revisions are numbered by the minute from here on (§3.8.7.4: a number that only grows, and fits in 31 bits). */
const firstRevision = Date.UTC(2020, 0, 1);

/** RFC 5545 asks for a globally unique, persistent text. */
function uidOf(id: string, project: string): string {
	return `${id}.${encodeURIComponent(project)}@lopende-zaken`;
}

/** Without the characters that a TEXT value cannot have (§3.3.11): names and notes come from files that anybody may have written. */
function printable(text: string): string {
	return text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '');
}
