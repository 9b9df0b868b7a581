import type { JsonObject } from '../json';
import type { IsoDate } from '../planning/isoDate';
import type { Situation } from '../situation';

/** What was decided about a task. */
export type RecordedState = 'open' | 'done' | 'not-applicable';

/** What kind of happening proves something. */
export type EvidenceKind = 'ping' | 'wus' | 'certificate' | 'validation' | 'consumerspecificatie' | 'file';

/** What shows that a task was done. */
export interface Evidence {
	readonly kind: string;
	/** A day, or a moment in ISO 8601. */
	readonly when: string;
	/** Relative to the folder of the workspace, with `/`. */
	readonly file?: string;
	/** Of the file as it was, in lower-case hexadecimal. */
	readonly sha256?: string;
	/** In the terms of what made it, such as `pong`. */
	readonly outcome: string;
	/** For people. */
	readonly summary: string;
	readonly rest: JsonObject;
}

export interface Note {
	/** A day, or a moment in ISO 8601. */
	readonly when: string;
	readonly by?: string;
	readonly text: string;
}

/** What is known about one task. */
export interface TaskRecord {
	readonly state: RecordedState;
	/** Who decided it. */
	readonly by?: string;
	/** On which day it was decided. */
	readonly when?: IsoDate;
	/** The day on which the organisation began with it. */
	readonly begunOn?: IsoDate;
	/** The organisation has done its part; since this day Logius has to act. */
	readonly waitingSince?: IsoDate;
	/** The organisation's own lead time, instead of that of the catalogue: 1 to {@link maxWorkingDays}. */
	readonly workingDays?: number;
	readonly notes: readonly Note[];
	readonly evidence: readonly Evidence[];
	readonly rest: JsonObject;
}

/** Four years: longer is a slip of the keyboard. */
export const maxWorkingDays = 1000;

/** The content of the progress file. */
export interface Progress {
	readonly situation: Situation;
	/** By id of the task; also ids that this catalogue does not know. */
	readonly tasks: Readonly<Record<string, TaskRecord>>;
	/** Keys of the file that are not ours. */
	readonly rest: JsonObject;
}

/** The version of the file that we write. */
export const progressVersion = 1;

/** Where the file stands, in the folder of the workspace. */
export const progressFile = '.lopende-zaken/aansluiting.json';

export const emptyRecord: TaskRecord = { state: 'open', notes: [], evidence: [], rest: {} };

/** @returns The record of a task, also when the file has none. */
export function recordOf(progress: Progress, id: string): TaskRecord {
	return Object.hasOwn(progress.tasks, id) ? (progress.tasks[id] ?? emptyRecord) : emptyRecord;
}

export function createProgress(situation: Situation): Progress {
	return { situation, tasks: {}, rest: {} };
}
