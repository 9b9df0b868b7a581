import type { KindId } from '../documents/kind';
import type { Finding, FindingData } from '../finding';

/** 0-based; `character` counts UTF-16 code units, as in the Language Server Protocol. */
export interface Position {
	readonly line: number;
	readonly character: number;
}

export interface Range {
	readonly start: Position;
	readonly end: Position;
}

export interface LocatedPlace {
	readonly range: Range;
	/** Absolute path of the other file; absent when it is the document itself. */
	readonly file?: string;
}

/** A finding that knows its place in lines, so that whoever shows it needs no text. */
export interface LocatedFinding extends Omit<Finding, 'related'> {
	readonly range: Range;
	/** The element, such as `/ZKN:zakLk01/ZKN:object`; null outside any element. */
	readonly path: string | null;
	readonly related?: readonly LocatedPlace[];
}

/** A value that may occur once over all files of a run, with its place. See `UniqueKey`. */
export interface LocatedKey {
	readonly code: string;
	readonly key: string;
	/** Equal key and equal content is the same message twice, which is no clash. */
	readonly content: string;
	readonly span: { readonly start: number; readonly end: number };
	readonly range: Range;
	readonly path: string | null;
	readonly data: FindingData;
}

/** What was found in one document. Plain data: it crosses from the worker. */
export interface DocumentReport {
	/** `unknown`: no kind that we know; well-formedness only, or the schema of a folder. */
	readonly kind: KindId | 'unknown';
	/** `bundled:ID`, `folder:PATH` of the file that declares the root, or null when no schema was used. */
	readonly schema: string | null;
	/** In document order; at most as many as were asked for. */
	readonly findings: readonly LocatedFinding[];
	/** There were more findings than asked for. */
	readonly truncated: boolean;
	readonly keys: readonly LocatedKey[];
	/** It is of a kind that we know and names certificates: what is wrong with those is told by `completeReport` only. */
	readonly holdsCertificates: boolean;
}

/** What came of a request to check. `superseded`: a newer request for the same document took its place. */
export type CheckResult =
	| { readonly status: 'checked'; readonly report: DocumentReport }
	| { readonly status: 'cancelled' }
	| { readonly status: 'superseded' };

/** What to check. A file is read by the worker. */
export type CheckSource =
	| { readonly text: string }
	| { readonly bytes: Uint8Array }
	| {
			/** Absolute path. */
			readonly file: string;
	  };
