import type { Translate } from '../../../text';
import type { ContentKind } from '../outcome';
import { causesOfCodes, errorInWords, nextForErrors } from './errorCodes';
import type { Explainers } from './explanation';

export const answerExplainers: Explainers<
	'ebms-error' | 'soap-fault' | 'empty-error' | 'http-error' | 'redirected' | 'unexpected-response'
> = {
	'ebms-error': ({ errors, isAsync }, t) => ({
		summary: isAsync
			? t('The other side sent an error message to our own endpoint: {0}', firstCode(errors, t))
			: t('The other side answered with an ebMS error: {0}', firstCode(errors, t)),
		meaning:
			errors.length === 0
				? t('TLS works and the message was read, but the other side refuses it without saying why.')
				: [
						t('TLS works and the message was read, but the other side refuses it.'),
						...errors.map((error) => errorInWords(error, t)),
					].join(' '),
		causes: causesOfCodes(errors, t),
		next: nextForErrors(errors, t),
	}),
	'soap-fault': ({ status, code, text, errors }, t) => {
		const isUnderstanding = code === 'MustUnderstand';
		return {
			summary:
				errors.length > 0
					? t('The other side answered with a SOAP Fault: {0}', firstCode(errors, t))
					: t('The other side answered with a SOAP Fault (HTTP {0}).', status),
			meaning: [
				isUnderstanding
					? t('What answers knows SOAP but not ebMS: it does not understand the header of the message.')
					: t('TLS works and something that knows SOAP read the message, but refused it.'),
				...(errors.length > 0
					? errors.map((error) => errorInWords(error, t))
					: text === ''
						? []
						: [t('It says: "{0}"', text)]),
			].join(' '),
			causes: isUnderstanding
				? [
						t('The URL is that of a web service (WUS), not of an MSH.'),
						t('In the MSH of the other side the part that reads the ebMS header is missing.'),
					]
				: errors.length > 0
					? causesOfCodes(errors, t)
					: [
							t('The CPA with this CPAId is not loaded at the other side.'),
							t('The client certificate is not the one that the CPA names for this PartyId.'),
							t('A PartyId, its type or its suffix is other than in the CPA.'),
						],
			next: isUnderstanding
				? [t('Check the URL with the CPA.'), t('Ask the other side which URL its MSH has.')]
				: nextForErrors(errors, t),
		};
	},
	'empty-error': ({ status }, t) => ({
		summary: t('The other side answered with HTTP {0} and nothing else.', status),
		meaning: t(
			'TLS works, but the other side failed without saying why. MSHs such as ebms-core do this when they do not get as far as ebMS.',
		),
		causes: [
			t(
				'No client certificate reached the MSH, though it wants one: it may be lost at a load balancer or proxy.',
			),
			t(
				'The PartyId of the sender or its type does not occur in the CPA, while the MSH compares the certificate with that of the party.',
			),
			t('The message does not fit the schema, or has a DOCTYPE.'),
			t('The MSH has a fault of its own, such as a database that cannot be reached.'),
		],
		next: [
			t('Compare From, To and CPAId in the request with the CPA, exactly: type and suffix included.'),
			t('Ask the other side what its log says at this time.'),
		],
	}),
	'http-error': ({ status, content, isProxy }, t) => ({
		summary: isProxy
			? t('The proxy does not make the connection: HTTP {0}.', status)
			: t('The server answered with HTTP {0}.', status),
		meaning: isProxy
			? status === 407
				? t('The proxy wants a name and password. Nothing was sent to the other side.')
				: t('The proxy refuses to connect to this endpoint. Nothing was sent to the other side.')
			: [
					t('TLS works, but the Ping did not reach an MSH.'),
					...statusMeaning(status, t),
					...(content === 'empty' ? [] : [t('The response is {0}.', contentInWords(content, t))]),
				].join(' '),
		causes: isProxy ? proxyCauses(status, t) : statusCauses(status, t),
		next: isProxy
			? [t('Ask whoever manages the proxy to let this host and port through, or try without the proxy.')]
			: [
					t('Check the URL with the CPA, path included.'),
					t('Read the response: it often tells which server refused.'),
					t('Ask the other side what its log says at this time.'),
				],
	}),
	redirected: ({ status, location }, t) => ({
		summary:
			location === null
				? t('The server answered with a redirect (HTTP {0}) that does not say where to.', status)
				: t('The server refers to another address (HTTP {0}): {1}', status, location),
		meaning: t(
			'A Ping does not follow redirects: with Digikoppeling the CPA says where messages go, and 3xx is an error.',
		),
		causes: [
			t('The URL is not complete: a path or a slash at the end is missing.'),
			t('A portal or login page stands before the endpoint.'),
			t('The endpoint has moved, and the CPA is out of date.'),
		],
		next: [
			t('Check the URL with the CPA, path included.'),
			t('Ask the other side for the right endpoint; when it has changed, a new CPA is needed.'),
		],
	}),
	'unexpected-response': ({ status, content }, t) => ({
		summary:
			content === 'not-http'
				? t('What came back is no HTTP.')
				: t('The response is no answer to a Ping: it is {0} (HTTP {1}).', contentInWords(content, t), status),
		meaning: t(
			'Something answers at this address, but not as an MSH does. Whether the Ping reached an MSH is not known.',
		),
		causes: unexpectedCauses(content, t),
		next: [
			t('Read the response: it often tells what answered.'),
			t('Check the URL with the CPA, path included.'),
			t('Ask the other side whether an MSH answers at this URL.'),
		],
	}),
};

function firstCode(errors: readonly { readonly code: string }[], t: Translate): string {
	const codes = [...new Set(errors.map(({ code }) => code).filter((code) => code !== ''))];
	return codes.length === 0 ? t('no code was given.') : `${codes.join(', ')}.`;
}

/** What a response is, as a part of a sentence. */
function contentInWords(content: ContentKind, t: Translate): string {
	const words: Readonly<Record<ContentKind, string>> = {
		empty: t('empty'),
		html: t('a web page (HTML)'),
		json: t('JSON'),
		xml: t('XML that is no SOAP'),
		soap: t('a SOAP message without ebMS'),
		text: t('plain text'),
		binary: t('binary data'),
		doctype: t('XML with a DOCTYPE, which is not read'),
		'broken-xml': t('XML that is not well-formed'),
		'broken-multipart': t('a multipart message without parts'),
		'too-large': t('larger than 5 MB and was not read further'),
		'not-http': t('no HTTP'),
	};
	return words[content];
}

function unexpectedCauses(content: ContentKind, t: Translate): readonly string[] {
	switch (content) {
		case 'soap':
			return [
				t('The URL is that of a web service (WUS), not of an MSH.'),
				t('A gateway answers in place of the MSH.'),
			];
		case 'broken-xml':
		case 'broken-multipart':
		case 'doctype':
			return [
				t('The adapter of the other side does not keep to the standard.'),
				t('A gateway between has changed or cut the message.'),
			];
		case 'not-http':
			return [
				t('The port belongs to another service than the web server.'),
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

function statusMeaning(status: number, t: Translate): readonly string[] {
	switch (status) {
		case 401:
		case 403:
			return [t('A web server or offloader before the MSH refuses the request.')];
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
			return [t('A gateway answers, but cannot reach the MSH behind it.')];
		case 503:
			return [t('The server is not available for a while; this is meant to pass.')];
		default:
			return [];
	}
}

function statusCauses(status: number, t: Translate): readonly string[] {
	switch (status) {
		case 401:
		case 403:
			return [
				t('The client certificate, or the OIN in it, is not authorised for this endpoint.'),
				t('The IP address from which you send is not allowed.'),
				t('A proxy or firewall between refuses the request.'),
			];
		case 404:
		case 405:
		case 410:
		case 415:
			return [
				t('The path of the URL is wrong.'),
				t('The MSH of the other side is not running, or not at this address.'),
			];
		case 408:
		case 429:
		case 502:
		case 503:
		case 504:
			return [
				t('The MSH of the other side is down, being updated or overloaded.'),
				t('The connection between the gateway of the other side and its MSH is broken.'),
			];
		default:
			return status >= 500
				? [
						t('The server of the other side has a fault of its own.'),
						t('A gateway answers in place of the MSH.'),
					]
				: [
						t('A web server or gateway before the MSH does not take the request.'),
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
