import type { Translate } from '../../text';
import {
	reportHead,
	reportPeer,
	reportRequest,
	reportResponse,
	reportTls,
	type PeerReport,
	type ReportHead,
	type RequestReport,
	type ResponseReport,
	type TlsReport,
} from '../report/exchangeReport';
import type { Timings } from '../transport/phase';
import type { WusAttempt, WusResult } from './checkWus';
import { explainWusOutcome } from './explainWusOutcome';
import type { WusQuestion } from './questions';
import type { WusOutcome } from './wusOutcome';

/** One question and what came of it, to be shown. */
export interface AttemptReport {
	readonly question: WusQuestion;
	readonly summary: string;
	/** `null` when it was not sent. */
	readonly request: (RequestReport & { readonly method: string }) | null;
	readonly response: ResponseReport | null;
	/** Milliseconds. */
	readonly timings: Timings;
	readonly tls: TlsReport | null;
}

/** A check of a web service and what came of it. Nothing in it is secret. */
export interface WusReport extends ReportHead<WusOutcome['kind']> {
	readonly attempts: readonly AttemptReport[];
	readonly peer: PeerReport | null;
}

export function reportWus({ outcome, findings, attempts }: WusResult, t: Translate): WusReport {
	return {
		...reportHead(outcome, explainWusOutcome(outcome, t), findings, t),
		attempts: attempts.map((attempt) => reportAttempt(attempt, t)),
		peer: reportPeer(attempts.at(-1)?.exchange.tls ?? null),
	};
}

function reportAttempt(
	{ question, request, exchange, outcome, trustedBy }: WusAttempt,
	t: Translate,
): AttemptReport {
	const { isSent, response, timings, tls } = exchange;
	return {
		question,
		summary: explainWusOutcome(outcome, t).summary,
		request: isSent ? { method: request.method, ...reportRequest(request) } : null,
		response: response === null ? null : reportResponse(response),
		timings,
		tls: tls === null ? null : reportTls(tls, trustedBy),
	};
}
