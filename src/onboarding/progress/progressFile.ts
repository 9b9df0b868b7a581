import { isObject, restOf, type JsonObject, type JsonValue } from '../json';
import { parseIsoDate } from '../planning/isoDate';
import { readSituation, type FileProblem } from '../situationFile';
import { mergeProgress } from './mergeProgress';
import {
	maxWorkingDays,
	progressVersion,
	type Evidence,
	type Note,
	type Progress,
	type RecordedState,
	type TaskRecord,
} from './progress';
import { conflictSides } from './conflictSides';

/** What a progress file holds. */
export type ProgressReading =
	| { readonly kind: 'progress'; readonly progress: Progress; readonly problems: readonly FileProblem[] }
	/** Of a newer product: read what can be read, and never write. */
	| { readonly kind: 'newer'; readonly version: number; readonly progress: Progress | null }
	/**
	 * Not to be overwritten. `salvaged` is what a repair would write, with both sides of a conflict of git merged; null when nothing can be
	 * saved. `problems` tells what a repair leaves out.
	 */
	| {
			readonly kind: 'damaged';
			readonly problems: readonly FileProblem[];
			readonly salvaged: Progress | null;
	  };

/** Reads the text of a progress file, whatever is in it. */
export function readProgress(text: string): ProgressReading {
	const parsed = parseJson(text);
	if (parsed === undefined) {
		return readConflict(text);
	}
	if (!isObject(parsed)) {
		return damaged('', (t) => t('The file must hold a JSON object.'));
	}
	const { version = progressVersion } = parsed;
	if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
		return damaged('version', (t) => t('`{0}` must be a whole number from 1.', 'version'));
	}
	const reading = readContent(parsed);
	if (version > progressVersion) {
		return { kind: 'newer', version, progress: reading.progress };
	}
	return reading.progress === null || reading.problems.some(({ severity }) => severity === 'error')
		? { kind: 'damaged', problems: reading.problems, salvaged: reading.progress }
		: { kind: 'progress', progress: reading.progress, problems: reading.problems };
}

/** @returns Undefined for what is no JSON. */
function parseJson(text: string): JsonValue | undefined {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, '')) as JsonValue;
	} catch {
		return undefined;
	}
}

function damaged(path: string, message: FileProblem['message']): ProgressReading {
	return { kind: 'damaged', problems: [{ severity: 'error', path, message }], salvaged: null };
}

function readConflict(text: string): ProgressReading {
	const sides = conflictSides(text);
	if (sides === null) {
		return damaged('', (t) => t('The file is no valid JSON.'));
	}
	const [ours, theirs] = [sides.ours, sides.theirs].map((side) => {
		const reading = readProgress(side);
		return reading.kind === 'damaged' ? reading.salvaged : reading.progress;
	});
	const message: FileProblem['message'] = (t) =>
		t('The file holds both sides of a merge conflict of git; a repair takes what is in either of them.');
	return {
		kind: 'damaged',
		problems: [{ severity: 'error', path: '', message }],
		salvaged: ours && theirs ? mergeProgress(ours, theirs) : (ours ?? theirs ?? null),
	};
}

interface Content {
	/** Null when the situation is unusable. */
	readonly progress: Progress | null;
	readonly problems: readonly FileProblem[];
}

function readContent(value: JsonObject): Content {
	const problems: FileProblem[] = [];
	const report = (path: string, message: FileProblem['message']): void => {
		problems.push({ severity: 'error', path, message });
	};
	const reading = readSituation(value['situation']);
	problems.push(
		...reading.problems.map((problem) => ({
			...problem,
			path: problem.path === '' ? 'situation' : `situation.${problem.path}`,
		})),
	);
	const { tasks = {} } = value;
	const records: Record<string, TaskRecord> = {};
	if (!isObject(tasks)) {
		report('tasks', (t) => t('`{0}` must be an object.', 'tasks'));
	} else {
		for (const [id, record] of Object.entries(tasks)) {
			const read = readRecord(record, `tasks.${id}`, report);
			if (read !== null) {
				Object.defineProperty(records, id, { value: read, enumerable: true });
			}
		}
	}
	if (reading.kind === 'unusable') {
		return { progress: null, problems };
	}
	const rest = restOf(value, ['version', 'situation', 'tasks']);
	return { progress: { situation: reading.situation, tasks: records, rest }, problems };
}

type Report = (path: string, message: FileProblem['message']) => void;

const states: readonly RecordedState[] = ['open', 'done', 'not-applicable'];
const recordKeys = ['state', 'by', 'when', 'begunOn', 'waitingSince', 'workingDays', 'notes', 'evidence'];

function readRecord(value: JsonValue | undefined, path: string, report: Report): TaskRecord | null {
	if (!isObject(value)) {
		report(path, (t) => t('`{0}` must be an object.', path));
		return null;
	}
	const given = value['state'] ?? 'open';
	const state = states.find((known) => known === given);
	if (state === undefined) {
		const list = states.map((known) => `"${known}"`).join(', ');
		report(`${path}.state`, (t) => t('`{0}` must be one of {1}.', `${path}.state`, list));
		return null;
	}
	const days = value['workingDays'];
	const isDays = typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= maxWorkingDays;
	if (days !== undefined && !isDays) {
		report(`${path}.workingDays`, (t) =>
			t('`{0}` must be a whole number from 1 to {1}.', `${path}.workingDays`, maxWorkingDays),
		);
	}
	const by = optionalText(value, 'by', path, report);
	const when = optionalDay(value, 'when', path, report);
	const begunOn = optionalDay(value, 'begunOn', path, report);
	const waitingSince = optionalDay(value, 'waitingSince', path, report);
	return {
		state,
		...(by === undefined ? {} : { by }),
		...(when === undefined ? {} : { when }),
		...(begunOn === undefined ? {} : { begunOn }),
		...(waitingSince === undefined ? {} : { waitingSince }),
		...(isDays ? { workingDays: days } : {}),
		notes: readList(value['notes'], `${path}.notes`, report, readNote),
		evidence: readList(value['evidence'], `${path}.evidence`, report, readEvidence),
		rest: restOf(value, recordKeys),
	};
}

function readList<Item>(
	value: JsonValue | undefined,
	path: string,
	report: Report,
	readItem: (item: JsonObject) => Item | null,
): readonly Item[] {
	if (value === undefined) {
		return [];
	}
	if (!Array.isArray(value)) {
		report(path, (t) => t('`{0}` must be a list.', path));
		return [];
	}
	return (value as readonly JsonValue[]).flatMap((item, index) => {
		const read = isObject(item) ? readItem(item) : null;
		if (read === null) {
			const place = `${path}[${index}]`;
			report(place, (t) => t('`{0}` lacks something, or has something of the wrong kind.', place));
		}
		return read ?? [];
	});
}

function readNote(value: JsonObject): Note | null {
	const { when, by, text } = value;
	if (typeof when !== 'string' || typeof text !== 'string' || (by !== undefined && typeof by !== 'string')) {
		return null;
	}
	return { when, ...(by === undefined ? {} : { by }), text };
}

const evidenceKeys = ['kind', 'when', 'file', 'sha256', 'outcome', 'summary'];

function readEvidence(value: JsonObject): Evidence | null {
	const { kind, when, file, sha256, outcome, summary } = value;
	const isText = (part: JsonValue | undefined): part is string => typeof part === 'string';
	const isOptional = (part: JsonValue | undefined): part is string | undefined =>
		part === undefined || isText(part);
	if (!isText(kind) || !isText(when) || !isText(outcome) || !isText(summary)) {
		return null;
	}
	if (!isOptional(file) || !isOptional(sha256)) {
		return null;
	}
	return {
		kind,
		when,
		...(file === undefined ? {} : { file }),
		...(sha256 === undefined ? {} : { sha256 }),
		outcome,
		summary,
		rest: restOf(value, evidenceKeys),
	};
}

function optionalText(value: JsonObject, key: string, path: string, report: Report): string | undefined {
	const given = value[key];
	if (given === undefined || typeof given === 'string') {
		return given;
	}
	report(`${path}.${key}`, (t) => t('`{0}` must be a text.', `${path}.${key}`));
	return undefined;
}

function optionalDay(value: JsonObject, key: string, path: string, report: Report): string | undefined {
	const given = value[key];
	if (given === undefined) {
		return undefined;
	}
	const day = typeof given === 'string' ? parseIsoDate(given) : undefined;
	if (day === undefined) {
		report(`${path}.${key}`, (t) =>
			t('`{0}` must be an existing day from 2000 to 2199, written YYYY-MM-DD.', `${path}.${key}`),
		);
	}
	return day;
}
