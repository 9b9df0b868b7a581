import { tasks } from '../catalogue/catalogue';
import { isObject, type JsonObject, type JsonValue } from '../json';
import { situationJson } from '../situationFile';
import { progressVersion, type Evidence, type Note, type Progress, type TaskRecord } from './progress';

/**
 * Writes the progress file for git: always the same text for the same progress, tasks in the order of the catalogue, and a task, a
 * note and a piece of evidence on a line of their own, so that a tick changes one line.
 */
export function formatProgress(progress: Progress): string {
	const { situation, tasks: records, rest } = progress;
	const blocks = [
		`"version": ${progressVersion}`,
		`"situation": ${block(situationJson(situation), '\t')}`,
		`"tasks": ${formatRecords(records)}`,
		...Object.entries(rest).map(([key, value]) => `${JSON.stringify(key)}: ${block(value, '\t')}`),
	];
	return `{\n\t${blocks.join(',\n\t')}\n}\n`;
}

function formatRecords(records: Progress['tasks']): string {
	const known = tasks.map(({ id }) => id);
	const others = Object.keys(records)
		.filter((id) => !known.includes(id))
		.sort();
	const lines = [...known, ...others].flatMap((id) => {
		const record = Object.hasOwn(records, id) ? records[id] : undefined;
		return record === undefined || saysNothing(record)
			? []
			: `\t\t${JSON.stringify(id)}: ${formatRecord(record)}`;
	});
	return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n\t}`;
}

/** An open task about which nothing is known is not written. */
function saysNothing({
	state,
	notes,
	evidence,
	begunOn,
	waitingSince,
	workingDays,
	rest,
}: TaskRecord): boolean {
	return (
		state === 'open' &&
		notes.length === 0 &&
		evidence.length === 0 &&
		begunOn === undefined &&
		waitingSince === undefined &&
		workingDays === undefined &&
		Object.keys(rest).length === 0
	);
}

function formatRecord({ notes, evidence, rest, ...scalars }: TaskRecord): string {
	const { state, by, when, begunOn, waitingSince, workingDays } = scalars;
	const first = inline({ state, by, when, begunOn, waitingSince, workingDays, ...rest });
	const lists = [...list('notes', notes.map(noteJson)), ...list('evidence', evidence.map(evidenceJson))];
	return lists.length === 0 ? first : `{\n\t\t\t${[first.slice(2, -2), ...lists].join(',\n\t\t\t')}\n\t\t}`;
}

function list(key: string, items: readonly JsonObject[]): readonly string[] {
	return items.length === 0
		? []
		: [`"${key}": [\n${items.map((item) => `\t\t\t\t${inline(item)}`).join(',\n')}\n\t\t\t]`];
}

/** A note as plain data, keys in order. */
function noteJson({ when, by, text }: Note): JsonObject {
	return { when, by, text };
}

/** Evidence as plain data, keys in order. */
export function evidenceJson({ rest, kind, when, file, sha256, outcome, summary }: Evidence): JsonObject {
	return { kind, when, file, sha256, outcome, summary, ...rest };
}

/** On one line, with a space where people put one. */
function inline(value: JsonValue): string {
	if (Array.isArray(value)) {
		return `[${(value as readonly JsonValue[]).map(inline).join(', ')}]`;
	}
	if (isObject(value)) {
		const parts = Object.entries(value).flatMap(([key, part]) =>
			part === undefined ? [] : `${JSON.stringify(key)}: ${inline(part)}`,
		);
		return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
	}
	return JSON.stringify(value);
}

/** Every key on a line of its own. */
function block(value: JsonValue | undefined, indent: string): string {
	return JSON.stringify(value ?? null, null, '\t').replaceAll('\n', `\n${indent}`);
}
