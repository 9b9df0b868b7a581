import type { Finding, Span } from '../finding';
import { findingsOf } from '../finding';
import { isNameCharacter, isNameStart } from '../xml/characters';
import { hasOnlyText, textContent, trimmedTextSpan } from '../xml/navigate';
import type { XmlAttribute, XmlElement } from '../xml/tree';
import { constraintInMessage } from './libxmlMessages';
import { schemaTexts } from './texts';
import { descendants } from '../xml/descendants';

const finding = findingsOf(schemaTexts);

/** The place of a value that is part of a key. */
interface Field {
	readonly element: XmlElement;
	readonly attribute: XmlAttribute | undefined;
	readonly span: Span;
}

/**
 * Tells an error of xs:unique, xs:key or xs:keyref (1877).
 *
 * @param selected The element that the constraint selects; the value is in it, libxml2 does not say where.
 */
export function constraintFindings(message: string, selected: XmlElement): readonly Finding[] {
	const { values, constraint } = constraintInMessage(message);
	const element = selected.name;
	if (message.includes('Duplicate key-sequence')) {
		const field = fieldWith(selected, values);
		const first = firstNamesake(selected, values);
		return [
			finding(
				'schema.duplicate',
				field?.span ?? selected.nameSpan,
				{
					element: field?.element.name ?? element,
					attribute: field?.attribute?.name ?? '',
					value: values,
					constraint,
				},
				first ? [{ span: first }] : undefined,
			),
		];
	}
	if (message.includes('No match found')) {
		const field = fieldWith(selected, values);
		return [finding('schema.key-unknown', field?.span ?? selected.nameSpan, { element, values, constraint })];
	}
	// "No precomputed value available" follows a fault of the value itself, which has been told.
	return message.includes('Not all fields')
		? [finding('schema.key-incomplete', selected.nameSpan, { element, constraint })]
		: [];
}

/** The elements to which an error about a reference without match applies: libxml2 does not say which one it is. */
export function elementsReferring(root: XmlElement, message: string): readonly XmlElement[] {
	const name = /^Element '(?:\{.*?\})?([^']*)'/s.exec(message)?.[1] ?? '';
	const { values } = constraintInMessage(message);
	return [...descendants(root)].filter((element) => {
		return element.localName === name && fieldWith(element, values) !== undefined;
	});
}

/** Whether a value has the form of an xs:ID, so that nothing can be wrong with it but that another has it too. */
export function isIdForm(value: string): boolean {
	const id = value.trim();
	const units = Array.from({ length: id.length }, (_, index) => id.charCodeAt(index));
	return isNameStart(id.charCodeAt(0)) && units.every(isNameCharacter) && !id.includes(':');
}

/**
 * The first attribute or element with the same xs:ID: of the same element and attribute, or else the likeliest one, as ids
 * of any kind share one space and references have the names of ids. `undefined` when nothing before it has this value.
 */
export function firstWithId(element: XmlElement, attribute: XmlAttribute | undefined): Span | undefined {
	const value = (attribute?.value ?? textContent(element)).trim();
	let sameAttribute: Span | undefined;
	let otherAttribute: Span | undefined;
	for (const other of descendants(rootOf(element))) {
		if (other === element) {
			break;
		}
		if (attribute === undefined) {
			if (other.localName === element.localName && textContent(other).trim() === value) {
				return trimmedTextSpan(other);
			}
			continue;
		}
		const found = other.attributes.find((candidate) => candidate.value.trim() === value);
		if (found?.localName === attribute.localName) {
			if (other.localName === element.localName) {
				return found.valueSpan;
			}
			sameAttribute ??= found.valueSpan;
		}
		otherAttribute ??= found?.valueSpan;
	}
	return sameAttribute ?? otherAttribute;
}

/** The value of an element with this name that comes first and has the same key. */
function firstNamesake(selected: XmlElement, values: string): Span | undefined {
	for (const element of descendants(rootOf(selected))) {
		if (element === selected) {
			return undefined;
		}
		if (element.localName === selected.localName && element.namespace === selected.namespace) {
			const field = fieldWith(element, values);
			if (field) {
				return field.span;
			}
		}
	}
	return undefined;
}

/** An attribute or element in an element that has this value; `undefined` when there is none, or a key has many parts. */
function fieldWith(selected: XmlElement, value: string): Field | undefined {
	for (const element of descendants(selected)) {
		const attribute = element.attributes.find((candidate) => isSame(candidate.value, value));
		if (attribute) {
			return { element, attribute, span: attribute.valueSpan };
		}
		if (hasOnlyText(element) && isSame(textContent(element), value)) {
			return { element, attribute: undefined, span: trimmedTextSpan(element) };
		}
	}
	return undefined;
}

/** libxml2 tells the canonical form of a value: `1` for `01`. */
function isSame(written: string, canonical: string): boolean {
	const value = written.trim();
	return value === canonical || (value !== '' && canonical !== '' && Number(value) === Number(canonical));
}

function rootOf(element: XmlElement): XmlElement {
	let root = element;
	while (root.parent) {
		root = root.parent;
	}
	return root;
}
