import { elementNamed, renaming } from '../schema/repairSteps';
import type { Translate } from '../text';
import { addAttribute, removePart } from '../xml/edits';
import { repairTable } from '../xml/repair';
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

function declaring(name: string, namespace: string, t: Translate): string {
	return t('Add {0}', `${name}="${namespace}"`);
}
