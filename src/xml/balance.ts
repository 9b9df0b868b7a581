import { isNameCharacter } from './characters';

/** How far {@link nextUnbalancedEndTag} looks, in UTF-16 code units. */
const horizon = 0x4000;

const slash = 0x2f;
const exclamationMark = 0x21;
const questionMark = 0x3f;

/**
 * The name in the first end tag at or after `from` that closes more than was opened since `from`; `undefined` when there
 * is none nearby. Looks at the shape of tags only: an educated guess, to tell a stray end tag from a misspelt one.
 */
export function nextUnbalancedEndTag(text: string, from: number): string | undefined {
	const limit = Math.min(text.length, from + horizon);
	const window = text.slice(from, limit);
	let depth = 0;
	let position = window.indexOf('<');
	while (position !== -1) {
		const next = window.charCodeAt(position + 1);
		if (next === slash) {
			if (depth === 0) {
				return nameAt(window, position + 2);
			}
			depth--;
		} else if (next === exclamationMark || next === questionMark) {
			position = endOfMarkup(window, position);
		} else if (isNameCharacter(next)) {
			const close = window.indexOf('>', position);
			const isEmptyElement = close > 0 && window.charCodeAt(close - 1) === slash;
			depth += isEmptyElement ? 0 : 1;
		}
		position = position === -1 ? -1 : window.indexOf('<', position + 1);
	}
	return undefined;
}

function nameAt(text: string, start: number): string {
	let end = start;
	while (isNameCharacter(text.charCodeAt(end))) {
		end++;
	}
	return text.slice(start, end);
}

/** Within a comment, CDATA section or instruction a `<` means nothing. */
function endOfMarkup(text: string, start: number): number {
	const closing = text.startsWith('<!--', start)
		? '-->'
		: text.startsWith('<![CDATA[', start)
			? ']]>'
			: text.startsWith('<?', start)
				? '?>'
				: '>';
	return text.indexOf(closing, start + 2);
}
