import { isIP } from 'node:net';

/** Where a request goes. */
export interface Endpoint {
	readonly url: URL;
	readonly isSecure: boolean;
	/** Name or address, without the brackets of IPv6. */
	readonly host: string;
	readonly port: number;
	readonly isAddress: boolean;
}

/**
 * Why a text is no endpoint.
 * - `spaces`: it has white space in it.
 * - `not-a-url`: it is no absolute URL.
 * - `scheme`: neither `https:` nor `http:`.
 * - `plain-http`: `http:` to another machine.
 * - `credentials`: a name or password stands in it, which Digikoppeling does not use.
 */
export type EndpointFault = 'spaces' | 'not-a-url' | 'scheme' | 'plain-http' | 'credentials';

/** Reads the URL of an endpoint. White space around it is no part of it. `http:` is only for this machine itself. */
export function readEndpoint(text: string): Endpoint | { readonly fault: EndpointFault } {
	const trimmed = text.trim();
	if (/\s/.test(trimmed)) {
		return { fault: 'spaces' };
	}
	if (!URL.canParse(trimmed)) {
		return { fault: 'not-a-url' };
	}
	const url = new URL(trimmed);
	const isSecure = url.protocol === 'https:';
	const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
	if ((!isSecure && url.protocol !== 'http:') || host === '') {
		return { fault: 'scheme' };
	}
	if (url.username !== '' || url.password !== '') {
		return { fault: 'credentials' };
	}
	if (!isSecure && !isLoopback(host)) {
		return { fault: 'plain-http' };
	}
	const port = url.port === '' ? (isSecure ? 443 : 80) : Number(url.port);
	return { url, isSecure, host, port, isAddress: isIP(host) !== 0 };
}

/** Whether a host is this machine itself: by name (RFC 6761 §6.3: also what is below it), or an address in 127.0.0.0/8 or ::1. */
export function isLoopback(host: string): boolean {
	return (
		/(^|\.)localhost\.?$/i.test(host) ||
		(isIP(host) === 4 && host.startsWith('127.')) ||
		host === '::1' ||
		host.toLowerCase().startsWith('::ffff:127.')
	);
}

/** The same endpoint but for how it is written: case of the host, default port, an empty path. */
export function isSameEndpoint(a: string, b: string): boolean {
	const [first, second] = [a, b].map((text) =>
		URL.canParse(text.trim()) ? new URL(text.trim()).href : text,
	);
	return first === second;
}
