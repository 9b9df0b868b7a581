import type { Finding, Span } from '../../../finding';
import type { CertificateContent, CpaCertificate, CpaParty } from '../agreement';
import type { ChannelSummary } from '../summary';
import type { ComparedRow, ComparedValue } from './comparedRow';
import { missingSide } from './missingSide';
import { comparisonFinding } from './texts';

/** The certificates that the channels of a party refer to, each once. */
export function certificatesOf(
	{ certificates }: CpaParty,
	channels: readonly ChannelSummary[],
	idOf: (channel: ChannelSummary) => string | null,
): readonly CpaCertificate[] {
	const ids = new Set(channels.map(idOf).filter((id) => id !== null));
	return certificates.filter(({ certId }) => certId !== null && ids.has(certId));
}

export function compareCertificates(
	subject: 'client-certificate' | 'server-certificate',
	specification: CertificateContent | null,
	cpa: readonly CpaCertificate[],
	place: Span,
): ComparedRow {
	const asValue = (content: CertificateContent, span: Span): ComparedValue => ({
		kind: 'certificate',
		certificate: content.state === 'read' ? content.certificate : null,
		span,
	});
	const inCpa = cpa.flatMap(({ contents: [own], nameSpan }) =>
		own === undefined ? [] : [{ own, span: nameSpan }],
	);
	const sides = {
		subject,
		specification: specification && asValue(specification, specification.span),
		cpa: inCpa.map(({ own, span }) => asValue(own, span)),
	};
	const missing = missingSide(subject, specification, inCpa, place);
	if (missing !== undefined || specification === null) {
		return { ...sides, finding: missing ?? null };
	}
	if (specification.state === 'unreadable') {
		const data = { subject, side: 'specification' } as const;
		return { ...sides, finding: comparisonFinding('comparison.unreadable', place, data) };
	}
	const [finding = null] = inCpa.flatMap(({ own, span }): readonly Finding[] => {
		if (own.state === 'unreadable') {
			return [comparisonFinding('comparison.unreadable', span, { subject, side: 'cpa' })];
		}
		return own.certificate.sha256 === specification.certificate.sha256
			? []
			: [
					comparisonFinding(`comparison.${subject}`, span, {
						relation:
							own.certificate.subject.text === specification.certificate.subject.text ? 'renewed' : 'other',
					}),
				];
	});
	return { ...sides, finding };
}
