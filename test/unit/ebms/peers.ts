import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer, type ServerOptions } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { spawn } from 'node:child_process';

/** A server on loopback, of the other party. */
export interface Peer {
	readonly port: number;
	readonly url: string;
	/** Of the requests that came in. */
	readonly bodies: readonly string[];
	/** How many connections were made. */
	readonly connections: () => number;
	readonly close: () => Promise<void>;
}

/** What a server answers. */
export type Answer = (request: { readonly body: string }, ...rest: Parameters<RequestListener>) => void;

/** An answer that is always the same. */
export function fixed(
	status: number,
	body: string | Buffer = '',
	headers: Record<string, string> = {},
): Answer {
	return (_, __, response) => {
		response.writeHead(status, headers).end(body);
	};
}

/**
 * Starts a server with TLS.
 *
 * @param onSecure Told of each connection when its handshake is over.
 */
export function securePeer(
	options: ServerOptions,
	answer: Answer,
	onSecure: (socket: Socket) => void = () => undefined,
): Promise<Peer> {
	const bodies: string[] = [];
	const server = createHttpsServer(options, listenerOf(answer, bodies)).on('secureConnection', onSecure);
	return started(server, 'https', bodies);
}

/** Starts a server without TLS. */
export function plainPeer(answer: Answer): Promise<Peer> {
	const bodies: string[] = [];
	return started(createHttpServer(listenerOf(answer, bodies)), 'http', bodies);
}

/** Starts a server that does what it likes with each connection. */
export function rawPeer(scheme: 'http' | 'https', onConnection: (socket: Socket) => void): Promise<Peer> {
	return started(createTcpServer(onConnection), scheme, []);
}

function listenerOf(answer: Answer, bodies: string[]): RequestListener {
	return (request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const body = Buffer.concat(parts).toString('utf8');
			bodies.push(body);
			answer({ body }, request, response);
		});
	};
}

async function started(server: Server, scheme: string, bodies: readonly string[]): Promise<Peer> {
	const sockets = new Set<Socket>();
	let connections = 0;
	server.on('connection', (socket: Socket) => {
		connections++;
		sockets.add(socket);
		socket.on('error', () => undefined);
		socket.once('close', () => sockets.delete(socket));
	});
	server.on('tlsClientError', () => undefined);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		port,
		url: `${scheme}://localhost:${port}/ebms?x=1`,
		bodies,
		connections: () => connections,
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

/** A port on loopback at which nobody listens. */
export async function freePort(): Promise<number> {
	const server = createTcpServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}

/** Starts the TLS server of OpenSSL, which answers nothing of its own. */
export async function opensslPeer(folder: string, ...args: readonly string[]): Promise<Peer> {
	const port = await freePort();
	const child = spawn('openssl', ['s_server', '-accept', `127.0.0.1:${port}`, ...args], {
		cwd: folder,
		stdio: ['pipe', 'pipe', 'ignore'],
	});
	for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
		if (chunk.includes('ACCEPT')) {
			break;
		}
	}
	return {
		port,
		url: `https://localhost:${port}/`,
		bodies: [],
		connections: () => 0,
		close: async () => {
			const closed = once(child, 'close');
			child.kill();
			await closed;
		},
	};
}
