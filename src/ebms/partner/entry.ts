import type { Failure } from '../transport/failure';
import type { PartnerMode } from './modes';
import type { PartnerVerdict } from './partnerVerdict';

/** What came of sending an answer in a request of its own. */
export type Delivery =
	| { readonly kind: 'delivered'; readonly status: number }
	/** The endpoint answered with something other than success. */
	| { readonly kind: 'refused'; readonly status: number }
	| { readonly kind: 'failed'; readonly failure: Failure }
	/** The endpoint is none. */
	| { readonly kind: 'no-endpoint' }
	/** Too many were under way already, or the partner stopped. */
	| { readonly kind: 'dropped' };

/** What of a message is kept: texts of the sender are cut off at {@link longest}. */
export interface MessageFacts {
	readonly action: string;
	readonly service: string;
	readonly messageId: string;
	/** The PartyIds of the sender. */
	readonly from: string;
	readonly cpaId: string;
}

/** Something that came in. Plain data, but for the words of faults. */
export type PartnerEntry = { readonly at: Date } & (
	| {
			readonly kind: 'message';
			/** `null` when it was no message that can be read. */
			readonly message: MessageFacts | null;
			readonly verdict: PartnerVerdict;
			/** The behaviour that was asked for when it came in. */
			readonly mode: PartnerMode;
			/** The answer was sent in a request of its own; `null` when it was in the response, or there was none. */
			readonly delivery: Delivery | null;
	  }
	/** A connection that came to nothing. `code`: of the TLS library, of its verdict about the certificate, or of the parser of HTTP. */
	| {
			readonly kind: 'connection';
			readonly reason: 'no-certificate' | 'untrusted-certificate' | 'handshake' | 'http' | 'slow';
			readonly code: string;
	  }
);

/** UTF-16 units that are kept of a text of the sender. */
const longest = 200;

export function cutOff(text: string): string {
	return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** What came in, the last ones only. */
export interface Journal {
	readonly add: (entry: PartnerEntry) => void;
	/** The oldest first. */
	readonly entries: () => readonly PartnerEntry[];
}

/** Entries that are kept. */
const journalCapacity = 200;

export function createJournal(onEntry: (entry: PartnerEntry) => void): Journal {
	const entries: PartnerEntry[] = [];
	return {
		add(entry) {
			entries.push(entry);
			if (entries.length > journalCapacity) {
				entries.shift();
			}
			onEntry(entry);
		},
		entries: () => [...entries],
	};
}
