import type { XmlElement } from './tree';

/**
 * Visits an element and all elements in it, in document order. Not recursive: a hostile document may be nested deeper than
 * the stack.
 *
 * @param visit Returns false to skip what is in the element.
 */
export function walkElements(top: XmlElement, visit: (element: XmlElement) => boolean): void {
	const waiting: XmlElement[] = [top];
	for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
		if (!visit(element)) {
			continue;
		}
		const { markup } = element;
		for (let index = markup.length - 1; index >= 0; index--) {
			const child = markup[index];
			if (child?.kind === 'element') {
				waiting.push(child);
			}
		}
	}
}
