import type { Translate } from '../../../text';
import type { Phase } from '../../transport/phase';
import type { Explainers } from './explanation';
import { isMissing, missingInWords, nextForProxy, whileInWords, wrongLength } from './networkWords';
import type { RequestWords } from './requestWords';

export const networkExplainers: Explainers<
	'connection-refused' | 'connection-reset' | 'host-not-found' | 'network-unreachable' | 'cancelled'
> = {
	'connection-refused': ({ host, port, isProxy }, t) => ({
		summary: isProxy
			? t('The proxy does not take connections.')
			: t('Nobody takes connections at {0}, port {1}.', host, port),
		meaning: t('The machine is there, but refuses the connection. Nothing was sent.'),
		causes: isProxy
			? [t('The proxy is not running, or has another port.')]
			: [
					t('The server is not running, or has another port.'),
					t('A firewall refuses connections from this address.'),
				],
		next: isProxy
			? [t('Check the address and the port of the proxy.')]
			: [
					t('Check the port in the URL; Digikoppeling uses 443.'),
					t('Ask the other side whether its server is running, and whether it lets your IP address through.'),
				],
	}),
	'connection-reset': ({ phase, code, isProxy, isCut, missing, isCertificateAsked }, t, words) => ({
		summary: isCut
			? t('The connection was cut in the middle of the response.')
			: isProxy
				? t('The proxy broke off the connection.')
				: t('The other side broke off the connection {0}.', whileInWords(phase, t, words)),
		meaning: isCut
			? [words.cut(code, t), ...missingInWords(missing, t)].join(' ')
			: [
					t('It did not say why. Technical code: {0}.', code),
					...(isBeforeSending(phase) ? [t('Nothing was sent.')] : []),
				].join(' '),
		causes: isCut
			? [
					...(isMissing(missing) ? [wrongLength(t)] : []),
					t('The server, or a gateway before it, failed while answering.'),
					t('A firewall or load balancer cut the connection off.'),
				]
			: isProxy
				? [
						t('The proxy does not allow this host or this port.'),
						t('The address is that of a proxy of another kind, such as SOCKS, or of another service.'),
					]
				: [
						...(isCertificateAsked
							? [
									t(
										'The server refuses the client certificate without saying so; some servers do, above all with TLS 1.3.',
									),
								]
							: []),
						...(isBeforeSending(phase)
							? [
									t(
										'A firewall lets the connection through but stops TLS, or does not allow your IP address.',
									),
									t('The port belongs to another service.'),
								]
							: [t('The server, or a gateway before it, failed on the request.')]),
						t('A firewall or load balancer cut the connection off.'),
					],
		next: isProxy
			? nextForProxy(t)
			: [
					...(isCertificateAsked && !isCut
						? [
								words.compareCertificate(t),
								t('Check whether the file of the certificate holds its whole chain.'),
							]
						: []),
					words.again(t),
					words.askLogs(t),
				],
	}),
	'host-not-found': ({ host, code, isProxy }, t, words) => ({
		summary: isProxy ? t('The proxy cannot be found by its name.') : t('The host {0} cannot be found.', host),
		...(isUndecided(code)
			? {
					meaning: t(
						'The name server gave no answer, so that it is not known whether the name exists. Nothing was sent. Technical code: {0}.',
						code,
					),
					causes: [
						t('The name server cannot be reached at this moment.'),
						t('This machine has no network, or no route to that network (a VPN or Diginetwerk).'),
						t('The name only exists on another network, such as Diginetwerk or that of your data centre.'),
					],
					next: [t('Check the network connection and the VPN.'), words.checkName(t)],
				}
			: {
					meaning: t(
						'The name leads to no address on this network. Nothing was sent. Technical code: {0}.',
						code,
					),
					causes: [
						t('There is a typing error in the name.'),
						t('The name only exists on another network, such as Diginetwerk or that of your data centre.'),
						t('The name server cannot be reached at this moment.'),
					],
					next: [words.checkName(t), t('Try it from the machine that will send the messages later on.')],
				}),
	}),
	'network-unreachable': ({ host, code, isProxy }, t) => ({
		summary: isProxy
			? t('The proxy cannot be reached over the network.')
			: t('There is no way over the network to {0}.', host),
		meaning: t('Nothing was sent. Technical code: {0}.', code),
		causes: [
			t('This machine has no network, or no route to that network (a VPN or Diginetwerk).'),
			t('A firewall on this machine or in your network stops the connection.'),
		],
		next: [
			t('Check the network connection and the VPN.'),
			t('Ask your network department to open the way to this host and port.'),
		],
	}),
	cancelled: ({ phase }, t, words) => ({
		summary: words.cancelled(whileInWords(phase, t, words), t),
		meaning: cancelledMeaning(phase, t, words),
		causes: [],
		next: [],
	}),
};

/** Whether nothing of the request had gone over the line by then. */
function isBeforeSending(phase: Phase): boolean {
	return phase === 'lookup' || phase === 'connect' || phase === 'tls';
}

/** A name server that does not know a name says so; these are the codes of one that says nothing (getaddrinfo, and c-ares). */
function isUndecided(code: string): boolean {
	return code === 'EAI_AGAIN' || code === 'ESERVFAIL';
}

function cancelledMeaning(phase: Phase, t: Translate, words: RequestWords): string {
	switch (phase) {
		case 'lookup':
		case 'connect':
		case 'tls':
			return t('Nothing was sent.');
		case 'request':
			return t('Whether the other side received anything is not known.');
		case 'response':
		case 'pong':
			return words.sentByThen(t);
	}
}
