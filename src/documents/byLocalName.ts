import { childElements } from '../xml/navigate';
import type { XmlElement } from '../xml/tree';

/**
 * Children by local name, whatever their namespace. A rule that asks whether something is there looks this way: an
 * element in the wrong namespace is there, and its namespace is the schema's finding.
 */
export function childrenByLocalName(
	element: XmlElement | undefined,
	localName: string,
): readonly XmlElement[] {
	return element === undefined ? [] : childElements(element).filter((child) => child.localName === localName);
}

/** The first of {@link childrenByLocalName}. */
export function childByLocalName(element: XmlElement | undefined, localName: string): XmlElement | undefined {
	return childrenByLocalName(element, localName)[0];
}
