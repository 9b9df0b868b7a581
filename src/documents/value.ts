import type { Span } from '../finding';
import { isWhiteSpace } from '../xml/characters';
import { trimmedTextSpan } from '../xml/navigate';
import type { XmlDocument, XmlElement } from '../xml/tree';
import { findPlaceholder } from './placeholder';
import { isProse } from './prose';

/**
 * The value of an element with simple content, as rules see it.
 * - `absent`: there is no such element.
 * - `empty`: nothing but white space.
 * - `unclear`: still to be filled in, or with elements in it, which others tell: the rules of values keep silent.
 */
export type Value =
	| { readonly kind: 'absent' }
	| { readonly kind: 'empty' | 'unclear'; readonly element: XmlElement }
	| TextValue;

export interface TextValue {
	readonly kind: 'text';
	readonly element: XmlElement;
	/** With the white space around it. */
	readonly content: string;
	/** Without it. */
	readonly text: string;
	/** Where `text` stands. */
	readonly span: Span;
}

const absent: Value = { kind: 'absent' };

export function readValue(element: XmlElement | undefined): Value {
	if (element === undefined) {
		return absent;
	}
	const { onlyText } = element;
	const content = onlyText === undefined ? contentOf(element) : onlyText.value;
	if (content === undefined) {
		return { kind: 'unclear', element };
	}
	const text = trimWhiteSpace(content);
	if (text === '') {
		return { kind: 'empty', element };
	}
	return findPlaceholder(text, isProse(element.localName)) === undefined
		? { kind: 'text', element, content, text, span: onlyText?.trimmedSpan ?? trimmedTextSpan(element) }
		: { kind: 'unclear', element };
}

/** The text in an element, with comments left out; `undefined` when there are elements in it. */
function contentOf(element: XmlElement): string | undefined {
	let content = '';
	for (const child of element.children) {
		if (child.kind === 'element') {
			return undefined;
		}
		if (child.kind === 'text' || child.kind === 'cdata') {
			content += child.value;
		}
	}
	return content;
}

/** The text of a value; `''` when there is none (yet). */
export function textOf(value: Value): string {
	return value.kind === 'text' ? value.text : '';
}

/** Takes away what XML calls white space: a no-break space belongs to the value. */
export function trimWhiteSpace(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && isWhiteSpace(text.charCodeAt(start))) {
		start++;
	}
	while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) {
		end--;
	}
	return text.slice(start, end);
}

/**
 * A part of a value in the text: exact when the value stands there as it is, else (with references or comments in it)
 * the whole value.
 *
 * @param part Offsets in the text of the value.
 */
export function partSpan(document: XmlDocument, value: TextValue, part: Span): Span {
	const { span, text } = value;
	return document.text.slice(span.start, span.end) === text
		? { start: span.start + part.start, end: span.start + part.end }
		: span;
}
