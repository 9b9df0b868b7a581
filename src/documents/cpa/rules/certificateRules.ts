import type { Certificate } from '../../../certificates/certificate';
import { dayOf, oinOf } from '../../../certificates/profile/judged';
import type { Finding } from '../../../finding';
import { elementAt } from '../../../xml/navigate';
import type { XmlDocument } from '../../../xml/tree';
import { hasPlaceholder } from '../../anyDocument';
import { childByLocalName } from '../../byLocalName';
import { parsePartyId } from '../../partyId';
import type { CertificateUse, CpaCertificate, CpaParty } from '../agreement';
import { cpaFinding } from '../texts';
import type { CpaRule, CpaSubject } from './cpaRule';

export const certificates: CpaRule = (subject) =>
	subject.cpa.parties.flatMap((party) =>
		party.certificates
			.filter((certificate) => isFilledIn(certificate, subject.document))
			.flatMap((certificate) => checkCertificate(certificate, party, subject)),
	);

/** Without KeyInfo, which is the schema's finding, nothing is known; and what is to be filled in is told elsewhere. */
function isFilledIn({ nameSpan }: CpaCertificate, document: XmlDocument): boolean {
	const element = elementAt(document, nameSpan.start);
	return (
		element !== undefined &&
		childByLocalName(element, 'KeyInfo') !== undefined &&
		!hasPlaceholder(document, element)
	);
}

function checkCertificate(
	certificate: CpaCertificate,
	party: CpaParty,
	{ now, whole }: CpaSubject,
): readonly Finding[] {
	const { certId, nameSpan, contents } = certificate;
	const [own] = contents;
	if (own === undefined) {
		return whole && isOfParty(certificate)
			? [cpaFinding('cpa.certificate-missing', nameSpan, { certId: certId ?? '' })]
			: [];
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

function isOfParty({ uses }: CpaCertificate): boolean {
	return uses.some((use) => partyUses.has(use));
}

function otherOin(certificate: Certificate, own: CpaCertificate, { partyIds }: CpaParty): readonly Finding[] {
	const parties = partyIds.map(({ value }) => parsePartyId(value)).filter((parsed) => parsed.kind === 'oin');
	const [party] = parties;
	const value = oinOf(certificate)?.value ?? '';
	return party !== undefined && isOfParty(own) && !parties.some((parsed) => parsed.value === value)
		? [
				cpaFinding('cpa.certificate-oin', own.nameSpan, {
					certId: own.certId ?? '',
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
