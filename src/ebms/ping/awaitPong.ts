import type { MessageHeader } from '../message/message';
import { messageOutcome } from '../outcome/decideOutcome';
import type { Outcome } from '../outcome/outcome';
import { startLimit } from '../transport/limit';
import { createStopwatch } from '../transport/phase';
import type { FailedHandshake, Inbox } from './inbox';
import type { ReceivedMessage } from './pongListener';
import type { PingOptions } from './pingOptions';

export interface AwaitedPong {
	readonly outcome: Outcome;
	/** `null` when nothing came. */
	readonly received: ReceivedMessage | null;
	/** How long was waited. */
	readonly milliseconds: number | null;
}

/** Waits for the Pong of a Ping that was accepted. `timeout` in seconds. */
export async function awaitPong(
	inbox: Inbox,
	ping: MessageHeader,
	{ signal, timeout, onPhase = () => undefined }: PingOptions & { readonly timeout: number },
): Promise<AwaitedPong> {
	// The watch first: what it measures is then never less than the limit.
	const watch = createStopwatch(onPhase);
	watch.begin('pong');
	using limit = startLimit(timeout * 1000, signal);
	await inbox.wait(limit.signal);
	watch.stop();
	const received = inbox.answer() ?? inbox.stray() ?? null;
	return {
		outcome:
			received === null
				? withoutPong(limit.reached(), timeout, inbox.failedHandshake() ?? null)
				: outcomeOf(received, ping),
		received,
		milliseconds: watch.timings().pong,
	};
}

function withoutPong(
	reached: 'timeout' | 'cancelled' | null,
	seconds: number,
	failedHandshake: FailedHandshake | null,
): Outcome {
	return reached === 'cancelled'
		? { kind: 'cancelled', phase: 'pong' }
		: { kind: 'timeout', phase: 'pong', seconds, begun: null, host: '', isProxy: false, failedHandshake };
}

function outcomeOf({ message, isSenderKnown }: ReceivedMessage, ping: MessageHeader): Outcome {
	const verdict = messageOutcome(message, ping, true);
	if (verdict.kind !== 'right') {
		return verdict;
	}
	const { pong, warnings } = verdict;
	return { kind: 'pong-async', pong, warnings, isSenderKnown };
}
