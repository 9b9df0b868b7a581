import type { Translate } from '../../../text';
import type { ContentKind, Outcome, Proof } from '../outcome';
import type { Explainers, OutcomeExplanation } from './explanation';
import { strangerCauses } from './proofWords';
import type { RequestWords } from './requestWords';

export const httpExplainers: Explainers<'http-error' | 'unexpected-response'> = {
	'http-error': ({ status, content, isProxy, challenge, proof }, t, words) => ({
		summary: isProxy
			? t('The proxy does not make the connection: HTTP {0}.', status)
			: t('The server answered with HTTP {0}.', status),
		meaning: isProxy
			? proxyMeaning(status, t)
			: [
					words.notAnswered(t),
					...(challenge === null
						? statusMeaning(status, t, words)
						: [
								t(
									'What answers wants somebody to log in ({0}), which Digikoppeling does not use: there the client certificate tells who you are.',
									challenge,
								),
							]),
					...(content === 'empty' ? [] : [t('The response is {0}.', contentInWords(content, t))]),
				].join(' '),
		causes: isProxy
			? proxyCauses(status, challenge, t)
			: challenge === null
				? statusCauses(status, proof, t, words)
				: [
						...strangerCauses(proof, t),
						t(
							'The URL is that of another service, or of the inside of the other side: it is not for other organisations.',
						),
						t('A portal or login page stands before the endpoint.'),
					],
		next: isProxy
			? [t('Ask whoever manages the proxy to let this host and port through, or try without the proxy.')]
			: [
					...(proof === 'not-shown' ? [words.nameCertificate(t)] : []),
					words.checkUrl(t),
					...(content === 'empty' ? [] : [t('Read the response: it often tells which server refused.')]),
					t('Ask the other side what its log says at this time.'),
				],
	}),
	'unexpected-response': (outcome, t, words) =>
		'code' in outcome
			? explainUnreadable(outcome, t, words)
			: {
					summary: words.noAnswer(contentInWords(outcome.content, t), outcome.status, t),
					meaning: words.answersOtherwise(t),
					causes: unexpectedCauses(outcome.content, t, words),
					next: [t('Read the response: it often tells what answered.'), words.checkUrl(t), words.askUrl(t)],
				},
};

/** Of what is no HTTP there is no response to be read, but for how it begins. */
function explainUnreadable(
	{ content, isProxy, firstLine, code }: Extract<Outcome, { readonly firstLine: unknown }>,
	t: Translate,
	words: RequestWords,
): OutcomeExplanation {
	const came = [
		t('Technical code: {0}.', code),
		...(firstLine === null ? [] : [t('It begins with: "{0}"', firstLine)]),
	];
	if (isProxy) {
		return {
			summary: t('The proxy answers with something that is no HTTP.'),
			meaning: [t('Nothing was sent to the other side.'), ...came].join(' '),
			causes: [t('The address is that of a proxy of another kind, such as SOCKS, or of another service.')],
			next: [t('Check the address and the port of the proxy.')],
		};
	}
	const cut = t('A gateway between has changed or cut the message.');
	if (code === 'HPE_HEADER_OVERFLOW') {
		return {
			summary: t('The headers of the answer are larger than what is read.'),
			meaning: [
				words.answersOtherwise(t),
				t('Technical code: {0}.', code),
				t('An answer to a message has a few hundred bytes of headers; these have more than {0} KB.', 256),
			].join(' '),
			causes: [t('The URL is that of a website or another service: the path is wrong or missing.'), cut],
			next: [words.checkUrl(t), words.askUrl(t)],
		};
	}
	return {
		summary:
			content === 'not-http'
				? t('What came back is no HTTP.')
				: t('What came back is HTTP with a fault in it, so that it cannot be read.'),
		meaning: [words.answersOtherwise(t), ...came].join(' '),
		causes:
			content === 'not-http'
				? [t('The port belongs to another service than the web server.'), cut]
				: [cut, t('The server of the other side does not keep to the rules of HTTP.')],
		next: [words.checkUrl(t), words.askUrl(t)],
	};
}

/** What a response is, as a part of a sentence. */
function contentInWords(content: ContentKind, t: Translate): string {
	const words: Readonly<Record<ContentKind, string>> = {
		empty: t('empty'),
		html: t('a web page (HTML)'),
		json: t('JSON'),
		xml: t('XML that is no SOAP'),
		soap: t('a SOAP message without ebMS'),
		ebms: t('a message of ebMS'),
		text: t('plain text'),
		binary: t('binary data'),
		doctype: t('XML with a DOCTYPE, which is not read'),
		'broken-xml': t('XML that is not well-formed'),
		'broken-multipart': t('a multipart message in which its parts cannot be found'),
		overrun: t('longer than its Content-Length says, so that its end is missing'),
		'too-large': t('larger than 5 MB and was not read further'),
	};
	return words[content];
}

function unexpectedCauses(content: ContentKind, t: Translate, { service }: RequestWords): readonly string[] {
	switch (content) {
		case 'soap':
			return [
				t('The URL is that of a web service (WUS), not of an MSH.'),
				t('A gateway answers in place of {0}.', service(t)),
			];
		case 'ebms':
			return [t('The URL is that of an MSH (ebMS), not of a web service.')];
		case 'overrun':
			return [
				t(
					'The server counts characters, while a Content-Length is a number of bytes: a letter such as ë takes two.',
				),
				t('A gateway between has changed the message, but not its length.'),
			];
		case 'broken-xml':
		case 'broken-multipart':
		case 'doctype':
			return [
				t('The adapter of the other side does not keep to the standard.'),
				t('A gateway between has changed or cut the message.'),
			];
		case 'empty':
		case 'html':
		case 'json':
		case 'xml':
		case 'text':
		case 'binary':
		case 'too-large':
			return [
				t('The URL is that of a website or another service: the path is wrong or missing.'),
				t('A proxy, firewall or login page answers in place of the endpoint.'),
			];
	}
}

function statusMeaning(status: number, t: Translate, { service }: RequestWords): readonly string[] {
	switch (status) {
		case 401:
		case 403:
			return [t('A web server or offloader before {0} refuses the request.', service(t))];
		case 404:
		case 410:
			return [t('There is nothing at this path.')];
		case 405:
			return [t('This path does not take a POST.')];
		case 408:
		case 504:
			return [t('A server behind the first one did not answer in time.')];
		case 413:
			return [t('The server finds the message too large.')];
		case 415:
			return [t('The server does not take text/xml.')];
		case 421:
			return [t('The server says that this host name is not served over this connection.')];
		case 429:
			return [t('The server gets too many requests at this moment.')];
		case 502:
			return [t('A gateway answers, but cannot reach {0} behind it.', service(t))];
		case 503:
			return [t('The server is not available for a while; this is meant to pass.')];
		default:
			return [];
	}
}

function statusCauses(status: number, proof: Proof, t: Translate, words: RequestWords): readonly string[] {
	const service = words.service(t);
	switch (status) {
		case 401:
		case 403:
			return [
				...strangerCauses(proof, t),
				...(proof === 'mutual' || proof === 'unknown'
					? [t('The client certificate, or the OIN in it, is not authorised for this endpoint.')]
					: []),
				t('The IP address from which you send is not allowed.'),
				t('A proxy or firewall between refuses the request.'),
			];
		case 404:
		case 405:
		case 410:
			return [t('The path of the URL is wrong.'), words.serviceDown(t)];
		case 415:
			return [
				t('The URL is that of another kind of service, such as SOAP 1.2 or JSON: the path is wrong.'),
				t('A web server or gateway before {0} does not take the request.', service),
			];
		case 421:
			return [
				t('The URL has an alias or another name than the server is set up for.'),
				t('A load balancer hands the connection to a server that belongs to another name.'),
			];
		case 408:
		case 429:
		case 502:
		case 503:
		case 504:
			return [
				words.overloaded(t),
				t('The connection between the gateway of the other side and {0} behind it is broken.', service),
			];
		default:
			return status >= 500
				? [
						t('The server of the other side has a fault of its own.'),
						t('A gateway answers in place of {0}.', service),
					]
				: [
						...strangerCauses(proof, t),
						t('A web server or gateway before {0} does not take the request.', service),
						t('The path of the URL is wrong.'),
					];
	}
}

function proxyMeaning(status: number, t: Translate): string {
	if (status === 407) {
		return t('The proxy wants to know who you are. Nothing was sent to the other side.');
	}
	return status >= 500
		? t('The proxy could not make the connection, or did not want to. Nothing was sent to the other side.')
		: t('The proxy refuses to connect to this endpoint. Nothing was sent to the other side.');
}

function proxyCauses(status: number, challenge: string | null, t: Translate): readonly string[] {
	if (status === 407) {
		return isBasicAmong(challenge)
			? [t('The proxy needs a name and password, and none or wrong ones were given.')]
			: [
					t(
						'The proxy only lets somebody log in with {0}, which this program does not do: it only sends a name and password (Basic).',
						challenge ?? '',
					),
				];
	}
	const forbidden = t('The proxy does not allow this host or this port.');
	const unreachable = t('The proxy itself cannot reach or find the host.');
	return status >= 500 ? [unreachable, forbidden] : [forbidden, unreachable];
}

/** Whether a proxy takes a name and password; one that does not say, may. */
function isBasicAmong(challenge: string | null): boolean {
	return challenge === null || /(^|, )basic(,|$)/i.test(challenge);
}
