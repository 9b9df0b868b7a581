import type { Translate } from '../../../text';
import type { Phase } from '../../transport/phase';
import { alertName } from './alerts';
import type { Explainers, OutcomeExplanation } from './explanation';
import { isMissing, missingInWords, nextForProxy, whileInWords, wrongLength } from './networkWords';
import type { RequestWords } from './requestWords';

export const timeoutExplainers: Explainers<'timeout'> = {
	timeout: (outcome, t, words) => {
		const { phase, seconds, host, isProxy, begun, failedHandshake } = outcome;
		if (begun !== null) {
			return unfinished(begun, seconds, t, words);
		}
		return {
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
					: handshakeCauses(failedHandshake.alert, phase, t, words),
			next: isProxy ? nextForProxy(t) : timeoutNext(phase, t, words),
		};
	},
};

/** An answer that was on its way when the patience was over. */
function unfinished(
	{ status, missing }: { readonly status: number; readonly missing: number | null },
	seconds: number,
	t: Translate,
	words: RequestWords,
): OutcomeExplanation {
	return {
		summary: t('The answer was not complete within {0} seconds.', seconds),
		meaning: [words.unfinished(status, t), ...missingInWords(missing, t)].join(' '),
		causes: [
			isMissing(missing)
				? wrongLength(t)
				: t('The server says in no way where its answer ends, and leaves the connection open.'),
			t('The server, or a gateway before it, hangs or is very slow while answering.'),
		],
		next: [
			t('Read the response: is what came of it whole?'),
			words.againLonger(t),
			t('Ask the other side what its log says at this time.'),
		],
	};
}

/** A handshake that failed with an alert was refused; without one it may as well have been a check whether somebody listens here. */
function handshakeCauses(
	alert: number | null,
	phase: Phase,
	t: Translate,
	words: RequestWords,
): readonly string[] {
	const refused = ourCertificateRefused(t);
	return alert === null
		? [refused, ...timeoutCauses(phase, t, words).filter((cause) => cause !== refused)]
		: [refused];
}

/** Somebody came to our endpoint, and did not go on. */
function brokenOffInWords(alert: number | null, t: Translate): string {
	return alert === null
		? t('Somebody connected to our endpoint, but the TLS handshake failed.')
		: t('Somebody connected to our endpoint, but broke off with the TLS alert {0}.', alertName(alert));
}

function ourCertificateRefused(t: Translate): string {
	return t('The other side does not trust our certificate, or it is not for the host in the CPA.');
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
