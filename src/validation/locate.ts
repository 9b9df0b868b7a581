import type { UniqueKey } from '../documents/kind';
import type { Finding, FindingData, Severity, Span } from '../finding';
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
	readonly holdsCertificates: boolean;
	readonly maxFindings: number;
}

/** Gives each finding its line, its character and its path, in document order, and keeps the first ones. */
export function locate(document: XmlDocument, result: Unlocated): DocumentReport {
	const { findings, keys, maxFindings } = result;
	const told = heaviest(findings, maxFindings).toSorted(inDocumentOrder);
	const lines = createLineIndex(partWith(document.text, [...told, ...keys]));
	return {
		kind: result.kind,
		schema: result.schema,
		findings: told.map((finding) => place(document, lines, finding)),
		truncated: result.truncated || told.length < findings.length,
		keys: keys.map((key) => ({
			...key,
			data: ownData(key.data),
			range: rangeOf(lines, key.span),
			path: pathAt(document, key.span),
		})),
		holdsCertificates: result.holdsCertificates,
	};
}

/** Gives findings their lines, their characters and their paths. */
export function locateFindings(
	document: XmlDocument,
	findings: readonly Finding[],
): readonly LocatedFinding[] {
	const lines = createLineIndex(partWith(document.text, findings));
	return findings.map((finding) => place(document, lines, finding));
}

/**
 * The text up to the last place that is told: counting the lines of a large text takes time, and most often there is only a
 * key near its start. With the two units after it, so that a line end that begins there is seen as a whole.
 */
function partWith(text: string, places: readonly Pick<Finding, 'span' | 'related'>[]): string {
	let end = 0;
	for (const { span, related = [] } of places) {
		end = related.reduce((last, place) => Math.max(last, place.span.end), Math.max(end, span.end));
	}
	return text.slice(0, end + 2);
}

/** The findings to keep when there are too many: errors before warnings before remarks, each in document order. */
export function heaviest<Placed extends Pick<Finding, 'severity' | 'span'>>(
	findings: readonly Placed[],
	count: number,
): readonly Placed[] {
	return findings.length <= count
		? findings
		: findings
				.toSorted((a, b) => weight[a.severity] - weight[b.severity] || inDocumentOrder(a, b))
				.slice(0, count);
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export function inDocumentOrder(a: Pick<Finding, 'span'>, b: Pick<Finding, 'span'>): number {
	return a.span.start - b.span.start || a.span.end - b.span.end;
}

function place(document: XmlDocument, lines: LineIndex, finding: Finding): LocatedFinding {
	const { related, ...rest } = finding;
	return {
		...rest,
		data: ownData(finding.data),
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

/**
 * The same data in strings of their own. V8 makes what is cut from a text a window on it: a report that holds a reference of
 * 36 characters would hold all of its message, and the report on a folder all of its messages.
 */
function ownData(data: FindingData): FindingData {
	const own: Record<string, FindingData[string]> = {};
	for (const [name, value] of Object.entries(data)) {
		own[name] = ownValue(value);
	}
	return own;
}

function ownValue(value: FindingData[string]): FindingData[string] {
	switch (typeof value) {
		case 'string':
			return ownText(value);
		case 'object':
			return value.map(ownText);
		default:
			return value;
	}
}

/** Cut from a new text, which is one character longer. */
function ownText(value: string): string {
	return ` ${value}`.slice(1);
}
