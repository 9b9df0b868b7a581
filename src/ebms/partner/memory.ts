import { createHash } from 'node:crypto';

/** Remembers which messages came in, for the elimination of duplicates; of the oldest it forgets. */
export interface MessageMemory {
	readonly has: (messageId: string) => boolean;
	readonly add: (messageId: string, at: Date) => void;
	/** When a message came in; `undefined` when it did not, or long ago. */
	readonly arrivalOf: (messageId: string) => Date | undefined;
}

/** Messages that are remembered. */
const capacity = 10_000;

export function createMessageMemory(): MessageMemory {
	/** By the hash of the id, which a sender can make as long as it likes. */
	const arrivals = new Map<string, Date>();
	const keyOf = (messageId: string): string => createHash('sha256').update(messageId).digest('base64');
	return {
		has: (messageId) => arrivals.has(keyOf(messageId)),
		add(messageId, at) {
			arrivals.set(keyOf(messageId), at);
			if (arrivals.size > capacity) {
				const [oldest] = arrivals.keys();
				arrivals.delete(oldest ?? '');
			}
		},
		arrivalOf: (messageId) => arrivals.get(keyOf(messageId)),
	};
}
