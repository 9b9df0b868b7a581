import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { ProxyFailure, type Fetch } from '../certificates/revocation/fetchBytes';
import { responseTo } from '../certificates/revocation/responseTo';
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
		return url.protocol === 'https:' ? getByTunnel(url, proxy, signal) : getByProxy(url, proxy, signal);
	};
}

/** Asks the proxy for an address of plain HTTP (RFC 9112 §3.2.2). */
async function getByProxy(
	url: URL,
	{ host, port, authorization }: Proxy,
	signal: AbortSignal,
): Promise<Response> {
	const asking = requestPlain({
		host,
		port,
		path: `${url.origin}${url.pathname}${url.search}`,
		headers: { host: url.host, ...(authorization === null ? {} : { 'proxy-authorization': authorization }) },
		agent: false,
		signal,
	});
	return responseTo(asking.end()).catch(() => {
		throw new ProxyFailure();
	});
}

/** Has the proxy connect to the server, and asks that over TLS. */
async function getByTunnel(url: URL, proxy: Proxy, signal: AbortSignal): Promise<Response> {
	const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
	const port = url.port === '' ? 443 : Number(url.port);
	const socket = startSocket(proxy.host, proxy.port);
	try {
		try {
			await connected(socket, proxy.host, () => undefined, signal);
			await tunnel(socket, proxy, { url, isSecure: true, host, port, isAddress: false }, signal);
		} catch {
			throw new ProxyFailure();
		}
		const asking = requestSecure(url, {
			createConnection: () => connectTls({ socket, host, ...(isIP(host) === 0 ? { servername: host } : {}) }),
			signal,
		});
		return await responseTo(asking.end());
	} catch (error) {
		socket.destroy();
		throw error;
	}
}
