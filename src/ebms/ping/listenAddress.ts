import { isLoopback } from '../transport/endpoint';

/** Where we listen for a Pong that comes in a request of its own. */
export interface ListenAddress {
	/** As the user wrote it. */
	readonly text: string;
	readonly isSecure: boolean;
	/** Name or address, without the brackets of IPv6. */
	readonly host: string;
	/** 0 for any that is free. */
	readonly port: number;
}

/** Why a text is no address to listen at; `plain-http`: without TLS only this machine itself may be listened at. */
export type ListenFault = 'not-an-address' | 'plain-http';

/** Reads `HOST:PORT`, `[IPV6]:PORT` or, for plain HTTP on loopback, `http://HOST:PORT`. */
export function readListenAddress(text: string): ListenAddress | { readonly fault: ListenFault } {
	const match = /^(?:(https?):\/\/)?(?:\[([0-9A-Fa-f:.]+)\]|([^\s:/[\]]+)):(\d{1,5})\/?$/.exec(text.trim());
	const [, scheme, address, name, digits] = match ?? [];
	const host = address ?? name;
	const port = Number(digits);
	if (host === undefined || port > 65_535) {
		return { fault: 'not-an-address' };
	}
	const isSecure = scheme !== 'http';
	return isSecure || isLoopback(host) ? { text: text.trim(), isSecure, host, port } : { fault: 'plain-http' };
}
