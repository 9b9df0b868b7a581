import type { UnreadableReason } from '../../../certificates/readCertificate';
import type { FindingTexts } from '../../../finding';
import { practice, profile, security } from './sources';

/** What can be wrong with the certificates in a CPA. Days are `YYYY-MM-DD`, in UTC. */
export interface CertificateFindings {
	'cpa.certificate-missing': { readonly certId: string };
	'cpa.certificate-unreadable': { readonly reason: 'empty' | 'pem' | 'base64' | UnreadableReason };
	'cpa.certificate-expired': { readonly certId: string; readonly notAfter: string };
	'cpa.certificate-oin': {
		readonly certId: string;
		/** `''` when it has none. */
		readonly oin: string;
		readonly partyId: string;
	};
	'cpa.certificate-serial': { readonly written: string; readonly real: string };
}

export const cpaCertificateTexts: FindingTexts<CertificateFindings> = {
	'cpa.certificate-missing': {
		severity: 'warning',
		problem: ({ certId }, t) =>
			t('`{0}` holds no certificate: the other side cannot know which one the party uses.', certId),
		cure: (_, t) =>
			t('Put the base64 of the certificate in it: ds:KeyInfo, ds:X509Data, ds:X509Certificate.'),
		source: `${profile} §5; XML Signature §4.4.4`,
		about:
			'A Certificate of the party itself without ds:X509Certificate. CPPA allows it (a name of a key, for instance), but Digikoppeling software only reads X509Data/X509Certificate. Not asked of CA certificates.',
	},
	'cpa.certificate-unreadable': {
		severity: 'error',
		problem: ({ reason }, t) => {
			switch (reason) {
				case 'empty':
					return t('The X509Certificate is empty.');
				case 'pem':
					return t('The lines BEGIN and END of the PEM file do not belong in X509Certificate.');
				case 'base64':
					return t('What stands in X509Certificate is not base64.');
				default:
					return t('What stands in X509Certificate is base64, but no certificate.');
			}
		},
		cure: ({ reason }, t) =>
			reason === 'pem'
				? t('Keep only the base64 between those lines.')
				: t('Copy the base64 of the certificate (the middle part of a PEM file) once more, whole.'),
		source: 'XML Signature §4.4.4 (X509Data)',
		about: 'An X509Certificate is the base64 of one certificate in DER. White space in it does not matter.',
	},
	'cpa.certificate-expired': {
		severity: 'warning',
		problem: ({ certId, notAfter }, t) => t('Certificate `{0}` expired on {1}.', certId, notAfter),
		cure: (_, t) =>
			t(
				'Have a CPA made with the new certificate, unless a gateway does the TLS and the adapters do not look at this one.',
			),
		source: `${security} PKI002–PKI004; ${practice} EB010`,
		about:
			'The end of the validity lies before the moment of the check. With TLS offloading a CPA may rightly outlive its certificates, so this is a warning.',
	},
	'cpa.certificate-oin': {
		severity: 'warning',
		problem: ({ certId, oin, partyId }, t) =>
			oin === ''
				? t('Certificate `{0}` has no OIN (Subject.serialNumber), while the party is `{1}`.', certId, partyId)
				: t('Certificate `{0}` is of OIN {1}, while the party is `{2}`.', certId, oin, partyId),
		cure: (_, t) =>
			t(
				'Check whether this is the right certificate. With a gateway or supplier in between, it may rightly be theirs.',
			),
		source: `${security} PKI001; ${practice} EB014`,
		about:
			'The OIN in the certificate is another one than that of the PartyId (without suffix). The PartyId is that of the end party, so this is right when an intermediary does the transport. Not asked of CA certificates.',
	},
	'cpa.certificate-serial': {
		severity: 'warning',
		problem: ({ written, real }, t) =>
			t('X509SerialNumber is {0}, but the certificate beside it has serial number {1}.', written, real),
		cure: (_, t) => t('Take both from the same certificate; adapters only look at X509Certificate.'),
		source: 'XML Signature §4.4.4 (X509Data)',
		about:
			'The fields that describe the certificate are those of another one: often the certificate was replaced and they were not.',
	},
};
