import { textContent } from '../../../xml/navigate';
import type { Span } from '../../../finding';
import type { XmlElement } from '../../../xml/tree';
import { namespaces } from '../../namespaces';
import { readValue, trimWhiteSpace } from '../../value';
import { zaakFinding } from '../texts';
import type { ElementCheck } from './elementCheck';

/**
 * Values by which a receiver finds something. Blanks around them pass the schema, and are kept. Values whose type refuses
 * blanks (a BSN, a time, mutatiesoort) are the schema's, and in a date (a decimal) blanks mean nothing.
 */
const keys: ReadonlySet<string> = new Set([
	...['identificatie', 'code', 'zkt.code'].map((name) => `${namespaces.zkn} ${name}`),
	...['referentienummer', 'crossRefnummer', 'organisatie', 'applicatie', 'administratie', 'gebruiker'].map(
		(name) => `${namespaces.stuf} ${name}`,
	),
	`${namespaces.bg} vestigingsNummer`,
]);

const localNames: ReadonlySet<string> = new Set([...keys].map((key) => key.slice(key.indexOf(' ') + 1)));

/** XML Schema 1.0 part 2 §4.3.6: the blanks in a string belong to its value. */
export const checkWhitespace: ElementCheck = (element) => {
	if (!localNames.has(element.localName) || !keys.has(`${element.namespace ?? ''} ${element.localName}`)) {
		return undefined;
	}
	const text = textContent(element);
	const trimmed = trimWhiteSpace(text);
	if (text === trimmed) {
		return undefined;
	}
	const value = readValue(element);
	if (value.kind !== 'text') {
		return undefined;
	}
	const blanks = blankSpan(element, value.span, text.startsWith(trimmed), text.endsWith(trimmed));
	return zaakFinding('zaakbericht.surrounding-whitespace', blanks, { element: element.localName });
};

/** The blanks on the one side where they are, or all of the content when they are on both. */
function blankSpan(element: XmlElement, value: Span, atEndOnly: boolean, atStartOnly: boolean): Span {
	const { start, end } = element.contentSpan;
	if (atEndOnly) {
		return { start: value.end, end };
	}
	return atStartOnly ? { start, end: value.start } : { start, end };
}
