import { textTable, type Finding, type FindingTextTable, type Span } from '../finding';
import { mostSimilar } from '../schema/similarNames';
import { childElements, firstChild } from '../xml/navigate';
import type { ExpandedName, XmlAttribute, XmlDocument, XmlElement } from '../xml/tree';
import { anyDocumentRules } from './anyDocument';
import { consumerspecificatie } from './consumerspecificatie/consumerspecificatie';
import { comparisonTexts } from './cpa/comparison/texts';
import { cpa } from './cpa/cpa';
import { ebmsBericht } from './ebms-bericht/ebmsBericht';
import type { DocumentKind, Subject } from './kind';
import { namespaces } from './namespaces';
import { pingOpdracht } from './ping-opdracht/pingOpdracht';
import { stufAntwoord } from './stuf-antwoord/stufAntwoord';
import { anyDocumentTexts, documentFinding } from './texts';
import { zaakbericht } from './zaakbericht/zaakbericht';

/** The kinds of document that we know: a new kind is one line here. */
export const documentKinds: readonly DocumentKind[] = [
	zaakbericht,
	stufAntwoord,
	consumerspecificatie,
	pingOpdracht,
	cpa,
	ebmsBericht,
];

/** The texts of all findings about documents, of their kind or of any. */
export const documentTexts: FindingTextTable = new Map([
	...textTable(anyDocumentTexts),
	...documentKinds.flatMap(({ texts }) => [...texts]),
	...textTable(comparisonTexts),
]);

interface KnownRoot {
	readonly kind: DocumentKind;
	readonly name: ExpandedName;
}

/** No local name belongs to two kinds. */
const roots: ReadonlyMap<string, KnownRoot> = new Map(
	documentKinds.flatMap((kind) => kind.roots.map((name) => [name.localName, { kind, name }] as const)),
);

/**
 * Tells what kind of document this is: by the message inside a SOAP Body or, when nobody knows that, by the root element.
 */
export function recognise(
	document: XmlDocument,
): { readonly kind: DocumentKind; readonly root: XmlElement } | undefined {
	for (const root of possibleMessages(document)) {
		const known = knownRoot(root);
		if (known !== undefined && isKnown(root)) {
			return { kind: known.kind, root };
		}
	}
	return undefined;
}

function isKnown(root: XmlElement): boolean {
	return knownRoot(root)?.name.namespace === root.namespace;
}

/**
 * Finds a document that would be recognised but for its namespace or a slip in its name, so that it is not left unchecked in
 * silence.
 *
 * @returns The finding, at the declaration of the wrong namespace or, when there is none, at the name of the element.
 */
export function nearMiss(document: XmlDocument): Finding | undefined {
	for (const root of possibleMessages(document)) {
		const known = knownRoot(root);
		// A prefix that is not bound, or bound to nothing, is told by the parser.
		const isToldByParser = root.namespace === '' && root.prefix !== '';
		if (
			root.namespace !== undefined &&
			!isToldByParser &&
			known !== undefined &&
			root.namespace !== known.name.namespace
		) {
			return documentFinding('document.wrong-namespace', declarationSpan(root), {
				name: root.localName,
				found: root.namespace,
				expected: known.name.namespace,
			});
		}
	}
	return misspelt(document.root);
}

/** Names of messages as StUF gives them (StUF 03.01 §4.1): others than ours are not slips of the pen. */
const namedByStuf = /^([a-z]{3}[A-Z][a-z]\d\d|(Bv|Fo)\d\dBericht)$/;

function misspelt(root: XmlElement | undefined): Finding | undefined {
	if (root === undefined || roots.has(root.localName) || namedByStuf.test(root.localName)) {
		return undefined;
	}
	const inNamespace = [...roots.values()].filter(({ name }) => name.namespace === root.namespace);
	const meant = mostSimilar(
		root.localName,
		inNamespace.map(({ name }) => name.localName),
	);
	return meant === undefined
		? undefined
		: documentFinding('document.wrong-name', root.nameSpan, { name: root.localName, meant });
}

/**
 * Applies all rules of a kind, and those for any document.
 *
 * @returns What they find, in document order.
 */
export function runRules(kind: DocumentKind, subject: Subject): readonly Finding[] {
	return [...anyDocumentRules, otherMessages, ...kind.rules]
		.flatMap((rule) => [...rule(subject)])
		.sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
}

function knownRoot(root: XmlElement): KnownRoot | undefined {
	const known = roots.get(root.localName);
	return known?.kind.owns?.(root) === false ? undefined : known;
}

/** The elements that may be the message, the likeliest first. */
export function possibleMessages({ root }: XmlDocument): readonly XmlElement[] {
	return root === undefined ? [] : [...messagesInEnvelope(root), root];
}

/** What stands in the Body of a SOAP envelope: one message, or a Fault with what it tells in detail. */
function messagesInEnvelope(root: XmlElement): readonly XmlElement[] {
	const soap = root.namespace;
	if (root.localName !== 'Envelope' || (soap !== namespaces.soap11 && soap !== namespaces.soap12)) {
		return [];
	}
	const body = firstChild(root, soap, 'Body');
	return body === undefined
		? []
		: childElements(body).flatMap((child) =>
				child.localName === 'Fault' && child.namespace === soap ? inDetail(child) : [child],
			);
}

/** SOAP 1.1 §4.4 and SOAP 1.2 part 1 §5.4.5: a synchronous fault message (Fo02) stands in the detail of a Fault. */
function inDetail(fault: XmlElement): readonly XmlElement[] {
	return childElements(fault)
		.filter(({ localName }) => localName.toLowerCase() === 'detail')
		.flatMap(childElements);
}

/** Messages in the same SOAP Body that are not checked, as only one belongs there. */
function otherMessages({ document, root }: Subject): readonly Finding[] {
	const envelope = document.root;
	return envelope === undefined || envelope === root
		? []
		: messagesInEnvelope(envelope)
				.filter((element) => element !== root && isKnown(element))
				.map((element) =>
					documentFinding('document.second-message', element.nameSpan, { name: element.localName }, [
						{ span: root.nameSpan },
					]),
				);
}

function declarationSpan(root: XmlElement): Span {
	const name = root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix}`;
	for (let element: XmlElement | undefined = root; element !== undefined; element = element.parent) {
		const declaration: XmlAttribute | undefined = element.attributes.find(
			(attribute) => attribute.name === name,
		);
		if (declaration !== undefined) {
			return declaration.valueSpan;
		}
	}
	return root.nameSpan;
}
