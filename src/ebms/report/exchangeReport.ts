import type { Certificate } from '../../certificates/certificate';
import { decodeText } from '../../certificates/containers/decodeText';
import { oinOf } from '../../certificates/profile/judged';
import type { Finding, Severity } from '../../finding';
import type { Translate } from '../../text';
import { explain } from '../../validation/explain';
import type { OutcomeExplanation } from '../outcome/explanations/explanation';
import type { TlsFacts } from '../tls/tlsFacts';
import type { HttpRequest, HttpResponse } from '../transport/sendRequest';
import type { TrustAnchor, TrustOrigin } from '../trust/trustAnchor';

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

/** Something doubtful, in words. */
export interface FindingReport {
	readonly code: string;
	readonly severity: Severity;
	readonly message: string;
	readonly help: string;
}

export interface RequestReport {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

export interface ResponseReport {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	/** Whether `body` is all of it. */
	readonly complete: boolean;
}

export interface TlsReport {
	readonly protocol: string | null;
	readonly cipher: string | null;
	readonly serverName: string | null;
	readonly chain: readonly CertificateReport[];
	readonly clientCertificateRequested: boolean | null;
	readonly acceptedAuthorities: readonly string[] | null;
	readonly clientCertificate: CertificateReport | null;
	readonly alert: number | null;
	/** The root that made the server trusted, and who said that it may be; `null` when it was not trusted. */
	readonly trustedBy: (CertificateReport & { readonly origin: TrustOrigin; readonly file: string }) | null;
}

/** Who is at the other end. */
export interface PeerReport {
	readonly subject: string;
	readonly oin: string | null;
}

/** How the report on any exchange begins, as JSON: the contract of the command line. */
export interface ReportHead<Kind extends string> {
	readonly version: 1;
	readonly outcome: Kind;
	/** What else is known of the outcome, by its kind. */
	readonly details: Readonly<Record<string, unknown>>;
	readonly explanation: OutcomeExplanation;
	readonly findings: readonly FindingReport[];
}

/** An outcome, what it means and what is doubtful besides. */
export function reportHead<Kind extends string>(
	outcome: { readonly kind: Kind },
	explanation: OutcomeExplanation,
	findings: readonly Finding[],
	t: Translate,
): ReportHead<Kind> {
	return {
		version: 1,
		outcome: outcome.kind,
		details: detailsOf(outcome),
		explanation,
		findings: findings.map((finding) => reportFinding(finding, t)),
	};
}

function reportFinding(finding: Finding, t: Translate): FindingReport {
	const { message, help } = explain(finding, t);
	return { code: finding.code, severity: finding.severity, message, help };
}

export function reportRequest({ url, headers, body }: HttpRequest): RequestReport {
	return { url, headers, body };
}

export function reportResponse({ status, headers, body, state }: HttpResponse): ResponseReport {
	return {
		status,
		headers,
		body: bodyText(body),
		complete: state === 'complete' && body.length <= maxBody,
	};
}

export function reportPeer(tls: TlsFacts | null): PeerReport | null {
	const peer = tls?.chain[0];
	return peer === undefined ? null : { subject: peer.subject.text, oin: oinIn(peer) };
}

/** Bytes of a body that are shown: an answer has a few thousand. */
const maxBody = 256 * 1024;

/** A body for people: what is no text is shown as Latin-1. */
export function bodyText(body: Buffer): string {
	const shown = body.subarray(0, maxBody);
	return decodeText(shown) ?? shown.toString('latin1');
}

export function reportTls(tls: TlsFacts, trustedBy: TrustAnchor | null): TlsReport {
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
		trustedBy:
			trustedBy === null
				? null
				: {
						...reportCertificate(trustedBy.certificate),
						origin: trustedBy.origin,
						file: trustedBy.file,
					},
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
function detailsOf(outcome: {
	readonly kind: string;
	readonly certificate?: Certificate | null;
}): Readonly<Record<string, unknown>> {
	const plain = Object.entries(outcome as Readonly<Record<string, unknown>>).filter(
		// The chain is told with the facts of TLS.
		([name]) => name !== 'kind' && name !== 'chain' && name !== 'certificate',
	);
	const { certificate } = outcome;
	return Object.fromEntries([
		...plain,
		...(certificate === undefined
			? []
			: [['certificate', certificate === null ? null : reportCertificate(certificate)] as const]),
	]);
}
