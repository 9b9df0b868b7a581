import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** A real proxy on loopback. */
export interface TestProxy {
	readonly url: string;
	/** What it was asked for: `GET http://host/path` or `CONNECT host:port`. */
	readonly requests: readonly string[];
	readonly close: () => Promise<void>;
}

export interface TestProxyOptions {
	/** What there is behind it over plain HTTP, by address. */
	readonly pages?: Readonly<Record<string, Uint8Array>>;
	/** The port on this machine to which all its tunnels lead; without one it refuses to make any. */
	readonly tunnelTo?: number;
	/** The name and password, with a colon between, that it wants. */
	readonly credentials?: string;
}

export async function startProxy({ pages, tunnelTo, credentials }: TestProxyOptions): Promise<TestProxy> {
	const requests: string[] = [];
	const sockets = new Set<Socket>();
	const isWelcome = (given: string | undefined): boolean =>
		credentials === undefined || given === `Basic ${Buffer.from(credentials).toString('base64')}`;
	const server = createServer((request, response) => {
		const { method = '', url = '', headers } = request;
		requests.push(`${method} ${url}`);
		const page = pages?.[url];
		if (isWelcome(headers['proxy-authorization'])) {
			response.writeHead(page === undefined ? 404 : 200).end(page);
		} else {
			response.writeHead(407, { 'proxy-authenticate': 'Basic realm="proxy"' }).end();
		}
	});
	server.on('connect', ({ url = '', headers }, client: Socket) => {
		requests.push(`CONNECT ${url}`);
		if (tunnelTo === undefined || !isWelcome(headers['proxy-authorization'])) {
			client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
			return;
		}
		const onward = connect(tunnelTo, '127.0.0.1', () => {
			client.write('HTTP/1.1 200 Connection established\r\n\r\n');
			client.pipe(onward).pipe(client);
		});
		sockets.add(onward);
		client.on('error', () => onward.destroy());
		onward.on('error', () => client.destroy());
	});
	server.on('connection', (socket: Socket) => sockets.add(socket));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const address = `127.0.0.1:${port}`;
	return {
		url: `http://${credentials === undefined ? '' : `${credentials}@`}${address}`,
		requests,
		close: async () => {
			sockets.forEach((socket) => socket.destroy());
			server.close();
			await once(server, 'close');
		},
	};
}
