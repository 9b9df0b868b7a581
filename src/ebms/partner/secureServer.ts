import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import type { PartnerEntry } from './entry';
import type { PartnerMode } from './modes';
import type { PartnerPki } from './pki/makePki';
import type { PartnerProblem } from './problem';
import { secureContextOf } from './secureContext';

/** The loopback address: nobody else can reach the partner. */
const address = '127.0.0.1';

const limits = {
	/** Milliseconds for the handshake and for the headers of a request. */
	handshakeTimeout: 10_000,
	headersTimeout: 10_000,
	/** Milliseconds for a whole request, which may have 20 MB. */
	requestTimeout: 60_000,
	/** Milliseconds that a connection may be kept without a request: long, so that it does not end while the client sends the next. */
	keepAliveTimeout: 60_000,
	/** Milliseconds between looks at the limits above. */
	connectionsCheckingInterval: 1_000,
	/** Bytes. */
	maxHeaderSize: 16_384,
} as const;

/** Milliseconds without any traffic after which a connection is closed, also when the partner is asked not to answer. */
const idleTimeout = 600_000;
const maxConnections = 200;

/** A server of HTTPS that asks for a client certificate and takes none that it does not know. */
export interface SecureServer {
	readonly server: Server;
	readonly port: number;
	/** Ends with every connection closed. */
	readonly stop: () => Promise<void>;
}

/** @param port 0 for any that is free. */
export async function startSecureServer(
	pki: PartnerPki,
	mode: PartnerMode,
	port: number,
): Promise<SecureServer | { readonly problem: PartnerProblem }> {
	const server = createServer({
		...limits,
		...secureContextOf(pki, mode),
		requestCert: true,
		rejectUnauthorized: true,
		// By default Node refuses a client that offers HTTP/1.0 only, as `curl -0` does.
		ALPNProtocols: ['http/1.1', 'http/1.0'],
	});
	server.maxConnections = maxConnections;
	server.setTimeout(idleTimeout);
	const sockets = keepSockets(server);
	const problem = await listen(server, port);
	if (problem !== undefined) {
		return { problem };
	}
	return {
		server,
		port: (server.address() as AddressInfo).port,
		stop: async () => {
			const closed = once(server, 'close');
			server.close();
			for (const socket of sockets) {
				socket.destroy();
			}
			await closed;
		},
	};
}

function keepSockets(server: Server): ReadonlySet<Socket> {
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	return sockets;
}

async function listen(server: Server, port: number): Promise<PartnerProblem | undefined> {
	const listening = once(server, 'listening');
	server.listen(port, address);
	try {
		await listening;
		return undefined;
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		switch (code) {
			case 'EADDRINUSE':
				return { kind: 'port-in-use', port };
			case 'EACCES':
				return { kind: 'port-forbidden', port };
			default:
				return { kind: 'listening-failed', port, code };
		}
	}
}

type ConnectionEntry = Pick<PartnerEntry & { readonly kind: 'connection' }, 'reason' | 'code'>;

/**
 * Refuses what the parser of HTTP cannot read, or what does not come in time, as Node would do by itself.
 *
 * @returns What it was; `undefined` when the client only hung up.
 */
export function refuseUnreadable(
	{ code = '' }: { readonly code?: string },
	socket: Duplex,
): ConnectionEntry | undefined {
	const isSlow = code === 'ERR_HTTP_REQUEST_TIMEOUT';
	const isUnreadable = code.startsWith('HPE_');
	if (socket.writable && (isSlow || isUnreadable)) {
		socket.write(`HTTP/1.1 ${statusLines.get(code) ?? '400 Bad Request'}\r\nConnection: close\r\n\r\n`);
	}
	socket.destroy();
	return isSlow ? { reason: 'slow', code } : isUnreadable ? { reason: 'http', code } : undefined;
}

/** By the code of the error; any other is a bad request. */
const statusLines: ReadonlyMap<string, string> = new Map([
	['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout'],
	['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
]);

/** Node checks a certificate after the handshake and hangs up; the verdict then stands in the socket. */
export function handshakeFailure(
	{ code = '' }: { readonly code?: string },
	{ authorizationError }: TLSSocket,
): ConnectionEntry {
	if (code.endsWith('PEER_DID_NOT_RETURN_A_CERTIFICATE')) {
		return { reason: 'no-certificate', code };
	}
	// A code, or `null` when nothing is wrong with it, whatever its type says.
	const verdict = authorizationError as unknown;
	return typeof verdict === 'string'
		? { reason: 'untrusted-certificate', code: verdict }
		: { reason: 'handshake', code };
}
