import type { Finding, Span } from '../finding';
import type { XmlAttribute, XmlDocument, XmlElement } from '../xml/tree';
import type { Rule, Subject } from './kind';
import { findPlaceholder } from './placeholder';
import { isProse } from './prose';
import { documentFinding } from './texts';
import { walkElements } from './walk';

/** The rules that hold for every kind of document. */
export const anyDocumentRules: readonly Rule[] = [placeholder, doctype];

/** SOAP 1.1 §3 forbids a DTD; the other kinds have no use for one either. */
function doctype({ document }: Subject): readonly Finding[] {
	return document.doctype === undefined
		? []
		: [documentFinding('document.doctype', document.doctype.span, {})];
}

/** Handleiding Aansluiten Lopende Zaken §4.4.4 and §4.4.5 write what is to be filled in between square brackets. */
function placeholder({ document, root }: Subject): readonly Finding[] {
	return placeholdersIn(document, root);
}

/** Whether something in an element, or in an element inside it, is still to be filled in. */
export function hasPlaceholder(document: XmlDocument, element: XmlElement): boolean {
	return placeholdersIn(document, element).length > 0;
}

function placeholdersIn(document: XmlDocument, root: XmlElement): readonly Finding[] {
	const findings: Finding[] = [];
	walkElements(root, (element) => {
		for (const attribute of element.attributes) {
			if (!isDeclaration(attribute)) {
				report(document.text, attribute.valueSpan, false, findings);
			}
		}
		const prose = isProse(element.localName);
		for (const child of element.children) {
			if ((child.kind === 'text' || child.kind === 'cdata') && child.trimmedSpan !== undefined) {
				report(document.text, child.trimmedSpan, prose, findings);
			}
		}
		return !quotesOthers(element);
	});
	return findings;
}

/** `detailsXML` of a Fo message holds what the sender of the fault message wants, such as the message that it refused. */
function quotesOthers(element: XmlElement): boolean {
	return element.localName === 'detailsXML';
}

function isDeclaration(attribute: XmlAttribute): boolean {
	return attribute.prefix === 'xmlns' || attribute.name === 'xmlns';
}

/** Looks at the text as it is written: no reference stands for a square bracket in practice. */
function report(text: string, span: Span, prose: boolean, findings: Finding[]): void {
	const value = text.slice(span.start, span.end);
	const found = findPlaceholder(value, prose);
	if (found !== undefined) {
		findings.push(
			documentFinding(
				'document.placeholder',
				{ start: span.start + found.start, end: span.start + found.end },
				{ value: value.slice(found.start, found.end) },
			),
		);
	}
}
