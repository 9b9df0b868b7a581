import { isNameStart, isWhiteSpace, skipWhiteSpace } from './characters';
import { readInternalSubset, skipExternalId } from './internalSubset';
import type { Markup } from './markup';
import type { ParseState } from './parseState';
import type { XmlDoctype } from './tree';

const opening = '<!DOCTYPE';

export function startsDoctype(text: string, position: number): boolean {
	return text.startsWith(opening, position);
}

/** Reads the DOCTYPE at the position, and leaves the position after it (XML 1.0 §2.8 [28]). Reports what is wrong. */
export function readDoctype(state: ParseState, markup: Markup): XmlDoctype {
	const { text, position: start } = state;
	const nameStart = skipWhiteSpace(text, start + opening.length);
	const hasName = nameStart > start + opening.length && isNameStart(text.charCodeAt(nameStart));
	const name = hasName ? state.names.read(text, nameStart).name : '';
	state.position = nameStart + name.length;
	const isComplete = hasName && readRest(state, markup);
	if (!isComplete) {
		recover(state, start);
	}
	return { span: { start, end: state.position }, name, entities: state.entities };
}

/** Reads what follows the name. Whether that worked; else the position is where it did not. */
function readRest(state: ParseState, markup: Markup): boolean {
	const { text } = state;
	const afterId = skipExternalId(text, state.position);
	state.hasUnreadDeclarations ||= afterId > state.position;
	state.position = skipWhiteSpace(text, afterId);
	if (text.charAt(state.position) === '[') {
		state.position++;
		if (!readInternalSubset(state, markup)) {
			return false;
		}
		state.position = skipWhiteSpace(text, state.position);
	}
	if (text.charAt(state.position) !== '>') {
		return false;
	}
	state.position++;
	return true;
}

/** Reports what is not understood at the position, and goes to where the DOCTYPE most likely ends. */
function recover(state: ParseState, start: number): void {
	const { text, position } = state;
	// What is not read may declare anything.
	state.hasUnreadDeclarations = true;
	const end = likelyEnd(text, start, position);
	if (end === undefined) {
		state.report('xml.unterminated', start, start + opening.length, { opening, closing: '>' });
		state.position = Math.max(position, start + opening.length);
	} else {
		state.report('xml.doctype-malformed', position, endOfWord(text, position), {});
		state.position = end;
	}
}

/** Where a DOCTYPE ends that is not understood at `position`; `undefined` when it seems not to be closed. */
function likelyEnd(text: string, start: number, position: number): number | undefined {
	const inSubset = text.slice(start, position).includes('[');
	const closing = inSubset ? /\]\s*>/g : /[<>]/g;
	closing.lastIndex = position;
	const found = closing.exec(text);
	return found === null || found[0] === '<' ? undefined : closing.lastIndex;
}

function endOfWord(text: string, start: number): number {
	let end = start + 1;
	while (end < text.length && !isWhiteSpace(text.charCodeAt(end)) && text.charAt(end) !== '>') {
		end++;
	}
	return Math.min(end, text.length);
}

/** Reads past a DOCTYPE that stands where none may stand. */
export function skipDoctype(state: ParseState): void {
	const { text, position: start } = state;
	const nextTag = state.nextLessThan.from(start + 1);
	const close = text.slice(start, nextTag).indexOf('>');
	state.position = close === -1 ? nextTag : start + close + 1;
	state.report('xml.doctype-misplaced', start, close === -1 ? start + opening.length : state.position, {});
}
