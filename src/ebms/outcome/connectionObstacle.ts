import type { Identity, IdentityFault } from '../credentials/readIdentity';
import { readEndpoint, type Endpoint } from '../transport/endpoint';
import { isUsable } from '../transport/secure';
import type { TrustAnchor } from '../trust/trustAnchor';
import type { NotSentReason } from './outcome';

/** Where a request goes and with what. */
export interface ConnectionRequest {
	/** As the user wrote it: it may be no URL at all. */
	readonly url: string;
	/** Our certificate with its key, why it cannot be used, or `null` when none was configured. */
	readonly identity: Identity | { readonly fault: IdentityFault } | null;
	/** The only certificates that the server's may lead to. */
	readonly trust: readonly TrustAnchor[];
}

/** A connection that can be tried. */
export interface UsableConnection {
	readonly endpoint: Endpoint;
	readonly identity: Identity | null;
}

/** Looks for what makes it of no use to connect, before anything goes over the line. */
export function findConnectionObstacle(
	{ url, identity, trust }: ConnectionRequest,
	now: Date,
): UsableConnection | NotSentReason {
	const endpoint = readEndpoint(url);
	if ('fault' in endpoint) {
		return { reason: 'endpoint', fault: endpoint.fault, url };
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
	return endpoint.isSecure && trust.length === 0 ? { reason: 'no-trust' } : { endpoint, identity };
}
