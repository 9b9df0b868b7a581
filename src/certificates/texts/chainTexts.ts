import type { FindingTexts } from '../../finding';
import { wayTo } from '../../ways';
import { fetchFaultWords } from '../fetchWords';
import type { FetchFault, UnverifiableReason } from '../revocation/status';
import { profiles, rfc, standard } from './sources';

type NoData = Readonly<Record<string, never>>;

/** What stands above the certificate, and whether it was revoked. Names of certificates are those of their subjects. */
export interface ChainFindings {
	'certificate.self-signed': NoData;
	'certificate.chain-broken': {
		readonly certificate: string;
		readonly issuer: string;
		readonly reason: 'signature' | 'key' | 'loop' | 'not-a-ca' | 'key-usage' | 'path-length';
	};
	'certificate.chain-unverifiable': { readonly certificate: string; readonly algorithm: string };
	'certificate.chain-untrusted': {
		readonly authority: string;
		/**
		 * `impostor`: it has the name of a CA of PKIoverheid, but it is another certificate.
		 * `unlisted`: it has the name of a root of PKIoverheid whose fingerprint is not known here.
		 */
		readonly reason: 'root' | 'impostor' | 'unlisted' | 'issuer';
	};
	'certificate.own-trust': { readonly authority: string };
	'certificate.chain-public-root': { readonly authority: string };
	'certificate.chain-incomplete': {
		/** The certificate that is missing; `''` when the chain does end in a root. */
		readonly issuer: string;
		/** Where it can be downloaded, or `''`. */
		readonly download: string;
		/** The chain is anchored below: the missing one is only known by name and fingerprint. */
		readonly known: boolean;
		readonly layers: number;
	};
	'certificate.issuer-revoked': { readonly authority: string };
	'certificate.issuer-expired': {
		readonly authority: string;
		/** `YYYY-MM-DD`. */
		readonly date: string;
		readonly reason: 'expired' | 'not-yet-valid';
	};
	'certificate.request-signature': NoData;
	'certificate.test-hierarchy': { readonly authority: string };
	'certificate.revoked': {
		/** `''` when it is the certificate itself. */
		readonly authority: string;
		/** `YYYY-MM-DD`. */
		readonly date: string;
		/** As RFC 5280 names it; `''` when none is given. */
		readonly reason: string;
	};
	'certificate.crl-stale': {
		readonly authority: string;
		readonly url: string;
		/** `YYYY-MM-DD`; `''` when the list does not say. */
		readonly nextUpdate: string;
	};
	'certificate.crl-unavailable': {
		readonly authority: string;
		readonly url: string;
		readonly reason: 'no-address' | UnverifiableReason | FetchFault;
	};
	'certificate.revocation-unchecked': NoData;
	'certificate.no-ocsp': NoData;
}

const privateRoot = `${standard} PKI005`;
const revocation = `${standard} PKI002–PKI004`;

export const chainTexts: FindingTexts<ChainFindings> = {
	'certificate.self-signed': {
		severity: 'error',
		problem: (_, t) => t('This certificate signed itself: it is not of PKIoverheid.'),
		cure: (_, t) =>
			t(
				'Apply for a PKIoverheid certificate; one that signed itself is for test cases only, when both sides agree.',
			),
		source: `${standard} TLS001; Digikoppeling Koppelvlakstandaard ebMS2 §5`,
		about: 'Allowed in ebMS2 test cases only. Of a test certificate an info.',
	},
	'certificate.chain-broken': {
		severity: 'error',
		problem: ({ certificate, issuer, reason }, t) => {
			switch (reason) {
				case 'signature':
					return t(
						'The signature of {0} was not made by the key of {1}: one of the two is damaged or forged.',
						certificate,
						issuer,
					);
				case 'key':
					return t('{0} was issued by another key of {1} than the one in this file.', certificate, issuer);
				case 'loop':
					return t('The certificates above {0} issued one another, without a root.', certificate);
				case 'not-a-ca':
					return t('{1} may not issue certificates, as it is no CA; yet it issued {0}.', certificate, issuer);
				case 'key-usage':
					return t(
						'{1} may not sign certificates according to its key usage; yet it signed {0}.',
						certificate,
						issuer,
					);
				case 'path-length':
					return t('{1} may not have so many CAs below it as it has above {0}.', certificate, issuer);
			}
		},
		cure: (_, t) =>
			t(
				'Get the CA certificates once more from your certificate provider or cert.pkioverheid.nl, and put the right ones in the file.',
			),
		source: `${rfc} §6`,
		about:
			'A signature or issuer in the chain does not fit: the key of the issuer did not make the signature, the issuer is no CA, or it may not have this CA below it.',
	},
	'certificate.chain-unverifiable': {
		severity: 'warning',
		problem: ({ certificate, algorithm }, t) =>
			t(
				'The signature of {0} ({1}) cannot be verified on this machine, so its chain is not certain.',
				certificate,
				algorithm,
			),
		cure: (_, t) => t('Check the chain with other software, such as OpenSSL.'),
		source: `${rfc} §6`,
		about:
			'The cryptographic library of this machine does not know the algorithm, or not with these parameters.',
	},
	'certificate.chain-untrusted': {
		severity: 'error',
		problem: ({ authority, reason }, t) => {
			switch (reason) {
				case 'root':
					return t(
						'The chain ends in {0}, which is no root of PKIoverheid and which you do not trust either.',
						authority,
					);
				case 'impostor':
					return t(
						'The chain ends in a certificate with the name {0}, but it is not the one of PKIoverheid.',
						authority,
					);
				case 'unlisted':
					return t(
						'The chain ends in {0}, whose fingerprint is not known here: whether it is the one of PKIoverheid is not certain.',
						authority,
					);
				case 'issuer':
					return t('The issuer {0} is no CA of PKIoverheid that is known here.', authority);
			}
		},
		cure: ({ reason }, t) =>
			reason === 'unlisted'
				? t(
						'Compare its SHA-256 with the one that PKIoverheid publishes; when they are equal, trust it with {0}.',
						wayTo('trust', t),
					)
				: t(
						'Use a certificate of PKIoverheid (private root G1 or G4); a root of your own, for tests, is trusted with {0}.',
						wayTo('trust', t),
					),
		source: privateRoot,
		about:
			'The chain does not lead to the private root G1 or G4, known by its SHA-256, nor to a certificate that the user trusts (`--trust`, or the setting `lopendeZaken.certificates.trust`). Of a test certificate an info, as everybody can make a TRIAL hierarchy. A warning for the roots G4 Priv G-Other and S-CIBG, whose SHA-256 is not known here.',
	},
	'certificate.own-trust': {
		severity: 'info',
		problem: ({ authority }, t) =>
			t(
				'The chain leads to {0}, which you trust yourself; it is not known here as one of PKIoverheid.',
				authority,
			),
		cure: (_, t) =>
			t(
				'Make sure that it is the one that you mean: others only accept the certificate when they trust it too.',
			),
		source: privateRoot,
		about:
			'The chain ends in a certificate that the user trusts (`--trust`, or the setting `lopendeZaken.certificates.trust`) and not in a CA of PKIoverheid that is known by its SHA-256. Not told of a test certificate.',
	},
	'certificate.chain-public-root': {
		severity: 'error',
		problem: ({ authority }, t) =>
			t(
				'This certificate is under a public root ({0}); since 1 January 2021 Digikoppeling only accepts the private root.',
				authority,
			),
		cure: (_, t) =>
			t('Apply for a PKIoverheid private certificate (G1 Private Services Server or G4 Private TLS).'),
		source: privateRoot,
		about:
			'Roots G2, G3 and EV of the State. PKIoverheid stopped with public certificates for web servers on 4 December 2022.',
	},
	'certificate.chain-incomplete': {
		severity: 'warning',
		problem: ({ issuer, known, layers }, t) =>
			issuer === ''
				? t('The chain has {0} layers; those of PKIoverheid have four.', layers)
				: known
					? t(
							'The chain is of PKIoverheid, but the certificate of {0} is not in it: it is known by fingerprint only.',
							issuer,
						)
					: t(
							'The chain is incomplete: the certificate of {0} is missing, so it cannot be verified further.',
							issuer,
						),
		cure: ({ issuer, download }, t) =>
			issuer === ''
				? t('Check that this is the chain that you mean.')
				: download === ''
					? t('Add the CA certificates from your certificate provider: a client has to send its full chain.')
					: t('Add it to the file (download: {0}): a client has to send its full chain.', download),
		source: `${standard} TLS006; ${profiles}`,
		about:
			'A chain of PKIoverheid has four layers: root, domain or Intm CA, TSP CA and the certificate itself. An issuer is neither in the file, nor in the workspace, the trusted certificates or the downloaded ones.',
	},
	'certificate.issuer-revoked': {
		severity: 'error',
		problem: ({ authority }, t) =>
			t('The certificate was issued by {0}, one of the G4 CAs of 2024, which were revoked.', authority),
		cure: (_, t) =>
			t('Ask your certificate provider for a new certificate, issued by its CA of 2025 or later.'),
		source: 'PKIoverheid, TSP CAs G4 (2025)',
		about:
			'The TSP CAs `… - G4 PKIo Priv G-TLS SYS - 2024` were revoked (the one of UZI Server on 29 October 2025) and followed by those of 2025.',
	},
	'certificate.issuer-expired': {
		severity: 'error',
		problem: ({ authority, date, reason }, t) =>
			reason === 'expired'
				? t('The CA {0} above this certificate expired on {1}.', authority, date)
				: t('The CA {0} above this certificate is not valid before {1}.', authority, date),
		cure: (_, t) =>
			t(
				'Get the CA certificates once more from your certificate provider or cert.pkioverheid.nl, and put the right ones in the file.',
			),
		source: `${standard} PKI002–PKI004; ${rfc} §6`,
		about:
			'A CA certificate in the chain is not valid at the moment of the check, so the whole chain is not.',
	},
	'certificate.request-signature': {
		severity: 'error',
		problem: (_, t) =>
			t('This request was not signed by the key in it, so your certificate provider will refuse it.'),
		cure: (_, t) => t('Make the request again with the right private key.'),
		source: 'RFC 2986 §4.2',
		about: 'The signature of a certificate request proves that who asks has the private key.',
	},
	'certificate.test-hierarchy': {
		severity: 'info',
		problem: ({ authority }, t) =>
			authority === ''
				? t('This is a test certificate; production systems do not accept it.')
				: t('This is a test certificate (issuer {0}); production systems do not accept it.', authority),
		cure: (_, t) => t('Use it for tests only, and have the other side trust its root.'),
		source: 'PKIoverheid G4 TRIAL',
		about:
			'A name in the chain begins with TRIAL or TEST, or the policy is one for tests (arc 2.16.528.1.1003.1.2.41, or 2.16.528.1.1007.99 of CIBG). Everybody can make a TRIAL hierarchy, so there is no fixed fingerprint. Findings about root and policy become infos.',
	},
	'certificate.revoked': {
		severity: 'error',
		problem: ({ authority, date, reason }, t) => {
			const because = reason === '' ? '' : ` (${reason})`;
			return authority === ''
				? t('This certificate was revoked on {0}{1}: the other side will refuse it.', date, because)
				: t('The CA {0} above this certificate was revoked on {1}{2}.', authority, date, because);
		},
		cure: (_, t) => t('Do not use it any more; apply for a new certificate with a new key pair.'),
		source: revocation,
		about:
			'The serial number stands in a CRL whose signature was verified. Only checked when the user asks for it.',
	},
	'certificate.crl-stale': {
		severity: 'warning',
		problem: ({ authority, url, nextUpdate }, t) =>
			nextUpdate === ''
				? t(
						'The revocation list (CRL) for {0} at {1} does not say until when it holds, so it does not tell whether the certificate was revoked since.',
						authority,
						url,
					)
				: t(
						'The revocation list (CRL) for {0} at {1} should have been renewed by {2}: it does not say whether the certificate was revoked since.',
						authority,
						url,
						nextUpdate,
					),
		cure: (_, t) =>
			t(
				'Try again later, and check the clock of this machine; with an expired list the other side may refuse all certificates of this provider.',
			),
		source: `${revocation}; ${rfc} §5.1.2.5`,
		about:
			'The moment of the check lies after nextUpdate. Lists of PKIoverheid are renewed at least every 48 hours; an expired CRL invalidates all certificates of that provider.',
	},
	'certificate.crl-unavailable': {
		severity: 'warning',
		problem: ({ authority, url, reason }, t) => {
			switch (reason) {
				case 'no-address':
					return t(
						'{0} names no address of a revocation list (CRL), so it was not checked whether it was revoked.',
						authority,
					);
				case 'unreadable':
					return t(
						'What {1} sent is no revocation list (CRL), so it was not checked whether {0} was revoked.',
						authority,
						url,
					);
				case 'signature':
					return t(
						'The revocation list (CRL) at {1} was not signed by the issuer of {0}, so it says nothing.',
						authority,
						url,
					);
				case 'algorithm':
					return t(
						'The signature of the revocation list (CRL) at {1} cannot be verified on this machine, so it was not checked whether {0} was revoked.',
						authority,
						url,
					);
				case 'scope':
					return t('The revocation list (CRL) at {1} is not about certificates such as {0}.', authority, url);
				case 'issuer-missing':
					return t(
						'The issuer of {0} is missing, so its revocation list (CRL) cannot be verified.',
						authority,
					);
				default:
					return t(
						'The revocation list (CRL) for {0} at {1} could not be fetched ({2}), so it was not checked whether it was revoked.',
						authority,
						url,
						fetchFaultWords(reason, t),
					);
			}
		},
		cure: ({ reason }, t) => {
			switch (reason) {
				case 'no-address':
					return t(
						'Ask your certificate provider where the list is; both sides of the connection must be able to check it.',
					);
				case 'issuer-missing':
					return t(
						'Add the CA certificates to the file, or fetch those of PKIoverheid with {0}, and check again.',
						wayTo('fetchAuthorities', t),
					);
				case 'unreadable':
					return t('Try again later; a proxy or a page to sign in may have answered in place of the server.');
				case 'signature':
					return t('Check that the CA certificates of the chain are the right ones, and try again later.');
				case 'algorithm':
				case 'scope':
					return t('Check the revocation with other software, such as OpenSSL.');
				default:
					return t(
						'Make sure that the address of the CRL can be reached from here; both sides of the connection must be able to check it.',
					);
			}
		},
		source: revocation,
		about:
			'The user asked for a check on revocation, but it gave no answer for this certificate: no address, no answer, no CRL, a wrong signature, or no issuer to verify it with.',
	},
	'certificate.revocation-unchecked': {
		severity: 'info',
		problem: (_, t) => t('It was not checked whether the certificate was revoked.'),
		cure: (_, t) => t('Have it checked with {0}: then the CRLs are fetched.', wayTo('checkRevocation', t)),
		source: revocation,
		about: 'Revocation is only checked when the user asks for it, as it needs the network.',
	},
	'certificate.no-ocsp': {
		severity: 'info',
		problem: (_, t) =>
			t('The certificate names no OCSP server; in G4 that is normal, revocation is checked by CRL there.'),
		cure: (_, t) =>
			t(
				'Make sure that your software checks CRLs: a gateway that only knows OCSP cannot check this certificate.',
			),
		source: profiles,
		about: 'OCSP is optional in G4, and its CA certificates have none.',
	},
};
