import { isIPv6 } from 'node:net';
import { readEndpoint, type Endpoint, type EndpointFault } from '../../../ebms/transport/endpoint';
import type { Translate } from '../../../text';

/** Reads what people type for a server: `host`, `host:port`, a whole address or an IPv6 address without brackets; the usual port is 443. */
export function readAddress(text: string): Endpoint | { readonly fault: EndpointFault } {
	const trimmed = text.trim();
	if (isIPv6(trimmed)) {
		return readEndpoint(`https://[${trimmed}]`);
	}
	return readEndpoint(/^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
}

/** Why a text is no server to inspect; `null` when it is one. */
export function complainOfAddress(text: string, t: Translate): string | null {
	const endpoint = readAddress(text);
	if (!('fault' in endpoint)) {
		return endpoint.isSecure ? null : t('A server without TLS has no certificate: leave http:// out.');
	}
	switch (endpoint.fault) {
		case 'spaces':
			return t('There is a space in the address.');
		case 'not-a-url':
			return t('This is no name or address of a server, such as ebms.example.nl:443.');
		case 'scheme':
		case 'plain-http':
			return t('A server without TLS has no certificate: leave http:// out.');
		case 'credentials':
			return t('A name or password does not belong in the address.');
	}
}
