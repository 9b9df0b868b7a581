import type { Finding } from '../../finding';
import type { XmlAttribute, XmlElement } from '../../xml/tree';
import { attributeOf, childElements } from '../../xml/navigate';
import type { SchemaSet } from '../engine';
import type { ContentModel, TypeModel } from './contentModel';
import { nameKey, readContentModel } from './contentModel';
import { differs } from './fixedValue';
import { resolveQName } from './qName';
import { schemaFolderFinding } from './texts';

const instanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * Makes the check that libxml2 leaves out: `fixed` on a reference to an attribute, as in
 * `<xs:attribute ref="StUF:entiteittype" fixed="ZAK"/>` (zaakberichten §16).
 *
 * The schema is read here, once; each document takes one walk. An element is only judged when the schema gives it
 * exactly one type: where that is not certain, neither it nor what is in it is judged.
 */
export function fixedAttributeRule(set: SchemaSet): (root: XmlElement) => Iterable<Finding> {
	const model = readContentModel(set);
	return (root) => findWrongAttributes(root, model);
}

function* findWrongAttributes(root: XmlElement, model: ContentModel): Generator<Finding> {
	const rootType = root.namespace === undefined ? undefined : model.elements.get(keyOf(root));
	const waiting: [element: XmlElement, type: TypeModel | undefined][] = [[root, rootType]];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		const [element, declared] = next;
		const type = actualType(element, declared, model);
		if (type === undefined) {
			continue;
		}
		if (type.fixed.size > 0) {
			yield* judge(element, type);
		}
		for (const child of childElements(element).toReversed()) {
			waiting.push([child, typeOfChild(child, type, model)]);
		}
	}
}

function* judge(element: XmlElement, type: TypeModel): Generator<Finding> {
	for (const attribute of element.attributes) {
		const fixed = type.fixed.get(keyOf(attribute));
		if (fixed !== undefined && differs(attribute.value, fixed)) {
			yield schemaFolderFinding('schema.fixed-attribute', placeOf(attribute), {
				attribute: attribute.name,
				element: element.name,
				expected: fixed.value,
				value: attribute.value,
			});
		}
	}
}

/** The value; an empty one has nothing to point at but the attribute. */
function placeOf({ valueSpan, span }: XmlAttribute): XmlAttribute['span'] {
	return valueSpan.start < valueSpan.end ? valueSpan : span;
}

function actualType(
	element: XmlElement,
	declared: TypeModel | undefined,
	model: ContentModel,
): TypeModel | undefined {
	const named = attributeOf(element, instanceNamespace, 'type');
	if (named === undefined) {
		return declared;
	}
	const { namespace, localName } = resolveQName(element, named.value);
	return declared && model.types.get(nameKey(namespace ?? '?', localName));
}

function typeOfChild(child: XmlElement, parent: TypeModel, model: ContentModel): TypeModel | undefined {
	const key = keyOf(child);
	if (parent.children.has(key)) {
		return parent.children.get(key);
	}
	return parent.isOpen || standsIn(key, parent, model) ? model.elements.get(key) : undefined;
}

/** May this element stand in for one that the parent declares? */
function standsIn(key: string, parent: TypeModel, { substitutes }: ContentModel): boolean {
	const seen = new Set<string>();
	for (let head = substitutes.get(key); head !== undefined && !seen.has(head); head = substitutes.get(head)) {
		if (parent.children.has(head)) {
			return true;
		}
		seen.add(head);
	}
	return false;
}

function keyOf({ namespace, localName }: XmlElement | XmlAttribute): string {
	return nameKey(namespace ?? '?', localName);
}
