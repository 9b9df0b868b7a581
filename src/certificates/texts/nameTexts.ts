import type { FindingTexts } from '../../finding';
import { mostDomainNames } from '../requestConfiguration';
import { bestPractice, oinSystem, profiles, standard } from './sources';

type NoData = Readonly<Record<string, never>>;

/** Whose certificate it is, and for which hosts. */
export interface NameFindings {
	'certificate.oin-missing': NoData;
	'certificate.oin-malformed': {
		readonly value: string;
		readonly reason: 'length' | 'characters' | 'prefix';
	};
	'certificate.oin-mismatch': { readonly value: string; readonly expected: string };
	'certificate.oin-unknown-prefix': {
		readonly prefix: string;
		readonly status: 'unassigned' | 'free' | 'planned';
	};
	'certificate.oin-check-digit': { readonly value: string };
	'certificate.oin-number': { readonly value: string; readonly number: string };
	'certificate.oin-suffix': { readonly value: string; readonly suffix: string };
	'certificate.oin-test': { readonly value: string };
	'certificate.test-in-production': { readonly value: string };
	'certificate.production-in-test': { readonly value: string };
	'certificate.san-missing': NoData;
	'certificate.san-ip-address': { readonly addresses: readonly string[] };
	'certificate.host-mismatch': { readonly host: string; readonly names: readonly string[] };
	'certificate.wildcard': { readonly names: readonly string[] };
	'certificate.common-name-not-host': { readonly commonName: string };
	'certificate.organizational-unit': { readonly unit: string };
	'certificate.acceptance-host': { readonly host: string };
	'certificate.request-names': {
		readonly reason: 'not-qualified' | 'onion' | 'characters' | 'too-many';
		readonly names: readonly string[];
		readonly count: number;
	};
}

const oinRule = `${standard} PKI001`;

export const nameTexts: FindingTexts<NameFindings> = {
	'certificate.oin-missing': {
		severity: 'error',
		problem: (_, t) =>
			t('The subject has no serialNumber, so the certificate does not say which OIN or HRN it belongs to.'),
		cure: (_, t) =>
			t(
				'Apply for a new certificate and ask your certificate provider explicitly for the OIN (or HRN) in it; it cannot be added later.',
			),
		source: `${oinRule}; Handleiding Aansluiten Lopende Zaken §3.3.8`,
		about:
			'Digikoppeling tells parties apart by the OIN in Subject.serialNumber. It is optional in PKIoverheid, so it has to be asked for. Not to be confused with the serial number of the certificate itself.',
	},
	'certificate.oin-malformed': {
		severity: 'error',
		problem: ({ value, reason }, t) => {
			switch (reason) {
				case 'length':
					return t(
						'The serialNumber `{0}` of the subject is no OIN or HRN: it has 20 positions, this has {1}.',
						value,
						value.length,
					);
				case 'characters':
					return t(
						'The serialNumber `{0}` of the subject is no OIN or HRN: it consists of digits, and in some registers capitals.',
						value,
					);
				case 'prefix':
					return t(
						'The serialNumber `{0}` of the subject is no OIN or HRN: it begins with 000000 and two digits that name the register.',
						value,
					);
			}
		},
		cure: (_, t) =>
			t(
				'Apply for a new certificate and ask your certificate provider explicitly for the OIN (or HRN) in it; it cannot be added later.',
			),
		source: `${oinRule}; ${oinSystem}`,
		about: 'Other kinds of certificates have other values in Subject.serialNumber, such as an EAN.',
	},
	'certificate.oin-mismatch': {
		severity: 'error',
		problem: ({ value, expected }, t) =>
			t('The certificate belongs to OIN or HRN {0}, but {1} is expected here.', value, expected),
		cure: (_, t) =>
			t(
				'Use the certificate of this organisation, or correct the OIN; behind a gateway the OIN of the gateway may be right.',
			),
		source: `${oinRule}; Digikoppeling Best Practices ebMS2 EB014`,
		about:
			'The OIN in Subject.serialNumber differs from the one that was given (`--oin`) or that stands as PartyId in the document. When an intermediary does the transport, both may differ rightly.',
	},
	'certificate.oin-unknown-prefix': {
		severity: 'warning',
		problem: ({ prefix, status }, t) => {
			switch (status) {
				case 'unassigned':
					return t('No register of the OIN-stelsel has the prefix {0} of this OIN.', prefix);
				case 'free':
					return t('The prefix {0} of this OIN is not in use (any more).', prefix);
				case 'planned':
					return t(
						'The prefix {0} of this OIN is only in the consultation version 3.0.0 of the OIN-stelsel.',
						prefix,
					);
			}
		},
		cure: (_, t) =>
			t('Check the OIN in the OIN register, and ask your certificate provider when it is not right.'),
		source: oinSystem,
		about:
			'A warning for 00000005 (free) and 00000011 (only in the consultation version 3.0.0); an error for a prefix that no register has.',
	},
	'certificate.oin-check-digit': {
		severity: 'warning',
		problem: ({ value }, t) =>
			t('The RSIN or Fi-nummer in the OIN {0} of this certificate fails the 11-proef.', value),
		cure: (_, t) =>
			t('Check the OIN in the OIN register, and ask your certificate provider when it is not right.'),
		source: oinSystem,
		about:
			'Only for prefixes 00000001 and 00000002. The OIN documents have no such rule and their own example fails it, so mostly but not always it is a typing error.',
	},
	'certificate.oin-number': {
		severity: 'warning',
		problem: ({ value, number }, t) =>
			t('The hoofdnummer {0} in the OIN {1} has other characters than digits.', number, value),
		cure: (_, t) =>
			t('Check the OIN in the OIN register, and ask your certificate provider when it is not right.'),
		source: oinSystem,
		about: 'Depending on the register a hoofdnummer may have letters, but not all software accepts that.',
	},
	'certificate.oin-suffix': {
		severity: 'warning',
		problem: ({ value, suffix }, t) =>
			t('The OIN {0} of this certificate ends in {1} instead of zeros.', value, suffix),
		cure: (_, t) =>
			t('Check the OIN in the OIN register, and ask your certificate provider when it is not right.'),
		source: oinSystem,
		about:
			'The last 3 positions (4 after a KVK-nummer) are zeros, but older OINs of Logius with another suffix exist.',
	},
	'certificate.oin-test': {
		severity: 'info',
		problem: ({ value }, t) => t('The OIN {0} is a test OIN: every organisation may use it.', value),
		cure: (_, t) => t('Use it for tests only; for (pre)production you need your own OIN or HRN.'),
		source: oinSystem,
		about: 'Prefix 00000099.',
	},
	'certificate.test-in-production': {
		severity: 'warning',
		problem: ({ value }, t) =>
			t('The OIN {0} is a test OIN, but the certificate is of the production hierarchy.', value),
		cure: (_, t) => t('Use a TRIAL certificate for tests, and for production one with your own OIN.'),
		source: `${oinSystem}; ${bestPractice} §7`,
		about: 'A test OIN (prefix 00000099) under a root of the State.',
	},
	'certificate.production-in-test': {
		severity: 'warning',
		problem: ({ value }, t) => t('This is a test certificate, but it has a real OIN or HRN: {0}.', value),
		cure: (_, t) =>
			t(
				'Everybody can make such a certificate, so do not trust it outside a test environment; for tests the prefix 00000099 is meant.',
			),
		source: oinSystem,
		about: 'An OIN that is no test OIN in a certificate of a TRIAL or TEST hierarchy.',
	},
	'certificate.san-missing': {
		severity: 'error',
		problem: (_, t) =>
			t('The certificate has no domain names (Subject Alternative Name), so it cannot be that of a server.'),
		cure: (_, t) =>
			t('Apply for a new certificate with all domain names of your servers; they cannot be added later.'),
		source: `${profiles}; Handleiding Aansluiten Lopende Zaken §3.3.8`,
		about: 'Only for a certificate that is to be used as server. The common name does not count.',
	},
	'certificate.san-ip-address': {
		severity: 'error',
		problem: ({ addresses }, t) =>
			t('The certificate is for IP addresses ({0}); G4 only allows domain names.', addresses.join(', ')),
		cure: (_, t) => t('Apply for a certificate with domain names only.'),
		source: 'PKIoverheid CPS 5.5, Private TLS SYS (G4)',
		about: 'A G4 certificate has 1 to 100 domain names and no IP address in its Subject Alternative Name.',
	},
	'certificate.host-mismatch': {
		severity: 'error',
		problem: ({ host, names }, t) =>
			t('The certificate is not for `{0}`, but for: {1}.', host, names.join(', ')),
		cure: (_, t) =>
			t(
				'Use one of these names in the endpoint, or apply for a certificate with this name; names cannot be added later.',
			),
		source: 'Digikoppeling Best Practices ebMS2 §3; PKIoverheid CPS 5.5',
		about:
			'The name of the host does not stand in the Subject Alternative Name. The common name does not count: in G4 it is the name of the organisation.',
	},
	'certificate.wildcard': {
		severity: 'warning',
		problem: ({ names }, t) =>
			t('The certificate has a wildcard: {0}. PKIoverheid G4 forbids that.', names.join(', ')),
		cure: (_, t) => t('Apply for a certificate with the full name of each server.'),
		source: profiles,
		about: 'A name that begins with `*.` in the Subject Alternative Name.',
	},
	'certificate.common-name-not-host': {
		severity: 'info',
		problem: ({ commonName }, t) =>
			t(
				'The common name `{0}` is none of the domain names; in G4 that is normal, as it is the name of the organisation.',
				commonName,
			),
		cure: (_, t) => t('Have software look at the Subject Alternative Name only, never at the common name.'),
		source: profiles,
		about: 'In G1 the common name is one of the domain names; in G4 it is the name of the organisation.',
	},
	'certificate.organizational-unit': {
		severity: 'warning',
		problem: ({ unit }, t) =>
			t('The subject has an organizationalUnitName ({0}), which is not allowed since February 2022.', unit),
		cure: (_, t) => t('Ask your certificate provider for a certificate without it.'),
		source: 'Technisch Overleg Digikoppeling, 18 juni 2026',
		about:
			'An OU in a certificate that was issued after February 2022. Formerly it held the name of the SubOIN.',
	},
	'certificate.acceptance-host': {
		severity: 'info',
		problem: ({ host }, t) =>
			t(
				'`{0}` looks like the name of a test or acceptance system, while the certificate is of the production hierarchy.',
				host,
			),
		cure: (_, t) => t('It happens often and works; test systems should rather have TRIAL certificates.'),
		source: `${bestPractice} §7`,
		about:
			'Test systems must not use certificates under a root of the State, but in practice they do. A label of the host name is something like test, tst, acc, acceptatie, preprod or ota.',
	},
	'certificate.request-names': {
		severity: 'warning',
		problem: ({ reason, names, count }, t) => {
			switch (reason) {
				case 'not-qualified':
					return t('This request asks for names that only exist in your own network: {0}.', names.join(', '));
				case 'onion':
					return t(
						'This request asks for names of the Tor network, which PKIoverheid forbids: {0}.',
						names.join(', '),
					);
				case 'characters':
					return t('This request asks for names that are no domain names: {0}.', names.join(', '));
				case 'too-many':
					return t(
						'This request asks for {0} domain names; a certificate has at most {1}.',
						count,
						mostDomainNames,
					);
			}
		},
		cure: ({ reason }, t) =>
			reason === 'too-many'
				? t('Spread the names over more than one request.')
				: t('Ask for the full domain name of each server; they cannot be added later.'),
		source: `${profiles}; Handleiding Aansluiten Lopende Zaken §3.3.8`,
		about:
			'Only of a request, so that it is told before it is sent. A certificate has 1 to 100 full domain names, none of them under `.onion`. Wildcards and IP addresses have codes of their own.',
	},
};
