import type { ParsedNode } from './nodes';
import type { ParseState } from './parseState';

/** How many of the nodes before an end tag are looked at: a bound on the work for garbage. */
const maxNodes = 2000;

/**
 * Looks for the start tag of an end tag for which no element is open, among what stands before it in the same element: one
 * without its `<`, which was read as text, or an empty-element tag whose content follows it. Reports it when it is there.
 *
 * @returns Whether it was found.
 */
export function reportLostStart(state: ParseState, before: readonly ParsedNode[], name: string): boolean {
	let isFollowed = false;
	for (let index = before.length - 1; index >= Math.max(0, before.length - maxNodes); index--) {
		const node = before[index];
		if (node?.kind === 'text') {
			const start = lastTagIn(state.text, node, name);
			if (start !== undefined) {
				state.report('xml.bracket-missing', start, start + name.length, { tag: `<${name}` });
				return true;
			}
		} else if (node?.kind === 'element' && isFollowed && node.name === name) {
			const { start, end } = node.span;
			const slash = node.startTagEnd - 2;
			if (end === node.startTagEnd && state.text.startsWith('/>', slash) && slash > start) {
				state.report('xml.closed-too-early', slash, slash + 1, { name });
				return true;
			}
		}
		isFollowed ||= node?.kind === 'element' || (node?.kind === 'text' && node.trimmedSpan !== undefined);
	}
	return false;
}

/**
 * Looks for the end tag of an element that is not closed: one without its `<`, which was read as text. Reports it when it is
 * there.
 *
 * @returns The number of the node in which it stands; -1 when it is in none.
 */
export function reportLostEnd(state: ParseState, inside: readonly ParsedNode[], name: string): number {
	return inside.findIndex((node, index) => {
		if (node.kind !== 'text' || index > maxNodes) {
			return false;
		}
		const { start, end } = node.span;
		const [tag] = new RegExp(`/${literally(name)}\\s*>`).exec(state.text.slice(start, end)) ?? [];
		if (tag === undefined) {
			return false;
		}
		const at = state.text.indexOf(tag, start);
		state.report('xml.bracket-missing', at, at + tag.length, { tag: `</${name}` });
		return true;
	});
}

/**
 * Where the name of the last thing stands that is a start tag with this name, but for its `<`: what comes up to the next `>` is taken for its
 * attributes. In one pass over names and brackets, as an element may be called like a word of which a long text is full.
 */
function lastTagIn(text: string, node: ParsedNode, name: string): number | undefined {
	const { start, end } = node.span;
	const namesAndBrackets = new RegExp(`(?<=^|\\s)${literally(name)}(?=[\\s>])|[<>]`, 'g');
	let candidate: number | undefined;
	let last: number | undefined;
	for (const { 0: found, index } of text.slice(start, end).matchAll(namesAndBrackets)) {
		if (found === '>') {
			last = candidate ?? last;
		}
		candidate = found === name ? start + index : undefined;
	}
	return last;
}

function literally(name: string): string {
	return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
