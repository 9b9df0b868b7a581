import type { Certificate } from '../../../certificates/certificate';
import { branchNamed, isTestName } from '../../../certificates/pkioverheid';
import type { Translate } from '../../../text';
import type { DistrustReason } from '../../tls/tlsErrors';
import type { Outcome } from '../outcome';
import { wayTo } from '../../../ways';
import type { Explainers, OutcomeExplanation } from './explanation';

export const serverCertificateExplainers: Explainers<
	'tls-untrusted-server' | 'tls-host-mismatch' | 'tls-server-expired'
> = {
	'tls-untrusted-server': ({ reason, chain }, t) => {
		const last = chain.at(-1);
		return {
			summary: t('The certificate of the server is not trusted.'),
			meaning: [
				t('Nothing was sent: with an untrusted certificate it is not certain who is at the other end.'),
				distrustInWords(reason, last, t),
				...(last === undefined
					? []
					: [t('The server sent {0} certificates; the first is for {1}.', chain.length, subjectOf(chain))]),
			].join(' '),
			causes: distrustCauses(reason, chain, t),
			next: [
				...(last === undefined || reason === 'revoked' || reason === 'purpose'
					? []
					: [
							t(
								'Check whether the root of {0} is named with {1}; for Digikoppeling it is a private root of PKIoverheid (G1 or G4).',
								last.issuer.text,
								wayTo('trustForConnection', t),
							),
						]),
				...(isOfPkioverheid(last) ? [fetchAuthorities(t)] : []),
				t('Check whether the URL is that of the right environment.'),
				t('Ask the other side to have the server send its whole chain.'),
			],
		};
	},
	'tls-host-mismatch': ({ host, chain }, t, words) => {
		const names = (chain[0]?.subjectAlternativeNames ?? [])
			.filter(({ type }) => type === 'dns' || type === 'ip')
			.map(({ value }) => value);
		return {
			summary: t('The certificate of the server is not for {0}.', host),
			meaning: [
				t('Nothing was sent: with a certificate for another name it is not certain who is at the other end.'),
				names.length === 0
					? t('The certificate names no host at all in its subjectAltName, and its CN does not count.')
					: t('The certificate is for: {0}.', names.join(', ')),
			].join(' '),
			causes: [
				t('The URL has another name than the endpoint: an internal name, an alias or an IP address.'),
				t('The certificate was made for another name, or the new name is not in it yet.'),
				t('A firewall or proxy between answers with a certificate of its own.'),
			],
			next: [words.compareNames(t), t('Ask the other side which name its endpoint has.')],
		};
	},
	'tls-server-expired': (outcome, t) => {
		const { reason, certificate, whose } = outcome;
		if (whose === 'trusted') {
			return trustedNotValid(reason, t);
		}
		const name = certificate?.subject.text ?? '';
		return {
			summary: notValidSummary(outcome, t),
			meaning: [
				t('Nothing was sent.'),
				...(certificate === null
					? []
					: reason === 'expired'
						? [t('{0} was valid until {1}.', name, momentOf(certificate.notAfter))]
						: [t('{0} is valid from {1}.', name, momentOf(certificate.notBefore))]),
			].join(' '),
			causes:
				reason === 'expired'
					? [
							t('The other side has not renewed its certificate, or not installed the new one yet.'),
							t('An issuer in the chain has expired: the server still sends an old one.'),
							t('The clock of this machine is ahead.'),
						]
					: [
							t('The clock of this machine is behind.'),
							t('The other side installed a new certificate too early.'),
						],
			next: [
				t('Check the clock of this machine.'),
				t('Tell the other side which certificate it is; it must install a valid one.'),
			],
		};
	},
};

function notValidSummary(
	{ reason, whose }: Outcome & { readonly kind: 'tls-server-expired' },
	t: Translate,
): string {
	if (whose === 'issuer') {
		return reason === 'expired'
			? t('An issuer in the chain of the server has expired.')
			: t('An issuer in the chain of the server is not valid yet.');
	}
	return reason === 'expired'
		? t('The certificate of the server has expired.')
		: t('The certificate of the server is not valid yet.');
}

/** The server can do nothing about it. */
function trustedNotValid(reason: 'expired' | 'not-yet-valid', t: Translate): OutcomeExplanation {
	return {
		summary:
			reason === 'expired'
				? t('A certificate that this connection trusts has expired.')
				: t('A certificate that this connection trusts is not valid yet.'),
		meaning: [
			t('Nothing was sent.'),
			t('All that the server sent is valid; the root or issuer that it leads to, on this side, is not.'),
		].join(' '),
		causes: [
			t('The file with the trusted root is old: the hierarchy has a new one.'),
			reason === 'expired'
				? t('The clock of this machine is ahead.')
				: t('The clock of this machine is behind.'),
		],
		next: [
			t('Name the root that is valid now, with {0}.', wayTo('trustForConnection', t)),
			t('Check the clock of this machine.'),
		],
	};
}

/** How the private roots of PKIoverheid come to count. */
export function fetchAuthorities(t: Translate): string {
	return t(
		'For PKIoverheid: have its CA certificates fetched, with {0}. They then count for every connection but that of the local partner.',
		wayTo('fetchAuthorities', t),
	);
}

function isOfPkioverheid(last: Certificate | undefined): boolean {
	const branch = last === undefined || isTestName(last.issuer) ? undefined : branchNamed(last.issuer);
	return branch === 'G1' || branch === 'G4';
}

function distrustInWords(reason: DistrustReason, last: Certificate | undefined, t: Translate): string {
	const issuer = last?.issuer.text ?? '';
	switch (reason) {
		case 'self-signed':
			return t('The server shows a certificate that signed itself.');
		case 'unknown-root':
			return issuer === ''
				? t('Its chain ends in a root that this connection does not trust.')
				: t('Its chain leads to {0}, which this connection does not trust.', issuer);
		case 'issuer-missing':
			return issuer === ''
				? t('An issuer is missing: the server does not send it, and this connection does not trust it.')
				: t(
						'The issuer {0} is missing: the server does not send it, and this connection does not trust it.',
						issuer,
					);
		case 'not-a-ca':
			return t('A certificate in the chain may not issue others.');
		case 'signature':
			return t('A signature in the chain is wrong.');
		case 'purpose':
			return t('The certificate is not meant for a server.');
		case 'revoked':
			return t('The certificate is revoked.');
		case 'weak':
			return t('A key or signature in the chain is too weak.');
		case 'other':
			return t('The certificate or its chain is not right.');
	}
}

function distrustCauses(
	reason: DistrustReason,
	chain: readonly Certificate[],
	t: Translate,
): readonly string[] {
	const notTrusted = t('The root of this hierarchy is not in the trusted certificates of the connection.');
	const notSent = t('The server does not send the certificates of its issuers.');
	const between = t('A firewall or proxy between answers with a certificate of its own.');
	const otherEnvironment = t(
		'The URL is that of another environment: a test server with a TRIAL certificate.',
	);
	switch (reason) {
		case 'self-signed':
			return [t('It is a server for tests, or one that is not set up yet.'), between];
		case 'unknown-root':
			return [notTrusted, otherEnvironment, between];
		case 'issuer-missing':
			return chain.length === 1
				? [notSent, notTrusted, between]
				: [notTrusted, notSent, otherEnvironment, between];
		case 'purpose':
			return [t('The server uses a certificate for clients or persons.')];
		case 'revoked':
			return [t('The other side has replaced the certificate, but not on this server.')];
		case 'not-a-ca':
		case 'signature':
		case 'weak':
		case 'other':
			return [t('The server is not set up rightly.'), between];
	}
}

function subjectOf(chain: readonly Certificate[]): string {
	return chain[0]?.subject.text ?? '';
}

/** In UTC, to the minute. */
export function momentOf(date: Date): string {
	return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
