import type { Span } from '../finding';
import type { Translate } from '../text';
import { removePart, renameElement, setContent } from '../xml/edits';
import { escaped } from '../xml/escaped';
import { elementAt } from '../xml/navigate';
import type { Fault, Repair } from '../xml/repair';
import { changeTo } from '../xml/repairs';
import type { XmlDocument, XmlElement } from '../xml/tree';

/**
 * Writes a value of an element or of one of its attributes, also where there is nothing yet.
 *
 * @param attribute As written; `''` for the value of the element itself.
 */
export function valueRepair(
	{ document, span }: Pick<Fault<unknown>, 'document' | 'span'>,
	attribute: string,
	value: string,
	t: Translate,
): readonly Repair[] {
	const element = elementAt(document, span.start);
	if (element === undefined) {
		return [];
	}
	const title = changeTo(value, t);
	if (attribute === '') {
		const isEmpty = span.start === element.nameSpan.start;
		return [
			{
				title,
				edits: [isEmpty ? setContent(document, element, value) : { span, text: escaped(value) }],
			},
		];
	}
	const found = element.attributes.find(({ name }) => name === attribute);
	return found === undefined ? [] : [{ title, edits: [{ span: found.valueSpan, text: escaped(value) }] }];
}

/** Renames an element; nothing when there is no other name or no such element. */
export function renaming(element: XmlElement | undefined, name: string, t: Translate): readonly Repair[] {
	return element === undefined || name === ''
		? []
		: [{ title: changeTo(name, t), edits: renameElement(element, name) }];
}

/** Takes an element away; nothing when there is no such element. */
export function removal(
	document: XmlDocument,
	element: XmlElement | undefined,
	name: string,
	t: Translate,
): readonly Repair[] {
	return element === undefined
		? []
		: [{ title: t('Remove {0}', name), edits: [removePart(document, element.span)] }];
}

/** The element whose name in the start tag stands there. */
export function elementNamed(document: XmlDocument, span: Span): XmlElement | undefined {
	const element = elementAt(document, span.start);
	return element?.nameSpan.start === span.start ? element : undefined;
}
