import { xmlNamespace, xmlnsNamespace } from './namespaces';
import type { AttributeNode, ElementNode } from './nodes';
import type { ParseState } from './parseState';

/** Takes the namespace declarations of a tag into scope, resolves its names and reports what is wrong with them. */
export function resolveNames(
	state: ParseState,
	element: ElementNode,
	attributes: readonly AttributeNode[],
): void {
	if (state.defaultNamespaces.size > 0) {
		for (const [prefix, namespace] of state.defaultNamespaces.get(element.name) ?? []) {
			state.namespaces.bind(prefix, namespace);
		}
	}
	if (attributes.length > 0) {
		// A copy has no spare room, unlike an array that grew.
		element.attributes = attributes.slice();
		for (const attribute of attributes) {
			declare(state, attribute);
		}
	}
	element.namespace = state.namespaces.ofElement(element.qualifiedName);
	if (element.namespace === undefined && !state.misnamed.has(element)) {
		state.namespaces.noteUnbound(element.qualifiedName, element.start + 1, false);
	}
	if (attributes.length > 0) {
		for (const attribute of attributes) {
			attribute.namespace = state.namespaces.ofAttribute(attribute.qualifiedName);
			if (attribute.namespace === undefined && attribute.isQuoted) {
				state.namespaces.noteUnbound(attribute.qualifiedName, attribute.start, true);
			}
		}
		if (attributes.length > 1) {
			reportDuplicates(state, attributes);
		}
	}
}

/** Takes a namespace declaration into scope (Namespaces in XML 1.0 §3). */
function declare(state: ParseState, attribute: AttributeNode): void {
	const prefix = attribute.qualifiedName.declares;
	if (prefix === undefined) {
		return;
	}
	const namespace = attribute.value;
	if (!attribute.isQuoted) {
		// A fault already: which namespace is meant is not known.
		state.areDeclarationsDoubtful = true;
	} else if (prefix === 'xmlns' || (prefix === 'xml' && namespace !== xmlNamespace)) {
		const { start, end } = attribute.nameSpan;
		state.report('xml.reserved-prefix', start, end, { prefix });
	} else if (namespace === xmlnsNamespace || (namespace === xmlNamespace && prefix !== 'xml')) {
		const { start, end } = attribute.valueSpan;
		state.report('xml.reserved-namespace', start, end, { namespace });
	} else if (namespace === '' && prefix !== '') {
		state.report('xml.prefix-without-namespace', attribute.start, attribute.end, { prefix });
	}
	if (prefix !== 'xml' && prefix !== 'xmlns') {
		state.namespaces.bind(prefix, namespace);
	}
}

const fewAttributes = 12;

/** Attributes with the same name, or the same namespace and local name (Namespaces in XML 1.0 §6.3). */
function reportDuplicates(state: ParseState, attributes: readonly AttributeNode[]): void {
	if (attributes.length > fewAttributes) {
		reportDuplicatesOfMany(state, attributes);
		return;
	}
	for (let later = 1; later < attributes.length; later++) {
		for (let earlier = 0; earlier < later; earlier++) {
			const first = attributes[earlier];
			const second = attributes[later];
			if (first !== undefined && second !== undefined && areSame(first, second)) {
				reportDuplicate(state, first, second);
				break;
			}
		}
	}
}

function areSame(first: AttributeNode, second: AttributeNode): boolean {
	return (
		first.qualifiedName === second.qualifiedName ||
		(first.namespace !== '' &&
			first.namespace !== undefined &&
			first.namespace === second.namespace &&
			first.localName === second.localName)
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
