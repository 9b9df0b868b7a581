import type { Certificate } from '../../../certificates/certificate';
import { dayOf, oinOf } from '../../../certificates/profile/judged';
import type { Finding } from '../../../finding';
import { elementAt } from '../../../xml/navigate';
import type { XmlDocument } from '../../../xml/tree';
import { hasPlaceholder } from '../../anyDocument';
import { parsePartyId } from '../../partyId';
import type { CertificateUse, CpaCertificate, CpaParty } from '../agreement';
import { cpaFinding } from '../texts';
import type { CpaRule, CpaSubject } from './cpaRule';

export const certificates: CpaRule = (subject) =>
	subject.cpa.parties.flatMap((party) =>
		party.certificates
			.filter((certificate) => !isTemplate(subject.document, certificate))
			.flatMap((certificate) => checkCertificate(certificate, party, subject)),
	);

function isTemplate(document: XmlDocument, { nameSpan }: CpaCertificate): boolean {
	const element = elementAt(document, nameSpan.start);
	return element !== undefined && hasPlaceholder(document, element);
}

function checkCertificate(
	certificate: CpaCertificate,
	party: CpaParty,
	{ now, whole }: CpaSubject,
): readonly Finding[] {
	const { certId, nameSpan, contents } = certificate;
	const [own] = contents;
	if (own === undefined) {
		return whole ? [cpaFinding('cpa.certificate-missing', nameSpan, { certId: certId ?? '' })] : [];
	}
	const findings: Finding[] = contents.flatMap((content) =>
		content.state === 'unreadable'
			? [cpaFinding('cpa.certificate-unreadable', content.span, { reason: content.reason })]
			: [],
	);
	if (own.state === 'read') {
		findings.push(
			...expired(own.certificate, certificate, now),
			...otherOin(own.certificate, certificate, party),
			...otherSerialNumber(own.certificate, certificate),
		);
	}
	return findings;
}

function expired(
	{ notAfter }: Certificate,
	{ certId, nameSpan }: CpaCertificate,
	now: Date,
): readonly Finding[] {
	return now > notAfter
		? [cpaFinding('cpa.certificate-expired', nameSpan, { certId: certId ?? '', notAfter: dayOf(notAfter) })]
		: [];
}

/** Uses in which the certificate is that of the party, and not that of a CA or an application. */
const partyUses: ReadonlySet<CertificateUse> = new Set(['client', 'server', 'signing', 'encryption']);

function otherOin(
	certificate: Certificate,
	{ certId, nameSpan, uses }: CpaCertificate,
	{ partyIds }: CpaParty,
): readonly Finding[] {
	const parties = partyIds.map(({ value }) => parsePartyId(value)).filter((parsed) => parsed.kind === 'oin');
	const [party] = parties;
	const value = oinOf(certificate)?.value ?? '';
	return party !== undefined &&
		uses.some((use) => partyUses.has(use)) &&
		!parties.some((parsed) => parsed.value === value)
		? [
				cpaFinding('cpa.certificate-oin', nameSpan, {
					certId: certId ?? '',
					oin: value,
					partyId: party.value,
				}),
			]
		: [];
}

function otherSerialNumber(
	{ serialNumberDecimal }: Certificate,
	{ serialNumber }: CpaCertificate,
): readonly Finding[] {
	// Another notation is the schema's finding.
	return serialNumber !== null &&
		/^\+?\d+$/.test(serialNumber.value) &&
		serialNumber.value.replace(/^\+?0*(?=\d)/, '') !== serialNumberDecimal
		? [
				cpaFinding('cpa.certificate-serial', serialNumber.span, {
					written: serialNumber.value,
					real: serialNumberDecimal,
				}),
			]
		: [];
}
