import { namespaces } from '../../documents/namespaces';
import type { PartyId } from '../connection';

export { errorCodes, type ErrorCode, type SignalAction } from '../../documents/ebms-bericht/vocabulary';

/** The namespace of the elements and attributes of ebMS 2.0. */
export const ebNamespace = namespaces.eb;

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

/** What `StatusResponse/@messageStatus` can be. */
export type MessageStatus = 'UnAuthorized' | 'NotRecognized' | 'Received' | 'Processed' | 'Forwarded';
