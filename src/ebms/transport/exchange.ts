import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { agreedIn, certificatesIn, tlsFactsOf, type AgreedTls, type TlsFacts } from '../tls/tlsFacts';
import { connected, startSocket, tunnel, type Proxy } from './connect';
import type { Endpoint } from './endpoint';
import { failureOf, type Failure } from './failure';
import { startLimit, type Limit } from './limit';
import { createStopwatch, type Phase, type Timings } from './phase';
import { sendRequest, type HttpRequest, type HttpResponse } from './sendRequest';
import { secured, startPeek, startTls, type Credentials, type SecureConnection } from './secure';

export interface ExchangeOptions extends Credentials {
	readonly proxy: Proxy | null;
	/** For all of it, in ms. */
	readonly timeout: number;
	/** Aborted when the user cancels. */
	readonly signal: AbortSignal;
	readonly onPhase: (phase: Phase) => void;
}

/** One request and what came of it. */
export interface Exchange {
	readonly timings: Timings;
	/** The phase in which it ended. */
	readonly phase: Phase;
	/** Whether any of the request was sent. */
	readonly isSent: boolean;
	/** `null` without TLS, and when it did not come that far. */
	readonly tls: TlsFacts | null;
	/** `null` when none came; not complete when there also is a failure. */
	readonly response: HttpResponse | null;
	/** `null` when the response was read. */
	readonly failure: Failure | null;
	/** Whether it was the proxy that could not be reached or refused. */
	readonly isAtProxy: boolean;
}

/** The most that a second look at a server may take, in ms: a server that refuses a certificate says so within a round trip. */
const peekPatience = 1500;

/**
 * Sends a request over a connection of its own and reads the response. Never throws for what the other side does; when it returns nothing
 * is left open.
 */
export async function exchange(
	endpoint: Endpoint,
	request: HttpRequest,
	options: ExchangeOptions,
): Promise<Exchange> {
	using limit = startLimit(options.timeout, options.signal);
	const { signal } = limit;
	const watch = createStopwatch(options.onPhase);
	// Plain HTTP is for this machine itself, where a proxy would be another machine.
	const proxy = endpoint.isSecure ? options.proxy : null;
	const line = openLine(endpoint, proxy);
	let response: HttpResponse | null = null;
	let secure: SecureConnection | undefined;
	let agreed: AgreedTls | null = null;
	let isSent = false;
	let isAtProxy = proxy !== null;
	let failure: Failure | null = null;
	try {
		await line.ready(watch.begin, signal);
		isAtProxy = false;
		let stream: Duplex = line.socket;
		if (endpoint.isSecure) {
			watch.begin('tls');
			secure = startTls(line.socket, endpoint, options);
			await secured(secure, signal);
			agreed = agreedIn(secure);
			stream = secure.socket;
		}
		watch.begin('request');
		isSent = true;
		const progress = {
			onSent: () => {
				watch.begin('response');
			},
			onResponse: (received: HttpResponse) => {
				response = received;
			},
		};
		await sendRequest(stream, endpoint, request, progress, signal);
		const reached = limit.reached();
		// A body without a length ends with the connection, also when it was we who ended that.
		if (reached !== null) {
			failure = { kind: reached };
			response = cutOff(response);
		}
	} catch (error) {
		const reached = limit.reached();
		failure = reached === null ? failureOf(error) : { kind: reached };
	} finally {
		watch.stop();
		await line.close();
	}
	const tls =
		secure === undefined
			? null
			: tlsFactsOf(secure.handshake(), agreed, {
					serverName: endpoint.isAddress ? null : endpoint.host,
					clientCertificate: options.identity?.certificate ?? null,
					clientChain: options.identity?.chain ?? [],
				});
	const first: Exchange = {
		timings: watch.timings(),
		phase: watch.current(),
		isSent,
		tls,
		response,
		failure,
		isAtProxy,
	};
	return await lookAgain(endpoint, first, options, limit);
}

function cutOff(response: HttpResponse | null): HttpResponse | null {
	return response === null ? null : { ...response, state: 'cut' };
}

/** A socket on its way to an endpoint. */
interface Line {
	readonly socket: Socket;
	/** Waits until the endpoint is at the other end. */
	readonly ready: (onPhase: (phase: 'lookup' | 'connect') => void, signal: AbortSignal) => Promise<void>;
	readonly close: () => Promise<void>;
}

/** Begins to connect. The line has to be closed. */
export function openLine(endpoint: Endpoint, proxy: Proxy | null): Line {
	const { host, port } = proxy ?? endpoint;
	const socket = startSocket(host, port);
	return {
		socket,
		ready: async (onPhase, signal) => {
			await connected(socket, host, onPhase, signal);
			if (proxy !== null) {
				await tunnel(socket, proxy, endpoint, signal);
			}
		},
		close: async () => {
			if (!socket.closed) {
				const closed = once(socket, 'close');
				socket.destroy();
				await closed;
			}
		},
	};
}

/**
 * After a failure that does not tell enough, looks at the server once more, without sending a request: at its certificate when that was
 * refused and could not be seen, and at what it says to ours, or to none, when it only hung up (what it said can be lost when it hangs up on us while
 * we send).
 */
async function lookAgain(
	endpoint: Endpoint,
	first: Exchange,
	options: ExchangeOptions,
	limit: Limit,
): Promise<Exchange> {
	const { tls, failure } = first;
	if (tls === null || failure === null || limit.reached() !== null) {
		return first;
	}
	const isUnseen = failure.kind === 'tls' && tls.chain.length === 0 && isAboutServer(failure);
	const isHungUp =
		failure.kind === 'system' &&
		first.response === null &&
		tls.clientCertificateRequested !== false &&
		tls.protocol === 'TLSv1.3';
	if (isUnseen) {
		const { chain } = await peek(endpoint, options, limit, {
			startSecure: (socket) => startPeek(socket, endpoint),
			isOver: 'secured',
		});
		return { ...first, tls: { ...tls, chain } };
	}
	if (isHungUp) {
		const { failure: told } = await peek(endpoint, options, limit, {
			startSecure: (socket) => startTls(socket, endpoint, options),
			isOver: 'closed',
		});
		return told?.kind === 'tls' ? { ...first, failure: told } : first;
	}
	return first;
}

function isAboutServer({ error }: Failure & { readonly kind: 'tls' }): boolean {
	return error.kind === 'untrusted' || error.kind === 'validity' || error.kind === 'host-mismatch';
}

interface PeekOptions {
	readonly startSecure: (socket: Socket) => SecureConnection;
	/** When there is nothing more to see. */
	readonly isOver: 'secured' | 'closed';
}

interface Peeked {
	readonly chain: TlsFacts['chain'];
	readonly failure: Failure | null;
}

/** Makes a connection over which nothing is sent but the handshake. */
async function peek(
	endpoint: Endpoint,
	{ proxy, signal: cancelled }: ExchangeOptions,
	outer: Limit,
	{ startSecure, isOver }: PeekOptions,
): Promise<Peeked> {
	using limit = startLimit(peekPatience, AbortSignal.any([cancelled, outer.signal]));
	const { signal } = limit;
	const line = openLine(endpoint, proxy);
	let chain: TlsFacts['chain'] = [];
	try {
		await line.ready(() => undefined, signal);
		const secure = startSecure(line.socket);
		await secured(secure, signal);
		const raw = secure.socket.getPeerX509Certificate()?.raw;
		chain = certificatesIn(secure.handshake().chain ?? (raw === undefined ? [] : [raw]));
		if (isOver === 'closed') {
			secure.socket.resume();
			await once(secure.socket, 'close', { signal });
		}
		return { chain, failure: null };
	} catch (error) {
		return { chain, failure: limit.reached() === null ? failureOf(error) : null };
	} finally {
		await line.close();
	}
}
