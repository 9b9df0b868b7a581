import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect, isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Endpoint } from './endpoint';
import { ProxyRefusal } from './failure';

/** A proxy that connects on request (HTTP CONNECT, RFC 9110 §9.3.6). */
export interface Proxy {
	readonly host: string;
	readonly port: number;
	/** The value of Proxy-Authorization; never shown or kept. */
	readonly authorization: string | null;
}

/** How long one address of a host with several may take before the next is tried too, in ms; Node's own quarter second is too short. */
const addressPatience = 1000;

/** Begins to connect. The socket has a listener for errors, so that one that comes when nobody waits does no harm. */
export function startSocket(host: string, port: number): Socket {
	const socket = connect({
		host,
		port,
		noDelay: true,
		autoSelectFamily: true,
		autoSelectFamilyAttemptTimeout: addressPatience,
	});
	return socket.on('error', () => undefined);
}

/** Waits until a socket to a host is connected. Of an address nothing has to be looked up. */
export async function connected(
	socket: Socket,
	host: string,
	onPhase: (phase: 'lookup' | 'connect') => void,
	signal: AbortSignal,
): Promise<void> {
	const begin = (): void => {
		onPhase('connect');
	};
	if (isIP(host) === 0) {
		onPhase('lookup');
		socket.once('lookup', begin);
	} else {
		begin();
	}
	try {
		await once(socket, 'connect', { signal });
	} finally {
		socket.off('lookup', begin);
	}
}

/**
 * Has a proxy connect its socket to an endpoint.
 *
 * @throws ProxyRefusal When it does not.
 */
export async function tunnel(
	socket: Socket,
	proxy: Proxy,
	{ host, port }: Endpoint,
	signal: AbortSignal,
): Promise<void> {
	const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
	const connecting = request({
		method: 'CONNECT',
		path: authority,
		headers: {
			host: authority,
			...(proxy.authorization === null ? {} : { 'proxy-authorization': proxy.authorization }),
		},
		createConnection: () => socket,
		signal,
	});
	connecting.end();
	const [response, stream, head] = (await once(connecting, 'connect', { signal })) as [
		Pick<IncomingMessage, 'statusCode' | 'headers'>,
		Duplex,
		Buffer,
	];
	const status = response.statusCode ?? 0;
	if (status < 200 || status > 299) {
		throw new ProxyRefusal(status, response.headers['proxy-authenticate']?.toString());
	}
	stream.unshift(head);
}
