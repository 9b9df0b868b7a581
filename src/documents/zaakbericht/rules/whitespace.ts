import type { Span } from '../../../finding';
import type { XmlElement } from '../../../xml/tree';
import { namespaces } from '../../namespaces';
import { zaakFinding } from '../texts';
import type { ValueCheck } from './elementCheck';

const { zkn, bg, stuf } = namespaces;

/**
 * Values by which a receiver finds something. Blanks around them pass the schema, and are kept. Values whose type refuses
 * blanks (a BSN, a time, mutatiesoort) are the schema's, and in a date (a decimal) blanks mean nothing.
 */
const keys: ReadonlyMap<string, string> = new Map<string, string>([
	...['identificatie', 'code', 'zkt.code'].map((name) => [name, zkn] as const),
	...['referentienummer', 'crossRefnummer', 'organisatie', 'applicatie', 'administratie', 'gebruiker'].map(
		(name) => [name, stuf] as const,
	),
	['vestigingsNummer', bg],
]);

/** XML Schema 1.0 part 2 §4.3.6: the blanks in a string belong to its value. */
export const checkWhitespace: ValueCheck = {
	elements: keys,
	check: ({ element, content, text, span }) =>
		content.length === text.length
			? undefined
			: zaakFinding(
					'zaakbericht.surrounding-whitespace',
					blankSpan(element, span, content.startsWith(text), content.endsWith(text)),
					{ element: element.localName },
				),
};

/** The blanks on the one side where they are, or all of the content when they are on both. */
function blankSpan(element: XmlElement, value: Span, atEndOnly: boolean, atStartOnly: boolean): Span {
	const { start, end } = element.contentSpan;
	if (atEndOnly) {
		return { start: value.end, end };
	}
	return atStartOnly ? { start, end: value.start } : { start, end };
}
