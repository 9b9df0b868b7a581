import type { XmlElement } from './tree';

/** An element and all elements in it, in document order. Not recursive: a hostile document may be nested deeper than the stack. */
export function* descendants(root: XmlElement): Generator<XmlElement> {
	const waiting: XmlElement[] = [root];
	for (let element = waiting.pop(); element; element = waiting.pop()) {
		yield element;
		for (let index = element.markup.length - 1; index >= 0; index--) {
			const child = element.markup[index];
			if (child?.kind === 'element') {
				waiting.push(child);
			}
		}
	}
}
