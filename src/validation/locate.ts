import type { UniqueKey } from '../documents/kind';
import type { Finding, Severity, Span } from '../finding';
import { createLineIndex, type LineIndex } from '../xml/lines';
import { elementAt, pathOf } from '../xml/navigate';
import type { XmlDocument } from '../xml/tree';
import type { DocumentReport, LocatedFinding, Range } from './report';

export interface Unlocated {
	readonly kind: DocumentReport['kind'];
	readonly schema: string | null;
	readonly findings: readonly Finding[];
	/** The schema found more than it told. */
	readonly truncated: boolean;
	readonly keys: readonly UniqueKey[];
	readonly maxFindings: number;
}

/** Gives each finding its line, its character and its path, in document order, and keeps the first ones. */
export function locate(document: XmlDocument, result: Unlocated): DocumentReport {
	const { findings, keys, maxFindings } = result;
	// Counting the lines of a large text takes time: only when there is something to place.
	const lines = findings.length > 0 || keys.length > 0 ? createLineIndex(document.text) : undefined;
	const told = heaviest(findings, maxFindings).toSorted(inDocumentOrder);
	return {
		kind: result.kind,
		schema: result.schema,
		findings: lines === undefined ? [] : told.map((finding) => place(document, lines, finding)),
		truncated: result.truncated || told.length < findings.length,
		keys:
			lines === undefined
				? []
				: keys.map((key) => ({ ...key, range: rangeOf(lines, key.span), path: pathAt(document, key.span) })),
	};
}

/** The findings to keep when there are too many: errors before warnings before remarks, each in document order. */
function heaviest(findings: readonly Finding[], count: number): readonly Finding[] {
	return findings.length <= count
		? findings
		: findings
				.toSorted((a, b) => weight[a.severity] - weight[b.severity] || inDocumentOrder(a, b))
				.slice(0, count);
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function inDocumentOrder(a: Finding, b: Finding): number {
	return a.span.start - b.span.start || a.span.end - b.span.end;
}

function place(document: XmlDocument, lines: LineIndex, finding: Finding): LocatedFinding {
	const { related, ...rest } = finding;
	return {
		...rest,
		range: rangeOf(lines, finding.span),
		path: pathAt(document, finding.span),
		...(related === undefined
			? {}
			: {
					related: related.map(({ span, file }) => ({
						range: rangeOf(lines, span),
						...(file === undefined ? {} : { file }),
					})),
				}),
	};
}

function rangeOf(lines: LineIndex, span: Span): Range {
	return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

function pathAt(document: XmlDocument, span: Span): string | null {
	const element = elementAt(document, span.start);
	return element === undefined ? null : pathOf(element);
}
