import type { Finding, Span } from '../finding';
import type { XmlAttribute, XmlDocument, XmlElement } from '../xml/tree';
import type { Rule, Subject } from './kind';
import { findPlaceholder, placeholderTraces } from './placeholder';
import { isProse } from './prose';
import { documentFinding } from './texts';
import { walkElements } from '../xml/walk';

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

function placeholdersIn({ text }: XmlDocument, top: XmlElement): readonly Finding[] {
	const traces = placeholderTraces(text, top.span);
	if (traces.length === 0) {
		return [];
	}
	const findings: Finding[] = [];
	const look = (span: Span, prose: boolean): void => {
		// Of the many values in a large message, only those with a trace are cut out of the text.
		if (hasTrace(traces, span)) {
			report(text, span, prose, findings);
		}
	};
	walkElements(top, (element) => {
		for (const attribute of element.attributes) {
			if (!isDeclaration(attribute)) {
				look(attribute.valueSpan, false);
			}
		}
		const prose = isProse(element.localName);
		for (const child of element.children) {
			if ((child.kind === 'text' || child.kind === 'cdata') && child.trimmedSpan !== undefined) {
				look(child.trimmedSpan, prose);
			}
		}
		return !quotesOthers(element);
	});
	return findings;
}

function hasTrace(traces: readonly number[], { start, end }: Span): boolean {
	let low = 0;
	let high = traces.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((traces[middle] ?? end) < start) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return (traces[low] ?? end) < end;
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
