import { randomUUID } from 'node:crypto';
import { mshService } from '../../documents/ping-opdracht/texts';
import type { PartyId } from '../connection';
import type { MessageHeader, SignalAction } from './message';

export interface PingParties {
	readonly from: PartyId;
	readonly to: PartyId;
	readonly cpaId: string;
}

/**
 * The header of a new Ping: the least that it needs.
 *
 * @param domain Of the MSH that sends it, for the MessageId (Best Practices ebMS2, EB013).
 */
export function createPingHeader({ from, to, cpaId }: PingParties, domain: string, now: Date): MessageHeader {
	return {
		from: [from],
		to: [to],
		cpaId,
		conversationId: randomUUID(),
		...signal('Ping', domain, now),
		refToMessageId: null,
	};
}

/** The header of a signal that answers a message: parties swapped, in the same conversation, referring to it. */
export function createReplyHeader(
	request: MessageHeader,
	action: SignalAction,
	domain: string,
	now: Date,
): MessageHeader {
	return {
		from: request.to,
		to: request.from,
		cpaId: request.cpaId,
		conversationId: request.conversationId,
		...signal(action, domain, now),
		refToMessageId: request.messageId,
	};
}

function signal(
	action: SignalAction,
	domain: string,
	now: Date,
): Pick<MessageHeader, 'service' | 'serviceType' | 'action' | 'messageId' | 'timestamp'> {
	return {
		service: mshService,
		serviceType: null,
		action,
		messageId: `${randomUUID()}@${domain}`,
		timestamp: timestampOf(now),
	};
}

/** UTC, in whole seconds, as ebMS 2.0 §3.1.6.2 wants it. */
export function timestampOf(moment: Date): string {
	return moment.toISOString().replace(/\.\d+Z$/, 'Z');
}
