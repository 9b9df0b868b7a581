import type { Span } from '../../../src/finding';

/** A text with the parts that stood between `⟦` and `⟧`. */
export interface MarkedText {
	readonly text: string;
	readonly spans: readonly Span[];
}

/** Reads a text in which `⟦` and `⟧` mark parts; the marks themselves are no part of it. */
export function readMarks(marked: string): MarkedText {
	const spans: Span[] = [];
	let text = '';
	let start = 0;
	for (const part of marked.split(/([⟦⟧])/)) {
		if (part === '⟦') {
			start = text.length;
		} else if (part === '⟧') {
			spans.push({ start, end: text.length });
		} else {
			text += part;
		}
	}
	return { text, spans };
}
