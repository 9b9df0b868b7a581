import { mostSimilar } from '../../../schema/similarNames';
import { attributeOf } from '../../../xml/navigate';
import type { XmlElement } from '../../../xml/tree';
import { namespaces } from '../../namespaces';
import { hasContent } from '../caseMessage';
import { caseRelations } from '../caseStructure';
import { zaakFinding } from '../texts';
import type { AttributeCheck } from './elementCheck';

/**
 * Elements that tell by StUF:noValue why they are empty: relations, and elements with a single value (zaakberichten.md §8.4
 * and §9). Not so entities, isAanspreekpuntNamens and the gerelateerde of a role, where it is prohibited, and groups of
 * elements such as `resultaat`, which have no StUF attributes at all: they may be nil without more. What is in neither list
 * is left alone.
 */
const withNoValue: ReadonlyMap<string, ReadonlySet<string>> = new Map([
	[
		namespaces.zkn,
		new Set([
			...caseRelations.keys(),
			'isGezetDoor',
			'heeftAlsAanspreekpunt',
			'identificatie',
			'omschrijving',
			'toelichting',
			'startdatum',
			'registratiedatum',
			'publicatiedatum',
			'einddatumGepland',
			'uiterlijkeEinddatum',
			'einddatum',
			'indicatie',
			'reden',
			'duur',
			'betalingsIndicatie',
			'laatsteBetaaldatum',
			'archiefnominatie',
			'datumVernietigingDossier',
			'zaakniveau',
			'deelzakenIndicatie',
			'zkt.code',
			'zkt.omschrijving',
			'volgnummer',
			'code',
			'ingangsdatumObject',
			'datumStatusGezet',
			'achternaam',
			'voorletters',
		]),
	],
	[
		namespaces.bg,
		new Set([
			'inp.bsn',
			'anp.identificatie',
			'geslachtsnaam',
			'voorvoegselGeslachtsnaam',
			'voorletters',
			'voornamen',
			'geslachtsaanduiding',
			'geboortedatum',
			'inn.nnpId',
			'ann.identificatie',
			'statutaireNaam',
			'vestigingsNummer',
			'handelsnaam',
		]),
	],
	[
		namespaces.stuf,
		new Set([
			'beginGeldigheid',
			'eindGeldigheid',
			'beginRelatie',
			'eindRelatie',
			'tijdstipRegistratie',
			'extraElement',
		]),
	],
]);

/**
 * StUF 03.01 §3.4: what is empty by xsi:nil tells why. Not in a question: there noValue is prohibited on relations, and
 * `scope` asks for elements by naming them empty.
 */
export const checkNil: AttributeCheck = (element, { type }, { isNil, noValue }) => {
	if (
		!isNil ||
		noValue !== undefined ||
		type === 'question' ||
		!takesNoValue(element) ||
		// A noValue that misses its namespace or is misspelt is the schema's finding.
		element.attributes.some(({ localName }) => mostSimilar(localName, ['noValue']) !== undefined) ||
		hasContent(element)
	) {
		return undefined;
	}
	return zaakFinding('zaakbericht.nil-without-novalue', element.nameSpan, { element: element.localName });
};

/** StUF 03.01 §3.4: an element with noValue is empty. With xsi:nil besides, the schema says that it must be. */
export const checkNoValue: AttributeCheck = (element, _, { noValue, isNil }) => {
	if (noValue === undefined || isNil || !hasContent(element)) {
		return undefined;
	}
	const attribute = attributeOf(element, namespaces.stuf, 'noValue');
	return (
		attribute &&
		zaakFinding('zaakbericht.novalue-with-value', attribute.valueSpan, {
			element: element.localName,
			noValue,
		})
	);
};

function takesNoValue({ namespace, localName }: XmlElement): boolean {
	return namespace !== undefined && withNoValue.get(namespace)?.has(localName) === true;
}
