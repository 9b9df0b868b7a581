import { isObject, type JsonValue } from '../json';
import type { Evidence } from '../progress/progress';

/** A file as it was when it became evidence. */
export interface EvidenceFile {
	/** Relative to the folder of the workspace, with `/`. */
	readonly file: string;
	/** Lower-case hexadecimal; absent when it was not kept. */
	readonly sha256?: string;
}

/** The files that a piece of evidence is about: one, or the list that came of a check of the workspace. */
export function evidenceFiles({ file, sha256, rest }: Evidence): readonly EvidenceFile[] {
	if (file !== undefined) {
		return [fileOf(file, sha256)];
	}
	const files: JsonValue = rest['files'] ?? [];
	// People may have written in the file: what is no file of ours is passed over.
	return Array.isArray(files)
		? (files as readonly JsonValue[]).flatMap((item) => listedFile(item) ?? [])
		: [];
}

function listedFile(item: JsonValue): EvidenceFile | null {
	return isObject(item) && typeof item['file'] === 'string' ? fileOf(item['file'], item['sha256']) : null;
}

function fileOf(file: string, sha256: JsonValue | undefined): EvidenceFile {
	return { file, ...(typeof sha256 === 'string' ? { sha256 } : {}) };
}
