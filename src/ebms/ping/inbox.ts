import type { MessageHeader } from '../message/message';
import type { ReceivedMessage } from './pongListener';

/** What came to the listener and has to do with our Ping. */
export interface Inbox {
	readonly put: (received: ReceivedMessage) => void;
	/** Notes that somebody connected but broke off the TLS handshake. */
	readonly noteFailedHandshake: (alert: number | null) => void;
	/** Of those the last that said why, else the last; `undefined` without one. */
	readonly failedHandshake: () => FailedHandshake | undefined;
	/** An answer to our Ping; `undefined` as long as there is none. */
	readonly answer: () => ReceivedMessage | undefined;
	/** The last Pong or error that refers to another message, or an acknowledgment: after which the Pong may still come. */
	readonly stray: () => ReceivedMessage | undefined;
	/** Waits until there is an answer, or the signal is aborted. */
	readonly wait: (signal: AbortSignal) => Promise<void>;
}

/** `alert`: `null` when they did not say why. */
export interface FailedHandshake {
	readonly alert: number | null;
}

export function createInbox(ping: MessageHeader): Inbox {
	const arrival = new AbortController();
	let answer: ReceivedMessage | undefined;
	let stray: ReceivedMessage | undefined;
	let failed: FailedHandshake | undefined;
	return {
		put(received) {
			const { header } = received.message;
			const isAcknowledgment = header.action === 'Acknowledgment';
			if (header.refToMessageId === ping.messageId && !isAcknowledgment) {
				answer ??= received;
				arrival.abort();
			} else if (isAcknowledgment || header.action === 'Pong' || header.action === 'MessageError') {
				stray = received;
			}
		},
		noteFailedHandshake(alert) {
			failed = { alert: alert ?? failed?.alert ?? null };
		},
		failedHandshake: () => failed,
		answer: () => answer,
		stray: () => stray,
		wait: (signal) =>
			new Promise((resolve) => {
				const either = AbortSignal.any([signal, arrival.signal]);
				if (either.aborted) {
					resolve();
				}
				either.addEventListener('abort', () => {
					resolve();
				});
			}),
	};
}
