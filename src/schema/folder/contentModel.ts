import { parseXml } from '../../xml/parse';
import { attributeOf, childElements, firstChild } from '../../xml/navigate';
import type { XmlElement } from '../../xml/tree';
import type { SchemaSet } from '../engine';
import type { FixedValue } from './fixedValue';
import { comparisonOf } from './fixedValue';
import { resolveQName } from './qName';
import { xsdNamespace } from './schemaDocument';

/** What elements of one type may look like, as far as it takes to follow a document through its declarations. */
export interface TypeModel {
	/** Referenced attributes with a fixed value, by {@link nameKey}. */
	readonly fixed: ReadonlyMap<string, FixedValue>;
	/** The types of the child elements, by {@link nameKey}; `undefined` when the schema gives more than one. */
	readonly children: ReadonlyMap<string, TypeModel | undefined>;
	/** Other elements may stand here too: those that are declared globally. */
	readonly isOpen: boolean;
}

/** The declarations of a schema set, for following a document. */
export interface ContentModel {
	/** The types of the global elements, by {@link nameKey}. */
	readonly elements: ReadonlyMap<string, TypeModel>;
	/** The complex types, by {@link nameKey}, for `xsi:type`. */
	readonly types: ReadonlyMap<string, TypeModel>;
	/** The element that each global element may stand in for, by {@link nameKey}. */
	readonly substitutes: ReadonlyMap<string, string>;
}

export function nameKey(namespace: string, localName: string): string {
	return `${namespace} ${localName}`;
}

interface MutableType {
	readonly fixed: Map<string, FixedValue>;
	readonly children: Map<string, MutableType | undefined>;
	isOpen: boolean;
}

/** An XSD element with the document that it stands in. */
interface Node {
	readonly element: XmlElement;
	readonly schema: XmlElement;
}

/** Reads the content model of a set. Documents that are not XML are passed over: the engine complains about them. */
export function readContentModel(set: SchemaSet): ContentModel {
	const globals = new Map<string, Node>();
	for (const text of set.documents.values()) {
		const { root } = parseXml(text);
		for (const element of root === undefined ? [] : childElements(root)) {
			const name = valueOf(element, 'name');
			if (root !== undefined && name !== undefined) {
				globals.set(globalKey(element.localName, nameKey(targetOf(root), name)), { element, schema: root });
			}
		}
	}
	return buildModel(globals);
}

function buildModel(globals: ReadonlyMap<string, Node>): ContentModel {
	const known = new Map<XmlElement, MutableType>();
	const unread: [Node, MutableType][] = [];
	const anything: MutableType = { fixed: new Map(), children: new Map(), isOpen: true };

	const lookUp = (kind: string, node: Node, attribute: string): Node | undefined => {
		const name = valueOf(node.element, attribute);
		return name === undefined ? undefined : globals.get(globalKey(kind, resolve(node.element, name)));
	};

	/** The model of a complex type. Its content is read later, because types may contain themselves. */
	const typeOf = (node: Node): MutableType => {
		let type = known.get(node.element);
		if (type === undefined) {
			type = { fixed: new Map(), children: new Map(), isOpen: false };
			known.set(node.element, type);
			unread.push([node, type]);
		}
		return type;
	};

	/** @returns `undefined` for a simple type, which has neither attributes nor children. */
	const typeOfElement = (declaration: Node): MutableType | undefined => {
		const heads = new Set<XmlElement>();
		let node: Node | undefined = declaration;
		while (node !== undefined && !heads.has(node.element)) {
			const { element, schema }: Node = node;
			const inline = childNamed(element, 'complexType');
			if (inline !== undefined) {
				return typeOf({ element: inline, schema });
			}
			const name = valueOf(element, 'type');
			if (name !== undefined) {
				const named = lookUp('complexType', node, 'type');
				return named ? typeOf(named) : resolve(element, name) === anyType ? anything : undefined;
			}
			if (childNamed(element, 'simpleType') !== undefined) {
				return undefined;
			}
			heads.add(element);
			node = lookUp('element', node, 'substitutionGroup');
		}
		return anything;
	};

	const addElement = (type: MutableType, node: Node): void => {
		const global = lookUp('element', node, 'ref');
		const declared = global ?? node;
		const name = valueOf(declared.element, 'name');
		if (name === undefined) {
			return;
		}
		const isQualified =
			global !== undefined ||
			(valueOf(node.element, 'form') ?? valueOf(node.schema, 'elementFormDefault')) === 'qualified';
		const key = nameKey(isQualified ? targetOf(declared.schema) : '', name);
		const child = typeOfElement(declared);
		const isAmbiguous = type.children.has(key) && type.children.get(key) !== child;
		type.children.set(key, isAmbiguous ? undefined : child);
	};

	/** Adds the particles and attributes in an element, those of groups included: each group once, which says it all. */
	const addContent = (type: MutableType, top: Node): void => {
		const waiting = [top];
		const seen = new Set<XmlElement>();
		for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
			if (seen.has(parent.element)) {
				continue;
			}
			seen.add(parent.element);
			for (const element of childElements(parent.element)) {
				const node: Node = { element, schema: parent.schema };
				switch (element.localName) {
					case 'element':
						addElement(type, node);
						break;
					case 'any':
						type.isOpen ||= valueOf(element, 'processContents') !== 'skip';
						break;
					case 'attribute':
						addAttribute(type, node);
						break;
					case 'sequence':
					case 'choice':
					case 'all':
						waiting.push(node);
						break;
					case 'group':
					case 'attributeGroup':
						waiting.push(lookUp(element.localName, node, 'ref') ?? node);
						break;
				}
			}
		}
	};

	const addAttribute = (type: MutableType, node: Node): void => {
		const name = valueOf(node.element, 'ref');
		if (name === undefined) {
			return;
		}
		const key = resolve(node.element, name);
		const fixed = valueOf(node.element, 'fixed');
		if (fixed === undefined || valueOf(node.element, 'use') === 'prohibited') {
			type.fixed.delete(key);
			return;
		}
		const comparison = comparisonOf(lookUp('attribute', node, 'ref')?.element, (element) =>
			globalSimpleType(globals, element),
		);
		type.fixed.set(key, { value: fixed, comparison });
	};

	const readType = (type: MutableType, own: Node): void => {
		for (const content of derivationOf(own).toReversed()) {
			if (content.element.localName === 'restriction') {
				type.children.clear();
				type.isOpen = false;
			}
			addContent(type, content);
		}
	};

	/** What a type adds to its base, what that adds to its own, and so on. Stops at a type that is derived from itself. */
	const derivationOf = (own: Node): Node[] => {
		const steps: Node[] = [];
		const bases = new Set<XmlElement>();
		let node: Node | undefined = own;
		while (node !== undefined && !bases.has(node.element)) {
			const { element, schema }: Node = node;
			bases.add(element);
			const derivation = derivationIn(element);
			steps.push({ element: derivation ?? element, schema });
			node = derivation && lookUp('complexType', { element: derivation, schema }, 'base');
		}
		return steps;
	};

	const elements = new Map<string, MutableType>();
	const types = new Map<string, MutableType>();
	const substitutes = new Map<string, string>();
	for (const [key, node] of globals) {
		const [kind, name] = splitGlobalKey(key);
		if (kind === 'complexType') {
			types.set(name, typeOf(node));
		} else if (kind === 'element') {
			const type = typeOfElement(node);
			if (type !== undefined) {
				elements.set(name, type);
			}
			const head = valueOf(node.element, 'substitutionGroup');
			if (head !== undefined) {
				substitutes.set(name, resolve(node.element, head));
			}
		}
	}
	for (let next = unread.pop(); next !== undefined; next = unread.pop()) {
		const [node, type] = next;
		readType(type, node);
	}
	return { elements, types, substitutes };
}

const anyType = nameKey(xsdNamespace, 'anyType');

function globalKey(kind: string, name: string): string {
	return `${kind}|${name}`;
}

function splitGlobalKey(key: string): [kind: string, name: string] {
	const bar = key.indexOf('|');
	return [key.slice(0, bar), key.slice(bar + 1)];
}

/** The simple type that an element refers to or holds: `type`, `base` or an inline `simpleType`. */
function globalSimpleType(
	globals: ReadonlyMap<string, Node>,
	element: XmlElement,
): XmlElement | string | undefined {
	const name = valueOf(element, 'type') ?? valueOf(element, 'base');
	if (name === undefined) {
		return childNamed(element, 'simpleType');
	}
	const key = resolve(element, name);
	return globals.get(globalKey('simpleType', key))?.element ?? key;
}

/** The extension or restriction of a complex type; `undefined` when it is not derived. */
function derivationIn(complexType: XmlElement): XmlElement | undefined {
	const content = childNamed(complexType, 'complexContent') ?? childNamed(complexType, 'simpleContent');
	return content && (childNamed(content, 'extension') ?? childNamed(content, 'restriction'));
}

function resolve(element: XmlElement, name: string): string {
	const { namespace, localName } = resolveQName(element, name);
	return nameKey(namespace ?? '?', localName);
}

function valueOf(element: XmlElement, attribute: string): string | undefined {
	return attributeOf(element, '', attribute)?.value;
}

function targetOf(schema: XmlElement): string {
	return valueOf(schema, 'targetNamespace') ?? '';
}

function childNamed(element: XmlElement, localName: string): XmlElement | undefined {
	return firstChild(element, xsdNamespace, localName);
}
