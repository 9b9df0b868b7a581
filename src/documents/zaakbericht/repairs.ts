import { randomUUID } from 'node:crypto';
import { valueRepair } from '../../schema/repairSteps';
import type { SchemaFindings } from '../../schema/texts';
import type { Translate } from '../../text';
import { addAttribute, removeAttribute } from '../../xml/edits';
import { attributeOf, elementAt } from '../../xml/navigate';
import { repairTable, type Fault, type Repair } from '../../xml/repair';
import { writeAs } from '../../xml/repairs';
import type { XmlElement } from '../../xml/tree';
import { namespaces } from '../namespaces';
import { replacing } from '../repairSteps';
import { trimWhiteSpace } from '../value';
import type { ZaakberichtFindings } from './texts';

type SchemaValue = Pick<SchemaFindings, 'schema.value-not-in-list'>;

/** What can be repaired of a zaakbericht. */
export const zaakberichtRepairs = repairTable<ZaakberichtFindings & SchemaValue>({
	'schema.value-not-in-list': (fault, t) => {
		const { attribute } = fault.data;
		const element = elementAt(fault.document, fault.span.start);
		// The status type is only referred to, whatever happens to the case (StUF-ZKN 3.10).
		return element?.localName === 'gerelateerde' && attribute.endsWith(':verwerkingssoort')
			? valueRepair(fault, attribute, 'I', t)
			: [];
	},
	'zaakbericht.date-impossible': (fault, t) => replacing(fault, fault.data.value, fault.data.meant, t),
	'zaakbericht.time-impossible': (fault, t) => replacing(fault, fault.data.value, fault.data.meant, t),
	'zaakbericht.time-zone': ({ span, data: { local } }, t) => (local === '' ? [] : [writeAs(span, local, t)]),
	'zaakbericht.bsn-check-digit': ({ span, data: { fault } }, t) =>
		fault === 'leading-zero-lost'
			? [
					{
						title: t('Put a 0 in front'),
						edits: [{ span: { start: span.start, end: span.start }, text: '0' }],
					},
				]
			: [],
	'zaakbericht.surrounding-whitespace': ({ document, span }, t) => {
		const value = document.text.slice(span.start, span.end);
		return [{ title: t('Remove the blanks'), edits: [{ span, text: trimWhiteSpace(value) }] }];
	},
	'zaakbericht.nil-without-novalue': ({ document, span }, t) => {
		const element = elementAt(document, span.start);
		const prefix = element && prefixOf(element, namespaces.stuf);
		return element === undefined || prefix === undefined
			? []
			: ['geenWaarde', 'waardeOnbekend'].map((value) => ({
					title: t('Add {0}', `${prefix}:noValue="${value}"`),
					edits: [addAttribute(element, `${prefix}:noValue`, value)],
				}));
	},
	'zaakbericht.novalue-with-value': ({ document, span }, t) => {
		const element = elementAt(document, span.start);
		const noValue = element && attributeOf(element, namespaces.stuf, 'noValue');
		return noValue === undefined
			? []
			: [{ title: t('Remove {0}', noValue.name), edits: [removeAttribute(document, noValue)] }];
	},
	'zaakbericht.reference-empty': newReference,
	'zaakbericht.reference-duplicate': newReference,
	'zaakbericht.indicator-empty': (fault, t) =>
		['V', 'I'].flatMap((value) => valueRepair(fault, '', value, t)),
	'zaakbericht.entity-type': (fault, t) => replacing(fault, fault.data.found, fault.data.expected, t),
	'zaakbericht.status-processing-kind': (fault, t) => replacing(fault, fault.data.found, 'I', t),
});

/** StUF 03.01 §4.3: a reference is unique for its sender. */
function newReference(fault: Pick<Fault<unknown>, 'document' | 'span'>, t: Translate): readonly Repair[] {
	return valueRepair(fault, '', randomUUID(), t).map(({ edits }) => ({
		title: t('Write a new unique reference'),
		edits,
	}));
}

/** A prefix that is bound to this namespace where the element stands. */
function prefixOf(element: XmlElement, namespace: string): string | undefined {
	for (let node: XmlElement | undefined = element; node !== undefined; node = node.parent) {
		const declaration = node.attributes.find(
			({ prefix, value }) => prefix === 'xmlns' && value === namespace,
		);
		if (declaration !== undefined) {
			return declaration.localName;
		}
	}
	return undefined;
}
