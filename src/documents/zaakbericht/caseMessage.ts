import { hasOnlyText } from '../../xml/navigate';
import type { XmlDocument, XmlElement } from '../../xml/tree';
import { childByLocalName, childrenByLocalName } from '../byLocalName';
import type { Subject } from '../kind';
import { namespaces } from '../namespaces';
import { isWhole } from '../wholeness';
import { readValue, textOf, trimWhiteSpace, type Value } from '../value';

/** Logius' own OIN, the receiver of Lopende zaken (zaakberichten.md §3). */
const lopendeZakenOin = '00000004003214345001';
const lopendeZakenApplication = 'MijnOverheid';

/** A kennisgeving (zakLk01), a question (zakLv01) or its answer (zakLa01). */
export type CaseMessageType = 'mutation' | 'question' | 'answer';

const types: Readonly<Record<string, CaseMessageType>> = {
	zakLk01: 'mutation',
	zakLv01: 'question',
	zakLa01: 'answer',
};

/** `zender` or `ontvanger` in the stuurgegevens. */
export interface StufSystem {
	readonly element: XmlElement;
	readonly organisation: Value;
	readonly application: Value;
	readonly administration: Value;
	readonly user: Value;
}

/** A case in a kennisgeving or answer. */
export interface CaseObject {
	readonly element: XmlElement;
	/**
	 * `old`: the first of the two objects of a change or correction, which tells what the receiver has. What is wrong in it
	 * may be the very reason of the correction.
	 */
	readonly state: 'current' | 'old';
}

/** A zaakbericht as its rules see it. Parts that are missing are `undefined` or absent: that is the schema's finding. */
export interface CaseMessage {
	readonly document: XmlDocument;
	readonly root: XmlElement;
	readonly type: CaseMessageType;
	readonly sender: StufSystem | undefined;
	readonly receiver: StufSystem | undefined;
	readonly reference: Value;
	readonly parameters: XmlElement | undefined;
	/** `mutatiesoort`. */
	readonly mutation: Value;
	readonly objects: readonly CaseObject[];
	/** What is not there is really missing, and not lost behind a missing end tag. */
	readonly isWhole: boolean;
	/** A kennisgeving to Lopende zaken of MijnOverheid, which asks more than StUF. */
	readonly isForLopendeZaken: boolean;
}

/** What tells a message from all others (StUF 03.01 §4.3). */
export function readIdentity(root: XmlElement): Pick<CaseMessage, 'sender' | 'reference'> {
	const control = childByLocalName(root, 'stuurgegevens');
	return {
		sender: readSystem(childByLocalName(control, 'zender')),
		reference: readValue(childByLocalName(control, 'referentienummer')),
	};
}

export function readCaseMessage({ document, root }: Subject): CaseMessage {
	const type = types[root.localName] ?? 'mutation';
	const control = childByLocalName(root, 'stuurgegevens');
	const receiver = readSystem(childByLocalName(control, 'ontvanger'));
	const parameters = childByLocalName(root, 'parameters');
	const mutation = readValue(childByLocalName(parameters, 'mutatiesoort'));
	return {
		document,
		root,
		type,
		...readIdentity(root),
		receiver,
		parameters,
		mutation,
		objects: readObjects(type, root, textOf(mutation)),
		isWhole: isWhole(document, root),
		isForLopendeZaken: type === 'mutation' && receiver !== undefined && isLopendeZaken(receiver),
	};
}

function readSystem(element: XmlElement | undefined): StufSystem | undefined {
	return (
		element && {
			element,
			organisation: readValue(childByLocalName(element, 'organisatie')),
			application: readValue(childByLocalName(element, 'applicatie')),
			administration: readValue(childByLocalName(element, 'administratie')),
			user: readValue(childByLocalName(element, 'gebruiker')),
		}
	);
}

function isLopendeZaken({ organisation, application }: StufSystem): boolean {
	return textOf(organisation) === lopendeZakenOin || textOf(application) === lopendeZakenApplication;
}

function readObjects(type: CaseMessageType, root: XmlElement, mutation: string): readonly CaseObject[] {
	if (type === 'question') {
		return [];
	}
	const elements = childrenByLocalName(
		type === 'answer' ? childByLocalName(root, 'antwoord') : root,
		'object',
	);
	const hasOld = type === 'mutation' && elements.length > 1 && mutatesTwo(mutation);
	const objects: CaseObject[] = [];
	for (const element of elements) {
		objects.push({ element, state: hasOld && objects.length === 0 ? 'old' : 'current' });
	}
	return objects;
}

/** Wijziging, correctie without and with formal history take the old and the current object (StUF 03.01 §5.2). */
export function mutatesTwo(mutation: string): boolean {
	return mutation === 'W' || mutation === 'C' || mutation === 'F';
}

/** Whether an element is declared empty by `xsi:nil`. */
export function isNil(element: XmlElement): boolean {
	const nil = element.attributeValue(namespaces.xsi, 'nil');
	return nil !== undefined && isTrue(nil);
}

/** Reads an xs:boolean. */
function isTrue(value: string): boolean {
	const text = trimWhiteSpace(value);
	return text === 'true' || text === '1';
}

/** Whether anything stands in an element: text other than blanks, or elements. */
export function hasContent(element: XmlElement): boolean {
	if (!hasOnlyText(element)) {
		return true;
	}
	for (const child of element.children) {
		if ((child.kind === 'text' || child.kind === 'cdata') && trimWhiteSpace(child.value) !== '') {
			return true;
		}
	}
	return false;
}
