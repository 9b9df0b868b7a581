import type { Translate } from '../../../text';
import type { ContentKind, Outcome, Proof } from '../outcome';
import type { Explainers, OutcomeExplanation } from './explanation';
import { strangerCauses } from './proofWords';
import type { RequestWords } from './requestWords';

export const httpExplainers: Explainers<'http-error' | 'redirected' | 'unexpected-response'> = {
	'http-error': ({ status, content, isProxy, proof }, t, words) => ({
		summary: isProxy
			? t('The proxy does not make the connection: HTTP {0}.', status)
			: t('The server answered with HTTP {0}.', status),
		meaning: isProxy
			? status === 407
				? t('The proxy wants a name and password. Nothing was sent to the other side.')
				: t('The proxy refuses to connect to this endpoint. Nothing was sent to the other side.')
			: [
					words.notAnswered(t),
					...statusMeaning(status, t, words),
					...(content === 'empty' ? [] : [t('The response is {0}.', contentInWords(content, t))]),
				].join(' '),
		causes: isProxy ? proxyCauses(status, t) : statusCauses(status, proof, t, words),
		next: isProxy
			? [t('Ask whoever manages the proxy to let this host and port through, or try without the proxy.')]
			: [
					words.checkUrl(t),
					...(content === 'empty' ? [] : [t('Read the response: it often tells which server refused.')]),
					t('Ask the other side what its log says at this time.'),
				],
	}),
	redirected: ({ status, location }, t, words) => ({
		summary:
			location === null
				? t('The server answered with a redirect (HTTP {0}) that does not say where to.', status)
				: t('The server refers to another address (HTTP {0}): {1}', status, location),
		meaning: words.noRedirects(t),
		causes: [
			t('The URL is not complete: a path or a slash at the end is missing.'),
			t('A portal or login page stands before the endpoint.'),
			words.moved(t),
		],
		next: [words.checkUrl(t), words.askNewUrl(t)],
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
		'broken-multipart': t('a multipart message without parts'),
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
		case 415:
			return [t('The path of the URL is wrong.'), words.serviceDown(t)];
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
						t('A web server or gateway before {0} does not take the request.', service),
						t('The path of the URL is wrong.'),
					];
	}
}

function proxyCauses(status: number, t: Translate): readonly string[] {
	return status === 407
		? [t('The proxy needs a name and password, and none or wrong ones were given.')]
		: [
				t('The proxy does not allow this host or this port.'),
				t('The proxy itself cannot reach or find the host.'),
			];
}
