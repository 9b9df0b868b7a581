import type { Identity } from '../credentials/readIdentity';
import type { NotSentReason } from '../outcome/outcome';
import { readEndpoint, type Endpoint } from '../transport/endpoint';
import { isUsable } from '../transport/secure';
import { readListenAddress, type ListenAddress } from './listenAddress';
import type { PingRequest } from './pingRequest';

/** A request that can be sent. */
export interface SendablePing {
	readonly endpoint: Endpoint;
	readonly identity: Identity | null;
	readonly listenAddress: ListenAddress | null;
}

/** Looks for what makes it of no use to send a Ping, before anything goes over the line. */
export function findObstacle(request: PingRequest, now: Date): SendablePing | NotSentReason {
	const { target, identity, trust, listen } = request;
	const endpoint = readEndpoint(target.url);
	if ('fault' in endpoint) {
		return { reason: 'endpoint', fault: endpoint.fault, url: target.url };
	}
	const values = [
		['from', target.from.value],
		['to', target.to.value],
		['cpa-id', target.cpaId],
	] as const;
	for (const [name, value] of values) {
		const fault = value.trim() === '' ? 'empty' : isXmlText(value) ? undefined : 'characters';
		if (fault !== undefined) {
			return { reason: 'value', name, fault };
		}
	}
	if (identity !== null && 'fault' in identity) {
		return { reason: 'identity', fault: identity.fault };
	}
	if (identity !== null && (identity.certificate.notAfter < now || identity.certificate.notBefore > now)) {
		const { certificate } = identity;
		const fault = certificate.notAfter < now ? 'expired' : 'not-yet-valid';
		return { reason: 'client-certificate', fault, certificate };
	}
	if (identity !== null && !isUsable(identity)) {
		return { reason: 'identity', fault: 'too-weak' };
	}
	if (endpoint.isSecure && trust.length === 0) {
		return { reason: 'no-trust' };
	}
	const listenAddress = listen === null ? null : readListenAddress(listen);
	return listenAddress !== null && 'fault' in listenAddress
		? { reason: 'listener', address: listen ?? '', code: listenAddress.fault }
		: { endpoint, identity, listenAddress };
}

/** Whether XML 1.0 can have these characters (§2.2). */
function isXmlText(value: string): boolean {
	return /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(value);
}
