import { namespaces } from '../../documents/namespaces';
import { decodeXml } from '../../xml/decode';
import { attributeOf, childrenNamed, firstChild, textContent } from '../../xml/navigate';
import { parseXml } from '../../xml/parse';
import type { XmlElement } from '../../xml/tree';
import { ebNamespace } from '../message/message';
import { partsOf, type OtherPart } from '../message/multipart';
import { readMessage, type ReadMessage } from '../message/readMessage';

/** What the messaging asks of the receiver, beside the header itself (ebMS 2.0 §3.1, §6.3). */
export interface MessageTerms {
	/** `eb:version` of the MessageHeader. */
	readonly version: string;
	/** The roles of the parties; `''` of one that is not given. */
	readonly fromRole: string;
	readonly toRole: string;
	readonly isAckRequested: boolean;
	readonly isSignedAckRequested: boolean;
	/** `soap:actor` of the AckRequested; `null` when it has none. */
	readonly ackActor: string | null;
	readonly isDuplicateElimination: boolean;
	/** `null` when it has none, or none that is a moment. */
	readonly timeToLive: Date | null;
	readonly isMessageOrder: boolean;
	/** What the Manifest refers to: `cid:…`. */
	readonly references: readonly string[];
}

/** A request as a message of ebMS. */
export type Incoming =
	| {
			readonly kind: 'message';
			readonly message: ReadMessage & { readonly kind: 'message' };
			readonly terms: MessageTerms;
			/** The SOAP envelope as text. */
			readonly envelope: string;
			readonly payloads: readonly OtherPart[];
	  }
	| {
			readonly kind: 'unreadable';
			readonly reason: 'content-type' | 'empty' | 'mime' | 'doctype' | 'not-ebms';
	  };

/** Reads a request. Never throws. */
export function readIncoming(contentType: string | undefined, body: Buffer): Incoming {
	if (contentType === undefined || contentType.trim() === '') {
		return { kind: 'unreadable', reason: 'content-type' };
	}
	if (body.length === 0) {
		return { kind: 'unreadable', reason: 'empty' };
	}
	const parts = partsOf(contentType, body);
	if (parts === undefined) {
		return { kind: 'unreadable', reason: 'mime' };
	}
	const message = readMessage(parts.root.body);
	if (message.kind !== 'message') {
		return { kind: 'unreadable', reason: message.kind === 'doctype' ? 'doctype' : 'not-ebms' };
	}
	const envelope = decodeXml(parts.root.body).text;
	const { root } = parseXml(envelope);
	return root === undefined
		? { kind: 'unreadable', reason: 'not-ebms' }
		: { kind: 'message', message, terms: termsOf(root), envelope, payloads: parts.others };
}

function termsOf(envelope: XmlElement): MessageTerms {
	const soap = envelope.namespace ?? '';
	const header = firstChild(envelope, soap, 'Header');
	const messageHeader = header && firstChild(header, ebNamespace, 'MessageHeader');
	const ackRequested = header && firstChild(header, ebNamespace, 'AckRequested');
	const data = messageHeader && firstChild(messageHeader, ebNamespace, 'MessageData');
	const timeToLive = data && firstChild(data, ebNamespace, 'TimeToLive');
	return {
		version: messageHeader === undefined ? '' : attribute(messageHeader, 'version'),
		fromRole: roleIn(messageHeader, 'From'),
		toRole: roleIn(messageHeader, 'To'),
		isAckRequested: ackRequested !== undefined,
		isSignedAckRequested:
			ackRequested !== undefined && /^\s*(?:true|1)\s*$/.test(attribute(ackRequested, 'signed')),
		ackActor: (ackRequested && attributeOf(ackRequested, soap, 'actor')?.value) ?? null,
		isDuplicateElimination:
			messageHeader !== undefined &&
			firstChild(messageHeader, ebNamespace, 'DuplicateElimination') !== undefined,
		timeToLive: timeToLive === undefined ? null : momentIn(textContent(timeToLive)),
		isMessageOrder: header !== undefined && firstChild(header, ebNamespace, 'MessageOrder') !== undefined,
		references: referencesIn(envelope, soap),
	};
}

function roleIn(messageHeader: XmlElement | undefined, side: 'From' | 'To'): string {
	const party = messageHeader && firstChild(messageHeader, ebNamespace, side);
	const role = party && firstChild(party, ebNamespace, 'Role');
	return role === undefined ? '' : textContent(role).trim();
}

function attribute(element: XmlElement, name: string): string {
	return attributeOf(element, ebNamespace, name)?.value ?? '';
}

function momentIn(text: string): Date | null {
	const moment = new Date(text.trim());
	return Number.isNaN(moment.getTime()) ? null : moment;
}

function referencesIn(envelope: XmlElement, soap: string): readonly string[] {
	const body = firstChild(envelope, soap, 'Body');
	const manifest = body && firstChild(body, ebNamespace, 'Manifest');
	const references = manifest === undefined ? [] : childrenNamed(manifest, ebNamespace, 'Reference');
	return references.map((reference) => attributeOf(reference, namespaces.xlink, 'href')?.value ?? '');
}
