import type { Finding } from '../../../finding';
import { attributeOf, childElements } from '../../../xml/navigate';
import type { XmlElement } from '../../../xml/tree';
import { childByLocalName, childrenByLocalName } from '../../byLocalName';
import { namespaces } from '../../namespaces';
import { readValue, textOf } from '../../value';
import { hasContent, isNil, type CaseMessage } from '../caseMessage';
import { parties } from '../caseStructure';
import { zaakFinding } from '../texts';
import type { CaseRule } from './control';

/**
 * What Lopende zaken asks on top of StUF (zaakberichten.md §2, §3 and §15), of messages to Lopende zaken only. What must be
 * there is asked of an addition: a change may leave out what it does not change.
 */
export const checkLopendeZaken: CaseRule = (message) => {
	if (!message.isForLopendeZaken || textOf(message.mutation) === 'V') {
		return [];
	}
	const asksAll = textOf(message.mutation) === 'T' && message.isWhole;
	const findings: Finding[] = [];
	for (const { element, state } of message.objects) {
		if (state === 'current' && !isNil(element)) {
			findings.push(
				...(asksAll ? missingParts(element) : []),
				...initiators(message, element),
				...hiddenResult(element),
			);
		}
	}
	return findings;
};

/** An addition tells whose case it is, what its status is and of what type it is. */
function missingParts(object: XmlElement): readonly Finding[] {
	const noInitiator = firstEmptyStep(object, ['heeftAlsInitiator', 'gerelateerde']);
	const noStatus = firstEmptyStep(object, ['heeft']);
	return [
		...(noInitiator === undefined
			? []
			: [zaakFinding('zaakbericht.initiator-missing', noInitiator.nameSpan, {})]),
		// A message without status lacks the place where the type usually stands too: that is one fault.
		...(noStatus === undefined
			? missingCaseType(object)
			: [zaakFinding('zaakbericht.status-missing', noStatus.nameSpan, {})]),
	];
}

/**
 * Follows a path of elements of which one at each step must have content.
 *
 * @returns The element at which it ends too early: the one that misses the next, or the empty one itself.
 */
function firstEmptyStep(start: XmlElement, path: readonly string[]): XmlElement | undefined {
	let element = start;
	for (const name of path) {
		const filled = firstFilled(element, name);
		if (filled === undefined) {
			return childByLocalName(element, name) ?? element;
		}
		element = filled;
	}
	return undefined;
}

function firstFilled(parent: XmlElement, localName: string): XmlElement | undefined {
	for (const child of parent.markup) {
		if (child.kind === 'element' && child.localName === localName && hasContent(child)) {
			return child;
		}
	}
	return undefined;
}

/** The zaaktype stands in isVan or, in practice, travels in a status. */
function missingCaseType(object: XmlElement): readonly Finding[] {
	const isVan = childByLocalName(object, 'isVan');
	const caseType = childByLocalName(isVan, 'gerelateerde');
	const inCase =
		caseType !== undefined &&
		(hasContent(caseType) || attributeOf(caseType, namespaces.stuf, 'sleutelOntvangend') !== undefined);
	const codes = childrenByLocalName(object, 'heeft').flatMap((status) =>
		readValue(childByLocalName(childByLocalName(status, 'gerelateerde'), 'zkt.code')),
	);
	const inStatus = codes.some(({ kind }) => kind === 'text' || kind === 'unclear');
	if (inCase || inStatus) {
		return [];
	}
	const [emptyCode] = codes.flatMap((code) => (code.kind === 'empty' ? [code.element] : []));
	return [zaakFinding('zaakbericht.case-type-missing', (emptyCode ?? isVan ?? object).nameSpan, {})];
}

/** Lopende zaken shows a case to the natural person whose BSN stands in the initiator, and needs no more than that. */
function initiators({ isWhole }: CaseMessage, object: XmlElement): readonly Finding[] {
	const found = initiatorParties(object);
	const persons = found.filter(({ localName }) => localName === 'natuurlijkPersoon');
	if (persons.length === 0) {
		return found.map((party) =>
			zaakFinding('zaakbericht.initiator-not-person', party.nameSpan, { element: party.localName }),
		);
	}
	return persons.flatMap((person) => [...(isWhole ? missingBsn(person) : []), ...superfluousData(person)]);
}

function initiatorParties(object: XmlElement): readonly XmlElement[] {
	const found: XmlElement[] = [];
	for (const role of childrenByLocalName(object, 'heeftAlsInitiator')) {
		for (const related of childrenByLocalName(role, 'gerelateerde')) {
			for (const party of related.markup) {
				if (party.kind === 'element' && parties.has(party.localName)) {
					found.push(party);
				}
			}
		}
	}
	return found;
}

function missingBsn(person: XmlElement): readonly Finding[] {
	const bsn = readValue(childByLocalName(person, 'inp.bsn'));
	const isIdentified = attributeOf(person, namespaces.stuf, 'sleutelOntvangend') !== undefined;
	if (bsn.kind === 'text' || bsn.kind === 'unclear' || isIdentified) {
		return [];
	}
	const place = bsn.kind === 'empty' ? bsn.element : person;
	return [zaakFinding('zaakbericht.bsn-missing', place.nameSpan, {})];
}

const neededData: ReadonlySet<string> = new Set([
	'inp.bsn',
	'authentiek',
	'geboortedatum',
	'anp.identificatie',
]);
/** Senders replace names by XXX, and then the gender by M. */
const masked = /^x+$/i;

function superfluousData(person: XmlElement): readonly Finding[] {
	const filled = childElements(person).filter(
		(element) => !neededData.has(element.localName) && hasContent(element),
	);
	const isMasked = (element: XmlElement): boolean => masked.test(textOf(readValue(element)));
	const anonymised = filled.some(isMasked);
	const [first, ...others] = filled.filter(
		(element) => !isMasked(element) && !(anonymised && element.localName === 'geslachtsaanduiding'),
	);
	if (first === undefined) {
		return [];
	}
	return [
		zaakFinding(
			'zaakbericht.personal-data',
			first.nameSpan,
			{ elements: [first, ...others].map(({ localName }) => localName) },
			others.map(({ nameSpan }) => ({ span: nameSpan })),
		),
	];
}

/** The result is not shown; senders add it to the text of the status. */
function hiddenResult(object: XmlElement): readonly Finding[] {
	const result = readValue(childByLocalName(childByLocalName(object, 'resultaat'), 'omschrijving'));
	if (result.kind !== 'text') {
		return [];
	}
	const isInStatus = childrenByLocalName(object, 'heeft').some((status) =>
		textOf(readValue(childByLocalName(childByLocalName(status, 'gerelateerde'), 'omschrijving')))
			.toLowerCase()
			.includes(result.text.toLowerCase()),
	);
	return isInStatus
		? []
		: [zaakFinding('zaakbericht.result-not-shown', result.span, { result: result.text })];
}
