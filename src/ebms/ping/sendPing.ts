import type { Finding } from '../../finding';
import type { PongDifference } from '../message/checkPong';
import { createPingHeader } from '../message/createHeader';
import type { MessageHeader } from '../message/message';
import { writeMessage } from '../message/writeMessage';
import { decideOutcome } from '../outcome/decideOutcome';
import type { Outcome } from '../outcome/outcome';
import type { TlsFacts } from '../tls/tlsFacts';
import { exchange } from '../transport/exchange';
import { messageRequest } from '../transport/messageRequest';
import { createStopwatch, type Timings } from '../transport/phase';
import type { HttpRequest, HttpResponse } from '../transport/sendRequest';
import { certificatesOf, serverPathOf } from '../trust/serverPath';
import type { TrustAnchor } from '../trust/trustAnchor';
import { awaitPong } from './awaitPong';
import { createInbox, type Inbox } from './inbox';
import { findObstacle, type SendablePing } from './obstacles';
import type { PingOptions } from './pingOptions';
import { asksSyncReply, type PingRequest } from './pingRequest';
import { startPongListener, type ReceivedMessage } from './pongListener';
import { serverWarnings, warningsBefore } from './warnings';

/** A Ping and all that came of it. */
export interface PingResult {
	readonly outcome: Outcome;
	/** Warnings: what is doubtful about the connection, whatever came of the Ping. */
	readonly findings: readonly Finding[];
	/** What was sent; `null` when nothing was. */
	readonly request: HttpRequest | null;
	/** What came back; not complete when the connection broke. */
	readonly response: HttpResponse | null;
	/** What came to our listener; `null` when nothing did. */
	readonly received: ReceivedMessage | null;
	readonly timings: Timings;
	readonly tls: TlsFacts | null;
	/** The root that made the server trusted; `null` without TLS, and when it was not. */
	readonly trustedBy: TrustAnchor | null;
}

/**
 * Sends one Ping and waits for what comes of it. Never throws for what the configuration or the other side does: that is the outcome. When
 * it returns nothing is left open.
 */
export async function sendPing(request: PingRequest, options: PingOptions): Promise<PingResult> {
	const now = new Date();
	const findings = warningsBefore(request, now);
	const sendable = findObstacle(request, now);
	if ('reason' in sendable) {
		return { ...nothingSent, outcome: { kind: 'not-sent', ...sendable }, findings };
	}
	const { listenAddress, identity } = sendable;
	const ping = createPingHeader(request.target, domainOf(request, sendable), now);
	const inbox = createInbox(ping);
	const listener =
		listenAddress === null
			? null
			: await startPongListener(listenAddress, {
					identity,
					trust: certificatesOf(request.trust),
					onMessage: inbox.put,
					onFailedHandshake: inbox.noteFailedHandshake,
				});
	if (listener !== null && 'fault' in listener) {
		const address = listenAddress?.text ?? '';
		const outcome: Outcome = { kind: 'not-sent', reason: 'listener', address, code: listener.fault };
		return { ...nothingSent, outcome, findings };
	}
	try {
		const result = await sendAndRead(request, sendable, ping, now, options);
		const all = { ...result, findings: [...findings, ...result.findings] };
		if (listener === null || !isWorthWaiting(result.outcome, inbox)) {
			return all;
		}
		const awaited = await awaitPong(inbox, ping, { ...options, timeout: request.timeout });
		if (result.outcome.kind !== 'accepted' && inbox.answer() === undefined) {
			return all;
		}
		return {
			...all,
			outcome: awaited.outcome,
			received: awaited.received,
			timings: { ...all.timings, pong: awaited.milliseconds },
		};
	} finally {
		await listener?.close();
	}
}

/**
 * Whether an answer may still come to the listener, or has come. Not every MSH leaves the response empty when the Pong goes its own way, and
 * some send it before they answer at all.
 */
function isWorthWaiting(outcome: Outcome, inbox: Inbox): boolean {
	switch (outcome.kind) {
		case 'accepted':
			return true;
		case 'unexpected-response':
			return outcome.status >= 200 && outcome.status < 300;
		case 'pong-mismatch':
			return inbox.answer() !== undefined || outcome.differences.some(isAcknowledgment);
		case 'cancelled':
			return false;
		default:
			return inbox.answer() !== undefined;
	}
}

/** A message may be acknowledged in the response, and the Pong go its own way. */
function isAcknowledgment({ part, found }: PongDifference): boolean {
	return part === 'action' && found === 'Acknowledgment';
}

const nothingSent: Omit<PingResult, 'outcome' | 'findings'> = {
	request: null,
	response: null,
	received: null,
	timings: createStopwatch(() => undefined).timings(),
	tls: null,
	trustedBy: null,
};

async function sendAndRead(
	request: PingRequest,
	{ endpoint, identity }: SendablePing,
	ping: MessageHeader,
	now: Date,
	{ signal, onPhase = () => undefined }: PingOptions,
): Promise<PingResult> {
	const { target, trust, proxy, timeout } = request;
	const isSyncRequested = asksSyncReply(request);
	const body = writeMessage(ping, { syncReply: isSyncRequested });
	const httpRequest = messageRequest(endpoint, body);
	const done = await exchange(endpoint, httpRequest, {
		identity,
		trust: certificatesOf(trust),
		proxy,
		timeout: timeout * 1000,
		signal,
		onPhase,
	});
	const [server, ...issuers] = done.tls?.chain ?? [];
	const path = server === undefined ? null : serverPathOf([server, ...issuers], trust);
	return {
		outcome: decideOutcome(done, { ping, target, endpoint, isSyncRequested, timeout }),
		findings: serverWarnings(target, path, now),
		request: done.isSent ? httpRequest : null,
		response: done.response,
		received: null,
		timings: done.timings,
		tls: done.tls,
		// Only over a connection that was verified is anything sent.
		trustedBy: done.isSent ? (path?.anchor ?? null) : null,
	};
}

/** The domain in the MessageId: of our own endpoint, else of our certificate. */
function domainOf({ target: { pongEndpoint } }: PingRequest, { identity }: SendablePing): string {
	const own = pongEndpoint !== null && URL.canParse(pongEndpoint) ? new URL(pongEndpoint).hostname : '';
	const names = identity?.certificate.subjectAlternativeNames ?? [];
	const certified = names.find(({ type, value }) => type === 'dns' && !value.includes('*'))?.value;
	// Reserved by RFC 2606 for names that are nobody's.
	return own === '' ? (certified ?? 'lopende-zaken.invalid') : own;
}
