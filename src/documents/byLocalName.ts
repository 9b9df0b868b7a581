import type { XmlElement, XmlNode } from '../xml/tree';

/**
 * Children by local name, whatever their namespace. A rule that asks whether something is there looks this way: an
 * element in the wrong namespace is there, and its namespace is the schema's finding.
 */
export function childrenByLocalName(
	element: XmlElement | undefined,
	localName: string,
): readonly XmlElement[] {
	return element?.children.filter((child): child is XmlElement => isElementNamed(child, localName)) ?? [];
}

/** The first of {@link childrenByLocalName}. */
export function childByLocalName(element: XmlElement | undefined, localName: string): XmlElement | undefined {
	return element?.children.find((child): child is XmlElement => isElementNamed(child, localName));
}

function isElementNamed(node: XmlNode, localName: string): boolean {
	return node.kind === 'element' && node.localName === localName;
}
