import { parseXml } from '../../xml/parse';
import type { XmlElement } from '../../xml/tree';
import type { PlacedComponent } from './placedComponent';
import { namespaceOf } from './placedComponent';
import { xsdNamespace } from './schemaDocument';
import { escaped } from '../../xml/escaped';

/** Values that mean the same as leaving the attribute out, by element and attribute (`*` for any element). */
const defaultValues: ReadonlyMap<string, string> = new Map([
	['* minOccurs', '1'],
	['* maxOccurs', '1'],
	['* abstract', 'false'],
	['* mixed', 'false'],
	['element nillable', 'false'],
	['attribute use', 'optional'],
	['any processContents', 'strict'],
	['any namespace', '##any'],
]);

/**
 * Do two components say the same? White space, comments, documentation, prefixes, the order of attributes and whether
 * a default is spelled out make no difference.
 */
export function isSameDefinition(one: PlacedComponent, other: PlacedComponent): boolean {
	return isSameText(one, other) || canonical(one) === canonical(other);
}

/** The cheap way, which nearly all duplicates take: the same text with the same meaning of its prefixes. */
function isSameText(one: PlacedComponent, other: PlacedComponent): boolean {
	const { defaults } = one.member.document;
	const otherDefaults = other.member.document.defaults;
	return (
		textOf(one) === textOf(other) &&
		defaults.elementFormDefault === otherDefaults.elementFormDefault &&
		defaults.attributeFormDefault === otherDefaults.attributeFormDefault &&
		defaults.blockDefault === otherDefaults.blockDefault &&
		defaults.finalDefault === otherDefaults.finalDefault &&
		one.component.references.every((reference, index) => {
			const same = other.component.references[index];
			return same !== undefined && namespaceOf(one, reference) === namespaceOf(other, same);
		})
	);
}

function textOf({ component, member }: PlacedComponent): string {
	return member.document.text.slice(component.span.start, component.span.end);
}

function canonical(placed: PlacedComponent): string {
	const { component, member } = placed;
	const declarations = [...component.scope].map(
		([prefix, namespace]) => `${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escaped(namespace)}"`,
	);
	const before = `<_ ${declarations.join(' ')}>`;
	const { root } = parseXml(`${before}${textOf(placed)}</_>`);
	const element = root?.children.find((child): child is XmlElement => child.kind === 'element');
	const toSource = component.span.start - before.length;
	const references = new Map(
		component.references.map((reference) => [
			reference.span.start,
			`{${namespaceOf(placed, reference) ?? reference.prefix}}${reference.localName}`,
		]),
	);
	const implied = new Map<number, [name: string, value: string][]>();
	for (const { attribute, of, at } of component.implied) {
		const value = member.document.defaults[defaultOf(attribute, of)];
		implied.set(at, [...(implied.get(at) ?? []), [attribute, value]]);
	}
	const write = (current: XmlElement): string => {
		if (current.namespace !== xsdNamespace || current.localName === 'annotation') {
			return '';
		}
		const attributes = current.attributes
			.filter(({ name, prefix }) => name !== 'xmlns' && prefix !== 'xmlns' && name !== 'id')
			.map(({ namespace, localName, value, valueSpan }): [string, string] => {
				const source = valueSpan.start + toSource;
				const meaning = [...value.matchAll(/\S+/g)].map(
					(word) => references.get(source + word.index) ?? word[0],
				);
				const isReference = references.has(source);
				return [`{${namespace ?? ''}}${localName}`, isReference ? meaning.join(' ') : value];
			})
			.concat(
				(implied.get(current.nameSpan.end + toSource) ?? []).map(([name, value]) => [`{}${name}`, value]),
			)
			.filter(([name, value]) => !isDefault(current.localName, name.slice(2), value))
			.map(([name, value]) => `${name}=${JSON.stringify(value)}`)
			.sort();
		const inside = current.children.map((child) => (child.kind === 'element' ? write(child) : ''));
		return `<${[current.localName, ...attributes].join(' ')}>${inside.join('')}</>`;
	};
	return element === undefined ? textOf(placed) : write(element);
}

function isDefault(element: string, attribute: string, value: string): boolean {
	const implied = defaultValues.get(`${element} ${attribute}`) ?? defaultValues.get(`* ${attribute}`);
	return implied === value || ((attribute === 'block' || attribute === 'final') && value === '');
}

/** The attribute of `xs:schema` that stands in for one that a declaration leaves out. */
export function defaultOf(
	attribute: 'form' | 'block' | 'final',
	of: 'element' | 'attribute' | 'complexType' | 'simpleType',
): 'elementFormDefault' | 'attributeFormDefault' | 'blockDefault' | 'finalDefault' {
	switch (attribute) {
		case 'form':
			return of === 'attribute' ? 'attributeFormDefault' : 'elementFormDefault';
		case 'block':
			return 'blockDefault';
		case 'final':
			return 'finalDefault';
	}
}
