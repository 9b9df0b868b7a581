import { readQuotedValue, readUnquotedValue, isQuote, startsUnquotedValue } from './attributeValue';
import {
	isIllegalCodeUnit,
	isNameCharacter,
	isNameStart,
	isWhiteSpace,
	skipWhiteSpace,
	trimEnd,
} from './characters';
import { xmlNamespace, xmlnsNamespace } from './namespaces';
import type { QualifiedName } from './names';
import { AttributeNode, ElementNode } from './nodes';
import type { ParseState } from './parseState';

const slash = 0x2f;
const lessThan = 0x3c;
const equalsSign = 0x3d;
const greaterThan = 0x3e;

export interface StartTag {
	readonly element: ElementNode;
	/** How it ends; `unfinished` when it runs into the next tag or the end of the document, which is not reported yet. */
	readonly ending: '>' | '/>' | 'unfinished';
}

/**
 * Reads the start tag or empty-element tag whose `<` stands at the position, where a name character follows, and leaves
 * the position after it. The namespaces that it declares are in scope afterwards.
 */
export function readStartTag(state: ParseState, parent: ElementNode | undefined): StartTag {
	const text = state.text;
	const start = state.position;
	const { name, glued } = readElementName(state, start + 1);
	const element = new ElementNode(name, parent, start);
	const attributes: AttributeNode[] = [];
	const faultsBefore = state.faults.length;
	let position = start + 1 + name.name.length;
	let isSeparated = glued === 'nothing';
	if (glued === 'something') {
		state.misnamed.add(element);
		position = skipValue(text, position);
	}
	let doubt: Doubt | undefined = undefined;
	for (;;) {
		const unit = text.charCodeAt(position);
		if (unit === greaterThan) {
			return finishTag(state, element, attributes, position + 1, '>');
		}
		if (unit === slash && text.charCodeAt(position + 1) === greaterThan) {
			return finishTag(state, element, attributes, position + 2, '/>');
		}
		if (isWhiteSpace(unit)) {
			position++;
			isSeparated = true;
			continue;
		}
		if (unit === lessThan || Number.isNaN(unit)) {
			return leaveUnfinished(state, element, attributes, position, faultsBefore, doubt);
		}
		const readFrom = position;
		const attributesBefore = attributes.length;
		if (isNameCharacter(unit)) {
			const attribute = readAttribute(state, element, position);
			if (!isSeparated) {
				const { start: nameStart, end: nameEnd } = attribute.nameSpan;
				state.report('xml.space-missing', nameStart, nameEnd, { name: attribute.name });
			}
			attributes.push(attribute);
			position = state.position;
			isSeparated = false;
		} else {
			position = skipUnexpected(state, position, name.name);
			isSeparated = true;
		}
		if (state.faults.length > faultsBefore) {
			doubt ??= { position: readFrom, attributes: attributesBefore };
		}
	}
}

/** Where in a tag the first fault is, and the number of attributes before it. */
interface Doubt {
	readonly position: number;
	readonly attributes: number;
}

/**
 * A tag that runs into the next one, or into the end of the document. What looks faulty in it is most likely the text
 * that follows the `>` that is missing, unless a quotation mark is missing too.
 */
function leaveUnfinished(
	state: ParseState,
	element: ElementNode,
	attributes: AttributeNode[],
	position: number,
	faultsBefore: number,
	doubt: Doubt | undefined,
): StartTag {
	const { text } = state;
	const lacksQuote = state.lastUnclosedQuote > element.start;
	let end = position;
	if (doubt !== undefined && !lacksQuote) {
		state.faults.length = faultsBefore;
		attributes.length = doubt.attributes;
		end = doubt.position;
	}
	if (text.charCodeAt(end) === slash) {
		reportUnfinished(state, element, element.name.length);
		return finishTag(state, element, attributes, end + 1, '/>');
	}
	const ending = lacksQuote ? '>' : 'unfinished';
	return finishTag(state, element, attributes, trimEnd(text, element.start, end), ending);
}

/** @param length Of the part of the name that is sure. */
function reportUnfinished(state: ParseState, element: ElementNode, length: number): void {
	const start = element.start + 1;
	state.report('xml.unfinished-tag', start, start + length, { tag: `<${element.name.slice(0, length)}` });
}

/**
 * Decides what an unfinished tag was meant to be, by the end tag that follows, and reports it.
 *
 * @returns Whether it is the start tag of an element with content.
 */
export function settleUnfinished(state: ParseState, element: ElementNode): boolean {
	const endName = state.nextUnbalancedEndTag(state.position);
	if (endName === undefined || endName === '' || !element.name.startsWith(endName)) {
		reportUnfinished(state, element, element.name.length);
		return false;
	}
	reportUnfinished(state, element, endName.length);
	if (element.name !== endName) {
		// Name and text run together: `<naam` `Jansen</naam>`.
		element.qualifiedName = state.names.of(endName);
		element.namespace = state.namespaces.ofElement(element.qualifiedName);
		element.startTagEnd = element.start + 1 + endName.length;
		state.position = element.startTagEnd;
	}
	return true;
}

/** The name in a start tag. */
interface ElementName {
	readonly name: QualifiedName;
	/**
	 * What follows it without space between: `something` when it cannot be told where the name ends and that of the
	 * attribute begins.
	 */
	readonly glued: 'nothing' | 'attribute' | 'something';
}

function readElementName(state: ParseState, start: number): ElementName {
	const name = state.names.read(start);
	const end = start + name.name.length;
	if (state.text.charCodeAt(end) !== equalsSign) {
		checkName(state, name, start);
		return { name, glued: 'nothing' };
	}
	const endName = state.nextUnbalancedEndTag(end) ?? '';
	if (endName !== '' && name.name.startsWith(endName)) {
		return { name: state.names.of(endName), glued: 'attribute' };
	}
	state.report('xml.space-missing', start, end, { name: '' });
	return { name, glued: 'something' };
}

/** The end of a value in quotation marks and the equals sign before it. */
function skipValue(text: string, equals: number): number {
	const quote = skipWhiteSpace(text, equals + 1);
	return isQuote(text.charCodeAt(quote)) ? endOfQuoted(text, quote) : quote;
}

/** Reports what is wrong with the name of an element or attribute. */
function checkName(state: ParseState, name: QualifiedName, start: number): void {
	if (!isNameStart(state.text.charCodeAt(start))) {
		state.report('xml.invalid-name', start, start + name.name.length, { name: name.name });
	} else if (!name.isQualified) {
		state.report('xml.invalid-qualified-name', start, start + name.name.length, { name: name.name });
	}
}

function readAttribute(state: ParseState, element: ElementNode, start: number): AttributeNode {
	const text = state.text;
	const name = state.names.read(start);
	checkName(state, name, start);
	const nameEnd = start + name.name.length;
	let next = skipWhiteSpace(text, nameEnd);
	const hasEquals = text.charCodeAt(next) === equalsSign;
	if (hasEquals) {
		next = skipWhiteSpace(text, next + 1);
	}
	if (isQuote(text.charCodeAt(next))) {
		if (!hasEquals) {
			state.report('xml.attribute-equals-missing', start, nameEnd, { name: name.name });
		}
		const valueEnd = readQuotedValue(state, next, name.name);
		return new AttributeNode(name, element, text, start, next + 1, valueEnd, state.position);
	}
	if (hasEquals && startsUnquotedValue(text, next)) {
		const { valueStart, valueEnd } = readUnquotedValue(state, next, name.name);
		return new AttributeNode(name, element, text, start, valueStart, valueEnd, state.position);
	}
	state.report('xml.attribute-value-missing', start, nameEnd, { name: name.name });
	state.position = hasEquals ? next : nameEnd;
	const end = trimEnd(text, nameEnd, state.position);
	return new AttributeNode(name, element, text, start, end, end, end);
}

/** Reports what is no attribute and no end of the tag, up to the next that can be. */
function skipUnexpected(state: ParseState, start: number, name: string): number {
	const text = state.text;
	let end = start;
	do {
		end = isQuote(text.charCodeAt(end)) ? endOfQuoted(text, end) : end + 1;
	} while (!endsUnexpected(text.charCodeAt(end)));
	const found = text.slice(start, end);
	// A forbidden character is a finding of its own.
	if (!Array.from(found).every((character) => isIllegalCodeUnit(character.charCodeAt(0)))) {
		state.report('xml.unexpected-in-tag', start, end, { found, name });
	}
	return end;
}

function endsUnexpected(unit: number): boolean {
	return (
		isWhiteSpace(unit) ||
		isNameStart(unit) ||
		unit === greaterThan ||
		unit === lessThan ||
		unit === slash ||
		Number.isNaN(unit)
	);
}

/** After the quotation mark that closes the one at `open` in this tag, or after `open` when there is none. */
function endOfQuoted(text: string, open: number): number {
	const quote = text.charCodeAt(open);
	for (let end = open + 1; ; end++) {
		const unit = text.charCodeAt(end);
		if (unit === quote) {
			return end + 1;
		}
		if (unit === greaterThan || unit === lessThan || Number.isNaN(unit)) {
			return open + 1;
		}
	}
}

function finishTag(
	state: ParseState,
	element: ElementNode,
	attributes: readonly AttributeNode[],
	end: number,
	ending: StartTag['ending'],
): StartTag {
	state.position = end;
	element.startTagEnd = end;
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
			if (attribute.namespace === undefined) {
				state.namespaces.noteUnbound(attribute.qualifiedName, attribute.start, true);
			}
		}
		if (attributes.length > 1) {
			reportDuplicates(state, attributes);
		}
	}
	return { element, ending };
}

/** Takes a namespace declaration into scope (Namespaces in XML 1.0 §3). */
function declare(state: ParseState, attribute: AttributeNode): void {
	const prefix = attribute.qualifiedName.declares;
	if (prefix === undefined) {
		return;
	}
	const namespace = attribute.value;
	if (prefix === 'xmlns' || (prefix === 'xml' && namespace !== xmlNamespace)) {
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
