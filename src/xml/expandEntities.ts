import type { XmlDocument } from './tree';

/** UTF-16 units by which a text may grow: far more than a schema needs, and less than entities within entities can make. */
const mostGrowth = 1_000_000;

/** Entities in entities; libxml2 goes as deep. */
const mostNested = 20;

/**
 * The text with what its entities stand for in their places, for who reads it without its DOCTYPE. The lines stay what they
 * were. A reference to an entity that is not declared here, that holds itself or that makes too much of the text stays as
 * it is written, for the reader to complain of.
 */
export function expandEntities({ text, doctype }: XmlDocument): string {
	if (doctype === undefined || doctype.entities.size === 0) {
		return text;
	}
	let grown = 0;
	const expand = (part: string, nested: number): string =>
		part.replace(/&([^;&\s#]+);/g, (reference, name: string) => {
			const value = doctype.entities.get(name);
			if (value === undefined || nested === mostNested || grown + value.length > mostGrowth) {
				return reference;
			}
			grown += value.length;
			return expand(fitForAnywhere(value), nested + 1);
		});
	return text.slice(0, doctype.span.end) + expand(text.slice(doctype.span.end), 0);
}

/** Quotation marks in what an entity stands for do not end an attribute (XML 1.0 §4.4.5), as long as it is no markup. */
function fitForAnywhere(value: string): string {
	const onOneLine = value.replace(/[\r\n]+/g, ' ');
	return onOneLine.includes('<')
		? onOneLine
		: onOneLine.replace(/["']/g, (mark) => (mark === '"' ? '&quot;' : '&apos;'));
}
