import type { AttributeNode, AttributeTable } from './attributes';
import { xmlNamespace, xmlnsNamespace } from './namespaces';
import type { ElementNode } from './nodes';
import type { ParseState } from './parseState';

/**
 * Takes the namespace declarations of a tag into scope, resolves its names and reports what is wrong with them.
 *
 * @param first The row of its first attribute, if it has any.
 */
export function resolveNames(state: ParseState, element: ElementNode, first: number): void {
	const { attributes, namespaces } = state;
	if (state.defaultNamespaces.size > 0) {
		for (const [prefix, namespace] of state.defaultNamespaces.get(element.name) ?? []) {
			namespaces.bind(prefix, namespace);
		}
	}
	const end = attributes.length;
	for (let row = first; row < end; row++) {
		const prefix = attributes.nameOf(row).declares;
		if (prefix !== undefined) {
			declare(state, row, prefix);
		}
	}
	element.namespace = namespaces.ofElement(element.qualifiedName);
	if (element.namespace === undefined && !state.misnamed.has(element)) {
		namespaces.noteUnbound(element.qualifiedName, element.start + 1, false);
	}
	if (first === end) {
		return;
	}
	element.takeAttributes(first);
	for (let row = first; row < end; row++) {
		const name = attributes.nameOf(row);
		const namespace = namespaces.ofAttribute(name);
		attributes.setNamespace(row, namespace);
		if (namespace === undefined && attributes.isQuoted(row)) {
			namespaces.noteUnbound(name, attributes.startOf(row), true);
		}
	}
	if (end - first > fewAttributes) {
		reportDuplicatesOfMany(state, element.attributes);
	} else {
		reportDuplicates(state, first, element);
	}
}

/** Takes a namespace declaration into scope (Namespaces in XML 1.0 §3). */
function declare(state: ParseState, row: number, prefix: string): void {
	const { attributes } = state;
	const namespace = state.names.namespace(attributes.valueOf(row));
	if (!attributes.isQuoted(row)) {
		// A fault already: which namespace is meant is not known.
		state.areDeclarationsDoubtful = true;
	} else if (prefix === 'xmlns' || (prefix === 'xml' && namespace !== xmlNamespace)) {
		const start = attributes.startOf(row);
		state.report('xml.reserved-prefix', start, start + attributes.nameOf(row).name.length, { prefix });
	} else if (namespace === xmlnsNamespace || (namespace === xmlNamespace && prefix !== 'xml')) {
		const start = attributes.valueStartOf(row);
		state.report('xml.reserved-namespace', start, attributes.valueEndOf(row), { namespace });
	} else if (namespace === '' && prefix !== '') {
		const start = attributes.startOf(row);
		state.report('xml.prefix-without-namespace', start, attributes.endOf(row), { prefix });
	}
	if (prefix !== 'xml' && prefix !== 'xmlns') {
		state.namespaces.bind(prefix, namespace);
	}
}

const fewAttributes = 12;

/** Attributes with the same name, or the same namespace and local name (Namespaces in XML 1.0 §6.3). */
function reportDuplicates(state: ParseState, first: number, element: ElementNode): void {
	const { attributes } = state;
	for (let later = first + 1; later < attributes.length; later++) {
		for (let earlier = first; earlier < later; earlier++) {
			if (areSame(attributes, earlier, later)) {
				const one = element.attributes[earlier - first];
				const other = element.attributes[later - first];
				if (one !== undefined && other !== undefined) {
					reportDuplicate(state, one, other);
				}
				break;
			}
		}
	}
}

function areSame(attributes: AttributeTable, one: number, other: number): boolean {
	const name = attributes.nameOf(one);
	const otherName = attributes.nameOf(other);
	const namespace = attributes.namespaceOf(one);
	return (
		name === otherName ||
		(namespace !== '' &&
			namespace !== undefined &&
			namespace === attributes.namespaceOf(other) &&
			name.localName === otherName.localName)
	);
}

function reportDuplicatesOfMany(state: ParseState, attributes: readonly AttributeNode[]): void {
	const seen = new Map<string, AttributeNode>();
	for (const attribute of attributes) {
		// A space cannot occur in a name.
		const keys = attribute.namespace
			? [attribute.name, `${attribute.localName} ${attribute.namespace}`]
			: [attribute.name];
		const first = keys.map((key) => seen.get(key)).find((earlier) => earlier !== undefined);
		if (first !== undefined) {
			reportDuplicate(state, first, attribute);
		}
		for (const key of keys) {
			if (!seen.has(key)) {
				seen.set(key, attribute);
			}
		}
	}
}

function reportDuplicate(state: ParseState, first: AttributeNode, second: AttributeNode): void {
	const { start, end } = second.nameSpan;
	state.report('xml.duplicate-attribute', start, end, { name: second.name, first: first.name }, [
		{ span: first.nameSpan },
	]);
}
