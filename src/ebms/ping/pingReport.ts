import type { Translate } from '../../text';
import { explainOutcome } from '../outcome/explainOutcome';
import type { OutcomeKind } from '../outcome/outcome';
import {
	bodyText,
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
import type { PingResult } from './sendPing';

/** A Ping and what came of it, as JSON: the contract of the command line. Nothing in it is secret. */
export interface PingReport extends ReportHead<OutcomeKind> {
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
		...reportHead(outcome, explainOutcome(outcome, t), result.findings, t),
		request: request === null ? null : reportRequest(request),
		response: response === null ? null : reportResponse(response),
		received: received === null ? null : { headers: received.headers, body: bodyText(received.body) },
		timings: result.timings,
		tls: tls === null ? null : reportTls(tls, result.trustedBy),
		peer: reportPeer(tls),
	};
}
