import type { PartyId } from '../connection';

/** The namespace of the elements and attributes of ebMS 2.0. */
export const ebNamespace = 'http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd';

/** What the service of the messaging itself can do (ebMS 2.0 §4.2, §7, §8); names are case-sensitive. */
export const signalActions = [
	'Ping',
	'Pong',
	'Acknowledgment',
	'MessageError',
	'StatusRequest',
	'StatusResponse',
] as const;

export type SignalAction = (typeof signalActions)[number];

/** What every message says of itself (ebMS 2.0 §3.1). */
export interface MessageHeader {
	/** Those of the sender: mostly one. */
	readonly from: readonly PartyId[];
	readonly to: readonly PartyId[];
	readonly cpaId: string;
	readonly conversationId: string;
	readonly service: string;
	/** `null` for the service of the messaging itself. */
	readonly serviceType: string | null;
	readonly action: string;
	readonly messageId: string;
	/** As written: a UTC xsd:dateTime. */
	readonly timestamp: string;
	/** The message that it answers. */
	readonly refToMessageId: string | null;
}

/** One fault that an MSH tells of (ebMS 2.0 §4.2). */
export interface EbmsError {
	/** Such as `Inconsistent`. */
	readonly code: string;
	/** `Warning` or `Error`. */
	readonly severity: string;
	/** Where in the message: an XPath or a Content-ID. */
	readonly location: string | null;
	readonly description: string | null;
}

/** The codes of ebMS 2.0 §4.2.3.4. */
export const errorCodes = [
	'ValueNotRecognized',
	'NotSupported',
	'Inconsistent',
	'OtherXml',
	'DeliveryFailure',
	'TimeToLiveExpired',
	'SecurityFailure',
	'MimeProblem',
	'Unknown',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What `StatusResponse/@messageStatus` can be. */
export type MessageStatus = 'UnAuthorized' | 'NotRecognized' | 'Received' | 'Processed' | 'Forwarded';
