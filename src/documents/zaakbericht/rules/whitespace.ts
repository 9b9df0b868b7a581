import { blankSpan } from '../../../xml/navigate';
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
	check: ({ element, content, text }) =>
		// In an element that is not closed, the blanks before the next tag are of the lay-out.
		content.length === text.length || element.endNameSpan === undefined
			? undefined
			: zaakFinding('zaakbericht.surrounding-whitespace', blankSpan(element, content, text), {
					element: element.localName,
				}),
};
