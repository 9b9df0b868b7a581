import { attributeOf } from '../../../xml/navigate';
import type { XmlElement } from '../../../xml/tree';
import { namespaces } from '../../namespaces';
import { caseRelations, isRole, parties } from '../caseStructure';
import { zaakFinding } from '../texts';
import type { AttributeCheck, ElementPlace } from './elementCheck';

/** The entity at the other end of a relation. A role has BTR in questions; in a kennisgeving it takes no attribute. */
function relatedEntity(relation: string): string | undefined {
	switch (relation) {
		case 'isVan':
			return 'ZKT';
		case 'heeft':
			return 'STT';
		case 'heeftAlsAanspreekpunt':
			return 'CTP';
		case 'heeftAlsDeelzaak':
		case 'heeftBetrekkingOpAndere':
			return 'ZAK';
		default:
			return isRole(relation) ? 'BTR' : undefined;
	}
}

const caseElements: ReadonlySet<string> = new Set(['object', 'gelijk', 'vanaf', 'totEnMet']);

/**
 * The fixed StUF:entiteittype of an element (zaakberichten.md §9 and §10), which libxml2 does not check. Whether the
 * attribute must or may be there is the schema's.
 */
export const checkEntityType: AttributeCheck = (element, place, { entityType }) => {
	const expected = entityType === undefined ? undefined : expectedType(element, place);
	if (expected === undefined || entityType === expected) {
		return undefined;
	}
	const attribute = attributeOf(element, namespaces.stuf, 'entiteittype');
	return (
		attribute &&
		zaakFinding('zaakbericht.entity-type', attribute.value === '' ? attribute.span : attribute.valueSpan, {
			found: attribute.value,
			expected,
			element: element.localName,
		})
	);
};

/** What a place asks for; `undefined` where no table tells, such as in heeftBetrekkingOp and leidtTot. */
function expectedType(element: XmlElement, { type }: ElementPlace): string | undefined {
	const { localName, namespace, parent } = element;
	const parentName = parent?.localName ?? '';
	const grandparentName = parent?.parent?.localName ?? '';
	if (parties.has(localName)) {
		// In questions and answers a role points at wider types of persons, of which we know too little.
		const pointsAtParty =
			isRole(grandparentName) ||
			grandparentName === 'isGezetDoor' ||
			grandparentName === 'isAanspreekpuntNamens';
		return type === 'mutation' && parentName === 'gerelateerde' && pointsAtParty
			? parties.get(localName)
			: undefined;
	}
	if (namespace !== namespaces.zkn) {
		return undefined;
	}
	if (caseElements.has(localName)) {
		return 'ZAK';
	}
	switch (localName) {
		case 'gerelateerde':
			return relatedEntity(parentName);
		case 'isGezetDoor':
			return parentName === 'heeft' ? 'ZAKSTTBTR' : undefined;
		case 'heeftAlsAanspreekpunt':
			// Called after the role that it belongs to: the contact of ZAKBTRINI is ZAKBTRINICTP.
			return isRole(parentName) ? `${caseRelations.get(parentName) ?? ''}CTP` : undefined;
		case 'isAanspreekpuntNamens':
			return grandparentName === 'heeftAlsAanspreekpunt' ? 'CTPSUB' : undefined;
		default:
			return isCase(parentName, grandparentName) ? caseRelations.get(localName) : undefined;
	}
}

function isCase(name: string, parentName: string): boolean {
	return caseElements.has(name) || (name === 'gerelateerde' && relatedEntity(parentName) === 'ZAK');
}
