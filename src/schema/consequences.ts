import type { Finding } from '../finding';
import { elementAt } from '../xml/navigate';
import type { XmlDocument, XmlElement } from '../xml/tree';

/** Leaves out what another fault brings along, so that one slip of the pen is told once. */
export function withoutConsequences(document: XmlDocument, findings: readonly Finding[]): readonly Finding[] {
	return consequences.reduce((left, withoutOnes) => withoutOnes(document, left), findings);
}

type Consequence = (document: XmlDocument, findings: readonly Finding[]) => readonly Finding[];

const consequences: readonly Consequence[] = [withoutFaultsOfNil, withoutRenamed, withoutFaultsOfCopies];

/**
 * What the schema says of an empty element whose `xsi:nil` it could not read: once that is right, the element may be empty
 * (XML Schema 1.0 Part 1 §3.3.4).
 */
function withoutFaultsOfNil(document: XmlDocument, findings: readonly Finding[]): readonly Finding[] {
	const unreadable = new Set(findings.filter(isAboutNil).map(({ span }) => elementAt(document, span.start)));
	return unreadable.size === 0
		? findings
		: findings.filter(
				(finding) =>
					isAboutNil(finding) ||
					!isAboutEmptiness(finding) ||
					!unreadable.has(emptyElement(document, finding)),
			);
}

/** With any prefix: `nil` is the name of no other attribute of a schema. */
const nilName = /(?:^|:)nil$/;

function isAboutNil({ code, data }: Finding): boolean {
	switch (code) {
		case 'schema.attribute-not-allowed':
			return nilName.test(String(data['similar']));
		case 'schema.value-type':
			return nilName.test(String(data['attribute']));
		default:
			return false;
	}
}

function isAboutEmptiness({ code, data }: Finding): boolean {
	return code === 'schema.element-missing' || (code.startsWith('schema.value-') && data['attribute'] === '');
}

function emptyElement(document: XmlDocument, finding: Finding): XmlElement | undefined {
	return finding.code === 'schema.element-missing'
		? parentOfMissing(document, finding)
		: elementAt(document, finding.span.start);
}

/** What is missing is told at the element before which it belongs, and at its parent when it belongs at the end. */
function parentOfMissing(document: XmlDocument, { data, span }: Finding): XmlElement | undefined {
	const element = elementAt(document, span.start);
	return data['before'] === '' ? element : element?.parent;
}

/** An element that is missing where another stands whose name means nothing: that is its name. */
function withoutRenamed(document: XmlDocument, findings: readonly Finding[]): readonly Finding[] {
	const strangers = findings.filter(
		({ code, data }) => code === 'schema.element-not-allowed' && data['similar'] === '',
	);
	if (strangers.length === 0) {
		return findings;
	}
	const isRenamed = (missing: Finding): boolean => {
		const elements = listOf(missing.data['elements']);
		const [stranger, ...others] = strangers.filter(
			({ span, data }) =>
				elementAt(document, span.start)?.parent === parentOfMissing(document, missing) &&
				listOf(data['expected']).includes(String(elements[0])),
		);
		return stranger !== undefined && others.length === 0 && elements.length === 1;
	};
	return findings.filter((finding) => finding.code !== 'schema.element-missing' || !isRenamed(finding));
}

function listOf(names: Finding['data'][string] | undefined): readonly string[] {
	return Array.isArray(names) ? (names as readonly string[]) : [];
}

/** Keys that occur twice since the element that holds them was copied whole, and may not be there so often. */
function withoutFaultsOfCopies(document: XmlDocument, findings: readonly Finding[]): readonly Finding[] {
	const copies = findings
		.filter(({ code }) => code === 'schema.too-many')
		.flatMap(({ span }) => elementAt(document, span.start) ?? []);
	return findings.filter(
		({ code, span }) =>
			code !== 'schema.duplicate' ||
			!copies.some((copy) => isInNamesake(copy, elementAt(document, span.start))),
	);
}

/** Whether an element is in this one, or in a sibling of the same name: which of them is the copy is not known. */
function isInNamesake(copy: XmlElement, element: XmlElement | undefined): boolean {
	let node = element;
	while (node && node.parent !== copy.parent) {
		node = node.parent;
	}
	return node?.localName === copy.localName;
}
