import type { Finding, Span } from '../finding';

/**
 * Codes of the schema that speak of a value. When a rule of the field has found the same value wrong, it says why and what
 * to do better than the schema can.
 */
const aboutValue: ReadonlySet<string> = new Set([
	'schema.fixed-attribute',
	'schema.fixed-value',
	'schema.surrounding-whitespace',
	'schema.value-digits',
	'schema.value-length',
	'schema.value-not-in-list',
	'schema.value-pattern',
	'schema.value-range',
	'schema.value-too-long',
	'schema.value-too-short',
	'schema.value-type',
]);

/** An element that may not be there: what it says does not matter yet. */
const wrongName = 'schema.element-not-allowed';

/**
 * Puts the findings of the rules and of the schema together, one finding per fault: of two that speak of the same value the
 * rule's stays, if it is an error too (so the verdict stays the same). A mere remark waits until the schema has no objection.
 */
export function withoutEchoes(
	fromRules: readonly Finding[],
	fromSchema: readonly Finding[],
): readonly Finding[] {
	const isCovered = coverOf(fromRules.filter(({ severity }) => severity === 'error').map(({ span }) => span));
	const isRefused = coverOf(
		fromSchema
			.filter(({ code, severity }) => severity === 'error' && (aboutValue.has(code) || code === wrongName))
			.map(({ span }) => span),
	);
	const renamed = renamedElements(fromSchema);
	const isIllRead = coverOf(fromRules.filter(isIllFormed).map(({ span }) => nextTo(span)));
	return [
		...fromRules.filter(
			(finding) =>
				!(isAboutContent(finding) && isIllRead(finding.span)) &&
				(finding.severity === 'error' || !isRefused(finding.span)) &&
				!isRightEndTag(finding, renamed),
		),
		...fromSchema.filter((finding) => !aboutValue.has(finding.code) || !isCovered(finding.span)),
	];
}

/** What keeps a text from being XML. */
function isIllFormed({ code, severity }: Finding): boolean {
	return code.startsWith('xml.') && severity === 'error';
}

/**
 * Whether a finding of a rule judges what a text holds: where it is no XML, that is not what was meant. What is still to be
 * filled in (`document.placeholder`) is told all the same.
 */
function isAboutContent({ code }: Finding): boolean {
	return !code.startsWith('xml.') && !code.startsWith('document.');
}

function nextTo({ start, end }: Span): Span {
	return { start: start - 1, end: end + 1 };
}

/** The names that the schema proposes for elements, by the place of their start tag. */
function renamedElements(fromSchema: readonly Finding[]): ReadonlyMap<number, string> {
	return new Map(
		fromSchema.flatMap(({ code, span, data }) =>
			code === wrongName && typeof data['similar'] === 'string' ? [[span.start, data['similar']]] : [],
		),
	);
}

/** An end tag that does not match its start tag as the start tag is what is misspelt, which the schema says. */
function isRightEndTag({ code, data, related }: Finding, renamed: ReadonlyMap<number, string>): boolean {
	const [startTag] = related ?? [];
	return (
		code === 'xml.end-tag-mismatch' &&
		startTag !== undefined &&
		data['name'] !== '' &&
		renamed.get(startTag.span.start) === data['name']
	);
}

/** Makes a function that tells whether a span overlaps one of these. Both may be thousands, so none is compared with all. */
function coverOf(spans: readonly Span[]): (span: Span) => boolean {
	const sorted = spans.toSorted((one, other) => one.start - other.start);
	/** How far the spans up to each one reach. */
	const reaches: number[] = [];
	let reach = 0;
	for (const { end } of sorted) {
		reach = Math.max(reach, end);
		reaches.push(reach);
	}
	return ({ start, end }) => {
		let low = 0;
		let high = sorted.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((sorted[middle]?.start ?? end) < end) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return (reaches[low - 1] ?? start) > start;
	};
}
