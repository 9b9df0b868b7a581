import type { TaskView } from '../overview';
import { dayNumberOf, type DayNumber } from './isoDate';
import type { WorkCalendar } from './workingDays';

interface ForecastTask {
	readonly view: TaskView;
	readonly duration: number;
	/** As planned. */
	readonly start: DayNumber;
	readonly end: DayNumber;
}

/**
 * When the open tasks will end, if they are all taken up as soon as they can be.
 *
 * What cannot be known is taken for the best: a task that waits for nothing and that should have been begun by the plan, is on its way
 * and ends as planned, but not before today. A task with which Logius has to act takes its lead time from the day on which that began.
 *
 * @param tasks Each after those that it depends on.
 * @param from The first day on which a task can be begun.
 * @param now Today.
 * @returns The last day of each task that is not done. Ticking a task makes none of them later.
 */
export function forecastEnds(
	tasks: readonly ForecastTask[],
	from: DayNumber,
	now: DayNumber,
	calendar: WorkCalendar,
): ReadonlyMap<string, DayNumber> {
	const ends = new Map<string, DayNumber>();
	const today = calendar.onOrAfter(now);
	const first = calendar.onOrAfter(from);
	for (const { view, duration, start, end } of tasks) {
		if (view.status === 'done') {
			continue;
		}
		const { waitingSince } = view.record;
		if (waitingSince !== undefined) {
			const began = calendar.onOrAfter(dayNumberOf(waitingSince));
			ends.set(view.task.id, Math.max(today, calendar.add(began, duration - 1)));
			continue;
		}
		const before = view.waitsFor.flatMap((id) => ends.get(id) ?? []);
		if (before.length === 0 && start <= now) {
			ends.set(view.task.id, Math.max(today, end));
			continue;
		}
		const begin = Math.max(first, ...before.map((day) => calendar.add(day, 1)));
		ends.set(view.task.id, calendar.add(begin, duration - 1));
	}
	return ends;
}
