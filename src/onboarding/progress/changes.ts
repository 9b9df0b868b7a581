import type { IsoDate } from '../planning/isoDate';
import type { Situation } from '../situation';
import { recordOf, type Evidence, type Note, type Progress, type TaskRecord } from './progress';

/** Something that a user does to the progress. Undo is another change. */
export type Change =
	| { readonly kind: 'set-situation'; readonly situation: Situation }
	| { readonly kind: 'mark-done'; readonly task: string; readonly by?: string; readonly when: IsoDate }
	| { readonly kind: 'begin'; readonly task: string; readonly on: IsoDate }
	/** Takes back what was said last: that it is done or does not apply, that it waits, that it was begun. */
	| { readonly kind: 'reopen'; readonly task: string }
	| {
			readonly kind: 'mark-not-applicable';
			readonly task: string;
			readonly by?: string;
			readonly when: IsoDate;
			/** Why; kept as a note. */
			readonly reason?: string;
	  }
	| { readonly kind: 'wait-for-logius'; readonly task: string; readonly since: IsoDate }
	| { readonly kind: 'add-note'; readonly task: string; readonly note: Note }
	| { readonly kind: 'add-evidence'; readonly task: string; readonly evidence: Evidence }
	| {
			readonly kind: 'set-lead-time';
			readonly task: string;
			/** Undefined goes back to the catalogue's. */
			readonly workingDays: number | undefined;
	  };

/**
 * Applies a change. Apply it to the file as it is at that moment, not to an older copy: two windows and a colleague's merge may
 * have changed it.
 */
export function applyChange(progress: Progress, change: Change): Progress {
	if (change.kind === 'set-situation') {
		return { ...progress, situation: change.situation };
	}
	const before = recordOf(progress, change.task);
	return { ...progress, tasks: { ...progress.tasks, [change.task]: changedRecord(before, change) } };
}

function changedRecord(before: TaskRecord, change: Exclude<Change, { kind: 'set-situation' }>): TaskRecord {
	switch (change.kind) {
		case 'mark-done':
			return { ...decided(before, change), state: 'done' };
		case 'mark-not-applicable': {
			const { reason, when, by } = change;
			const note = reason === undefined ? [] : [{ when, ...(by === undefined ? {} : { by }), text: reason }];
			return {
				...decided(before, change),
				state: 'not-applicable',
				notes: [...before.notes, ...note],
			};
		}
		case 'begin':
			return { ...undecided(before), state: 'open', begunOn: change.on };
		case 'reopen':
			return reopened(before);
		case 'wait-for-logius':
			return { ...undecided(before), state: 'open', waitingSince: change.since };
		case 'add-note':
			return { ...before, notes: [...before.notes, change.note] };
		case 'add-evidence':
			return { ...before, evidence: [...before.evidence, change.evidence] };
		case 'set-lead-time': {
			const others = without(before, ['workingDays']);
			return change.workingDays === undefined ? others : { ...others, workingDays: change.workingDays };
		}
	}
}

function reopened(before: TaskRecord): TaskRecord {
	const isOnlyBegun = before.state === 'open' && before.waitingSince === undefined;
	const after: TaskRecord = { ...undecided(before), state: 'open' };
	return isOnlyBegun ? without(after, ['begunOn']) : after;
}

function undecided(record: TaskRecord): TaskRecord {
	return without(record, ['by', 'when', 'waitingSince']);
}

function without(record: TaskRecord, keys: readonly (keyof TaskRecord)[]): TaskRecord {
	const kept = Object.entries(record).filter(([key]) => !keys.some((left) => left === key));
	const { state, notes, evidence, rest } = record;
	return { ...Object.fromEntries(kept), state, notes, evidence, rest };
}

function decided(
	record: TaskRecord,
	{ by, when }: { readonly by?: string; readonly when: IsoDate },
): TaskRecord {
	return { ...undecided(record), ...(by === undefined ? {} : { by }), when };
}
