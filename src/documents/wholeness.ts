import type { XmlDocument, XmlElement } from '../xml/tree';
import { walkElements } from '../xml/walk';

/**
 * Whether every element in a message has its end. Where an end tag is missing, elements stand in the wrong place in the tree
 * or the text breaks off, so nobody can tell what is missing; the parser has told what is wrong.
 */
export function isWhole(document: XmlDocument, root: XmlElement): boolean {
	let whole = true;
	if (document.faults.length > 0) {
		walkElements(root, (element) => {
			whole &&= element.endNameSpan !== undefined || isEmptyTag(document, element);
			return whole;
		});
	}
	return whole;
}

function isEmptyTag({ text }: XmlDocument, { startTagSpan }: XmlElement): boolean {
	return text.endsWith('/>', startTagSpan.end);
}
