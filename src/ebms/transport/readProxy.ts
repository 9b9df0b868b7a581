import type { Proxy } from './connect';

/** Reads the URL of a proxy; `undefined` when it is none that we can use: only `http:` is. */
export function readProxy(text: string): Proxy | undefined {
	if (!URL.canParse(text)) {
		return undefined;
	}
	const { protocol, hostname, port, username, password } = new URL(text);
	const secret = `${decoded(username)}:${decoded(password)}`;
	return protocol !== 'http:' || hostname === ''
		? undefined
		: {
				host: hostname.replace(/^\[(.*)\]$/, '$1'),
				port: port === '' ? 80 : Number(port),
				authorization: username === '' ? null : `Basic ${Buffer.from(secret).toString('base64')}`,
			};
}

/** A name or password with a percent sign of its own in it, which many write as it is, stays as it was written. */
function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** The same URL without name and password, to be shown. A password may have an at sign or a slash in it, or make that it is no URL at all. */
export function withoutPassword(url: string): string {
	return url.replace(/\/\/.*@/, '//');
}
