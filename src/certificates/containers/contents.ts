import type { Finding, Span } from '../../finding';
import { containerFinding } from '../containerTexts';
import { isReadable, readCertificate } from '../readCertificate';
import { readCertificateRequest } from '../readCertificateRequest';
import type { ContainerEntry, Contents, EntryRole } from './container';

export const noContents: Contents = { entries: [], requests: [], privateKeys: 0, others: [], findings: [] };

/** Contents with nothing but one finding. */
export function only(finding: Finding): Contents {
	return { ...noContents, findings: [finding] };
}

/** All contents, in order. */
export function joined(parts: readonly Contents[]): Contents {
	return {
		entries: parts.flatMap(({ entries }) => entries),
		requests: parts.flatMap(({ requests }) => requests),
		privateKeys: parts.reduce((sum, { privateKeys }) => sum + privateKeys, 0),
		others: [...new Set(parts.flatMap(({ others }) => others))],
		findings: parts.flatMap(({ findings }) => findings),
	};
}

export interface Placement {
	readonly alias: string | null;
	readonly role: EntryRole;
	readonly span: Span;
}

/** The certificate in these bytes, or a finding that tells why it cannot be read. */
export function certificateContents(der: Uint8Array, placement: Placement): Contents {
	const certificate = readCertificate(der);
	if (isReadable(certificate)) {
		return { ...noContents, entries: [{ certificate, ...placement }] };
	}
	const { alias, span } = placement;
	return only(
		containerFinding('certificate.container-certificate', span, {
			reason: certificate.unreadable,
			alias: alias ?? '',
		}),
	);
}

/** The request in these bytes, or a finding that tells why it cannot be read. */
export function requestContents(der: Uint8Array, span: Span): Contents {
	const request = readCertificateRequest(der);
	return 'unreadable' in request
		? only(containerFinding('certificate.container-request', span, { reason: request.unreadable }))
		: { ...noContents, requests: [{ request, span }] };
}

/** Adds a finding at each certificate that was there before. */
export function withDuplicates(contents: Contents): Contents {
	const first = new Map<string, ContainerEntry>();
	const findings: Finding[] = [];
	for (const entry of contents.entries) {
		const { certificate, span } = entry;
		const earlier = first.get(certificate.sha256);
		if (earlier === undefined) {
			first.set(certificate.sha256, entry);
		} else {
			findings.push(
				containerFinding('certificate.container-duplicate', span, { subject: certificate.subject.text }, [
					{ span: earlier.span },
				]),
			);
		}
	}
	return { ...contents, findings: [...contents.findings, ...findings] };
}
