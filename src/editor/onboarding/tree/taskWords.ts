import { canBeFinished, type TaskView } from '../../../onboarding/overview';
import { monthAbbreviation, statusWords, timelinessWords } from '../../../onboarding/words';
import type { IsoDate } from '../../../onboarding/planning/isoDate';
import type { Translate } from '../../../text';
import type { Connection } from '../projects';

/** `12 Mar`, with the year when it is not that of today. */
function shortDate(date: IsoDate, today: IsoDate, t: Translate): string {
	const [year = '', month = '', day = ''] = date.split('-');
	const short = `${Number(day)} ${monthAbbreviation(Number(month), t)}`;
	return today.startsWith(year) ? short : `${short} ${year}`;
}

/** Beside the title: how it stands and when it must be finished. */
export function taskDescription(view: TaskView, connection: Connection, t: Translate): string {
	const { status } = view;
	const { overview, planning } = connection;
	if (status === 'done') {
		const { when } = view.record;
		return when === undefined || planning.kind !== 'plan'
			? statusWords.done(t)
			: t('done on {0}', shortDate(when, planning.today, t));
	}
	if (status === 'not-applicable') {
		return statusWords['not-applicable'](t);
	}
	const isNext = overview.next === view;
	const standing =
		status === 'blocked'
			? [t('blocked')]
			: status === 'waiting'
				? [statusWords.waiting(t)]
				: view.runningSince !== null
					? [t('begun')]
					: isNext
						? [t('next')]
						: canBeFinished(view)
							? []
							: [t('continuous')];
	return [...standing, ...when(view, connection, t)].join(' · ');
}

function when({ task }: TaskView, { planning, planned }: Connection, t: Translate): readonly string[] {
	const dates = planned.get(task.id);
	if (dates === undefined || planning.kind !== 'plan') {
		return [];
	}
	const end = t('by {0}', shortDate(dates.latestEnd, planning.today, t));
	return dates.timeliness === 'later' || dates.timeliness === 'done'
		? [end]
		: [end, timelinessWords[dates.timeliness](t)];
}
