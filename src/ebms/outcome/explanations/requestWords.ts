import type { Translate } from '../../../text';
import { wayTo } from '../../../ways';

/**
 * What is said in other words about a Ping than about another request: what it is called, what answers it, and which document tells how the
 * endpoint should be. Whole sentences, unless it says otherwise.
 */
export interface RequestWords {
	/** @param problem What follows on the colon. */
	readonly notSent: (problem: string, t: Translate) => string;
	/** @param when A part of a sentence, such as "while connecting". */
	readonly cancelled: (when: string, t: Translate) => string;
	readonly sentByThen: (t: Translate) => string;
	readonly cut: (code: string, t: Translate) => string;
	readonly unread: (host: string, t: Translate) => string;
	readonly unanswered: (host: string, t: Translate) => string;
	/** A part of a sentence. */
	readonly whileSending: (t: Translate) => string;
	/** Why a server may be silent after it took the request, the likeliest first. */
	readonly silenceCauses: (t: Translate) => readonly string[];
	readonly notAnswered: (t: Translate) => string;
	/** Said of an answer that began but did not end. */
	readonly unfinished: (status: number, t: Translate) => string;
	/** @param content What came instead, as a part of a sentence. */
	readonly noAnswer: (content: string, status: number, t: Translate) => string;
	readonly answersOtherwise: (t: Translate) => string;
	readonly noRedirects: (t: Translate) => string;
	readonly moved: (t: Translate) => string;
	/** A part of a sentence: "the MSH". */
	readonly service: (t: Translate) => string;
	readonly serviceDown: (t: Translate) => string;
	readonly overloaded: (t: Translate) => string;
	readonly again: (t: Translate) => string;
	readonly againLonger: (t: Translate) => string;
	readonly nameCertificate: (t: Translate) => string;
	readonly renewCertificate: (t: Translate) => string;
	readonly compareCertificate: (t: Translate) => string;
	readonly takeUrl: (t: Translate) => string;
	readonly checkUrl: (t: Translate) => string;
	readonly checkName: (t: Translate) => string;
	readonly compareHost: (t: Translate) => string;
	readonly compareNames: (t: Translate) => string;
	readonly askUrl: (t: Translate) => string;
	readonly askNewUrl: (t: Translate) => string;
	readonly askLogs: (t: Translate) => string;
	readonly trustWorkspace: (t: Translate) => string;
}

/** How it is said of a Ping, whose endpoint the CPA tells. */
export const pingWords: RequestWords = {
	notSent: (problem, t) => t('The Ping was not sent: {0}', problem),
	cancelled: (when, t) => t('The Ping was cancelled {0}.', when),
	sentByThen: (t) => t('The Ping was sent by then: the other side may have received it.'),
	cut: (code, t) => t('The Ping arrived, but the answer is not complete. Technical code: {0}.', code),
	unread: (host, t) => t('{0} takes the connection, but does not read the Ping.', host),
	unanswered: (host, t) => t('The Ping was sent, but {0} does not answer, or very slowly.', host),
	whileSending: (t) => t('while the Ping was sent'),
	silenceCauses: (t) => [
		t('The MSH of the other side is down, being updated or overloaded.'),
		t('The other side first tries to send the Pong to your endpoint, and that does not work.'),
	],
	notAnswered: (t) => t('The connection works, but the answer is not one that an MSH gives.'),
	unfinished: (status, t) =>
		t('The Ping was sent and an answer began to come (HTTP {0}), but not the end of it.', status),
	noAnswer: (content, status, t) =>
		t('The response is no answer to a Ping: it is {0} (HTTP {1}).', content, status),
	answersOtherwise: (t) =>
		t(
			'Something answers at this address, but not as an MSH does. Whether the Ping reached an MSH is not known.',
		),
	noRedirects: (t) =>
		t(
			'A Ping does not follow redirects: with Digikoppeling the CPA says where messages go, and 3xx is an error.',
		),
	moved: (t) => t('The endpoint has moved, and the CPA is out of date.'),
	service: (t) => t('the MSH'),
	overloaded: (t) => t('The MSH of the other side is down, being updated or overloaded.'),
	serviceDown: (t) => t('The MSH of the other side is not running, or not at this address.'),
	again: (t) => t('Send the Ping once more: does it always break off at the same point?'),
	againLonger: (t) => t('Send the Ping again and give it longer, with {0}.', wayTo('pingTimeout', t)),
	nameCertificate: (t) =>
		t('Name the client certificate and its private key, with its chain, and send the Ping again.'),
	renewCertificate: (t) => t('Use the new certificate, or request one; the CPA then has to be renewed too.'),
	compareCertificate: (t) => t('Compare the client certificate with the one in the CPA.'),
	takeUrl: (t) => t('Take the URL over from the CPA: it begins with https://.'),
	checkUrl: (t) => t('Check the URL with the CPA, path included.'),
	checkName: (t) => t('Check the name in the URL with the CPA.'),
	compareHost: (t) => t('Compare the host in the URL with the endpoint in the CPA.'),
	compareNames: (t) =>
		t('Compare the host in the URL with the endpoint in the CPA: both must be in the certificate.'),
	askUrl: (t) => t('Ask the other side whether an MSH answers at this URL.'),
	askNewUrl: (t) => t('Ask the other side for the right endpoint; when it has changed, a new CPA is needed.'),
	askLogs: (t) =>
		t('Ask the other side what the log of its firewall, load balancer and MSH says at this time.'),
	trustWorkspace: (t) => t('Trust the workspace first: a Ping reads private keys and opens connections.'),
};
