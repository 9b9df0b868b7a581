import { isIP } from 'node:net';
import type { Span } from '../finding';

/** What is wrong with an endpoint; `part` are offsets in the address. */
export type EndpointFault =
	| { readonly kind: 'unreadable' | 'scheme'; readonly part: Span }
	| { readonly kind: 'port'; readonly port: string; readonly part: Span }
	| {
			readonly kind: 'local';
			readonly reason: 'address' | 'name';
			readonly host: string;
			readonly part: Span;
	  };

/** Names that only exist in one network, or nowhere: RFC 6761, RFC 6762, and what networks use by habit. */
const localDomains: ReadonlySet<string> = new Set([
	'corp',
	'home',
	'home.arpa',
	'internal',
	'intern',
	'intranet',
	'invalid',
	'lan',
	'local',
	'localdomain',
	'localhost',
	'private',
	'test',
]);

/** Scheme, user and host as they are written; the port when there is one. */
const address = /^([a-z][a-z\d+.-]*):\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)(?::(\d*))?/di;

/** Judges the address at which others reach an ebMS adapter. */
export function checkEndpoint(value: string): readonly EndpointFault[] {
	const whole = { start: 0, end: value.length };
	const indices = address.exec(value)?.indices;
	const [, schemePart, hostPart, portPart] = indices ?? [];
	if (schemePart === undefined || hostPart === undefined || !URL.canParse(value)) {
		return [{ kind: 'unreadable', part: whole }];
	}
	const spanOf = ([start, end]: [number, number]): Span => ({ start, end });
	const faults: EndpointFault[] = [];
	const scheme = value.slice(...schemePart).toLowerCase();
	if (scheme !== 'https') {
		faults.push({ kind: 'scheme', part: spanOf(schemePart) });
	}
	const host = value.slice(...hostPart);
	const reason = whyLocal(host);
	if (reason !== undefined) {
		faults.push({ kind: 'local', reason, host, part: spanOf(hostPart) });
	}
	const port = portPart === undefined ? '' : value.slice(...portPart);
	// Port 80 goes with http and leaves together with it.
	if (
		portPart !== undefined &&
		port !== '' &&
		Number(port) !== 443 &&
		!(scheme === 'http' && Number(port) === 80)
	) {
		faults.push({ kind: 'port', port, part: spanOf(portPart) });
	}
	return faults;
}

/** The host of an address with which nothing is wrong but, maybe, its port; `null` for others. */
export function clearHost(value: string): string | null {
	const isClear = checkEndpoint(value).every(({ kind }) => kind === 'port');
	return isClear ? new URL(value).hostname : null;
}

function whyLocal(host: string): 'address' | 'name' | undefined {
	if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) {
		return 'address';
	}
	const labels = host.toLowerCase().replace(/\.$/, '').split('.');
	const isLocal =
		labels.length === 1 ||
		localDomains.has(labels.slice(-1).join('.')) ||
		localDomains.has(labels.slice(-2).join('.'));
	return isLocal ? 'name' : undefined;
}
