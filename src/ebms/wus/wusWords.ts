import type { RequestWords } from '../outcome/explanations/requestWords';

/** How it is said of a question to a web service, whose endpoint the Handreiking Connectiviteit MijnOverheid tells (manual §4.3.9). */
export const wusWords: RequestWords = {
	notSent: (problem, t) => t('The service was not asked: {0}', problem),
	cancelled: (when, t) => t('The check was cancelled {0}.', when),
	sentByThen: (t) => t('The question was sent by then; no service can act on it.'),
	cut: (code, t) => t('The question arrived, but the answer is not complete. Technical code: {0}.', code),
	unread: (host, t) => t('{0} takes the connection, but does not read the question.', host),
	unanswered: (host, t) => t('The question was sent, but {0} does not answer, or very slowly.', host),
	whileSending: (t) => t('while the question was sent'),
	silenceCauses: (t) => [t('The service is down, being updated or overloaded.')],
	notAnswered: (t) => t('The connection works, but the answer is not one that a web service gives.'),
	unfinished: (status, t) =>
		t('The question was sent and an answer began to come (HTTP {0}), but not the end of it.', status),
	noAnswer: (content, status, t) =>
		t('The response is not that of a web service: it is {0} (HTTP {1}).', content, status),
	answersOtherwise: (t) =>
		t('Something answers at this address, but not with SOAP and not with a WSDL, as a web service would.'),
	noRedirects: (t) =>
		t('The check does not follow redirects: a web service of Digikoppeling does not use them.'),
	moved: (t) => t('The endpoint has moved.'),
	service: (t) => t('the service'),
	serviceDown: (t) => t('The service is not running, or not at this address.'),
	overloaded: (t) => t('The service is down, being updated or overloaded.'),
	again: (t) => t('Check it once more: does it always break off at the same point?'),
	againLonger: (t) => t('Check it again with a longer time limit.'),
	nameCertificate: (t) =>
		t('Choose the client certificate and its private key, with its chain, and check it again.'),
	renewCertificate: (t) => t('Use the new certificate, or request one.'),
	compareCertificate: (t) =>
		t('Check whether this is the client certificate for this environment, with your OIN in it.'),
	takeUrl: (t) =>
		t('Take the URL over from the Handreiking Connectiviteit MijnOverheid: it begins with https://.'),
	checkUrl: (t) => t('Check the URL with the Handreiking Connectiviteit MijnOverheid, path included.'),
	checkName: (t) => t('Check the name in the URL with the Handreiking Connectiviteit MijnOverheid.'),
	compareHost: (t) => t('Check the name in the URL with the Handreiking Connectiviteit MijnOverheid.'),
	compareNames: (t) => t('Check the name in the URL with the Handreiking Connectiviteit MijnOverheid.'),
	askUrl: (t) => t('Ask the other side whether a web service answers at this URL.'),
	askNewUrl: (t) => t('Ask the other side for the right endpoint.'),
	askLogs: (t) =>
		t('Ask the other side what the log of its firewall, load balancer and service says at this time.'),
	trustWorkspace: (t) => t('Trust the workspace first: the check reads private keys and opens connections.'),
};
