import { skipWhiteSpace } from './characters';
import type { Markup } from './markup';
import type { ParseState } from './parseState';

/** Parts of declarations (XML 1.0 §2.3, §4.2.2). Each loop in them is over one class of characters: linear time. */
const name = String.raw`[^\s<>"'%&;()|,*+?#[\]=/!.\-0-9][^\s<>"'%&;()|,*+?#[\]=/!]*`;
const nameToken = String.raw`[^\s<>"'%&;()|,*+?#[\]=/!]+`;
const literal = `(?:"[^"]*"|'[^']*')`;
const publicLiteral = String.raw`(?:"[-\s\w'()+,./:=?;!*#@$%]*"|'[-\s\w()+,./:=?;!*#@$%]*')`;
const externalId = String.raw`(?:SYSTEM\s+${literal}|PUBLIC\s+${publicLiteral}\s+${literal})`;

const entityDeclaration = new RegExp(
	String.raw`<!ENTITY\s+(%\s+)?(${name})\s+(?:(${literal})|${externalId}(?:\s+NDATA\s+${name})?)\s*>`,
	'y',
);
const notationDeclaration = new RegExp(
	String.raw`<!NOTATION\s+${name}\s+(?:${externalId}|PUBLIC\s+${publicLiteral})\s*>`,
	'y',
);
const elementDeclaration = new RegExp(
	String.raw`<!ELEMENT\s+${name}\s+(EMPTY|ANY|\([^<>"']*[)?*+])\s*>`,
	'y',
);
const attributeListStart = new RegExp(String.raw`<!ATTLIST\s+(${name})`, 'y');
const attributeDefinition = new RegExp(
	String.raw`\s+(${name})\s+(?:CDATA|ID|IDREFS?|ENTITY|ENTITIES|NMTOKENS?|(?:NOTATION\s+)?\(([^()]*)\))\s+` +
		String.raw`(?:#REQUIRED|#IMPLIED|(?:#FIXED\s+)?(${literal}))`,
	'y',
);
const attributeListEnd = /\s*>/y;
const parameterReference = new RegExp(`%${name};`, 'y');
const tokenList = new RegExp(String.raw`^\s*${nameToken}\s*$`);

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
	const sticky = new RegExp(pattern);
	sticky.lastIndex = position;
	return sticky.exec(text);
}

/** An external identifier, and white space around it. */
export function skipExternalId(text: string, position: number): number {
	const found = matchAt(new RegExp(String.raw`\s+${externalId}`, 'y'), text, position);
	return found === null ? position : position + found[0].length;
}

/**
 * Reads the declarations of a DOCTYPE after its `[`, and leaves the position after the `]`.
 *
 * Takes note of what the content may refer to. Entities are not expanded: whether their replacement text is well-formed
 * is not looked into.
 *
 * @returns Whether that worked; else the position is where it did not.
 */
export function readInternalSubset(state: ParseState, markup: Markup): boolean {
	const { text } = state;
	for (;;) {
		const position = skipWhiteSpace(text, state.position);
		state.position = position;
		if (text.charAt(position) === ']') {
			state.position = position + 1;
			return true;
		}
		const length = readDeclaration(state, markup, position);
		if (length === undefined) {
			return false;
		}
		state.position = Math.max(state.position, position + length);
	}
}

/** The length of the declaration here; 0 when the position has moved already. */
function readDeclaration(state: ParseState, markup: Markup, position: number): number | undefined {
	const { text } = state;
	if (text.startsWith('<!--', position)) {
		markup.readComment(undefined);
		return 0;
	}
	if (text.startsWith('<?', position)) {
		markup.readInstruction(undefined);
		return 0;
	}
	const reference = matchAt(parameterReference, text, position);
	if (reference !== null) {
		state.hasUnreadDeclarations = true;
		return reference[0].length;
	}
	return (
		readEntity(state, position) ??
		readElement(text, position) ??
		readAttributeList(state, position) ??
		matchAt(notationDeclaration, text, position)?.[0].length
	);
}

function readEntity(state: ParseState, position: number): number | undefined {
	const found = matchAt(entityDeclaration, state.text, position);
	if (found === null) {
		return undefined;
	}
	const [whole, parameter, entity = '', value] = found;
	if (value?.includes('%') === true) {
		return undefined;
	}
	if (value !== undefined) {
		const start = position + whole.lastIndexOf(value);
		state.checkReferences(start, start + value.length, true);
	}
	// The first declaration counts (XML 1.0 §4.2).
	if (parameter === undefined && !state.entities.has(entity)) {
		state.entities.set(entity, value?.slice(1, -1));
	}
	return whole.length;
}

function readElement(text: string, position: number): number | undefined {
	const found = matchAt(elementDeclaration, text, position);
	const content = found?.[1] ?? '';
	return found !== null && (!content.startsWith('(') || isContentModel(content))
		? found[0].length
		: undefined;
}

/** `(#PCDATA | a)*`, or particles in nested groups of which each has one kind of separator (XML 1.0 §3.2.1, §3.2.2). */
function isContentModel(content: string): boolean {
	const mixed = /^\(\s*#PCDATA([^()#,?+*]*)\)(\*?)$/.exec(content);
	if (mixed !== null) {
		const [first = '', ...names] = (mixed[1] ?? '').split('|');
		return first.trim() === '' && names.every(isToken) && (names.length === 0 || mixed[2] === '*');
	}
	const tokens = content.match(/[()|,]|[?*+]|[^()|,?*+\s]+|\s+/g) ?? [];
	const separators: string[] = [];
	let expectsParticle = true;
	let mayRepeat = false;
	for (const [index, token] of tokens.entries()) {
		if (/^\s/.test(token)) {
			mayRepeat = false;
		} else if (/^[?*+]$/.test(token)) {
			if (!mayRepeat) {
				return false;
			}
			mayRepeat = false;
		} else if (expectsParticle) {
			if (token === '(') {
				separators.push('');
			} else if (isToken(token) && separators.length > 0) {
				expectsParticle = false;
				mayRepeat = true;
			} else {
				return false;
			}
		} else if (token === ')') {
			separators.pop();
			mayRepeat = true;
			if (separators.length === 0) {
				return tokens.slice(index + 1).every((rest) => /^[?*+]$/.test(rest)) && tokens.length - index <= 2;
			}
		} else if (token === '|' || token === ',') {
			const separator = separators.pop() ?? '';
			if (separator !== '' && separator !== token) {
				return false;
			}
			separators.push(token);
			expectsParticle = true;
			mayRepeat = false;
		} else {
			return false;
		}
	}
	return false;
}

function isToken(token: string): boolean {
	return tokenList.test(token);
}

function readAttributeList(state: ParseState, position: number): number | undefined {
	const { text } = state;
	const start = matchAt(attributeListStart, text, position);
	if (start === null) {
		return undefined;
	}
	const [whole, element = ''] = start;
	let end = position + whole.length;
	for (
		let found = matchAt(attributeDefinition, text, end);
		found !== null;
		found = matchAt(attributeDefinition, text, end)
	) {
		const [definition, attribute = '', tokens, value] = found;
		if (tokens?.split('|').every(isToken) === false || value?.includes('<') === true) {
			return undefined;
		}
		if (value !== undefined) {
			const valueStart = end + definition.length - value.length;
			state.checkReferences(valueStart, valueStart + value.length);
			state.addDefaultNamespace(element, attribute, value.slice(1, -1));
		}
		end += definition.length;
	}
	const close = matchAt(attributeListEnd, text, end);
	return close === null ? undefined : end + close[0].length - position;
}
