import { namespaces } from '../../documents/namespaces';
import { decodeXml } from '../../xml/decode';
import { attributeOf, childElements, childrenNamed, firstChild, textContent } from '../../xml/navigate';
import { parseXml } from '../../xml/parse';
import type { XmlElement } from '../../xml/tree';
import type { PartyId } from '../connection';
import { ebNamespace, type EbmsError, type MessageHeader } from './message';

/** What an XML text turned out to be, read as a message of ebMS 2.0. */
export type ReadMessage =
	| {
			readonly kind: 'message';
			readonly header: MessageHeader;
			/** Of the ErrorList; empty without one. */
			readonly errors: readonly EbmsError[];
			/** It asks for the answer in the response. */
			readonly syncReply: boolean;
			/** The message that it says has arrived. */
			readonly acknowledged: string | null;
			/** The message whose state it asks after. */
			readonly statusRequested: string | null;
	  }
	| {
			readonly kind: 'fault';
			/** Without prefix, such as `Client`. */
			readonly code: string;
			readonly text: string;
			/** The eb:Errors in it: some MSHs write one as text in the faultstring. */
			readonly errors: readonly EbmsError[];
	  }
	/** A SOAP envelope without anything of ebMS. */
	| { readonly kind: 'soap' }
	/** XML of another kind. `name` is that of the root element, without prefix. */
	| { readonly kind: 'xml'; readonly name: string; readonly namespace: string }
	/** It has a DOCTYPE, which a SOAP message never has: nothing of it was looked at. */
	| { readonly kind: 'doctype' }
	| { readonly kind: 'not-xml' };

/**
 * Reads an answer: by namespace and local name, whatever the prefixes, and whatever the order of the elements, for not every MSH keeps
 * to the schema. Never throws.
 */
export function readMessage(bytes: Uint8Array): ReadMessage {
	// White space before the XML declaration is a fault that most readers of SOAP let pass.
	const document = parseXml(decodeXml(bytes).text.trimStart());
	const { root } = document;
	if (root === undefined) {
		return { kind: 'not-xml' };
	}
	if (document.doctype !== undefined) {
		// A page of HTML has one too.
		return root.localName.toLowerCase() === 'html'
			? { kind: 'xml', name: root.localName, namespace: root.namespace ?? '' }
			: { kind: 'doctype' };
	}
	if (document.faults.length > 0) {
		return { kind: 'not-xml' };
	}
	const isSoap = root.localName === 'Envelope' && isSoapNamespace(root.namespace);
	return isSoap ? readEnvelope(root) : { kind: 'xml', name: root.localName, namespace: root.namespace ?? '' };
}

function isSoapNamespace(namespace: string | undefined): boolean {
	return namespace === namespaces.soap11 || namespace === namespaces.soap12;
}

function readEnvelope(envelope: XmlElement): ReadMessage {
	const soap = envelope.namespace ?? '';
	const header = firstChild(envelope, soap, 'Header');
	const body = firstChild(envelope, soap, 'Body');
	const messageHeader = header && firstChild(header, ebNamespace, 'MessageHeader');
	const fault = body && firstChild(body, soap, 'Fault');
	const errorList = header && firstChild(header, ebNamespace, 'ErrorList');
	if (
		header !== undefined &&
		messageHeader !== undefined &&
		(fault === undefined || errorList !== undefined)
	) {
		const statusRequest = body && firstChild(body, ebNamespace, 'StatusRequest');
		const acknowledgment = firstChild(header, ebNamespace, 'Acknowledgment');
		return {
			kind: 'message',
			header: readHeader(messageHeader),
			errors: errorList === undefined ? [] : childrenNamed(errorList, ebNamespace, 'Error').map(readError),
			syncReply: firstChild(header, ebNamespace, 'SyncReply') !== undefined,
			acknowledged: acknowledgment === undefined ? null : textOf(acknowledgment, 'RefToMessageId'),
			statusRequested: statusRequest === undefined ? null : textOf(statusRequest, 'RefToMessageId'),
		};
	}
	return fault === undefined ? { kind: 'soap' } : readFault(fault, soap);
}

function readHeader(element: XmlElement): MessageHeader {
	const data = firstChild(element, ebNamespace, 'MessageData') ?? element;
	const service = firstChild(element, ebNamespace, 'Service');
	return {
		from: partyIds(element, 'From'),
		to: partyIds(element, 'To'),
		cpaId: textOf(element, 'CPAId') ?? '',
		conversationId: textOf(element, 'ConversationId') ?? '',
		service: textOf(element, 'Service') ?? '',
		serviceType: service === undefined ? null : attribute(service, 'type'),
		action: textOf(element, 'Action') ?? '',
		messageId: textOf(data, 'MessageId') ?? '',
		timestamp: textOf(data, 'Timestamp') ?? '',
		refToMessageId: textOf(data, 'RefToMessageId'),
	};
}

function partyIds(header: XmlElement, name: 'From' | 'To'): readonly PartyId[] {
	const party = firstChild(header, ebNamespace, name);
	return (party === undefined ? [] : childrenNamed(party, ebNamespace, 'PartyId')).map((element) => ({
		value: textContent(element).trim(),
		type: attribute(element, 'type'),
	}));
}

function textOf(parent: XmlElement, name: string): string | null {
	const element = firstChild(parent, ebNamespace, name);
	return element === undefined ? null : textContent(element).trim();
}

/** Attributes are in the namespace too, but not everybody writes the prefix. */
function attribute(element: XmlElement, name: string): string | null {
	return (attributeOf(element, ebNamespace, name) ?? attributeOf(element, '', name))?.value ?? null;
}

function readError(element: XmlElement): EbmsError {
	return {
		code: attribute(element, 'errorCode') ?? '',
		severity: attribute(element, 'severity') ?? '',
		location: attribute(element, 'location'),
		description: textOf(element, 'Description'),
	};
}

/** SOAP 1.1 §4.4, and SOAP 1.2 part 1 §5.4. */
function readFault(fault: XmlElement, soap: string): ReadMessage {
	const isOld = soap === namespaces.soap11;
	const code = isOld ? firstChild(fault, '', 'faultcode') : firstChild(fault, soap, 'Code');
	const reason = isOld ? firstChild(fault, '', 'faultstring') : firstChild(fault, soap, 'Reason');
	const value = isOld || code === undefined ? code : firstChild(code, soap, 'Value');
	const text = reason === undefined ? '' : textContent(reason).trim();
	return {
		kind: 'fault',
		code: value === undefined ? '' : textContent(value).trim().replace(/^.*:/, ''),
		text,
		errors: [...errorsIn(fault), ...errorsInText(text)],
	};
}

/** The eb:Errors in a fault, whatever they are wrapped in. */
function errorsIn(element: XmlElement): readonly EbmsError[] {
	const found: EbmsError[] = [];
	const waiting = [element];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		if (next.localName === 'Error' && next.namespace === ebNamespace) {
			found.push(readError(next));
		} else {
			waiting.push(...childElements(next).toReversed());
		}
	}
	return found;
}

/** An eb:Error that was written as text: ebms-core does so. */
function errorsInText(text: string): readonly EbmsError[] {
	if (!text.startsWith('<')) {
		return [];
	}
	const { root, doctype } = parseXml(text);
	return root === undefined || doctype !== undefined ? [] : errorsIn(root);
}
