import type { XmlElement } from '../xml/tree';

/**
 * Children by local name, whatever their namespace. A rule that asks whether something is there looks this way: an
 * element in the wrong namespace is there, and its namespace is the schema's finding.
 */
export function childrenByLocalName(
	element: XmlElement | undefined,
	localName: string,
): readonly XmlElement[] {
	const found: XmlElement[] = [];
	if (element !== undefined) {
		for (const child of element.markup) {
			if (child.kind === 'element' && child.localName === localName) {
				found.push(child);
			}
		}
	}
	return found;
}

/** The first of {@link childrenByLocalName}. */
export function childByLocalName(element: XmlElement | undefined, localName: string): XmlElement | undefined {
	if (element !== undefined) {
		for (const child of element.markup) {
			if (child.kind === 'element' && child.localName === localName) {
				return child;
			}
		}
	}
	return undefined;
}
