import assert from 'node:assert/strict';
import { nearMiss, recognise, runRules } from '../../../src/documents/registry';
import type { DocumentKind, Subject } from '../../../src/documents/kind';
import type { Finding, FindingData, Severity, Span } from '../../../src/finding';
import { parseXml } from '../../../src/xml/parse';

/** A text in which `«` and `»` mark where findings are expected. */
export interface Marked {
	readonly text: string;
	/** In the order in which they begin. */
	readonly spans: readonly Span[];
}

export function readMarks(source: string): Marked {
	let text = '';
	const spans: { start: number; end: number }[] = [];
	const open: { start: number; end: number }[] = [];
	for (const character of source) {
		if (character === '«') {
			const span = { start: text.length, end: -1 };
			spans.push(span);
			open.push(span);
		} else if (character === '»') {
			const span = open.pop();
			assert.ok(span, 'a mark is closed that was not opened');
			span.end = text.length;
		} else {
			text += character;
		}
	}
	assert.deepEqual(open, [], 'every mark is closed');
	return { text, spans };
}

/** Replaces parts of a text, each of which must be there exactly once. */
export function change(text: string, ...changes: readonly (readonly [from: string, to: string])[]): string {
	return changes.reduce((changed, [from, to]) => {
		assert.equal(changed.split(from).length, 2, `"${from}" stands in the text once`);
		return changed.replace(from, () => to);
	}, text);
}

/** The moment of the checks. */
export const now = new Date('2026-11-24T12:00:00Z');

export function recogniseText(text: string): { readonly kind: DocumentKind; readonly subject: Subject } {
	const document = parseXml(text);
	const recognised = recognise(document);
	assert.ok(recognised, 'the document is recognised');
	return { kind: recognised.kind, subject: { document, root: recognised.root, now } };
}

export function findingsOfText(text: string): readonly Finding[] {
	const { kind, subject } = recogniseText(text);
	return runRules(kind, subject);
}

/** What is expected of a finding: code, severity and data; its place is the mark with the same number. */
export type Expected = readonly [code: string, severity: Severity, data: FindingData];

/** Checks that a document has exactly these findings, in this order, at its marks. */
export function assertFindings(source: string, expected: readonly Expected[]): void {
	const { text, spans } = readMarks(source);
	const found = findingsOfText(text);
	assert.deepEqual(
		found.map(({ code, severity, data, span }) => [code, severity, data, text.slice(span.start, span.end)]),
		expected.map(([code, severity, data], index) => {
			const span = spans[index];
			return [code, severity, data, span && text.slice(span.start, span.end)];
		}),
	);
	assert.deepEqual(
		found.map(({ span }) => span),
		spans,
	);
}

/** The finding of a document that is not recognised but for its namespace. */
export function nearMissOfText(text: string): Finding | undefined {
	const document = parseXml(text);
	assert.equal(recognise(document), undefined);
	return nearMiss(document);
}
