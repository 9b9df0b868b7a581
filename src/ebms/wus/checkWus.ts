import { setTimeout as pause } from 'node:timers/promises';
import type { Finding } from '../../finding';
import type { ConnectionEnvironment } from '../connection';
import { findConnectionObstacle, type ConnectionRequest } from '../outcome/connectionObstacle';
import { connectionWarnings, serverConnectionWarnings } from '../report/connectionWarnings';
import type { Proxy } from '../transport/connect';
import { exchange, type Exchange } from '../transport/exchange';
import type { Phase } from '../transport/phase';
import type { HttpRequest } from '../transport/sendRequest';
import { certificatesOf, serverPathOf, type ServerPath } from '../trust/serverPath';
import type { TrustAnchor } from '../trust/trustAnchor';
import { requestFor, wusQuestions, type WusQuestion } from './questions';
import { decideWusOutcome, isWorthAsking, type WusOutcome } from './wusOutcome';

/** All that is needed to check the connection with a web service. */
export interface WusRequest extends ConnectionRequest {
	readonly proxy: Proxy | null;
	/** How long the answer to a question may take, in seconds. */
	readonly timeout: number;
	/** `null` when nobody said. */
	readonly environment: ConnectionEnvironment | null;
}

export interface WusOptions {
	/** Aborted when the user cancels. */
	readonly signal: AbortSignal;
	/** Told of each phase as it begins. */
	readonly onPhase?: (phase: Phase, question: WusQuestion) => void;
	/** Milliseconds between two questions; a second when not given, as a check is no load. */
	readonly leastPause?: number;
}

/** One question and what came of it. */
export interface WusAttempt {
	readonly question: WusQuestion;
	readonly request: HttpRequest;
	readonly exchange: Exchange;
	readonly outcome: WusOutcome;
	/** The root that made the server trusted; `null` without TLS, and when it was not. */
	readonly trustedBy: TrustAnchor | null;
}

export interface WusResult {
	/** That of the last attempt. */
	readonly outcome: WusOutcome;
	/** Warnings: what is doubtful about the connection, whatever came of it. */
	readonly findings: readonly Finding[];
	/** Empty when nothing was tried. */
	readonly attempts: readonly WusAttempt[];
}

/**
 * Sees whether a web service answers (manual §4.3.9): asks for its WSDL and, when none comes, something that no service can act on. Never
 * throws for what the configuration or the other side does: that is the outcome. When it returns nothing is left open.
 */
export async function checkWus(request: WusRequest, options: WusOptions): Promise<WusResult> {
	const now = new Date();
	const findings = connectionWarnings(request, now);
	const usable = findConnectionObstacle(request, now);
	if ('reason' in usable) {
		return { outcome: { kind: 'not-sent', ...usable }, findings, attempts: [] };
	}
	const { endpoint, identity } = usable;
	const { trust, proxy, timeout, environment } = request;
	const { signal, onPhase = () => undefined, leastPause = 1000 } = options;
	const attempts: WusAttempt[] = [];
	let path: ServerPath | null = null;
	let outcome: WusOutcome = { kind: 'cancelled', phase: 'lookup' };
	for (const question of wusQuestions) {
		if (attempts.length > 0) {
			await pause(leastPause, undefined, { signal }).catch(() => undefined);
		}
		const httpRequest = requestFor(question, endpoint);
		const done = await exchange(endpoint, httpRequest, {
			identity,
			trust: certificatesOf(trust),
			proxy,
			timeout: timeout * 1000,
			signal,
			onPhase: (phase) => {
				onPhase(phase, question);
			},
		});
		outcome = decideWusOutcome(done, { endpoint, timeout });
		const [server, ...issuers] = done.tls?.chain ?? [];
		path = server === undefined ? path : serverPathOf([server, ...issuers], trust);
		// Only over a connection that was verified is anything sent.
		const trustedBy = done.isSent ? (path?.anchor ?? null) : null;
		attempts.push({ question, request: httpRequest, exchange: done, outcome, trustedBy });
		if (!isWorthAsking(outcome)) {
			break;
		}
	}
	const serverFindings = path === null ? [] : serverConnectionWarnings(path, environment, now);
	return { outcome, findings: [...findings, ...serverFindings], attempts };
}
