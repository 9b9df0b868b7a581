import { isNameStart, skipWhiteSpace } from './characters';
import type { ParseState } from './parseState';
import type { XmlDoctype } from './tree';

const opening = '<!DOCTYPE';

export function startsDoctype(text: string, position: number): boolean {
	return text.startsWith(opening, position);
}

/** Reads the DOCTYPE at the position, and leaves the position after it. */
export function readDoctype(state: ParseState): XmlDoctype {
	const { text, position: start } = state;
	const nameStart = skipWhiteSpace(text, start + opening.length);
	const name = isNameStart(text.charCodeAt(nameStart)) ? state.names.read(nameStart).name : '';
	const external = /\s+(?:SYSTEM|PUBLIC)\s/y;
	external.lastIndex = nameStart + name.length;
	state.hasUnreadDeclarations ||= external.test(text);
	const end = endOfDoctype(state, nameStart + name.length);
	if (end === -1) {
		state.report('xml.unterminated', start, start + opening.length, { opening, closing: '>' });
		state.position = start + opening.length;
	} else {
		state.position = end;
	}
	return { span: { start, end: state.position }, name };
}

/** What is skipped whole inside a DOCTYPE, and the characters that mean something outside of it. */
const token = /<!--[^]*?-->|<\?[^]*?\?>|<!ENTITY\s+([^\s%"'>]+)|"[^"]*"|'[^']*'|%[^\s;]+;|[[\]<>]/g;

function endOfDoctype(state: ParseState, from: number): number {
	const { text } = state;
	const tokens = new RegExp(token);
	tokens.lastIndex = from;
	let inSubset = false;
	let inDeclaration = false;
	for (let found = tokens.exec(text); found !== null; found = tokens.exec(text)) {
		const [written, entity] = found;
		if (entity !== undefined) {
			state.entities.add(entity);
		}
		if (written.startsWith('%')) {
			state.hasUnreadDeclarations = true;
		} else if (written.startsWith('<') && !written.startsWith('<!--') && !written.startsWith('<?')) {
			inDeclaration = true;
		} else if (written === '[' && !inDeclaration) {
			inSubset = true;
		} else if (written === ']' && !inDeclaration) {
			inSubset = false;
		} else if (written === '>') {
			if (!inSubset) {
				return tokens.lastIndex;
			}
			inDeclaration = false;
		}
	}
	return -1;
}
