import { once } from 'node:events';
import {
	createServer as createHttpServer,
	type IncomingMessage,
	type Server,
	type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Certificate } from '../../certificates/certificate';
import { toPem } from '../../certificates/exportCertificate';
import type { Identity } from '../credentials/readIdentity';
import { rootPartOf } from '../message/multipart';
import { readMessage, type ReadMessage } from '../message/readMessage';
import { readTlsError } from '../tls/tlsErrors';
import { maxResponse } from '../transport/sendRequest';
import type { ListenAddress } from './listenAddress';

/** A message that came to our listener. */
export interface ReceivedMessage {
	readonly message: ReadMessage & { readonly kind: 'message' };
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
	/** Whether the sender showed a certificate that we trust; `null` without TLS. */
	readonly isSenderKnown: boolean | null;
}

export interface PongListener {
	readonly port: number;
	/** Ends with everything closed. */
	readonly close: () => Promise<void>;
}

export interface ListenerOptions {
	/** The certificate and key of the server: those that we send with, as the endpoint of a real sender has them. */
	readonly identity: Identity | null;
	/** From whom certificates are known. */
	readonly trust: readonly Certificate[];
	readonly onMessage: (received: ReceivedMessage) => void;
	/** Somebody connected and the TLS handshake failed. `alert`: with which they broke off; `null` when they did not say. */
	readonly onFailedHandshake: (alert: number | null) => void;
}

/** Milliseconds in which a request must have come in: a peer that sends one byte a second is cut off. */
const requestPatience = 10_000;

/**
 * Listens for messages of ebMS. Whoever sends is asked for a certificate but not refused without: that a message is an answer is told
 * by the id of our own message in it, which nobody else can know.
 *
 * @returns The listener, or the system's name of the error for which it cannot listen there.
 */
export async function startPongListener(
	{ host, port, isSecure }: ListenAddress,
	options: ListenerOptions,
): Promise<PongListener | { readonly fault: string }> {
	const { identity } = options;
	if (isSecure && identity === null) {
		return { fault: 'no-certificate' };
	}
	const server = isSecure && identity !== null ? secureServer(identity, options.trust) : createHttpServer();
	server.requestTimeout = requestPatience;
	server.headersTimeout = requestPatience;
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	server.on('tlsClientError', ({ code, message }: NodeJS.ErrnoException) => {
		const error = readTlsError({ code, message });
		options.onFailedHandshake(error?.kind === 'alert' ? error.alert : null);
	});
	server.on('request', (request, response) => {
		void receive(request, response, isSecure, options.onMessage);
	});
	const fault = await listen(server, host, port);
	if (fault !== undefined) {
		return { fault };
	}
	const address = server.address();
	return {
		port: typeof address === 'object' && address !== null ? address.port : port,
		close: async () => {
			const closed = once(server, 'close');
			server.close();
			for (const socket of sockets) {
				socket.destroy();
			}
			await closed;
		},
	};
}

function secureServer(identity: Identity, trust: readonly Certificate[]): Server {
	return createHttpsServer({
		minVersion: 'TLSv1.2',
		cert: identity.chain.map(toPem).join(''),
		key: identity.privateKey.export({ type: 'pkcs8', format: 'pem' }),
		ca: trust.map(toPem),
		requestCert: true,
		rejectUnauthorized: false,
		handshakeTimeout: requestPatience,
	});
}

async function listen(server: Server, host: string, port: number): Promise<string | undefined> {
	const listening = once(server, 'listening');
	server.listen(port, host);
	try {
		await listening;
		return undefined;
	} catch (error) {
		return error instanceof Error && 'code' in error ? String(error.code) : String(error);
	}
}

async function receive(
	request: IncomingMessage,
	response: ServerResponse,
	isSecure: boolean,
	onMessage: ListenerOptions['onMessage'],
): Promise<void> {
	if (request.method !== 'POST') {
		answer(response, 405);
		return;
	}
	const body = await bodyOf(request);
	if (body === undefined) {
		answer(response, 413);
		return;
	}
	const part = rootPartOf(request.headers['content-type'] ?? '', body);
	const message = part === undefined ? undefined : readMessage(part.body);
	if (message?.kind !== 'message') {
		answer(response, 400);
		return;
	}
	const isSenderKnown = isSecure ? isAuthorized(request) : null;
	const received = { message, headers: headersOf(request), body, isSenderKnown };
	// Told when the answer is out, as the listener may be closed at once.
	answer(response, 204, () => {
		onMessage(received);
	});
}

function answer(response: ServerResponse, status: number, onSent: () => void = () => undefined): void {
	response.writeHead(status, { connection: 'close' });
	response.end(onSent);
}

/** `undefined` when it is too large, or broke off. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
	const parts: Buffer[] = [];
	let length = 0;
	try {
		for await (const chunk of request as AsyncIterable<Buffer>) {
			length += chunk.length;
			if (length > maxResponse) {
				return undefined;
			}
			parts.push(chunk);
		}
	} catch {
		return undefined;
	}
	return Buffer.concat(parts);
}

function headersOf({ headers }: IncomingMessage): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value ?? '')]));
}

function isAuthorized({ socket }: IncomingMessage): boolean {
	return (socket as Partial<TLSSocket>).authorized === true;
}
