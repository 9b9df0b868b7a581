import { namespaces } from '../../documents/namespaces';
import type { PartyId } from '../connection';
import { ebNamespace, type EbmsError, type MessageHeader, type MessageStatus } from './message';

/** What a message holds besides its header; a Ping and a Pong hold nothing. */
export interface MessageContent {
	/** Asks for the answer in the response (ebMS 2.0 §4.3). */
	readonly syncReply?: boolean;
	/** At least one error: of a MessageError, or of warnings that go along with another signal. */
	readonly errors?: readonly EbmsError[];
	/** That a message arrived: its id, and when it came in. */
	readonly acknowledgment?: {
		readonly refToMessageId: string;
		readonly timestamp: string;
		/** `soap:actor`: that of the AckRequested that is answered, as a sender holds it against its CPA. */
		readonly actor?: string | null;
	};
	/** Of a StatusRequest: the message that it asks after. */
	readonly statusRequest?: { readonly refToMessageId: string };
	readonly statusResponse?: {
		readonly refToMessageId: string;
		readonly status: MessageStatus;
		/** When the message came in, if it did. */
		readonly timestamp: string | null;
	};
}

const nextActor = 'http://schemas.xmlsoap.org/soap/actor/next';

/** Writes a message without payload as XML: the SOAP envelope of ebMS 2.0, in the order that the msg-header schema wants. */
export function writeMessage(header: MessageHeader, content: MessageContent = {}): string {
	const { syncReply, errors, acknowledgment, statusRequest, statusResponse } = content;
	return envelope(
		[
			messageHeader(header),
			...(syncReply === true ? [empty('eb:SyncReply', { ...understood, 'soap:actor': nextActor })] : []),
			...(acknowledgment === undefined ? [] : [acknowledged(acknowledgment)]),
			...(errors === undefined ? [] : [errorList(errors)]),
		],
		[
			...(statusRequest === undefined
				? []
				: [
						element('eb:StatusRequest', versioned, [text('eb:RefToMessageId', statusRequest.refToMessageId)]),
					]),
			...(statusResponse === undefined
				? []
				: [
						element('eb:StatusResponse', { ...versioned, 'eb:messageStatus': statusResponse.status }, [
							text('eb:RefToMessageId', statusResponse.refToMessageId),
							...optional('eb:Timestamp', statusResponse.timestamp),
						]),
					]),
		],
	);
}

export interface SoapFault {
	/** Without prefix: `Client`, `Server`, `MustUnderstand` or `VersionMismatch` (SOAP 1.1 §4.4.1). */
	readonly code: string;
	/** May be XML as text: some MSHs put a serialised eb:Error here. */
	readonly text: string;
}

/** Writes a SOAP 1.1 Fault. */
export function writeFault({ code, text: faultText }: SoapFault): string {
	return envelope(undefined, [
		element('soap:Fault', {}, [text('faultcode', `soap:${code}`), text('faultstring', faultText)]),
	]);
}

/** An eb:Error by itself, as ebms-core puts it into a faultstring. */
export function writeError(error: EbmsError): string {
	return lines(errorElement(error, { 'xmlns:eb': ebNamespace })).join('\n');
}

/** A line of text or an element around others. */
type Node = string | { readonly start: string; readonly children: readonly Node[]; readonly end: string };

type Attributes = Readonly<Record<string, string>>;

const versioned: Attributes = { 'eb:version': '2.0' };
const understood: Attributes = { ...versioned, 'soap:mustUnderstand': '1' };

function envelope(header: readonly Node[] | undefined, body: readonly Node[]): string {
	const root = element('soap:Envelope', { 'xmlns:soap': namespaces.soap11, 'xmlns:eb': ebNamespace }, [
		...(header === undefined ? [] : [element('soap:Header', {}, header)]),
		body.length === 0 ? empty('soap:Body', {}) : element('soap:Body', {}, body),
	]);
	return `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root).join('\n')}\n`;
}

function messageHeader(header: MessageHeader): Node {
	return element('eb:MessageHeader', understood, [
		element('eb:From', {}, header.from.map(partyId)),
		element('eb:To', {}, header.to.map(partyId)),
		text('eb:CPAId', header.cpaId),
		text('eb:ConversationId', header.conversationId),
		text('eb:Service', header.service, header.serviceType === null ? {} : { 'eb:type': header.serviceType }),
		text('eb:Action', header.action),
		element('eb:MessageData', {}, [
			text('eb:MessageId', header.messageId),
			text('eb:Timestamp', header.timestamp),
			...optional('eb:RefToMessageId', header.refToMessageId),
		]),
	]);
}

function partyId({ value, type }: PartyId): Node {
	return text('eb:PartyId', value, type === null ? {} : { 'eb:type': type });
}

function acknowledged({
	refToMessageId,
	timestamp,
	actor,
}: NonNullable<MessageContent['acknowledgment']>): Node {
	const attributes = { ...understood, ...(actor ? { 'soap:actor': actor } : {}) };
	return element('eb:Acknowledgment', attributes, [
		text('eb:Timestamp', timestamp),
		text('eb:RefToMessageId', refToMessageId),
	]);
}

function errorList(errors: readonly EbmsError[]): Node {
	const highest = errors.some(({ severity }) => severity === 'Error') ? 'Error' : 'Warning';
	return element(
		'eb:ErrorList',
		{ ...understood, 'eb:highestSeverity': highest },
		errors.map((error) => errorElement(error)),
	);
}

function errorElement(
	{ code, severity, location, description }: EbmsError,
	declarations: Attributes = {},
): Node {
	const attributes = {
		...declarations,
		'eb:errorCode': code,
		'eb:severity': severity,
		...(location === null ? {} : { 'eb:location': location }),
	};
	return description === null
		? empty('eb:Error', attributes)
		: element('eb:Error', attributes, [text('eb:Description', description, { 'xml:lang': 'en' })]);
}

function element(name: string, attributes: Attributes, children: readonly Node[]): Node {
	return { start: `<${name}${written(attributes)}>`, children, end: `</${name}>` };
}

function empty(name: string, attributes: Attributes): Node {
	return `<${name}${written(attributes)}/>`;
}

function text(name: string, value: string, attributes: Attributes = {}): Node {
	return `<${name}${written(attributes)}>${escapeXml(value)}</${name}>`;
}

function optional(name: string, value: string | null): readonly Node[] {
	return value === null ? [] : [text(name, value)];
}

function written(attributes: Attributes): string {
	return Object.entries(attributes)
		.map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
		.join('');
}

function lines(node: Node, indent = ''): readonly string[] {
	return typeof node === 'string'
		? [`${indent}${node}`]
		: [
				`${indent}${node.start}`,
				...node.children.flatMap((child) => lines(child, `${indent}  `)),
				`${indent}${node.end}`,
			];
}

const references: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\t': '&#9;',
	'\n': '&#10;',
	'\r': '&#13;',
};

function escapeXml(value: string): string {
	return value.replace(/[&<>"\t\n\r]/g, (character) => references[character] ?? character);
}
