import { once } from 'node:events';
import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { ProxyFailure, type Fetch } from '../certificates/revocation/fetchBytes';
import { connected, startSocket, tunnel, type Proxy } from '../ebms/transport/connect';
import { readProxy } from '../ebms/transport/readProxy';
import { environmentProxy } from './environmentProxy';

/** `fetch` by the proxy of the environment: that of Node 20 does not follow it, and of later versions only when told to. */
export function environmentFetch(env: Readonly<Record<string, string | undefined>>): Fetch {
	return async (url, options) => {
		const named = environmentProxy(url, env);
		if (named === undefined) {
			return fetch(url, options);
		}
		const proxy = readProxy(/^[a-z][a-z\d+.-]*:\/\//i.test(named) ? named : `http://${named}`);
		if (proxy === undefined) {
			throw new ProxyFailure();
		}
		const { signal } = options;
		return toResponse(
			url.protocol === 'https:'
				? await getByTunnel(url, proxy, signal)
				: await getByProxy(url, proxy, signal),
		);
	};
}

/** Asks the proxy for an address of plain HTTP (RFC 9112 §3.2.2). */
async function getByProxy(
	url: URL,
	{ host, port, authorization }: Proxy,
	signal: AbortSignal,
): Promise<IncomingMessage> {
	const asking = requestPlain({
		host,
		port,
		path: `${url.origin}${url.pathname}${url.search}`,
		headers: { host: url.host, ...(authorization === null ? {} : { 'proxy-authorization': authorization }) },
		agent: false,
		signal,
	});
	return answerTo(asking.end()).catch(() => {
		throw new ProxyFailure();
	});
}

/** Has the proxy connect to the server, and asks that over TLS. */
async function getByTunnel(url: URL, proxy: Proxy, signal: AbortSignal): Promise<IncomingMessage> {
	const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
	const port = url.port === '' ? 443 : Number(url.port);
	const socket = startSocket(proxy.host, proxy.port);
	try {
		try {
			await connected(socket, () => undefined, signal);
			await tunnel(socket, proxy, { url, isSecure: true, host, port, isAddress: false }, signal);
		} catch {
			throw new ProxyFailure();
		}
		const asking = requestSecure(url, {
			createConnection: () => connectTls({ socket, host, ...(isIP(host) === 0 ? { servername: host } : {}) }),
			signal,
		});
		return await answerTo(asking.end());
	} catch (error) {
		socket.destroy();
		throw error;
	}
}

async function answerTo(asking: ReturnType<typeof requestPlain>): Promise<IncomingMessage> {
	const [message] = (await once(asking, 'response')) as [IncomingMessage];
	return message;
}

/** Answers of these statuses have no body (Fetch standard, null body status). */
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

function toResponse(message: IncomingMessage): Response {
	const status = message.statusCode ?? 0;
	const { location } = message.headers;
	const headers = location === undefined ? {} : { location };
	if (withoutBody.has(status)) {
		message.resume();
		return new Response(null, { status, headers });
	}
	return new Response(Readable.toWeb(message), { status, headers });
}
