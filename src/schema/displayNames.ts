import type { ExpandedName, XmlElement } from '../xml/tree';

/** A name as the document would write an element at this place; without prefix when its namespace is not declared there. */
export function elementName(name: ExpandedName, context: XmlElement): string {
	return declaredElementName(name, context) ?? name.localName;
}

/**
 * A name as the document would write an element in this one: as it writes this one, if it is in the same namespace. `undefined` when its namespace is
 * not declared there.
 */
export function declaredElementName(
	{ namespace, localName }: ExpandedName,
	context: XmlElement,
): string | undefined {
	if (context.namespace === namespace) {
		return context.prefix === '' ? localName : `${context.prefix}:${localName}`;
	}
	const prefixes = prefixesOf(namespace, context);
	return prefixes.includes('') ? localName : prefixes[0] && `${prefixes[0]}:${localName}`;
}

/**
 * A name as the document would write it for an element that is there already: with its own prefix or else with that of its
 * parent, when these stand for the namespace. `undefined` when no prefix does.
 */
export function rewrittenName(
	{ namespace, localName }: ExpandedName,
	element: XmlElement,
): string | undefined {
	const prefixes = prefixesOf(namespace, element);
	const prefix =
		[element.prefix, element.parent?.prefix, ''].find(
			(preferred) => preferred !== undefined && prefixes.includes(preferred),
		) ?? prefixes[0];
	return prefix === undefined ? undefined : prefix === '' ? localName : `${prefix}:${localName}`;
}

/** A name as the document would write an attribute at this place. */
export function attributeName({ namespace, localName }: ExpandedName, context: XmlElement): string {
	const prefix = namespace === '' ? undefined : prefixesOf(namespace, context).find((bound) => bound !== '');
	return prefix === undefined ? localName : `${prefix}:${localName}`;
}

/** The prefixes that stand for a namespace at this place, the nearest first; `''` is the default namespace. */
function prefixesOf(namespace: string, context: XmlElement): readonly string[] {
	const seen = new Set<string>();
	const found: string[] = [];
	for (let element: XmlElement | undefined = context; element; element = element.parent) {
		for (const attribute of element.attributes) {
			const prefix =
				attribute.name === 'xmlns' ? '' : attribute.prefix === 'xmlns' ? attribute.localName : undefined;
			if (prefix === undefined || seen.has(prefix)) {
				continue;
			}
			seen.add(prefix);
			if (attribute.value === namespace) {
				found.push(prefix);
			}
		}
	}
	return namespace === '' && !seen.has('') ? [''] : namespace === XML_NAMESPACE ? ['xml'] : found;
}

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
