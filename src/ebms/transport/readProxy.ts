import type { Proxy } from './connect';

/** Reads the URL of a proxy; `undefined` when it is none that we can use: only `http:` is. */
export function readProxy(text: string): Proxy | undefined {
	if (!URL.canParse(text)) {
		return undefined;
	}
	const { protocol, hostname, port, username, password } = new URL(text);
	const secret = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
	return protocol !== 'http:' || hostname === ''
		? undefined
		: {
				host: hostname.replace(/^\[(.*)\]$/, '$1'),
				port: port === '' ? 80 : Number(port),
				authorization: username === '' ? null : `Basic ${Buffer.from(secret).toString('base64')}`,
			};
}

/** The same URL without name and password, to be shown. */
export function withoutPassword(url: string): string {
	return url.replace(/\/\/[^@/]*@/, '//');
}
