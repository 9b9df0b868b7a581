import assert from 'node:assert/strict';
import type { Finding, FindingData, Span } from '../../../src/finding';
import type { SchemaEngine, SchemaSet } from '../../../src/schema/engine';
import { createLibxmlEngine } from '../../../src/schema/libxmlEngine';
import type { SchemaStageResult } from '../../../src/schema/schemaStage';
import { checkSchema } from '../../../src/schema/schemaStage';
import { elementByIndices } from '../../../src/xml/navigate';
import { parseXml } from '../../../src/xml/parse';

/** The engine of all tests in this folder; its function table would fill up with one for each test. */
export const engine = await createLibxmlEngine();

export const namespace = 'urn:test';

/** Declarations that each document of {@link check} gets on its root element. */
const declarations = ` xmlns="${namespace}" xmlns:o="urn:other" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;

/** A schema of one document, around these components. */
export function schemaOf(id: string, components: string): SchemaSet {
	return {
		id: `test:${id}`,
		entry: 'test.xsd',
		documents: new Map([['test.xsd', xsd(components)]]),
	};
}

export function xsd(components: string, targetNamespace: string = namespace): string {
	return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${targetNamespace}" xmlns:t="${targetNamespace}" xmlns="${targetNamespace}" elementFormDefault="qualified">${components}</xs:schema>`;
}

/** Takes out the marks `«…»`, and tells where they were, in the order of their beginnings. */
export function unmark(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
	const open: number[] = [];
	const spans: { start: number; end: number }[] = [];
	let text = '';
	for (const character of marked) {
		if (character === '«') {
			open.push(spans.length);
			spans.push({ start: text.length, end: -1 });
		} else if (character === '»') {
			const span = spans[open.pop() ?? -1];
			assert.ok(span, `unbalanced mark in ${marked}`);
			span.end = text.length;
		} else {
			text += character;
		}
	}
	return { text, spans };
}

/** Declares the namespaces on the root element, at the end of its start tag. */
export function declared(marked: string): string {
	return marked.replace(/^([^>]*?)(\/?>)/, `$1${declarations}$2`);
}

export interface CheckOptions {
	/** The message in the document, as child indices; the root when absent. */
	readonly at?: readonly number[];
	readonly maxFindings?: number;
	readonly engine?: SchemaEngine;
	readonly signal?: AbortSignal;
}

/** Checks a text with the schema stage. */
export async function checkText(
	text: string,
	set: SchemaSet,
	{ at = [], maxFindings = 200, engine: used = engine, signal }: CheckOptions = {},
): Promise<SchemaStageResult> {
	const document = parseXml(text);
	const root = elementByIndices(document, at);
	assert.ok(root, 'the document has no such element');
	return checkSchema(document, root, set, used, { maxFindings, ...(signal ? { signal } : {}) });
}

export type Expectation = readonly [code: string, data: FindingData, related?: string];

/**
 * Checks a document whose faults are marked, and asserts that exactly those are found.
 *
 * @param marked The document; its namespaces are declared on the root.
 * @param expected The faults, in the order of their marks. `related` is the text at the related place.
 */
export async function assertFindings(
	marked: string,
	set: SchemaSet,
	expected: readonly Expectation[],
	options: CheckOptions = {},
): Promise<void> {
	const { text, spans } = unmark(declared(marked));
	const result = await checkText(text, set, options);
	assert.equal(result.status, 'checked');
	assert.deepEqual(
		result.findings.map((finding) => shown(finding, text)),
		expected.map(([code, data, related], index) => ({
			code,
			data,
			span: spans[index],
			...(related === undefined ? {} : { related }),
		})),
	);
	assert.equal(result.truncated, false);
}

function shown({ code, data, span, related }: Finding, text: string) {
	const [first] = related ?? [];
	return { code, data, span, ...(first ? { related: text.slice(first.span.start, first.span.end) } : {}) };
}
