import type { Certificate } from '../../certificates/certificate';
import { decodeText } from '../../certificates/containers/decodeText';
import { oinOf } from '../../certificates/profile/judged';
import type { Severity } from '../../finding';
import type { Translate } from '../../text';
import { explain } from '../../validation/explain';
import type { OutcomeExplanation } from '../outcome/explanations/explanation';
import { explainOutcome } from '../outcome/explainOutcome';
import type { Outcome, OutcomeKind } from '../outcome/outcome';
import type { TlsFacts } from '../tls/tlsFacts';
import type { Timings } from '../transport/phase';
import type { HttpRequest } from '../transport/post';
import type { PingResult } from './sendPing';

/** A certificate in a few words. */
export interface CertificateReport {
	readonly subject: string;
	readonly issuer: string;
	/** ISO 8601, UTC. */
	readonly notAfter: string;
	readonly sha256: string;
	/** In Subject.serialNumber; `null` when there stands no OIN. */
	readonly oin: string | null;
}

/** A Ping and what came of it, as JSON: the contract of the command line. Nothing in it is secret. */
export interface PingReport {
	readonly version: 1;
	readonly outcome: OutcomeKind;
	/** What else is known of the outcome, by its kind. */
	readonly details: Readonly<Record<string, unknown>>;
	readonly explanation: OutcomeExplanation;
	readonly findings: readonly {
		readonly code: string;
		readonly severity: Severity;
		readonly message: string;
		readonly help: string;
	}[];
	readonly request: Pick<HttpRequest, 'url' | 'headers' | 'body'> | null;
	readonly response: {
		readonly status: number;
		readonly headers: Readonly<Record<string, string>>;
		readonly body: string;
		/** Whether `body` is all of it. */
		readonly complete: boolean;
	} | null;
	/** What came to our listener. */
	readonly received: { readonly headers: Readonly<Record<string, string>>; readonly body: string } | null;
	/** Milliseconds. */
	readonly timings: Timings;
	readonly tls: {
		readonly protocol: string | null;
		readonly cipher: string | null;
		readonly serverName: string | null;
		readonly chain: readonly CertificateReport[];
		readonly clientCertificateRequested: boolean | null;
		readonly acceptedAuthorities: readonly string[] | null;
		readonly clientCertificate: CertificateReport | null;
		readonly alert: number | null;
	} | null;
	/** Who is at the other end. */
	readonly peer: { readonly subject: string; readonly oin: string | null } | null;
}

export function reportPing(result: PingResult, t: Translate): PingReport {
	const { outcome, request, response, received, tls } = result;
	const peer = tls?.chain[0];
	return {
		version: 1,
		outcome: outcome.kind,
		details: detailsOf(outcome),
		explanation: explainOutcome(outcome, t),
		findings: result.findings.map((finding) => {
			const { message, help } = explain(finding, t);
			return { code: finding.code, severity: finding.severity, message, help };
		}),
		request: request === null ? null : { url: request.url, headers: request.headers, body: request.body },
		response:
			response === null
				? null
				: {
						status: response.status,
						headers: response.headers,
						body: bodyText(response.body),
						complete: response.state === 'complete' && response.body.length <= maxBody,
					},
		received: received === null ? null : { headers: received.headers, body: bodyText(received.body) },
		timings: result.timings,
		tls: tls === null ? null : reportTls(tls),
		peer: peer === undefined ? null : { subject: peer.subject.text, oin: oinIn(peer) },
	};
}

/** Bytes of a body that are shown: an answer has a few thousand. */
const maxBody = 256 * 1024;

/** A body for people: what is no text is shown as Latin-1. */
function bodyText(body: Buffer): string {
	const shown = body.subarray(0, maxBody);
	return decodeText(shown) ?? shown.toString('latin1');
}

function reportTls(tls: TlsFacts): NonNullable<PingReport['tls']> {
	const { acceptedAuthorities, clientCertificate } = tls;
	return {
		protocol: tls.protocol,
		cipher: tls.cipher,
		serverName: tls.serverName,
		chain: tls.chain.map(reportCertificate),
		clientCertificateRequested: tls.clientCertificateRequested,
		acceptedAuthorities: acceptedAuthorities?.map(({ text }) => text) ?? null,
		clientCertificate: clientCertificate === null ? null : reportCertificate(clientCertificate),
		alert: tls.alert,
	};
}

function reportCertificate(certificate: Certificate): CertificateReport {
	return {
		subject: certificate.subject.text,
		issuer: certificate.issuer.text,
		notAfter: certificate.notAfter.toISOString(),
		sha256: certificate.sha256,
		oin: oinIn(certificate),
	};
}

function oinIn(certificate: Certificate): string | null {
	const oin = oinOf(certificate);
	return oin?.parsed.kind === 'oin' ? oin.value : null;
}

/** The outcome without its kind, certificates in a few words. */
function detailsOf(outcome: Outcome): Readonly<Record<string, unknown>> {
	const plain = Object.entries(outcome as Readonly<Record<string, unknown>>).filter(
		// The chain is told with the facts of TLS.
		([name]) => name !== 'kind' && name !== 'chain' && name !== 'certificate',
	);
	const certificate = 'certificate' in outcome ? outcome.certificate : undefined;
	return Object.fromEntries([
		...plain,
		...(certificate === undefined
			? []
			: [['certificate', certificate === null ? null : reportCertificate(certificate)] as const]),
	]);
}
