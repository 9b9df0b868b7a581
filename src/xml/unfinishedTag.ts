import type { ElementNode } from './nodes';
import type { ParseState } from './parseState';

/**
 * Reports a tag without `>`.
 *
 * @param length Of the part of the name that is sure.
 */
export function reportUnfinished(state: ParseState, element: ElementNode, length: number): void {
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
	if (endName === element.name) {
		reportUnfinished(state, element, endName.length);
		return true;
	}
	const isBare = element.startTagEnd === element.nameSpan.end;
	if (!isBare || endName === undefined || endName === '' || !element.name.startsWith(endName)) {
		reportUnfinished(state, element, element.name.length);
		return false;
	}
	// Name and text run together: `<naam` `Jansen</naam>`.
	reportUnfinished(state, element, endName.length);
	element.qualifiedName = state.names.of(endName);
	element.namespace = state.namespaces.ofElement(element.qualifiedName);
	element.startTagEnd = element.start + 1 + endName.length;
	state.position = element.startTagEnd;
	return true;
}
