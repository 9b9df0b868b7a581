import type { Span } from '../finding';
import { elementNamed, renaming } from '../schema/repairs';
import type { Translate } from '../text';
import { addAttribute, removePart } from '../xml/edits';
import { repairTable, type Fault, type Repair } from '../xml/repair';
import { writeAs } from '../xml/repairs';
import type { XmlFindings } from '../xml/texts';
import { namespaces } from './namespaces';
import type { DocumentFindings } from './texts';

/** The prefixes by which the namespaces of our documents go in practice. */
const usualPrefixes: ReadonlyMap<string, string> = new Map([
	['StUF', namespaces.stuf],
	['ZKN', namespaces.zkn],
	['BG', namespaces.bg],
	['xsi', namespaces.xsi],
	['tp', namespaces.cppa],
	['eb', namespaces.eb],
	['ds', namespaces.xmldsig],
	['xlink', namespaces.xlink],
]);

/** What can be repaired of a document of any kind. */
export const anyDocumentRepairs = repairTable<DocumentFindings & Pick<XmlFindings, 'xml.unbound-prefix'>>({
	'document.doctype': ({ document, span }, t) => [
		{ title: t('Remove the DOCTYPE'), edits: [removePart(document, span)] },
	],
	'document.wrong-name': ({ document, span, data: { meant } }, t) => {
		const element = elementNamed(document, span);
		const prefix = element === undefined || element.prefix === '' ? '' : `${element.prefix}:`;
		return renaming(element, `${prefix}${meant}`, t);
	},
	'document.wrong-namespace': ({ document, span, data: { found, expected } }, t) => {
		const element = elementNamed(document, span);
		if (element === undefined) {
			return expected === '' ? [] : [writeAs(span, expected, t)];
		}
		return found === '' && element.prefix === ''
			? [{ title: declaring('xmlns', expected, t), edits: [addAttribute(element, 'xmlns', expected)] }]
			: [];
	},
	'xml.unbound-prefix': ({ document: { root }, data: { prefix } }, t) => {
		const namespace = usualPrefixes.get(prefix);
		const name = `xmlns:${prefix}`;
		return namespace === undefined || root === undefined
			? []
			: [{ title: declaring(name, namespace, t), edits: [addAttribute(root, name, namespace)] }];
	},
});

/**
 * Writes what it has to be in place of what was found; nothing when something else stands there, as where what was found is
 * that it is missing.
 */
export function replacing(
	{ document, span }: Pick<Fault<unknown>, 'document' | 'span'>,
	found: string,
	right: string,
	t: Translate,
): readonly Repair[] {
	return found === '' || right === '' || textAt(document.text, span) !== found
		? []
		: [writeAs(span, right, t)];
}

/** Makes `https` of the `http` that stands there. */
export function withHttps(
	{ document, span }: Pick<Fault<unknown>, 'document' | 'span'>,
	t: Translate,
): readonly Repair[] {
	return textAt(document.text, span).toLowerCase() === 'http' ? [writeAs(span, 'https', t)] : [];
}

/** Adds an attribute to the element whose name stands there, with the prefix of that element. */
export function addingAttribute(
	{ document, span }: Pick<Fault<unknown>, 'document' | 'span'>,
	localName: string,
	value: string,
	t: Translate,
): readonly Repair[] {
	const element = elementNamed(document, span);
	// Without prefix an attribute is in no namespace, unlike its element.
	if (element === undefined || element.prefix === '') {
		return [];
	}
	const name = `${element.prefix}:${localName}`;
	return [{ title: t('Add {0}', `${name}="${value}"`), edits: [addAttribute(element, name, value)] }];
}

function declaring(name: string, namespace: string, t: Translate): string {
	return t('Add {0}', `${name}="${namespace}"`);
}

function textAt(text: string, { start, end }: Span): string {
	return text.slice(start, end);
}
