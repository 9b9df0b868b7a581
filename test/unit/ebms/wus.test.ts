import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import type { ServerOptions } from 'node:https';
import { writeFault } from '../../../src/ebms/message/writeMessage';
import { readIdentity } from '../../../src/ebms/credentials/readIdentity';
import { checkWus, type WusRequest, type WusResult } from '../../../src/ebms/wus/checkWus';
import { explainWusOutcome } from '../../../src/ebms/wus/explainWusOutcome';
import { requestFor } from '../../../src/ebms/wus/questions';
import type { WusOutcome } from '../../../src/ebms/wus/wusOutcome';
import { reportWus } from '../../../src/ebms/wus/wusReport';
import { readEndpoint } from '../../../src/ebms/transport/endpoint';
import { createTranslate } from '../../../src/text';
import { assertInWords } from './inWords';
import { fixed, freePort, plainPeer, rawPeer, securePeer, type Answer, type Peer } from './peers';
import { anchor, clientIdentity, hierarchy, pki, serverCertificate } from './pingTesting';

const server = serverCertificate();
const mutual: ServerOptions = {
	...server,
	requestCert: true,
	rejectUnauthorized: true,
	ca: [hierarchy.root.pem],
};
const xml = { 'content-type': 'text/xml; charset=UTF-8' };
const wsdl = '<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" name="Profielservice"/>';
const page = '<!DOCTYPE html><html><body>Niets te zien</body></html>';

function soap(version: string, body: string): string {
	return `<s:Envelope xmlns:s="${version}"><s:Body>${body}</s:Body></s:Envelope>`;
}

const soap11 = 'http://schemas.xmlsoap.org/soap/envelope/';
const notUnderstood = writeFault({ code: 'MustUnderstand', text: 'Header Verbindingscontrole' });

/** Answers a GET and a POST apart. */
function answers(get: Answer, post: Answer): Answer {
	return (request, incoming, response) => {
		(incoming.method === 'GET' ? get : post)(request, incoming, response);
	};
}

function secure(answer: Answer, options: ServerOptions = mutual): () => Promise<Peer> {
	return () => securePeer(options, answer);
}

const client = clientIdentity();

function requestTo(url: string, overrides: Partial<WusRequest> = {}): WusRequest {
	return {
		url,
		identity: client,
		trust: [anchor(hierarchy.root.certificate)],
		proxy: null,
		timeout: 10,
		environment: 'test',
		...overrides,
	};
}

function check(request: WusRequest, signal = new AbortController().signal): Promise<WusResult> {
	return checkWus(request, { signal, leastPause: 0 });
}

interface Case {
	readonly name: string;
	readonly peer: () => Promise<Peer>;
	readonly request?: Partial<WusRequest>;
	readonly expected: { readonly kind: WusOutcome['kind'] } & Readonly<Record<string, unknown>>;
	/** What was asked. */
	readonly questions: readonly string[];
}

const once = ['wsdl'];
const twice = ['wsdl', 'soap'];
const withoutFault = { fault: null, proof: 'mutual' };

const cases: readonly Case[] = [
	{
		name: 'a WSDL',
		peer: secure(answers(fixed(200, wsdl, xml), fixed(500))),
		expected: { kind: 'answered', answer: 'wsdl', status: 200, ...withoutFault },
		questions: once,
	},
	{
		name: 'a WSDL 2.0',
		peer: secure(fixed(200, '<description xmlns="http://www.w3.org/ns/wsdl"/>', xml)),
		expected: { kind: 'answered', answer: 'wsdl', status: 200, ...withoutFault },
		questions: once,
	},
	{
		name: 'a Fault to the question for a WSDL',
		peer: secure(fixed(500, writeFault({ code: 'Server', text: 'No operation' }), xml)),
		expected: {
			kind: 'answered',
			answer: 'fault',
			status: 500,
			fault: { code: 'Server', text: 'No operation' },
			proof: 'mutual',
		},
		questions: once,
	},
	{
		name: 'no WSDL, and then the Fault that SOAP asks for',
		peer: secure(answers(fixed(404, page), fixed(500, notUnderstood, xml))),
		expected: {
			kind: 'answered',
			answer: 'fault',
			status: 500,
			fault: { code: 'MustUnderstand', text: 'Header Verbindingscontrole' },
			proof: 'mutual',
		},
		questions: twice,
	},
	{
		name: 'a Fault of SOAP 1.2 with HTTP 200, after a redirect',
		peer: secure(
			answers(
				fixed(302, '', { location: 'https://elders.example.org/' }),
				fixed(
					200,
					soap(
						'http://www.w3.org/2003/05/soap-envelope',
						'<s:Fault><s:Code><s:Value>s:VersionMismatch</s:Value></s:Code><s:Reason><s:Text xml:lang="nl">Versie</s:Text></s:Reason></s:Fault>',
					),
				),
			),
		),
		expected: {
			kind: 'answered',
			answer: 'fault',
			status: 200,
			fault: { code: 'VersionMismatch', text: 'Versie' },
			proof: 'mutual',
		},
		questions: twice,
	},
	{
		name: 'a SOAP message in multipart/related (MTOM)',
		peer: secure(
			fixed(
				200,
				`\r\n--g\r\nContent-Type: application/xop+xml\r\n\r\n${soap(soap11, '<antwoord/>')}\r\n--g--\r\n`,
				{
					'content-type': 'multipart/related; boundary=g; type="application/xop+xml"',
				},
			),
		),
		expected: { kind: 'answered', answer: 'soap', status: 200, ...withoutFault },
		questions: once,
	},
	{
		name: 'a server that does not ask for a certificate',
		peer: secure(fixed(200, wsdl), server),
		expected: { kind: 'answered', answer: 'wsdl', status: 200, fault: null, proof: 'not-asked' },
		questions: once,
	},
	{
		name: 'plain HTTP on loopback',
		peer: () => plainPeer(fixed(200, wsdl)),
		request: { identity: null, trust: [] },
		expected: { kind: 'answered', answer: 'wsdl', status: 200, fault: null, proof: 'none' },
		questions: once,
	},
	...([403, 404, 405, 415, 429, 500, 503] as const).map((status): Case => ({
		name: `HTTP ${status} to all`,
		peer: secure(fixed(status)),
		expected: { kind: 'http-error', status, content: 'empty', isProxy: false },
		questions: twice,
	})),
	{
		name: 'a web page to all',
		peer: secure(fixed(200, page)),
		expected: { kind: 'unexpected-response', status: 200, content: 'html' },
		questions: twice,
	},
	{
		name: 'nothing to all',
		peer: secure(fixed(202)),
		expected: { kind: 'unexpected-response', status: 202, content: 'empty' },
		questions: twice,
	},
	{
		name: 'a WSDL with a DOCTYPE, which is not read',
		peer: secure(fixed(200, `<!DOCTYPE wsdl [<!ENTITY a SYSTEM "file:///etc/passwd">]>${wsdl}`)),
		expected: { kind: 'unexpected-response', status: 200, content: 'doctype' },
		questions: twice,
	},
	{
		name: 'an MSH',
		peer: secure(
			fixed(
				200,
				`<s:Envelope xmlns:s="${soap11}"><s:Header><eb:MessageHeader xmlns:eb="http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd"/></s:Header><s:Body/></s:Envelope>`,
			),
		),
		expected: { kind: 'unexpected-response', status: 200, content: 'ebms' },
		questions: twice,
	},
	{
		name: 'a redirect to all',
		peer: secure(fixed(301, '', { location: '/elders' })),
		expected: { kind: 'redirected', status: 301, location: '/elders' },
		questions: twice,
	},
	{
		name: 'ten megabytes of garbage',
		peer: secure(fixed(200, Buffer.alloc(10 * 1024 * 1024, 'x'))),
		expected: { kind: 'unexpected-response', status: 200, content: 'too-large' },
		questions: twice,
	},
	...(['TLSv1.2', 'TLSv1.3'] as const).flatMap((maxVersion): readonly Case[] => [
		{
			name: `a server that wants a client certificate and gets none, ${maxVersion}`,
			peer: secure(fixed(200, wsdl), { ...mutual, maxVersion }),
			request: { identity: null },
			expected: { kind: 'tls-client-certificate-missing', status: null, isConfigured: false },
			questions: once,
		},
		{
			name: `a server that refuses the client certificate, ${maxVersion}`,
			peer: secure(fixed(200, wsdl), { ...mutual, maxVersion }),
			request: { identity: clientIdentity({}, pki.g1Test) },
			expected: { kind: 'tls-client-certificate-rejected', status: null, isOfOtherAuthority: true },
			questions: once,
		},
	]),
	{
		name: 'a web server that refuses the client certificate in HTTP',
		peer: secure(fixed(495), { ...mutual, rejectUnauthorized: false }),
		expected: { kind: 'tls-client-certificate-rejected', status: 495 },
		questions: once,
	},
	{
		name: 'a root that is not trusted',
		peer: secure(fixed(200, wsdl)),
		request: { trust: [anchor(pki.g1.root.certificate)] },
		expected: { kind: 'tls-untrusted-server', reason: 'issuer-missing' },
		questions: once,
	},
	{
		name: 'a certificate for another host',
		peer: secure(
			fixed(200, wsdl),
			serverCertificate({ subjectAlternativeNames: [{ type: 'dns', value: 'elders.example.org' }] }),
		),
		expected: { kind: 'tls-host-mismatch', host: 'localhost' },
		questions: once,
	},
	{
		name: 'a certificate that has expired',
		peer: secure(fixed(200, wsdl), serverCertificate({ notAfter: new Date('2026-07-01') })),
		expected: { kind: 'tls-server-expired', reason: 'expired' },
		questions: once,
	},
	{
		name: 'a server that hangs up on the SOAP question only',
		peer: secure(answers(fixed(404), (_, request) => request.socket.destroy())),
		expected: { kind: 'connection-reset', phase: 'response', isCut: false },
		questions: twice,
	},
	{
		name: 'a server that never answers',
		peer: secure(() => undefined),
		request: { timeout: 0.5 },
		expected: { kind: 'timeout', phase: 'response', seconds: 0.5 },
		questions: once,
	},
	{
		name: 'something that is no HTTP',
		peer: () => rawPeer('http', (socket) => socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.2\r\n'))),
		request: { identity: null },
		expected: { kind: 'unexpected-response', status: 0, content: 'not-http' },
		questions: once,
	},
];

describe('The check of a web service', () => {
	for (const { name, peer: start, request, expected, questions } of cases) {
		it(`recognises ${name}: ${expected.kind}`, async () => {
			const peer = await start();
			try {
				const result = await check(requestTo(peer.url, request));
				assert.deepEqual(pick(result.outcome, expected), expected);
				assert.deepEqual(
					result.attempts.map(({ question }) => question),
					questions,
				);
				assert.equal(peer.bodies.join('').includes('<?xml'), peer.bodies.length === 2);
				assertExplained(result.outcome);
				assert.equal(
					JSON.stringify(
						reportWus(
							result,
							createTranslate(() => 'nl'),
						),
					).includes('PRIVATE'),
					false,
				);
			} finally {
				await peer.close();
			}
		});
	}

	it('is told of a port at which nobody listens', async () => {
		const port = await freePort();
		const { outcome } = await check(requestTo(`https://127.0.0.1:${port}/`));
		assert.deepEqual(outcome, { kind: 'connection-refused', host: '127.0.0.1', port, isProxy: false });
		assertExplained(outcome);
	});

	it('asks at most once a second, with certificates both times', async () => {
		const requests: { readonly at: number; readonly request: IncomingMessage }[] = [];
		const peer = await securePeer(mutual, (_, request, response) => {
			requests.push({ at: performance.now(), request });
			response.writeHead(404).end();
		});
		await checkWus(requestTo(peer.url), { signal: new AbortController().signal });
		await peer.close();
		assert.deepEqual(
			requests.map(({ request: { method, url, headers } }) => [method, url, headers['soapaction']]),
			[
				['GET', '/ebms?x=1&wsdl', undefined],
				['POST', '/ebms?x=1', '""'],
			],
		);
		const [first, second] = requests.map(({ at }) => at);
		assert.ok((second ?? 0) - (first ?? 0) >= 990);
	});

	it('stops when the user cancels, between the questions too', async () => {
		const patience = new AbortController();
		const peer = await securePeer(mutual, (_, __, response) => {
			response.on('close', () => {
				patience.abort();
			});
			response.writeHead(404).end();
		});
		const { outcome } = await check(requestTo(peer.url), patience.signal);
		assert.equal(outcome.kind, 'cancelled');
		assert.equal(peer.connections(), 1);
		await peer.close();
		assertExplained(outcome);
	});

	it('goes nowhere when our own checks stop it', async () => {
		const url = 'https://localhost:1/';
		const stopped: readonly (readonly [Partial<WusRequest>, object])[] = [
			[{ url: 'https://local host/' }, { reason: 'endpoint', fault: 'spaces' }],
			[{ trust: [] }, { reason: 'no-trust' }],
			[
				{ identity: readIdentity({ certificate: Buffer.from(hierarchy.leaf().pem), key: null, others: [] }) },
				{ reason: 'identity', fault: 'key-missing' },
			],
			[
				{ identity: clientIdentity({ notAfter: new Date('2026-07-01') }) },
				{ reason: 'client-certificate', fault: 'expired' },
			],
		];
		for (const [overrides, expected] of stopped) {
			const { outcome, attempts } = await check(requestTo(url, overrides));
			assert.deepEqual(pick(outcome, { kind: '', ...expected }), { kind: 'not-sent', ...expected });
			assert.deepEqual(attempts, []);
			assertExplained(outcome);
		}
	});

	it('says so when the Fault is one of an MSH', () => {
		const meaning = (text: string): string =>
			explainWusOutcome(
				{
					kind: 'answered',
					answer: 'fault',
					status: 500,
					fault: { code: 'Client', text },
					proof: 'mutual',
				},
				createTranslate(() => 'en'),
			).meaning;
		assert.match(meaning('SOAPAction is not "ebXML".'), /may be the endpoint of an MSH/);
		assert.doesNotMatch(meaning('Unknown operation'), /MSH/);
	});

	it('warns of what is doubtful about the connection', async () => {
		const { findings } = await check(
			requestTo('https://localhost:1/', { environment: 'production', identity: null }),
		);
		assert.deepEqual(
			findings.map(({ code }) => code),
			['ping.no-client-certificate'],
		);
	});
});

describe('The questions to a web service', () => {
	const urls = [
		['https://host/dienst', '/dienst?wsdl', '/dienst'],
		['https://host/dienst?wsdl', '/dienst?wsdl', '/dienst'],
		['https://host/dienst?WSDL=&v=2#x', '/dienst?v=2&wsdl', '/dienst?v=2'],
		['https://host', '/?wsdl', '/'],
	] as const;
	for (const [url, get, post] of urls) {
		it(`go to the right place from ${url}`, () => {
			const endpoint = readEndpoint(url);
			assert.ok(!('fault' in endpoint));
			const paths = (['wsdl', 'soap'] as const).map((question) =>
				requestFor(question, endpoint).url.slice('https://host'.length),
			);
			assert.deepEqual(paths, [get, post]);
		});
	}
});

/** The members of an outcome that are expected. */
function pick(outcome: WusOutcome, expected: object): Readonly<Record<string, unknown>> {
	const members = outcome as unknown as Readonly<Record<string, unknown>>;
	return Object.fromEntries(Object.keys(expected).map((name) => [name, members[name]]));
}

function assertExplained(outcome: WusOutcome): void {
	const isPlain = ['answered', 'cancelled', 'not-sent'].includes(outcome.kind);
	assertInWords((t) => explainWusOutcome(outcome, t), {
		hasCauses: !isPlain,
		hasNext: outcome.kind !== 'cancelled',
	});
}
