import { isQuote, readQuotedValue, readUnquotedValue, startsUnquotedValue } from './attributeValue';
import { isNameCharacter, isNameStart, isWhiteSpace, skipWhiteSpace, trimEnd } from './characters';
import type { QualifiedName } from './names';
import { ElementNode } from './nodes';
import type { ParseState } from './parseState';
import { skipBrokenName, skipUnexpected, skipValue } from './tagDebris';
import { resolveNames } from './tagNames';
import { reportUnfinished } from './unfinishedTag';

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
	const element = new ElementNode(state.source, name, parent, start);
	const firstAttribute = state.attributes.length;
	const faultsBefore = state.faults.length;
	const nameEnd = start + 1 + name.name.length;
	let position =
		glued === 'something' ? skipValue(text, nameEnd) : skipBrokenName(state, nameEnd, name.name, true);
	let isSeparated = glued !== 'attribute';
	if (position > nameEnd) {
		state.misnamed.add(element);
	}
	let doubt: Doubt | undefined = undefined;
	for (;;) {
		const unit = text.charCodeAt(position);
		if (unit === greaterThan) {
			return finishTag(state, element, firstAttribute, position + 1, '>');
		}
		if (unit === slash && text.charCodeAt(position + 1) === greaterThan) {
			return finishTag(state, element, firstAttribute, position + 2, '/>');
		}
		if (isWhiteSpace(unit)) {
			position++;
			isSeparated = true;
			continue;
		}
		if (unit === lessThan || Number.isNaN(unit)) {
			return leaveUnfinished(state, element, firstAttribute, position, faultsBefore, doubt);
		}
		const readFrom = position;
		const attributesBefore = state.attributes.length;
		if (isNameCharacter(unit)) {
			const attribute = readAttribute(state, element, position);
			if (!isSeparated) {
				state.report('xml.space-missing', position, position + attribute.name.length, {
					name: attribute.name,
				});
			}
			position = state.position;
			isSeparated = false;
		} else {
			position = skipUnexpected(state, position, name.name);
			isSeparated = true;
		}
		if (state.faults.length > faultsBefore) {
			doubt ??= { position: readFrom, attributes: attributesBefore };
			if (doubt.attributes === firstAttribute) {
				// The rest of the name may stand where an attribute was looked for.
				state.misnamed.add(element);
			}
		}
	}
}

/** Where in a tag the first fault is, and the number of attributes of the document before it. */
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
	firstAttribute: number,
	position: number,
	faultsBefore: number,
	doubt: Doubt | undefined,
): StartTag {
	const { text } = state;
	const lacksQuote = state.lastUnclosedQuote > element.start;
	let end = position;
	if (doubt !== undefined && !lacksQuote) {
		state.faults.length = faultsBefore;
		state.attributes.cut(doubt.attributes);
		end = doubt.position;
	}
	if (text.charCodeAt(end) === slash) {
		reportUnfinished(state, element, element.name.length);
		return finishTag(state, element, firstAttribute, end + 1, '/>');
	}
	const ending = lacksQuote ? '>' : 'unfinished';
	return finishTag(state, element, firstAttribute, trimEnd(text, element.start, end), ending);
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
	const name = state.names.read(state.text, start);
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

/** Reports what is wrong with the name of an element or attribute. */
function checkName(state: ParseState, name: QualifiedName, start: number): void {
	if (!isNameStart(state.text.charCodeAt(start))) {
		state.report('xml.invalid-name', start, start + name.name.length, { name: name.name });
	} else if (!name.isQualified) {
		state.report('xml.invalid-qualified-name', start, start + name.name.length, { name: name.name });
	}
}

/** Takes an attribute into the table of the document. */
function readAttribute(state: ParseState, element: ElementNode, start: number): QualifiedName {
	const text = state.text;
	const name = state.names.read(text, start);
	checkName(state, name, start);
	const nameEnd = start + name.name.length;
	let next = skipWhiteSpace(text, skipBrokenName(state, nameEnd, element.name, false));
	const hasEquals = text.charCodeAt(next) === equalsSign;
	if (hasEquals) {
		next = skipWhiteSpace(text, next + 1);
	}
	if (isQuote(text.charCodeAt(next))) {
		if (!hasEquals) {
			state.report('xml.attribute-equals-missing', start, nameEnd, { name: name.name });
		}
		const valueEnd = readQuotedValue(state, next, name.name);
		state.attributes.add(name, start, next + 1, valueEnd, state.position);
		return name;
	}
	if (hasEquals && startsUnquotedValue(text, next)) {
		const { valueStart, valueEnd } = readUnquotedValue(state, next, name.name);
		state.attributes.add(name, start, valueStart, valueEnd, state.position);
		return name;
	}
	state.report('xml.attribute-value-missing', start, nameEnd, { name: name.name });
	state.position = hasEquals ? next : Math.max(nameEnd, trimEnd(text, nameEnd, next));
	const end = trimEnd(text, nameEnd, state.position);
	state.attributes.add(name, start, end, end, end);
	return name;
}

function finishTag(
	state: ParseState,
	element: ElementNode,
	firstAttribute: number,
	end: number,
	ending: StartTag['ending'],
): StartTag {
	state.position = end;
	element.startTagEnd = end;
	resolveNames(state, element, firstAttribute);
	return { element, ending };
}
