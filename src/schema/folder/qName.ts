import type { XmlElement } from '../../xml/tree';
import { xmlNamespace } from './xmlNamespace';

/**
 * Resolves a QName in an attribute value by the namespaces in scope of its element.
 *
 * @returns `namespace` is `undefined` when the prefix is not bound, and `''` for a name without one.
 */
export function resolveQName(
	element: XmlElement,
	name: string,
): { readonly namespace: string | undefined; readonly localName: string } {
	const [first = '', second] = name.trim().split(':', 2);
	const prefix = second === undefined ? '' : first;
	return { namespace: namespaceOfPrefix(element, prefix), localName: second ?? first };
}

function namespaceOfPrefix(element: XmlElement, prefix: string): string | undefined {
	if (prefix === 'xml') {
		return xmlNamespace;
	}
	const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
	for (let current: XmlElement | undefined = element; current !== undefined; current = current.parent) {
		const declared = current.attributes.find(({ name }) => name === declaration);
		if (declared !== undefined) {
			return declared.value === '' && prefix !== '' ? undefined : declared.value;
		}
	}
	return prefix === '' ? '' : undefined;
}
