import type { FindingTexts } from '../../finding';
import { extensionWords } from '../certificateWords';
import { migration, ncsc, profiles, rfc, standard } from './sources';

type NoData = Readonly<Record<string, never>>;

/** Whether the certificate can be used at the moment, and whether its key and signature are strong. Dates are `YYYY-MM-DD`. */
export interface ValidityFindings {
	'certificate.expired': { readonly notAfter: string };
	'certificate.not-yet-valid': { readonly notBefore: string };
	'certificate.expires-soon': { readonly notAfter: string; readonly days: number };
	'certificate.g1-ending': NoData;
	'certificate.key-too-small': {
		readonly bits: number;
		readonly minimum: number;
		readonly reason: 'insufficient' | 'since-2026';
	};
	'certificate.key-phase-out': { readonly key: string };
	'certificate.key-type': { readonly key: string };
	'certificate.weak-signature': {
		readonly hash: string;
		/** Of a CA in the chain; `''` when it is the certificate itself. */
		readonly authority: string;
	};
	'certificate.extension-damaged': { readonly extensions: readonly string[] };
	'certificate.extension-repeated': { readonly extensions: readonly string[] };
	'certificate.extension-critical': { readonly extensions: readonly string[] };
	'certificate.serial-number': { readonly reason: 'negative' | 'zero' | 'too-long' };
}

export const validityTexts: FindingTexts<ValidityFindings> = {
	'certificate.expired': {
		severity: 'error',
		problem: ({ notAfter }, t) =>
			t('This certificate expired on {0}: the other side will refuse the connection.', notAfter),
		cure: (_, t) =>
			t(
				'Apply for a new certificate at your certificate provider, with a new key pair, and replace this one.',
			),
		source: `${standard} PKI002–PKI004`,
		about: 'The end of the validity lies before the moment of the check (now, or that of `--at`).',
	},
	'certificate.not-yet-valid': {
		severity: 'error',
		problem: ({ notBefore }, t) =>
			t('This certificate is not valid before {0}: until then the other side refuses it.', notBefore),
		cure: (_, t) =>
			t(
				'Wait until that day, or check the clock of this machine when the certificate should be valid by now.',
			),
		source: `${standard} PKI002–PKI004`,
		about: 'The begin of the validity lies after the moment of the check (now, or that of `--at`).',
	},
	'certificate.expires-soon': {
		severity: 'warning',
		problem: ({ notAfter, days }, t) =>
			days === 1
				? t('This certificate expires within a day, on {0}.', notAfter)
				: t('This certificate expires within {0} days, on {1}.', days, notAfter),
		cure: (_, t) =>
			t(
				'Apply for its successor now: it can take weeks. A new certificate also has to go into the CPA and to the other side.',
			),
		source: `${standard} PKI002–PKI004; Handleiding Aansluiten Lopende Zaken §3.3.8`,
		about:
			'Fewer days are left than the limit (60, or `--warn-days`, or the setting `lopendeZaken.certificates.warnDays`). Applying for a certificate takes weeks when the organisation is no subscriber yet.',
	},
	'certificate.g1-ending': {
		severity: 'warning',
		problem: (_, t) =>
			t(
				'This certificate is of hierarchy G1, which ends on 12 November 2028; from November 2027 its certificates are valid for one year at most.',
			),
		cure: (_, t) =>
			t(
				'Have your systems trust the G4 root and support RSASSA-PSS first; then choose a G4 certificate at the next renewal.',
			),
		source: migration,
		about:
			'The domain CA of G1 expires on 12 November 2028, 23:00 UTC; after that only G4 is left. Receivers migrate first (trust the roots, support RSASSA-PSS), then senders. Both may be in use side by side.',
	},
	'certificate.key-too-small': {
		severity: 'error',
		problem: ({ bits, minimum, reason }, t) =>
			reason === 'insufficient'
				? t('The key has {0} bits; fewer than {1} is insufficient for TLS.', bits, minimum)
				: t(
						'The key has {0} bits, and the certificate was issued in or after 2026: then an RSA key must have over 3000 bits.',
						bits,
					),
		cure: (_, t) =>
			t('Make a new RSA key pair of at least 3072 bits and apply for a new certificate with it.'),
		source: `${ncsc}; ${migration}`,
		about:
			'RSA under 2048 bits (or an elliptic curve under 224 bits) is insufficient according to NCSC. New end-entity RSA keys of PKIoverheid must exceed 3000 bits since 1 January 2026.',
	},
	'certificate.key-phase-out': {
		severity: 'warning',
		problem: ({ key }, t) => t('A key of {0} still works, but NCSC wants it phased out.', key),
		cure: (_, t) => t('Use an RSA key of at least 3072 bits at the next renewal.'),
		source: ncsc,
		about:
			'RSA from 2048 to 3071 bits, and the curve P-224, are "uit te faseren" since the guidelines of 2025. PKIoverheid G1 issued RSA 2048 until 2026.',
	},
	'certificate.key-type': {
		severity: 'warning',
		problem: ({ key }, t) => t('The key is of type {0}; PKIoverheid only uses RSA.', key),
		cure: (_, t) => t('Apply for a certificate with an RSA key of at least 3072 bits.'),
		source: profiles,
		about:
			'Certificates of PKIoverheid have an RSA key. Other software at the other side may not support this one.',
	},
	'certificate.weak-signature': {
		severity: 'error',
		problem: ({ hash, authority }, t) =>
			authority === ''
				? t('The signature of this certificate uses {0}, which is no longer safe.', hash)
				: t('The signature of {0} in the chain uses {1}, which is no longer safe.', authority, hash),
		cure: (_, t) =>
			t('Apply for a new certificate; those of PKIoverheid are signed with SHA-256 or SHA-512.'),
		source: `${standard} TLS006; ${ncsc}`,
		about:
			'SHA-1 and MD5 are insufficient, for the certificate and each CA under the root. SHA-224 has to be phased out: a warning.',
	},
	'certificate.extension-damaged': {
		severity: 'error',
		problem: ({ extensions }, t) =>
			t(
				'Extensions in this certificate are damaged and cannot be read: {0}.',
				extensions.map(extensionWords).join(', '),
			),
		cure: (_, t) =>
			t(
				'Ask your certificate provider for the certificate once more; software at the other side will refuse this one.',
			),
		source: 'RFC 5280 §4.2',
		about:
			'The content of a known extension is not what RFC 5280 prescribes. It counts as missing in all other checks.',
	},
	'certificate.extension-repeated': {
		severity: 'error',
		problem: ({ extensions }, t) =>
			t(
				'Extensions stand in this certificate more than once, which is not allowed: {0}.',
				extensions.map(extensionWords).join(', '),
			),
		cure: (_, t) =>
			t(
				'Ask your certificate provider for a new certificate; software at the other side will refuse this one.',
			),
		source: 'RFC 5280 §4.2',
		about:
			'Of an extension that stands there twice nobody can tell which one counts: OpenSSL refuses the certificate. The other checks look at the first.',
	},
	'certificate.extension-critical': {
		severity: 'error',
		problem: ({ extensions }, t) =>
			t(
				'Extensions in this certificate are marked as critical, but software does not know them and then has to refuse it: {0}.',
				extensions.map(extensionWords).join(', '),
			),
		cure: (_, t) =>
			t(
				'Ask your certificate provider for a certificate as PKIoverheid gives them out: without such extensions, or not critical.',
			),
		source: 'RFC 5280 §4.2',
		about:
			'Whoever meets a critical extension that it does not recognise must reject the certificate. Known are those of RFC 5280 on usage, names, policies, constraints and revocation lists, as in OpenSSL. The profiles of PKIoverheid have no other critical ones.',
	},
	'certificate.serial-number': {
		severity: 'warning',
		problem: ({ reason }, t) => {
			switch (reason) {
				case 'negative':
					return t('The serial number of the certificate is negative; some software refuses that.');
				case 'zero':
					return t('The serial number of the certificate is zero; some software refuses that.');
				case 'too-long':
					return t('The serial number of the certificate has over 20 bytes; some software refuses that.');
			}
		},
		cure: (_, t) =>
			t('Have the certificate issued anew with a serial number that is positive and has at most 20 bytes.'),
		source: `${rfc} §4.1.2.2`,
		about:
			'A serial number is a positive whole number of at most 20 bytes. It is read and shown as it stands.',
	},
};
