import type { Translate } from '../../text';
import type { OutcomeExplanation } from '../outcome/explanations/explanation';
import { explainOutcome } from '../outcome/explainOutcome';
import type { OutcomeKind } from '../outcome/outcome';
import {
	bodyText,
	detailsOf,
	reportFinding,
	reportPeer,
	reportRequest,
	reportResponse,
	reportTls,
	type FindingReport,
	type PeerReport,
	type RequestReport,
	type ResponseReport,
	type TlsReport,
} from '../report/exchangeReport';
import type { Timings } from '../transport/phase';
import type { PingResult } from './sendPing';

/** A Ping and what came of it, as JSON: the contract of the command line. Nothing in it is secret. */
export interface PingReport {
	readonly version: 1;
	readonly outcome: OutcomeKind;
	/** What else is known of the outcome, by its kind. */
	readonly details: Readonly<Record<string, unknown>>;
	readonly explanation: OutcomeExplanation;
	readonly findings: readonly FindingReport[];
	readonly request: RequestReport | null;
	readonly response: ResponseReport | null;
	/** What came to our listener. */
	readonly received: { readonly headers: Readonly<Record<string, string>>; readonly body: string } | null;
	/** Milliseconds. */
	readonly timings: Timings;
	readonly tls: TlsReport | null;
	readonly peer: PeerReport | null;
}

export function reportPing(result: PingResult, t: Translate): PingReport {
	const { outcome, request, response, received, tls } = result;
	return {
		version: 1,
		outcome: outcome.kind,
		details: detailsOf(outcome),
		explanation: explainOutcome(outcome, t),
		findings: result.findings.map((finding) => reportFinding(finding, t)),
		request: request === null ? null : reportRequest(request),
		response: response === null ? null : reportResponse(response),
		received: received === null ? null : { headers: received.headers, body: bodyText(received.body) },
		timings: result.timings,
		tls: tls === null ? null : reportTls(tls, result.trustedBy),
		peer: reportPeer(tls),
	};
}
