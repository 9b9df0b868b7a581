import type { Span } from '../../finding';
import { childElements } from '../../xml/navigate';
import type { XmlAttribute, XmlElement } from '../../xml/tree';
import type {
	ComponentKind,
	ImpliedAttribute,
	SchemaComponent,
	SchemaDocument,
	SchemaLink,
	SchemaReference,
	Scope,
} from './schemaDocument';
import { xsdNamespace } from './schemaDocument';

const componentKinds: ReadonlyMap<string, ComponentKind> = new Map([
	['element', 'element'],
	['attribute', 'attribute'],
	['simpleType', 'type'],
	['complexType', 'type'],
	['group', 'group'],
	['attributeGroup', 'attributeGroup'],
	['notation', 'notation'],
]);

/** Which attributes refer to what, by element (XML Schema part 1, §3). */
const referringAttributes = new Map<string, ReadonlyMap<string, SchemaReference['to']>>([
	[
		'element',
		new Map([
			['ref', 'element'],
			['type', 'type'],
			['substitutionGroup', 'element'],
		]),
	],
	[
		'attribute',
		new Map([
			['ref', 'attribute'],
			['type', 'type'],
		]),
	],
	['group', new Map([['ref', 'group']])],
	['attributeGroup', new Map([['ref', 'attributeGroup']])],
	['restriction', new Map([['base', 'type']])],
	['extension', new Map([['base', 'type']])],
	['list', new Map([['itemType', 'type']])],
	['union', new Map([['memberTypes', 'type']])],
	['keyref', new Map([['refer', 'constraint']])],
]);

/** Which defaults of the document a declaration takes when it does not say it itself. */
const impliedAttributes = {
	global: {
		element: ['block', 'final'],
		complexType: ['block', 'final'],
		simpleType: ['final'],
		attribute: [],
	},
	local: { element: ['form', 'block'], attribute: ['form'], complexType: [], simpleType: [] },
} as const satisfies Record<
	'global' | 'local',
	Record<ImpliedAttribute['of'], readonly ImpliedAttribute['attribute'][]>
>;

/** `true` for a root element of an XSD. */
export function isSchemaElement(element: XmlElement): boolean {
	return element.namespace === xsdNamespace && element.localName === 'schema';
}

/**
 * Reads what merging needs from an XSD.
 *
 * @param name Path relative to the folder.
 * @param root Its root, an `xs:schema`.
 */
export function readDocument(name: string, text: string, root: XmlElement): SchemaDocument {
	const prefixes = new Set<string>();
	const source: Source = { text, lineOf: countLines(text), prefixes };
	const scope = innerScope(new Map(), root, prefixes);
	const links: SchemaLink[] = [];
	const components: SchemaComponent[] = [];
	const unknown: { name: string; span: Span }[] = [];
	for (const child of childElements(root)) {
		const link = readLink(source, child, scope);
		const component = link === undefined ? readComponent(source, child, scope) : undefined;
		if (link !== undefined) {
			links.push(link);
		} else if (component !== undefined) {
			components.push(component);
		} else if (!isXsd(child, 'annotation')) {
			unknown.push({ name: child.name, span: child.nameSpan });
		}
	}
	return {
		name,
		text,
		targetNamespace: attributeValue(root, 'targetNamespace') ?? '',
		defaults: {
			elementFormDefault: attributeValue(root, 'elementFormDefault') ?? 'unqualified',
			attributeFormDefault: attributeValue(root, 'attributeFormDefault') ?? 'unqualified',
			blockDefault: attributeValue(root, 'blockDefault') ?? '',
			finalDefault: attributeValue(root, 'finalDefault') ?? '',
		},
		links,
		components,
		unknown,
		prefixes,
	};
}

/** The text that is read, and what is gathered along the way. */
interface Source {
	readonly text: string;
	/** The line of an offset; asked in ascending order. */
	readonly lineOf: (offset: number) => number;
	readonly prefixes: Set<string>;
}

function countLines(text: string): (offset: number) => number {
	let line = 0;
	let next = text.indexOf('\n');
	return (offset) => {
		for (; next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) {
			line++;
		}
		return line;
	};
}

function readLink(source: Source, element: XmlElement, scope: Scope): SchemaLink | undefined {
	if (element.namespace !== xsdNamespace) {
		return undefined;
	}
	const kind = element.localName;
	if (kind !== 'include' && kind !== 'import' && kind !== 'redefine') {
		return undefined;
	}
	const location = attribute(element, 'schemaLocation');
	const written = location?.value.trim() ?? '';
	if (written === '' && kind !== 'import') {
		return undefined;
	}
	const inner = innerScope(scope, element, source.prefixes);
	return {
		kind,
		location: written === '' ? undefined : written,
		namespace: attributeValue(element, 'namespace') ?? '',
		span: location?.valueSpan ?? element.nameSpan,
		components:
			kind === 'redefine'
				? childElements(element).flatMap((child) => readComponent(source, child, inner) ?? [])
				: [],
	};
}

function readComponent(source: Source, element: XmlElement, scope: Scope): SchemaComponent | undefined {
	const kind = element.namespace === xsdNamespace ? componentKinds.get(element.localName) : undefined;
	const name = attribute(element, 'name');
	if (kind === undefined || name === undefined) {
		return undefined;
	}
	const references: SchemaReference[] = [];
	const implied: ImpliedAttribute[] = [];
	readInside(source, element, scope, { references, implied });
	return {
		kind,
		name: name.value.trim(),
		span: element.span,
		line: source.lineOf(element.span.start),
		nameSpan: name.valueSpan,
		attributesAt: element.nameSpan.end,
		scope,
		ownPrefixes: new Set(declaredPrefixes(element).map(([prefix]) => prefix)),
		references,
		implied,
	};
}

interface Collected {
	readonly references: SchemaReference[];
	readonly implied: ImpliedAttribute[];
}

/** Not recursive: a hostile file may be nested deeper than the stack. */
function readInside(source: Source, component: XmlElement, outer: Scope, collected: Collected): void {
	const waiting: [element: XmlElement, outer: Scope][] = [[component, outer]];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		const [element, around] = next;
		const scope = innerScope(around, element, source.prefixes);
		if (element.namespace !== xsdNamespace || element.localName === 'annotation') {
			continue;
		}
		const referring = referringAttributes.get(element.localName);
		if (referring !== undefined) {
			for (const candidate of element.attributes) {
				const to = candidate.prefix === '' ? referring.get(candidate.localName) : undefined;
				if (to !== undefined) {
					collected.references.push(...readReferences(source.text, candidate, to, scope));
				}
			}
		}
		collected.implied.push(...readImplied(element, element === component ? 'global' : 'local'));
		for (const child of childElements(element).toReversed()) {
			waiting.push([child, scope]);
		}
	}
}

function readReferences(
	text: string,
	attribute: XmlAttribute,
	to: SchemaReference['to'],
	scope: Scope,
): SchemaReference[] {
	const raw = text.slice(attribute.valueSpan.start, attribute.valueSpan.end);
	return [...raw.matchAll(/[^ \t\r\n]+/g)].map((match) => {
		const start = attribute.valueSpan.start + match.index;
		const colon = match[0].indexOf(':');
		const prefix = colon < 0 ? '' : match[0].slice(0, colon);
		return {
			to,
			attribute: attribute.localName,
			span: { start, end: start + match[0].length },
			prefix,
			localName: match[0].slice(colon + 1),
			namespace: scope.get(prefix) ?? (prefix === '' ? '' : boundAlways.get(prefix)),
		};
	});
}

const boundAlways: Scope = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

function readImplied(element: XmlElement, place: 'global' | 'local'): ImpliedAttribute[] {
	const of = element.localName;
	if (of !== 'element' && of !== 'attribute' && of !== 'complexType' && of !== 'simpleType') {
		return [];
	}
	if (attribute(element, 'ref') !== undefined) {
		return [];
	}
	return impliedAttributes[place][of].flatMap((name) =>
		attribute(element, name) === undefined ? [{ attribute: name, of, at: element.nameSpan.end }] : [],
	);
}

function innerScope(outer: Scope, element: XmlElement, prefixes: Set<string>): Scope {
	const declared = declaredPrefixes(element);
	if (declared.length === 0) {
		return outer;
	}
	const scope = new Map(outer);
	for (const [prefix, namespace] of declared) {
		prefixes.add(prefix);
		if (namespace === '') {
			scope.delete(prefix);
		} else {
			scope.set(prefix, namespace);
		}
	}
	return scope;
}

function declaredPrefixes(element: XmlElement): [prefix: string, namespace: string][] {
	return element.attributes.flatMap((candidate): [string, string][] => {
		if (candidate.prefix === 'xmlns') {
			return [[candidate.localName, candidate.value]];
		}
		return candidate.name === 'xmlns' ? [['', candidate.value]] : [];
	});
}

function isXsd(element: XmlElement, localName: string): boolean {
	return element.namespace === xsdNamespace && element.localName === localName;
}

function attribute(element: XmlElement, localName: string): XmlAttribute | undefined {
	return element.attributes.find((candidate) => candidate.prefix === '' && candidate.localName === localName);
}

function attributeValue(element: XmlElement, localName: string): string | undefined {
	return attribute(element, localName)?.value.trim();
}
