import { mshService } from '../../documents/ping-opdracht/texts';
import type { PartyId } from '../connection';
import type { MessageHeader } from './message';

/** A part of a message that should answer a Ping. */
export type PongPart =
	| 'service'
	| 'action'
	| 'cpa-id'
	| 'conversation-id'
	| 'ref-to-message-id'
	| 'from'
	| 'to'
	/** The status of the response that it stands in. */
	| 'status';

/** What is other than in the Pong that should have come. */
export interface PongDifference {
	readonly part: PongPart;
	readonly expected: string;
	/** `''` when it is missing. */
	readonly found: string;
}

/**
 * Compares an answer with the Ping (ebMS 2.0 §8.2). Of each party one PartyId has to be the same, as ebms-core has it. White space around a
 * value, which a CPA may have, makes no difference here: it is the CPA's fault, told there.
 */
export function comparePong(ping: MessageHeader, pong: MessageHeader): readonly PongDifference[] {
	return [
		...compare('service', mshService, pong.service),
		...compare('action', 'Pong', pong.action),
		...compare('cpa-id', ping.cpaId, pong.cpaId),
		...compare('conversation-id', ping.conversationId, pong.conversationId),
		...compare('ref-to-message-id', ping.messageId, pong.refToMessageId ?? ''),
		...compareParty('from', ping.to, pong.from),
		...compareParty('to', ping.from, pong.to),
	];
}

function compare(part: PongPart, expected: string, found: string): readonly PongDifference[] {
	return expected.trim() === found ? [] : [{ part, expected, found }];
}

function compareParty(
	part: 'from' | 'to',
	expected: readonly PartyId[],
	found: readonly PartyId[],
): readonly PongDifference[] {
	const isThere = found.some((one) =>
		expected.some(({ value, type }) => value.trim() === one.value && type === one.type),
	);
	return isThere
		? []
		: [{ part, expected: expected.map(inWords).join(', '), found: found.map(inWords).join(', ') }];
}

function inWords({ value, type }: PartyId): string {
	return type === null ? value : `${value} (${type})`;
}
