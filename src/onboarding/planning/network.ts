/** A piece of work in a network of dependencies. */
export interface Activity {
	readonly id: string;
	/** Working days, at least 1. */
	readonly duration: number;
	/** Ids of activities that stand before this one in the list. */
	readonly dependsOn: readonly string[];
}

/** When an activity can and must be done. Counted in working days from the first day of the work, which is 0; ends inclusive. */
export interface Window {
	readonly earliestStart: number;
	readonly earliestEnd: number;
	readonly latestStart: number;
	readonly latestEnd: number;
}

/**
 * The critical path method.
 *
 * @param activities Each after those that it depends on.
 * @returns The window of each activity, for the shortest time in which all can be done.
 */
export function windowsOf(activities: readonly Activity[]): ReadonlyMap<string, Window> {
	const starts = new Map<string, number>();
	const ends = new Map<string, number>();
	for (const { id, duration, dependsOn } of activities) {
		const start = Math.max(0, ...dependsOn.map((before) => (ends.get(before) ?? -1) + 1));
		starts.set(id, start);
		ends.set(id, start + duration - 1);
	}
	const last = Math.max(0, ...ends.values());
	const latestEnds = new Map<string, number>();
	const windows = new Map<string, Window>();
	for (const { id, duration, dependsOn } of activities.toReversed()) {
		const latestEnd = latestEnds.get(id) ?? last;
		const latestStart = latestEnd - duration + 1;
		for (const before of dependsOn) {
			latestEnds.set(before, Math.min(latestEnds.get(before) ?? last, latestStart - 1));
		}
		windows.set(id, {
			earliestStart: starts.get(id) ?? 0,
			earliestEnd: ends.get(id) ?? 0,
			latestStart,
			latestEnd,
		});
	}
	return windows;
}
