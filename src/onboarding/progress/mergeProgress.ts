import type { JsonObject } from '../json';
import { readSituation, situationJson } from '../situationFile';
import type { Situation } from '../situation';
import { recordOf, type Progress, type RecordedState, type TaskRecord } from './progress';

/**
 * Merges two versions of the progress: every tick, note and piece of evidence of either stays.
 *
 * Where both sides decided differently about a task, the later decision holds; where both changed the same answer of the situation, ours.
 *
 * @param base What both were made from, when it is known: then what only one side changed is taken from that side.
 */
export function mergeProgress(ours: Progress, theirs: Progress, base?: Progress): Progress {
	const ids = new Set([...Object.keys(ours.tasks), ...Object.keys(theirs.tasks)]);
	return {
		situation: mergeSituations(ours.situation, theirs.situation, base?.situation),
		tasks: Object.fromEntries(
			[...ids].map((id) => [
				id,
				mergeRecords(
					recordOf(ours, id),
					recordOf(theirs, id),
					base === undefined ? undefined : recordOf(base, id),
				),
			]),
		),
		rest: { ...theirs.rest, ...ours.rest },
	};
}

function mergeSituations(ours: Situation, theirs: Situation, base: Situation | undefined): Situation {
	const [mine, yours, before] = [ours, theirs, base ?? theirs].map(situationJson) as [
		JsonObject,
		JsonObject,
		JsonObject,
	];
	const keys = [...new Set([...Object.keys(mine), ...Object.keys(yours)])];
	const merged = Object.fromEntries(
		keys.flatMap((key) => {
			const changed = !isSame(mine[key], before[key]);
			const value = changed ? mine[key] : yours[key];
			return value === undefined ? [] : [[key, value]];
		}),
	);
	const reading = readSituation(merged);
	return reading.kind === 'situation' ? reading.situation : ours;
}

/** What is decided at once belongs together. */
const decisionKeys = ['state', 'by', 'when', 'begunOn', 'waitingSince'] as const;

function mergeRecords(ours: TaskRecord, theirs: TaskRecord, base: TaskRecord | undefined): TaskRecord {
	const decision = decisionOf(chosen(ours, theirs, base));
	const workingDays =
		base !== undefined && ours.workingDays === base.workingDays
			? theirs.workingDays
			: (ours.workingDays ?? theirs.workingDays);
	return {
		...decision,
		...(workingDays === undefined ? {} : { workingDays }),
		notes: union(ours.notes, theirs.notes),
		evidence: union(ours.evidence, theirs.evidence),
		rest: { ...theirs.rest, ...ours.rest },
	};
}

/** Where the days are the same, the one that says most. */
const weights: Readonly<Record<RecordedState, number>> = { open: 0, 'not-applicable': 1, done: 2 };

function chosen(ours: TaskRecord, theirs: TaskRecord, base: TaskRecord | undefined): TaskRecord {
	if (base !== undefined && isSame(decisionOf(ours), decisionOf(base))) {
		return theirs;
	}
	if (base !== undefined && isSame(decisionOf(theirs), decisionOf(base))) {
		return ours;
	}
	const [mine, yours] = [ours, theirs].map(
		({ when, waitingSince, begunOn }) => when ?? waitingSince ?? begunOn ?? '',
	) as [string, string];
	if (mine !== yours) {
		return mine > yours ? ours : theirs;
	}
	return weights[theirs.state] > weights[ours.state] ? theirs : ours;
}

function decisionOf(record: TaskRecord): Pick<TaskRecord, (typeof decisionKeys)[number]> {
	const { state } = record;
	return {
		state,
		...Object.fromEntries(
			decisionKeys.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]]])),
		),
	};
}

/** Each item once, in order of time. */
function union<Item extends { readonly when: string }>(
	ours: readonly Item[],
	theirs: readonly Item[],
): readonly Item[] {
	const items = new Map([...ours, ...theirs].map((item) => [JSON.stringify(item), item]));
	return [...items.values()].sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
}

function isSame(a: unknown, b: unknown): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
