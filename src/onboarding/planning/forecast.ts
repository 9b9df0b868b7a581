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
 * What is taken for granted about a task that should be running by the plan, but of which nobody said that it has been begun.
 * - `as-planned`: it was begun in time.
 * - `still-to-begin`: it begins today.
 */
export type Unbegun = 'as-planned' | 'still-to-begin';

interface ForecastOptions {
	/** The first day on which a task can be begun. */
	readonly from: DayNumber;
	/** Today. */
	readonly now: DayNumber;
	readonly unbegun: Unbegun;
}

/**
 * When the open tasks will end, if they are all taken up as soon as they can be.
 *
 * A task that is running takes its lead time from the day on which it began, but does not end before today.
 *
 * @param tasks Each after those that it depends on.
 * @returns The last day of each task that is not done. Ticking a task makes none of them later.
 */
export function forecastEnds(
	tasks: readonly ForecastTask[],
	{ from, now, unbegun }: ForecastOptions,
	calendar: WorkCalendar,
): ReadonlyMap<string, DayNumber> {
	const ends = new Map<string, DayNumber>();
	const today = calendar.onOrAfter(now);
	const first = calendar.onOrAfter(from);

	for (const { view, duration, start, end } of tasks) {
		if (view.status === 'done') {
			continue;
		}
		if (view.runningSince !== null) {
			const begin = calendar.onOrAfter(Math.min(dayNumberOf(view.runningSince), first));
			ends.set(view.task.id, Math.max(today, calendar.add(begin, duration - 1)));
			continue;
		}
		const before = view.waitsFor.flatMap((id) => ends.get(id) ?? []);
		if (unbegun === 'as-planned' && before.length === 0 && start <= now) {
			ends.set(view.task.id, Math.max(today, end));
			continue;
		}
		const begin = Math.max(first, ...before.map((day) => calendar.add(day, 1)));
		ends.set(view.task.id, calendar.add(begin, duration - 1));
	}
	return ends;
}
