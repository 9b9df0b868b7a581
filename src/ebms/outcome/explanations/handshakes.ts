import type { Translate } from '../../../text';
import type { Outcome, TlsFailureReason } from '../outcome';
import { alertMeaning, alertName } from './alerts';
import type { Explainers, OutcomeExplanation } from './explanation';
import type { RequestWords } from './requestWords';

export const handshakeExplainers: Explainers<
	'tls-client-certificate-missing' | 'tls-client-certificate-rejected' | 'tls-version' | 'tls-failed'
> = {
	'tls-client-certificate-missing': ({ alert, status, isConfigured }, t, words) => ({
		summary: t('The server wants a client certificate, and got none.'),
		meaning: [
			t('Digikoppeling always uses two-way TLS: the server asks who we are before anything else.'),
			howRefused(alert, status, t),
			// docs/decisions/0010; OpenSSL says handshake_failure or certificate_required.
			...(alert === alertNumbers.badCertificate
				? [t('Servers in Java say this when no certificate comes.')]
				: []),
		].join(' '),
		causes: isConfigured
			? [
					t(
						'The certificate was not used: the server does not take its kind of key or signature (such as RSASSA-PSS).',
					),
					t('The server lost it on the way, for instance at a load balancer.'),
				]
			: [t('No client certificate is configured for this connection.')],
		next: isConfigured
			? [t('Ask the other side which kinds of certificates its server takes.')]
			: [words.nameCertificate(t)],
	}),
	'tls-client-certificate-rejected': (outcome, t, words) => {
		const { status, substatus, certificate, isOfOtherAuthority } = outcome;
		const alert = alertLike(outcome);
		return {
			summary: t('The server refuses our client certificate.'),
			meaning: [
				howRefused(outcome.alert, substatus === null ? status : `${status}.${substatus}`, t),
				...(alert === null ? [] : [alertMeaning(alert, t) ?? '']),
				...(isOfOtherAuthority
					? [t('The server says which issuers it takes, and ours is not among them.')]
					: []),
				...(certificate === null ? [] : [t('We sent the certificate of {0}.', certificate.subject.text)]),
			]
				.filter((sentence) => sentence !== '')
				.join(' '),
			causes: rejectionCauses(outcome, t),
			next: [
				words.compareCertificate(t),
				t('Check whether the file of the certificate holds its whole chain.'),
				t(
					'Ask the other side which roots its server trusts, and give the issuer and the OIN of the certificate.',
				),
			],
		};
	},
	'tls-version': ({ version }, t) => ({
		summary: t('The server only speaks a version of TLS that is no longer allowed.'),
		meaning: [
			t('Digikoppeling allows TLS 1.2 and 1.3 only; 1.0 and 1.1 are forbidden. Nothing was sent.'),
			...(version === null || version === 'TLSv1.2' || version === 'TLSv1.3'
				? []
				: [t('The server chose {0}.', version)]),
		].join(' '),
		causes: [
			t('The server, or the load balancer before it, is old or set up that way.'),
			t('The URL is that of an old endpoint.'),
		],
		next: [t('Ask the other side to turn on TLS 1.2 or 1.3, or for the new endpoint.')],
	}),
	'tls-failed': ({ reason, alert, code }, t, words) => failed(reason, alert, code, t, words),
};

/** How the server said no. */
function howRefused(alert: number | null, status: number | string | null, t: Translate): string {
	if (status !== null) {
		return t('The server said so in HTTP, after the handshake: status {0}.', status);
	}
	return alert === null
		? t('The server hung up without an alert.')
		: t('The server broke off with the TLS alert {0}.', alertName(alert));
}

/** The alert that says the same as IIS does with the number behind a 403. */
const substatusAlerts: ReadonlyMap<number, number> = new Map([
	[13, 44],
	[16, 48],
	[17, 45],
]);

function alertLike({
	alert,
	substatus,
}: Outcome & { readonly kind: 'tls-client-certificate-rejected' }): number | null {
	return alert ?? (substatus === null ? null : (substatusAlerts.get(substatus) ?? null));
}

const alertNumbers = {
	revoked: 44,
	expired: 45,
	unknownCa: 48,
	accessDenied: 49,
	badCertificate: 42,
	internalError: 80,
	noApplicationProtocol: 120,
} as const;

function rejectionCauses(
	outcome: Outcome & { readonly kind: 'tls-client-certificate-rejected' },
	t: Translate,
): readonly string[] {
	const { isOfOtherAuthority, isAlone } = outcome;
	const issuer = t(
		'The server does not trust the issuer: its roots lack the new G4 hierarchy, or it is a TRIAL certificate to production or the other way round.',
	);
	const chain = isAlone
		? t(
				'We send the certificate alone, without that of its issuer: a server that lacks that one cannot check it.',
			)
		: t('The chain that we send is not complete, and the server lacks the certificates between.');
	const other = t('It is another certificate than the one that the other side has on record for us.');
	switch (alertLike(outcome)) {
		case alertNumbers.revoked:
			return [t('The certificate is revoked, or the server cannot get the revocation list of the issuer.')];
		case alertNumbers.expired:
			return [
				t('An issuer in the chain has expired, or the clock of the server is wrong.'),
				t('The revocation list of the issuer has expired at the server.'),
			];
		case alertNumbers.accessDenied:
			return [t('The OIN in the certificate is not authorised at the other side.'), other];
		case alertNumbers.badCertificate:
			return isAlone || !isOfOtherAuthority ? [chain, issuer, other] : [issuer, chain, other];
		case alertNumbers.unknownCa:
			return isAlone ? [chain, issuer] : [issuer, chain];
		default:
			return isAlone ? [chain, issuer, other] : [issuer, chain, other];
	}
}

function failed(
	reason: TlsFailureReason,
	alert: number | null,
	code: string,
	t: Translate,
	words: RequestWords,
): OutcomeExplanation {
	const nothingSent = t('Nothing was sent.');
	const told = alert === null ? t('Technical code: {0}.', code) : howRefused(alert, null, t);
	const askCiphers = t(
		'Ask the other side which TLS versions and cipher suites its server takes; at least ECDHE with AES-256-GCM must be among them.',
	);
	switch (reason) {
		case 'not-tls':
			return {
				summary: t('What answers at this port does not speak TLS.'),
				meaning: `${nothingSent} ${told}`,
				causes: [
					t('The port is wrong: it belongs to plain HTTP or to another service.'),
					t('A proxy or firewall between answers itself.'),
				],
				next: [t('Check the port in the URL; Digikoppeling uses 443.')],
			};
		case 'no-common-cipher':
			return {
				summary: t('The server breaks off the handshake: there is nothing that both sides can use.'),
				meaning: `${nothingSent} ${told}`,
				causes: [
					t('The server only has old cipher suites, or others than we have.'),
					t('The certificate of the server has a kind of key that does not go with its cipher suites.'),
				],
				next: [askCiphers],
			};
		case 'insufficient-security':
			return {
				summary: t('The server finds what we offer not safe enough.'),
				meaning: `${nothingSent} ${told}`,
				causes: [t('The server only takes cipher suites or keys that we do not have.')],
				next: [askCiphers],
			};
		case 'unrecognized-name':
			return {
				summary: t('The server does not know the name of this host.'),
				meaning: `${nothingSent} ${told}`,
				causes: [
					t('The URL has an alias or another name than the server is set up for.'),
					t('The name leads to the wrong server.'),
				],
				next: [words.compareHost(t)],
			};
		case 'weak':
			return {
				summary: t('The server uses a key or cipher that is too weak.'),
				meaning: `${nothingSent} ${told}`,
				causes: [t('The server, or the load balancer before it, is old or set up that way.')],
				next: [askCiphers],
			};
		case 'alert':
		case 'protocol':
			return {
				summary: t('The TLS handshake failed.'),
				meaning: told,
				causes: [
					...causesOfAlert(alert, t),
					t('The server has a fault of its own, or is not set up rightly.'),
					t('A proxy or firewall between changes the connection.'),
				],
				next: [t('Ask the other side what its log says at this time, and give the technical code.')],
			};
	}
}

/** What a server mostly means by an alert that is not about a certificate. */
function causesOfAlert(alert: number | null, t: Translate): readonly string[] {
	switch (alert) {
		case alertNumbers.internalError:
			return [t('The server has no certificate for this host name, or cannot handle our certificate.')];
		case alertNumbers.noApplicationProtocol:
			return [t('The server speaks HTTP/2 only, which an MSH does not.')];
		default:
			return [];
	}
}
