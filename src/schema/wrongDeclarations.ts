import { descendants } from '../xml/descendants';
import { attributeOf } from '../xml/navigate';
import type { XmlAttribute, XmlElement } from '../xml/tree';
import type { SchemaError, SchemaSet } from './engine';
import { attributeInMessage, isUnexpectedChild } from './libxmlMessages';
import { mostSimilar } from './similarNames';

/** A namespace declaration that was probably meant to be of another namespace. */
export interface WrongDeclaration {
	readonly declaration: XmlAttribute;
	/** The namespace that was meant. */
	readonly meant: string;
	/**
	 * `unknown`: the schema does not know the namespace; `other`: the schema knows it, but not for what is written with it;
	 * `surrounding`: without this declaration, the one around it gives the namespace that was meant.
	 */
	readonly fault: 'unknown' | 'other' | 'surrounding';
	/** What the schema says because of it. */
	readonly causes: readonly SchemaError[];
}

const targetNamespace = /\btargetNamespace\s*=\s*(?:"([^"]+)"|'([^']+)')/g;

const declaredName = /\bname\s*=\s*["']([^"']+)["']/g;

/** Attributes of this namespace may stand in any document; no schema declares it. */
const instanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance';

/** The share of a namespace that may differ in a slip of the pen, also when the right one is declared besides. */
const clearlyAlike = 0.25;

/** Names that the schema need not declare. */
const instanceNames = ['nil', 'type', 'schemaLocation', 'noNamespaceSchemaLocation'];

/** The namespaces of the element and the attribute that an error is about. */
const refusedNamespace = /^Element '(?:\{(.*?)\})?[^']*'(?:, attribute '\{(.*?)\})?/s;

/** Numbers of libxml2 that say that a name is not expected, apart from 1871: attributes (1827, 1866, 1867, 1878), elements (1845). */
const aboutNames: ReadonlySet<number> = new Set([1827, 1845, 1866, 1867, 1878]);
const elementContent = 1871;

/**
 * Looks for namespace declarations that are wrong: those of a namespace that the schema does not know and that looks like
 * one that it has (a wrong version, a slip of the pen), and those of which all names are in one other namespace of the schema.
 * One wrong declaration makes every element and attribute with its prefix wrong; it is one fault.
 *
 * @param errors What the schema says of the message: only what it refuses is looked at.
 * @param elementOf The element that an error is about.
 * @returns In the order of the document.
 */
export function findWrongDeclarations(
	root: XmlElement,
	set: SchemaSet,
	errors: readonly SchemaError[],
	elementOf: (error: SchemaError) => XmlElement | undefined,
): readonly WrongDeclaration[] {
	const known = namesByNamespace(set);
	const declarations = declarationsAround(root);
	return [
		...ofUnknownNamespaces(root, known, errors, declarations),
		...ofOtherNamespaces(known, errors, declarations, elementOf),
	].sort((one, other) => one.declaration.span.start - other.declaration.span.start);
}

/** The names that are declared in each namespace of the schema, of elements and of whatever else. */
type KnownNames = ReadonlyMap<string, ReadonlySet<string>>;

function namesByNamespace({ documents }: SchemaSet): KnownNames {
	const known = new Map([[instanceNamespace, new Set(instanceNames)]]);
	for (const schema of documents.values()) {
		for (const [, double, single] of schema.matchAll(targetNamespace)) {
			const target = double ?? single ?? '';
			const names = known.get(target) ?? new Set();
			known.set(target, names);
			for (const [, name = ''] of schema.matchAll(declaredName)) {
				names.add(name);
			}
		}
	}
	return known;
}

function ofUnknownNamespaces(
	root: XmlElement,
	known: KnownNames,
	errors: readonly SchemaError[],
	declarations: readonly XmlAttribute[],
): readonly WrongDeclaration[] {
	const refused = new Map<string, SchemaError[]>();
	for (const error of errors) {
		for (const namespace of refusedNamespace.exec(error.message)?.slice(1) ?? []) {
			if (namespace && !known.has(namespace)) {
				const list = refused.get(namespace) ?? [];
				refused.set(namespace, list);
				list.push(error);
			}
		}
	}
	return [...refused].flatMap(([namespace, causes]): readonly WrongDeclaration[] => {
		// When the document declares the other one too, it is the prefixes of the elements that are wrong.
		const isTaken = (other: string) => declarations.some(({ value }) => value === other);
		const free = [...known.keys()].filter((other) => !isTaken(other));
		const meant =
			mostSimilar(namespace, [...known.keys()], clearlyAlike) ??
			mostSimilar(namespace, free) ??
			namespaceOfNames(namesUsedWith(root, namespace), known, isTaken);
		return meant === undefined
			? []
			: declarations
					.filter(({ value }) => value === namespace)
					.map((declaration) => ({ declaration, meant, fault: 'unknown', causes }));
	});
}

function ofOtherNamespaces(
	known: KnownNames,
	errors: readonly SchemaError[],
	declarations: readonly XmlAttribute[],
	elementOf: (error: SchemaError) => XmlElement | undefined,
): readonly WrongDeclaration[] {
	const suspects = new Map<XmlAttribute, SchemaError[]>();
	for (const error of errors.filter(isAboutName)) {
		const element = elementOf(error);
		const declaration = element && declarationBehind(error, element);
		if (declaration !== undefined && (declaration.value === '' || known.has(declaration.value))) {
			const causes = suspects.get(declaration) ?? [];
			suspects.set(declaration, causes);
			causes.push(error);
		}
	}
	const isTaken = (namespace: string) =>
		declarations.some((one) => one.value === namespace && !suspects.has(one));
	const found = new Map<XmlAttribute, WrongDeclaration>();
	for (const [declaration, causes] of suspects) {
		const judged = judgeDeclaration(declaration, known, isTaken);
		if (judged === undefined) {
			continue;
		}
		// The schema says nothing of what comes after the first child that it refuses, so that all that is alike is one fault.
		for (const other of declarations) {
			const same =
				other.name === declaration.name && other.value === declaration.value
					? judgeDeclaration(other, known, isTaken)
					: undefined;
			if (same?.meant === judged.meant && same.fault === judged.fault) {
				const before = found.get(other)?.causes ?? [];
				found.set(other, { declaration: other, ...judged, causes: [...before, ...causes] });
			}
		}
	}
	return [...found.values()];
}

/** What was meant by a declaration of a namespace in which not all that is written with it is known. */
function judgeDeclaration(
	declaration: XmlAttribute,
	known: KnownNames,
	isTaken: (namespace: string) => boolean,
): Pick<WrongDeclaration, 'meant' | 'fault'> | undefined {
	const used = namesUsedBy(declaration);
	const around = valueAround(declaration);
	if (around !== undefined && includesMost(known.get(around), used)) {
		return { meant: around, fault: 'surrounding' };
	}
	const meant = includesMost(known.get(declaration.value), used)
		? undefined
		: namespaceOfNames(used, known, isTaken);
	return meant === undefined ? undefined : { meant, fault: 'other' };
}

function isAboutName({ code, message }: SchemaError): boolean {
	return (
		(code === elementContent && isUnexpectedChild(message)) ||
		(aboutNames.has(code) && !message.includes('is required but missing'))
	);
}

/** The declaration that gives the refused name its namespace; `undefined` when there is none. */
function declarationBehind({ message }: SchemaError, element: XmlElement): XmlAttribute | undefined {
	const name = attributeInMessage(message);
	const refused = name === undefined ? element : attributeOf(element, name.namespace, name.localName);
	return refused === undefined || (refused.kind === 'attribute' && refused.prefix === '')
		? undefined
		: declarationFor(refused.prefix, element);
}

function declarationFor(prefix: string, from: XmlElement | undefined): XmlAttribute | undefined {
	const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
	for (let element = from; element !== undefined; element = element.parent) {
		const found = element.attributes.find((attribute) => attribute.name === name);
		if (found !== undefined) {
			return found;
		}
	}
	return undefined;
}

/** What the same prefix stands for around the element, and around others that declare it in the same way. */
function valueAround(declaration: XmlAttribute): string | undefined {
	let around: XmlAttribute | undefined = declaration;
	while (around?.value === declaration.value) {
		around = declarationFor(prefixDeclaredBy(declaration), around.owner.parent);
	}
	return around?.value;
}

function prefixDeclaredBy({ prefix, localName }: XmlAttribute): string {
	return prefix === 'xmlns' ? localName : '';
}

/** Local names of the elements and attributes that have their namespace from a declaration. */
function namesUsedBy(declaration: XmlAttribute): ReadonlySet<string> {
	const prefix = prefixDeclaredBy(declaration);
	const names = new Set<string>();
	const waiting = [declaration.owner];
	for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
		if (element !== declaration.owner && element.attributes.some(({ name }) => name === declaration.name)) {
			continue;
		}
		for (const named of [element, ...element.attributes]) {
			if (named.prefix === prefix && (named.kind === 'element' || prefix !== '')) {
				names.add(named.localName);
			}
		}
		for (const child of element.markup) {
			if (child.kind === 'element') {
				waiting.push(child);
			}
		}
	}
	return names;
}

/** Local names of the elements and attributes in a namespace. */
function namesUsedWith(root: XmlElement, namespace: string): ReadonlySet<string> {
	const names = new Set<string>();
	for (const element of descendants(root)) {
		for (const named of [element, ...element.attributes]) {
			if (named.namespace === namespace) {
				names.add(named.localName);
			}
		}
	}
	return names;
}

/** The only namespace in which these names are; `undefined` when there is none, or more than one, or it is taken. */
function namespaceOfNames(
	used: ReadonlySet<string>,
	known: KnownNames,
	isTaken: (namespace: string) => boolean,
): string | undefined {
	const [only, ...others] = [...known].filter(([, names]) => includesMost(names, used));
	return only !== undefined && others.length === 0 && !isTaken(only[0]) ? only[0] : undefined;
}

/** Whether a name or two may be misspelt besides, but not more than one in three. */
function includesMost(names: ReadonlySet<string> | undefined, used: ReadonlySet<string>): boolean {
	if (names === undefined || used.size === 0) {
		return false;
	}
	const strangers = [...used].filter((name) => !names.has(name)).length;
	return strangers <= Math.min(2, Math.floor(used.size / 3));
}

/** The namespace declarations of a message and of what it stands in, in the order of the document. */
function declarationsAround(root: XmlElement): readonly XmlAttribute[] {
	const above: XmlElement[] = [];
	for (let node = root.parent; node; node = node.parent) {
		above.unshift(node);
	}
	return [...above, ...descendants(root)].flatMap(({ attributes }) =>
		attributes.filter(({ name, prefix }) => name === 'xmlns' || prefix === 'xmlns'),
	);
}
