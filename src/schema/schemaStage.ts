import type { Finding } from '../finding';
import type { XmlDocument, XmlElement } from '../xml/tree';
import type { SchemaCompileError, SchemaEngine, SchemaSet } from './engine';

export interface SchemaStageOptions {
	readonly maxFindings: number;
	readonly signal?: AbortSignal;
}

export type SchemaStageResult =
	| { readonly status: 'checked'; readonly findings: readonly Finding[]; readonly truncated: boolean }
	/** libxml2 refuses a document that our parser takes (a limit, a DOCTYPE); `message` is libxml2's own. */
	| { readonly status: 'refused'; readonly message: string }
	| { readonly status: 'schema-unusable'; readonly errors: readonly SchemaCompileError[] };

/**
 * Checks one message against its schema and finds each fault once, at the part of the text that has to change.
 *
 * @param root The message in `document`: its root, or the message inside a SOAP Body.
 * @param engine Called once for a valid document; again, a bounded number of times, to see past a content-model error.
 */
export async function checkSchema(
	document: XmlDocument,
	root: XmlElement,
	set: SchemaSet,
	engine: SchemaEngine,
	options: SchemaStageOptions,
): Promise<SchemaStageResult> {
	throw new Error(`${document.text}${root.name}${set.id}${String(engine)}${options.maxFindings}`);
}
