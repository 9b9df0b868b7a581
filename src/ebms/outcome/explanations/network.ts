import type { Translate } from '../../../text';
import type { Phase } from '../../transport/phase';
import { alertName } from './alerts';
import type { Explainers } from './explanation';
import type { RequestWords } from './requestWords';

export const networkExplainers: Explainers<
	| 'connection-refused'
	| 'connection-reset'
	| 'host-not-found'
	| 'network-unreachable'
	| 'timeout'
	| 'cancelled'
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
	'connection-reset': ({ phase, code, isProxy, isCut, isCertificateAsked }, t, words) => ({
		summary: isCut
			? t('The connection was cut in the middle of the response.')
			: isProxy
				? t('The proxy broke off the connection.')
				: t('The other side broke off the connection {0}.', whileInWords(phase, t, words)),
		meaning: isCut ? words.cut(code, t) : t('It did not say why. Technical code: {0}.', code),
		causes: isCut
			? [
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
						...(phase === 'tls'
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
					...(isCertificateAsked
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
		meaning: t('The name leads to no address on this network. Nothing was sent. Technical code: {0}.', code),
		causes: [
			t('There is a typing error in the name.'),
			t('The name only exists on another network, such as Diginetwerk or that of your data centre.'),
			t('The name server cannot be reached at this moment.'),
		],
		next: [words.checkName(t), t('Try it from the machine that will send the messages later on.')],
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
	timeout: ({ phase, seconds, host, isProxy, failedHandshake }, t, words) => ({
		summary: timeoutSummary(phase, seconds, isProxy, t, words),
		meaning: isProxy
			? t('The proxy does not answer, or gets no answer itself from {0}. Nothing was sent.', host)
			: [
					timeoutMeaning(phase, host, t, words),
					...(failedHandshake === null ? [] : [brokenOffInWords(failedHandshake.alert, t)]),
				].join(' '),
		causes: isProxy
			? [
					t('The address of the proxy is wrong, or the proxy is down.'),
					t('The proxy itself cannot reach or find the host.'),
				]
			: failedHandshake === null
				? timeoutCauses(phase, t, words)
				: [ourCertificateRefused(t)],
		next: isProxy ? nextForProxy(t) : timeoutNext(phase, t, words),
	}),
	cancelled: ({ phase }, t, words) => ({
		summary: words.cancelled(whileInWords(phase, t, words), t),
		meaning: cancelledMeaning(phase, t, words),
		causes: [],
		next: [],
	}),
};

/** Somebody came to our endpoint, and did not go on. */
function brokenOffInWords(alert: number | null, t: Translate): string {
	return alert === null
		? t('Somebody connected to our endpoint, but the TLS handshake failed.')
		: t('Somebody connected to our endpoint, but broke off with the TLS alert {0}.', alertName(alert));
}

function ourCertificateRefused(t: Translate): string {
	return t('The other side does not trust our certificate, or it is not for the host in the CPA.');
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

function nextForProxy(t: Translate): readonly string[] {
	return [
		t('Check the address and the port of the proxy.'),
		t('Ask whoever manages the proxy to let this host and port through, or try without the proxy.'),
	];
}

/** When something happened, as a part of a sentence. */
function whileInWords(phase: Phase, t: Translate, { whileSending }: RequestWords): string {
	const words: Readonly<Record<Phase, string>> = {
		lookup: t('while the host was looked up'),
		connect: t('while connecting'),
		tls: t('during the TLS handshake'),
		request: whileSending(t),
		response: t('before an answer came'),
		pong: t('while waiting for the Pong'),
	};
	return words[phase];
}

function timeoutSummary(
	phase: Phase,
	seconds: number,
	isProxy: boolean,
	t: Translate,
	words: RequestWords,
): string {
	if (phase === 'pong') {
		return t('The Ping was accepted, but no Pong came to our endpoint within {0} seconds.', seconds);
	}
	return isProxy
		? t('The proxy did not make a connection within {0} seconds.', seconds)
		: t('No answer within {0} seconds: it stopped {1}.', seconds, whileInWords(phase, t, words));
}

function timeoutMeaning(phase: Phase, host: string, t: Translate, words: RequestWords): string {
	switch (phase) {
		case 'lookup':
			return t('The name server does not answer. Nothing was sent.');
		case 'connect':
			return t('{0} does not answer at all, not even with a refusal. Nothing was sent.', host);
		case 'tls':
			return t('{0} takes the connection, but does not finish the TLS handshake. Nothing was sent.', host);
		case 'request':
			return words.unread(host, t);
		case 'response':
			return words.unanswered(host, t);
		case 'pong':
			return t('The way to the other side works; the way back does not, or it leads elsewhere.');
	}
}

function timeoutCauses(phase: Phase, t: Translate, words: RequestWords): readonly string[] {
	switch (phase) {
		case 'lookup':
			return [t('The name server cannot be reached at this moment.')];
		case 'connect':
			return [
				t('A firewall drops the connection in silence: your IP address or the port is not let through.'),
				t('The server or its network is down.'),
			];
		case 'tls':
			return [
				t('What answers at this port does not speak TLS and waits for something else.'),
				t('The server is overloaded.'),
			];
		case 'request':
		case 'response':
			return words.silenceCauses(t);
		case 'pong':
			return [
				t('The CPA names another endpoint for us than the address at which we listen.'),
				t('A firewall does not let the other side through to us.'),
				ourCertificateRefused(t),
				t('The other side does not answer a Ping: it need not.'),
			];
	}
}

function timeoutNext(phase: Phase, t: Translate, words: RequestWords): readonly string[] {
	switch (phase) {
		case 'lookup':
			return [t('Check the network connection and the VPN.')];
		case 'connect':
			return [
				t('Check the host and port in the URL; Digikoppeling uses 443.'),
				t('Ask your network department, and then the other side, whether your IP address is let through.'),
			];
		case 'tls':
			return [t('Check the port in the URL; Digikoppeling uses 443.')];
		case 'request':
		case 'response':
			return [words.againLonger(t), t('Ask the other side what its log says at this time.')];
		case 'pong':
			return [
				t('Compare our endpoint in the CPA with the address at which we listen.'),
				t('Ask the other side whether it could send the Pong, and what its log says.'),
			];
	}
}
