import type { FindingTexts } from '../../finding';
import { bestPractice, profiles, rfc, standard } from './sources';

type NoData = Readonly<Record<string, never>>;

/** What the certificate may be used for. */
export interface UsageFindings {
	'certificate.is-ca': {
		/** Of PKIoverheid, by its fingerprint. */
		readonly known: boolean;
	};
	'certificate.key-usage': {
		/** Names of RFC 5280. */
		readonly missing: readonly string[];
		/** There is no key usage at all. */
		readonly absent: boolean;
	};
	'certificate.key-usage-extra': { readonly usages: readonly string[] };
	'certificate.key-usage-not-critical': NoData;
	'certificate.extended-key-usage': { readonly missing: readonly string[] };
	'certificate.extended-key-usage-absent': NoData;
	'certificate.policy': { readonly policies: readonly string[]; readonly kind: 'client-only' | 'other' };
	'certificate.policy-client-only': NoData;
}

const digikoppelingPolicies = '2.16.528.1.1003.1.2.8.6 (G1), 2.16.528.1.1003.1.2.44.15.35.11 (G4)';

export const usageTexts: FindingTexts<UsageFindings> = {
	'certificate.is-ca': {
		severity: 'error',
		problem: ({ known }, t) =>
			known
				? t('This is a CA certificate of PKIoverheid itself, not the certificate of an organisation.')
				: t(
						'This is a CA certificate: it issues certificates, it is not the certificate of an organisation.',
					),
		cure: (_, t) =>
			t(
				'Choose the certificate that was issued to your organisation; this one belongs in the chain or the trust store.',
			),
		source: profiles,
		about:
			'Basic constraints say CA:TRUE. In a file with the certificates that it issued, a CA certificate is part of their chain and this is not reported.',
	},
	'certificate.key-usage': {
		severity: 'error',
		problem: ({ missing, absent }, t) =>
			absent
				? t('The certificate has no key usage; it needs {0}.', missing.join(', '))
				: t('The key usage lacks {0}.', missing.join(', ')),
		cure: (_, t) =>
			t(
				'Apply for a certificate of the kind for Digikoppeling: Private Services Server (G1) or Private TLS (G4).',
			),
		source: profiles,
		about:
			'A certificate for Digikoppeling has digitalSignature and keyEncipherment, for TLS as client and server. One of G4 Private Other (authentication) has digitalSignature only.',
	},
	'certificate.key-usage-extra': {
		severity: 'warning',
		problem: ({ usages }, t) =>
			t('The key usage has more than digitalSignature and keyEncipherment: {0}.', usages.join(', ')),
		cure: (_, t) =>
			t('Mostly it works; ask your certificate provider whether it is the right kind of certificate.'),
		source: `${bestPractice}; ${profiles}`,
		about:
			'No key usage besides digitalSignature and keyEncipherment belongs in a certificate for Digikoppeling.',
	},
	'certificate.key-usage-not-critical': {
		severity: 'warning',
		problem: (_, t) => t('The key usage is not marked as critical, as PKIoverheid does.'),
		cure: (_, t) =>
			t('Mostly it works; ask your certificate provider whether it is the right kind of certificate.'),
		source: `${profiles}; ${rfc} §4.2.1.3`,
		about: 'Both profiles of PKIoverheid mark the key usage as critical.',
	},
	'certificate.extended-key-usage': {
		severity: 'error',
		problem: ({ missing }, t) =>
			t('The extended key usage lacks {0}, so TLS software refuses it in that role.', missing.join(', ')),
		cure: (_, t) =>
			t(
				'Apply for a certificate that may be used as client and as server, or use another one for this role.',
			),
		source: `${profiles}; ${rfc} §4.2.1.12`,
		about:
			'The extension is there, but without the role that is asked for: clientAuth for a client, serverAuth for a server. Certificates for Digikoppeling have both.',
	},
	'certificate.extended-key-usage-absent': {
		severity: 'warning',
		problem: (_, t) =>
			t(
				'The certificate has no extended key usage; certificates for Digikoppeling have clientAuth and serverAuth.',
			),
		cure: (_, t) =>
			t(
				'Mostly it works, as no role is excluded; ask your certificate provider whether it is the right kind of certificate.',
			),
		source: `${profiles}; ${bestPractice}`,
		about:
			'Without the extension no role is excluded. Both profiles have it, so a warning under policy 8.6 or 44.15.35.11; an info under another policy, as the best practice even advises against the extension.',
	},
	'certificate.policy': {
		severity: 'error',
		problem: ({ policies, kind }, t) =>
			kind === 'client-only'
				? t(
						'This certificate (G4 Private Other, authentication) is for a client only; it cannot be that of a server.',
					)
				: policies.length === 0
					? t('The certificate has no certificate policy, so it is not of a kind that Digikoppeling accepts.')
					: t(
							'The certificate policy is {0}: not of a kind that Digikoppeling accepts.',
							policies.join(', '),
						),
		cure: (_, t) => t('Apply for a certificate with one of these policies: {0}.', digikoppelingPolicies),
		source: `${standard} §3.5`,
		about:
			'Digikoppeling accepts two kinds: G1 Private Services Server (2.16.528.1.1003.1.2.8.6) and G4 Private TLS Generic Devices Organization Validated Server (2.16.528.1.1003.1.2.44.15.35.11). Of a test certificate an info, and none at all when its policy is the test form of these.',
	},
	'certificate.policy-client-only': {
		severity: 'warning',
		problem: (_, t) =>
			t(
				'This certificate (G4 Private Other, authentication) can be used as a client, but Digikoppeling does not name this kind.',
			),
		cure: (_, t) =>
			t('Ask the other side whether it accepts this kind; for a server you need another certificate.'),
		source: `${standard} §3.5; PKIoverheid G4 Private Other`,
		about:
			'Policy 2.16.528.1.1003.1.2.44.16.25.8 is for client authentication without domain names. It replaces 8.6 there, but Digikoppeling 3.0.1 does not name it. As a server certificate it is an error (`certificate.policy`).',
	},
};
