import { isObject, type JsonValue } from '../json';
import { readSituation } from '../situationFile';
import { createProgress } from './progress';
import { readProgress, type ProgressReading } from './progressFile';

/** Reads a file that holds a situation alone, or the whole progress. */
export function readSituationOrProgress(text: string): ProgressReading {
	let value: JsonValue;
	try {
		value = JSON.parse(text.replace(/^\uFEFF/, '')) as JsonValue;
	} catch {
		return readProgress(text);
	}
	if (!isObject(value) || Object.hasOwn(value, 'situation') || Object.hasOwn(value, 'tasks')) {
		return readProgress(text);
	}
	const reading = readSituation(value);
	return reading.kind === 'situation'
		? { kind: 'progress', progress: createProgress(reading.situation), problems: reading.problems }
		: { kind: 'damaged', problems: reading.problems, salvaged: null };
}
