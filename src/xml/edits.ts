import type { Span } from '../finding';
import { isWhiteSpace } from './characters';
import type { Edit } from './repair';
import type { XmlAttribute, XmlDocument, XmlElement } from './tree';
import { escaped } from './escaped';

/** Gives an element another name, in both of its tags. */
export function renameElement({ nameSpan, endNameSpan }: XmlElement, name: string): readonly Edit[] {
	return [nameSpan, ...(endNameSpan === undefined ? [] : [endNameSpan])].map((span) => ({
		span,
		text: name,
	}));
}

/** Puts a text in an element, in place of all that is in it. */
export function setContent(document: XmlDocument, element: XmlElement, text: string): Edit {
	const { startTagSpan, contentSpan, span, name } = element;
	const isEmptyTag = document.text.startsWith('/>', startTagSpan.end - 2) && startTagSpan.end === span.end;
	return isEmptyTag
		? { span: { start: startTagSpan.end - 2, end: startTagSpan.end }, text: `>${escaped(text)}</${name}>` }
		: { span: contentSpan, text: escaped(text) };
}

/** Adds an attribute, as the first of its element. */
export function addAttribute({ nameSpan }: XmlElement, name: string, value: string): Edit {
	return { span: { start: nameSpan.end, end: nameSpan.end }, text: ` ${name}="${escaped(value)}"` };
}

/** Takes away an attribute with the white space before it. */
export function removeAttribute(document: XmlDocument, { span }: XmlAttribute): Edit {
	return { span: { start: startOfBlanks(document, span.start), end: span.end }, text: '' };
}

/** Takes away an element, or another part between others, with the white space before it. */
export function removePart(document: XmlDocument, span: Span): Edit {
	return { span: { start: startOfBlanks(document, span.start), end: span.end }, text: '' };
}

/** Moves an element to right before or after one of its siblings, each on a line of its own when they were so. */
export function moveElement(
	document: XmlDocument,
	element: XmlElement,
	side: 'before' | 'after',
	sibling: XmlElement,
): readonly Edit[] {
	const { text } = document;
	const written = text.slice(element.span.start, element.span.end);
	const blanks = text.slice(startOfBlanks(document, sibling.span.start), sibling.span.start);
	const { start, end } = sibling.span;
	return [
		removePart(document, element.span),
		side === 'before'
			? { span: { start, end: start }, text: written + blanks }
			: { span: { start: end, end }, text: blanks + written },
	];
}

function startOfBlanks({ text }: XmlDocument, offset: number): number {
	let start = offset;
	while (start > 0 && isWhiteSpace(text.charCodeAt(start - 1))) {
		start--;
	}
	return start;
}
