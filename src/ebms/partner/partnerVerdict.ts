import type { EbmsError, MessageHeader, MessageStatus } from '../message/message';
import type { MessageContent } from '../message/writeMessage';
import type { DocumentFault } from './checkDocument';

/**
 * Why a request is refused without an answer of ebMS: in the order in which ebms-core looks (ebms-core 2.20.2, and Koppelvlakstandaard
 * ebMS2 ch. 5).
 */
export const refusalReasons = [
	'too-large',
	'busy',
	'method',
	'soap-action',
	'content-type',
	'compressed',
	'empty',
	'mime',
	'doctype',
	'not-ebms',
	'envelope',
	'cpa',
	'client-certificate',
	'version',
	'party',
	'service',
] as const;

export type RefusalReason = (typeof refusalReasons)[number];

/** What the partner makes of a request. */
export type PartnerVerdict =
	/** `found`: what stands there, when that helps; else `''`. */
	| {
			readonly kind: 'refused';
			readonly reason: RefusalReason;
			readonly found: string;
			/** Of the envelope. */
			readonly faults: readonly DocumentFault[];
	  }
	| {
			readonly kind: 'errors';
			readonly errors: readonly EbmsError[];
			/** Of the payload. */
			readonly faults: readonly DocumentFault[];
	  }
	| { readonly kind: 'pong' }
	| { readonly kind: 'status'; readonly status: MessageStatus }
	/** `isDuplicate`: a message that came before, of which only the acknowledgment is repeated. */
	| { readonly kind: 'received'; readonly isDuplicate: boolean }
	/** A signal to which there is no answer. */
	| { readonly kind: 'noted' };

/** What goes back. */
export type Answer =
	/** In the response; `fault` is the body, or `null` for none. */
	| { readonly kind: 'refusal'; readonly status: number; readonly fault: string | null }
	/** In the response, or later in a request of its own, as the CPA has it. */
	| { readonly kind: 'signal'; readonly header: MessageHeader; readonly content: MessageContent }
	/** Nothing but a status. */
	| { readonly kind: 'accepted' };

export interface Judgement {
	/** `null` when it could not be read. */
	readonly header: MessageHeader | null;
	readonly verdict: PartnerVerdict;
	readonly answer: Answer;
}
