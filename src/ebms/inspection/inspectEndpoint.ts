import { once } from 'node:events';
import type { Identity } from '../credentials/readIdentity';
import { failureOutcome } from '../outcome/failureOutcome';
import type { Outcome } from '../outcome/outcome';
import { agreedIn, certificatesIn, tlsFactsOf, type TlsFacts } from '../tls/tlsFacts';
import type { Proxy } from '../transport/connect';
import type { Endpoint } from '../transport/endpoint';
import { openLine } from '../transport/exchange';
import { failureOf } from '../transport/failure';
import { startLimit, type Limit } from '../transport/limit';
import { createStopwatch, type Phase } from '../transport/phase';
import { secured, startPeek, type SecureConnection } from '../transport/secure';

export interface InspectionOptions {
	/** Shown to a server that asks for a certificate; `null` for none. */
	readonly identity: Identity | null;
	readonly proxy: Proxy | null;
	/** For all of it, in ms. */
	readonly timeout: number;
	/** Aborted when the user cancels. */
	readonly signal: AbortSignal;
	readonly onPhase: (phase: Phase) => void;
}

/** What a server says of itself in the handshake of TLS. Plain data. */
export interface EndpointInspection {
	/** `null` when it did not come that far. */
	readonly tls: TlsFacts | null;
	/** Why the handshake was not finished, or not accepted; `null` when all is well. */
	readonly failure: Outcome | null;
}

/** How long a server may take to refuse a certificate after the handshake (TLS 1.3), in ms: a round trip and some work. */
const refusalPatience = 1500;

/**
 * Makes a TLS connection to see what the server says: its chain, the protocol, whether it asks for a certificate. Judges nothing and never
 * sends application data. Never throws for what the other side does; when it returns nothing is left open.
 */
export async function inspectEndpoint(
	endpoint: Endpoint,
	{ identity, proxy, timeout, signal: cancelled, onPhase }: InspectionOptions,
): Promise<EndpointInspection> {
	using limit = startLimit(timeout, cancelled);
	const { signal } = limit;
	const watch = createStopwatch(onPhase);
	const line = openLine(endpoint, proxy);
	let secure: SecureConnection | undefined;
	let facts: TlsFacts | null = null;
	let isAtProxy = proxy !== null;
	try {
		await line.ready(watch.begin, signal);
		isAtProxy = false;
		watch.begin('tls');
		secure = startPeek(line.socket, endpoint, identity);
		await secured(secure, signal);
		facts = factsOf(secure, endpoint, identity, true);
		await waitForRefusal(secure, facts, limit);
		return { tls: facts, failure: null };
	} catch (error) {
		const reached = limit.reached();
		facts ??= secure === undefined ? null : factsOf(secure, endpoint, identity, false);
		const failure = failureOutcome(
			reached === null ? failureOf(error) : { kind: reached },
			{
				timings: watch.timings(),
				phase: watch.current(),
				isSent: false,
				tls: facts,
				response: null,
				failure: null,
				isAtProxy,
			},
			{ endpoint, timeout: timeout / 1000 },
		);
		return { tls: facts, failure };
	} finally {
		watch.stop();
		await line.close();
	}
}

/** @param isAgreed Whether the handshake was finished: only then the connection can be asked. */
function factsOf(
	secure: SecureConnection,
	endpoint: Endpoint,
	identity: Identity | null,
	isAgreed: boolean,
): TlsFacts {
	const facts = tlsFactsOf(secure.handshake(), isAgreed ? agreedIn(secure) : null, {
		serverName: endpoint.isAddress ? null : endpoint.host,
		clientCertificate: identity?.certificate ?? null,
		clientChain: identity?.chain ?? [],
	});
	const raw = isAgreed ? secure.socket.getPeerX509Certificate()?.raw : undefined;
	// Without the secrets of TLS 1.3, the TLS library tells the first certificate only.
	return facts.chain.length > 0 || raw === undefined ? facts : { ...facts, chain: certificatesIn([raw]) };
}

/** With TLS 1.3 a server only refuses a certificate, or the lack of one, after the client thinks that the handshake is over. */
async function waitForRefusal(
	{ socket }: SecureConnection,
	{ protocol, clientCertificateRequested }: TlsFacts,
	outer: Limit,
): Promise<void> {
	if (protocol !== 'TLSv1.3' || clientCertificateRequested === false) {
		return;
	}
	using patience = startLimit(refusalPatience, outer.signal);
	socket.resume();
	try {
		await once(socket, 'close', { signal: patience.signal });
	} catch (error) {
		if (patience.reached() === 'timeout') {
			return;
		}
		throw error;
	}
	throw new HungUp();
}

/** Some servers refuse without a word. */
class HungUp extends Error {
	readonly code = 'ECONNRESET';
}
