import assert from 'node:assert/strict';
import { writeFault, writeMessage } from '../../../src/ebms/message/writeMessage';
import { challengeIn } from '../../../src/ebms/outcome/challengeIn';
import { explainOutcome } from '../../../src/ebms/outcome/explainOutcome';
import type { Outcome } from '../../../src/ebms/outcome/outcome';
import { sendPing, type PingResult } from '../../../src/ebms/ping/sendPing';
import { createTranslate } from '../../../src/text';
import { assertInWords } from './inWords';
import { fixed, freePort, plainPeer, rawPeer, securePeer, type Answer, type Peer } from './peers';
import { hierarchy, pingTo, replyTo, send, serverCertificate } from './pingTesting';

const server = serverCertificate();
const mutual = { ...server, requestCert: true, rejectUnauthorized: true, ca: [hierarchy.root.pem] };
const optional = { ...mutual, rejectUnauthorized: false };
const english = createTranslate(() => 'en');

type Peering = () => Promise<Peer>;

interface Case {
	readonly name: string;
	readonly peer: Peering;
	readonly request?: Parameters<typeof pingTo>[1];
	/** What the outcome has at least. */
	readonly expected: object;
	/** All sentences, of which the causes begin with an asterisk. */
	readonly says: RegExp;
	readonly neverSays?: RegExp;
	readonly state?: string;
}

function secure(answer: Answer, options: object = mutual): Peering {
	return () => securePeer({ ...server, ...options }, answer);
}

function answering(
	write: (ping: string) => string,
	status = 200,
	headers: Record<string, string> = {},
): Peering {
	return secure(({ body }, _, response) => {
		response.writeHead(status, headers).end(write(body));
	});
}

/** Without TLS, and without a library that keeps to HTTP. */
function raw(write: (pong: string) => string, end: 'closes' | 'stays' = 'closes'): Peering {
	return () =>
		rawPeer('http', (socket) => {
			let request = '';
			socket.on('data', (chunk) => {
				request += chunk.toString('utf8');
				const [, ping = ''] = request.split('\r\n\r\n');
				if (ping.includes('Envelope>')) {
					socket.write(write(writeMessage(replyTo(ping.trim(), 'Pong'))));
					if (end === 'closes') {
						socket.end();
					}
				}
			});
		});
}

function inSentences(outcome: Outcome): string {
	const { summary, meaning, causes, next } = explainOutcome(outcome, english);
	return [summary, meaning, ...causes.map((cause) => `* ${cause}`), ...next].join('\n');
}

async function resultOf({ peer: peering, request }: Pick<Case, 'peer' | 'request'>): Promise<PingResult> {
	const peer = await peering();
	try {
		return await send(pingTo(peer.url, { timeout: 3, ...request }));
	} finally {
		await peer.close();
	}
}

function tell(title: string, cases: readonly Case[]): void {
	describe(title, () => {
		for (const one of cases) {
			it(one.name, async () => {
				const { outcome, response } = await resultOf(one);
				const found = Object.entries(outcome).filter(([name]) => name in one.expected);
				assert.deepEqual(Object.fromEntries(found), one.expected);
				const words = inSentences(outcome);
				assert.match(words, one.says);
				assert.doesNotMatch(words, one.neverSays ?? /^$/);
				assert.equal(response?.state, one.state ?? response?.state);
				assertInWords((t) => explainOutcome(outcome, t), { hasCauses: false, hasNext: true });
			});
		}
	});
}

const short = { timeout: 0.4, identity: null };
const withoutIdentity = { identity: null };
const begun = (missing: number | null): object => ({
	kind: 'timeout',
	phase: 'response',
	begun: { status: 200, missing },
});

tell('An answer that does not end as HTTP wants', [
	{
		name: 'has no length and the connection stays open: it is not taken for whole',
		peer: raw((pong) => `HTTP/1.0 200 OK\r\n\r\n${pong}`, 'stays'),
		request: short,
		expected: begun(null),
		state: 'cut',
		says: /not complete within 0\.4 seconds[^]*began to come \(HTTP 200\)[^]*\* The server says in no way where/,
		neverSays: /does not answer|overloaded/,
	},
	{
		name: 'announces more than comes, and waits',
		peer: raw((pong) => `HTTP/1.1 200 OK\r\nContent-Length: ${pong.length + 7}\r\n\r\n${pong}`, 'stays'),
		request: short,
		expected: begun(7),
		says: /announces, 7 bytes did not come\.\n\* The server announces a larger Content-Length/,
	},
	{
		name: 'announces more than comes, and hangs up: that is not about the certificate',
		peer: secure((_, __, response) => {
			response.writeHead(200, { 'content-length': '9' }).write('<half', () => response.destroy());
		}),
		expected: { kind: 'connection-reset', isCut: true, missing: 4 },
		says: /4 bytes did not come\.\n\* The server announces a larger Content-Length/,
		neverSays: /client certificate/,
	},
	{
		name: 'has more than it announces',
		peer: raw((pong) => `HTTP/1.1 200 OK\r\nContent-Length: ${pong.length - 9}\r\n\r\n${pong}`),
		request: withoutIdentity,
		expected: { kind: 'unexpected-response', content: 'overrun' },
		state: 'overrun',
		says: /longer than its Content-Length says[^]*\* The server counts characters/,
	},
	{
		name: 'has lines behind it that do no harm',
		peer: raw((pong) => `HTTP/1.1 200 OK\r\nContent-Length: ${pong.length}\r\n\r\n${pong}\r\n\r\n`),
		request: withoutIdentity,
		expected: { kind: 'pong' },
		says: /./,
	},
	{
		name: 'has headers of 40 KB, as those of portals have',
		peer: raw((pong) => `HTTP/1.1 200 OK\r\nSet-Cookie: a=${'b'.repeat(40_000)}\r\n\r\n${pong}`),
		request: withoutIdentity,
		expected: { kind: 'pong' },
		says: /./,
	},
	{
		name: 'has headers of 300 KB, of which not the last piece is told as its first line',
		peer: raw((pong) => `HTTP/1.1 200 OK\r\nSet-Cookie: a=${'b'.repeat(300_000)}\r\n\r\n${pong}`),
		request: withoutIdentity,
		expected: { kind: 'unexpected-response', content: 'broken-http', firstLine: null },
		says: /headers of the answer are larger/,
		neverSays: /bbb|no HTTP|port belongs/,
	},
]);

describe('An answer that is stopped half-way', () => {
	it('is cancelled, though a body without a length ends when we hang up', async () => {
		const peer = await raw(() => 'HTTP/1.1 200 OK\r\n\r\n<half', 'stays')();
		const patience = new AbortController();
		const sending = sendPing(pingTo(peer.url, withoutIdentity), {
			signal: patience.signal,
			onPhase: (phase) => {
				if (phase === 'response') {
					patience.abort();
				}
			},
		});
		assert.deepEqual((await sending).outcome, { kind: 'cancelled', phase: 'response' });
		await peer.close();
	});
});

const page = (text: string): string => `<html><body><h2>${text}</h2></body></html>`;

tell('A status that says more than its number', [
	{
		name: '401 of a server that wants somebody to log in',
		peer: secure(
			fixed(401, page('Unauthorized'), { 'www-authenticate': 'Negotiate, NTLM, Basic realm="a, b"' }),
		),
		expected: { kind: 'http-error', status: 401, challenge: 'Negotiate, NTLM, Basic' },
		says: /somebody to log in \(Negotiate, NTLM, Basic\), which Digikoppeling does not use/,
		neverSays: /OIN in it, is not authorised/,
	},
	{
		name: '401 of such a server to a client without a certificate',
		peer: secure(fixed(401, '', { 'www-authenticate': 'Basic' }), optional),
		request: withoutIdentity,
		expected: { kind: 'http-error', challenge: 'Basic', proof: 'not-shown' },
		says: /somebody to log in \(Basic\)[^]*\* No client certificate is configured/,
		neverSays: /got none/,
	},
	...[400, 403].map((status): Case => ({
		name: `${status} to a client without a certificate, which may be for that`,
		peer: secure(fixed(status, page('No')), optional),
		request: withoutIdentity,
		expected: { kind: 'http-error', status, proof: 'not-shown' },
		says: /\* No client certificate is configured for this connection\.[^]*Name the client certificate/,
		neverSays: /got none/,
	})),
	{
		name: '403.7 of IIS to a client without a certificate, which is for that',
		peer: secure(fixed(403, page('HTTP Error 403.7 - Forbidden')), optional),
		request: withoutIdentity,
		expected: { kind: 'tls-client-certificate-missing', status: 403, isConfigured: false },
		says: /got none/,
	},
	{
		name: '403.16 of IIS, which does not trust the certificate',
		peer: secure(fixed(403, page('HTTP Error 403.16 - Forbidden'))),
		expected: { kind: 'tls-client-certificate-rejected', alert: null, status: 403, substatus: 16 },
		says: /status 403\.16\. The server does not trust the issuer/,
	},
	{
		name: '403.13 of IIS, to which the certificate is revoked',
		peer: secure(fixed(403, page('HTTP Error 403.13 - Forbidden'))),
		expected: { kind: 'tls-client-certificate-rejected', substatus: 13 },
		says: /revoked[^]*\* The certificate is revoked/,
	},
	{
		name: '403.6 of IIS, which is about something else',
		peer: secure(fixed(403, page('HTTP Error 403.6 - Forbidden'))),
		expected: { kind: 'http-error', status: 403, challenge: null },
		says: /./,
	},
	{
		name: '415 of a service of another kind',
		peer: secure(fixed(415)),
		expected: { kind: 'http-error', status: 415 },
		says: /\* The URL is that of another kind of service, such as SOAP 1\.2/,
		neverSays: /MSH of the other side is not running/,
	},
	{
		name: '500 with a page: whose it is, is not known',
		peer: secure(fixed(500, page('Runtime error'))),
		expected: { kind: 'http-error', status: 500, content: 'html' },
		says: /the answer is not one that an MSH gives/,
		neverSays: /no MSH that answered/,
	},
	...(
		[
			['https://portaal.example.nl/login', 'host', /\* A portal or login page/],
			['http://localhost/ebms', 'plain-http', /\* The server behind the load balancer does not know/],
			['/ebms/?x=1', 'slash', /\* The URL is not complete/],
			['?x=1', 'same', /\* The server wants to set a cookie first/],
			['/elders', 'path', /\* The URL is not complete/],
			['http://[', null, /refers to another address/],
		] as const
	).map(([location, target, says]): Case => ({
		name: `a redirect to ${location}`,
		peer: secure(fixed(301, '', { location })),
		expected: { kind: 'redirected', location, target },
		says,
	})),
	{
		name: 'a redirect with an empty address',
		peer: secure(fixed(302, '', { location: ' ' })),
		expected: { kind: 'redirected', location: null, target: null },
		says: /does not say where to\./,
	},
	{
		name: 'a Fault with the status of a redirect',
		peer: secure(fixed(302, writeFault({ code: 'Client', text: 'CPA 1 not found!' }))),
		expected: { kind: 'soap-fault', status: 302 },
		says: /CPA 1 not found/,
	},
]);

function messageError(severity: string, code = 'NotSupported', refToMessageId?: string): Peering {
	const error = { code, severity, location: null, description: null };
	return answering((ping) =>
		writeMessage(replyTo(ping, 'MessageError', refToMessageId === undefined ? {} : { refToMessageId }), {
			errors: [error],
		}),
	);
}

function fault(code: string, text: string): Peering {
	return secure(fixed(500, writeFault({ code: code, text })));
}

tell('What an MSH, or something like it, says', [
	{
		name: 'a warning, which is no refusal',
		peer: messageError('Warning'),
		expected: { kind: 'ebms-error', refersTo: null },
		says: /ebMS warning: NotSupported\.\n.*warns of something and gives no Pong\. Warning NotSupported\./,
		neverSays: /refuses/,
	},
	{
		name: 'an error about another message than ours',
		peer: messageError('Error', 'Inconsistent', 'ander@example.org'),
		expected: { kind: 'ebms-error', refersTo: 'ander@example.org' },
		says: /about message ander@example\.org, which is not our Ping[^]*\* It is the answer to another message/,
		neverSays: /refuses/,
	},
	{
		name: 'an error with a code of its own',
		peer: messageError('Error', 'Eigen'),
		expected: { kind: 'ebms-error' },
		says: /\* This code is none of ebMS 2\.0/,
	},
	{
		name: 'a Pong with a warning in it',
		peer: answering((ping) =>
			writeMessage(replyTo(ping, 'Pong'), {
				errors: [{ code: 'NotSupported', severity: 'Warning', location: null, description: 'oud' }],
			}),
		),
		expected: { kind: 'pong' },
		says: /The Pong comes with a warning\. Warning NotSupported\. The other side says: "oud"/,
	},
	{
		name: 'an Acknowledgment, which does come from an MSH',
		peer: answering((ping) => writeMessage(replyTo(ping, 'Acknowledgment'))),
		expected: { kind: 'pong-mismatch' },
		says: /\* The MSH only says that the message arrived/,
		neverSays: /no MSH/,
	},
	{
		name: 'a StatusResponse',
		peer: answering((ping) => writeMessage(replyTo(ping, 'StatusResponse'))),
		expected: { kind: 'pong-mismatch' },
		says: /\* It is an MSH that answered, but it took the message for something else/,
	},
	{
		name: 'a Fault for the version of SOAP',
		peer: fault('VersionMismatch', 'Wrong version'),
		expected: { kind: 'soap-fault' },
		says: /another version of SOAP than 1\.1[^]*\* The URL is that of a web service/,
		neverSays: /CPA with this CPAId/,
	},
	{
		name: 'a Fault for the action',
		peer: fault('ActionNotSupported', 'No'),
		expected: { kind: 'soap-fault' },
		says: /nothing for the SOAPAction of ebMS[^]*\* The URL is that of a web service/,
	},
	{
		name: 'a Fault that names the SOAPAction in words',
		peer: fault('Client', 'The given SOAPAction ebXML does not match an operation.'),
		expected: { kind: 'soap-fault' },
		says: /\* The URL is that of a web service[^]*\* A gateway between has taken off or changed the SOAPAction/,
		neverSays: /CPA with this CPAId/,
	},
	{
		name: 'a Fault of the server itself',
		peer: fault('Server', 'java.lang.NullPointerException'),
		expected: { kind: 'soap-fault' },
		says: /NullPointerException"\n\* The MSH has a fault of its own/,
	},
	{
		name: 'multipart that is plain XML',
		peer: answering(() => '<a/>', 200, { 'content-type': 'multipart/related; boundary=x' }),
		expected: { kind: 'unexpected-response', content: 'broken-multipart' },
		says: /in which its parts cannot be found/,
	},
]);

/** Answers a CONNECT with a status and headers. */
function proxyThat(status: number, headers = ''): Peering {
	return () =>
		rawPeer('http', (socket) =>
			socket.once('data', () => socket.end(`HTTP/1.1 ${status} X\r\n${headers}Content-Length: 0\r\n\r\n`)),
		);
}

describe('What a proxy says', () => {
	const cases: readonly (readonly [string, Peering, RegExp])[] = [
		[
			'it lets somebody log in only as we do not',
			proxyThat(407, 'Proxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n'),
			/\* The proxy only lets somebody log in with Negotiate, NTLM, which this program does not do/,
		],
		[
			'it takes a name and password too',
			proxyThat(407, 'Proxy-Authenticate: NTLM\r\nProxy-Authenticate: Basic realm="x"\r\n'),
			/\* The proxy needs a name and password/,
		],
		[
			'it cannot reach the other side',
			proxyThat(502),
			/could not make the connection[^]*\n\* The proxy itself cannot reach[^]*\n\* The proxy does not allow/,
		],
		['it does not allow it', proxyThat(403), /refuses to connect[^]*\n\* The proxy does not allow/],
	];
	for (const [name, peering, says] of cases) {
		it(`is told: ${name}`, async () => {
			const peer = await peering();
			const proxy = { host: '127.0.0.1', port: peer.port, authorization: null };
			const { outcome } = await send(pingTo('https://msh.example.org/', { proxy }));
			await peer.close();
			assert.match(inSentences(outcome), says);
			assertInWords((t) => explainOutcome(outcome, t), { hasCauses: true, hasNext: true });
		});
	}
});

describe('A connection that breaks off before anything was sent', () => {
	const words = (phase: 'connect' | 'tls' | 'response'): string =>
		inSentences({
			kind: 'connection-reset',
			phase,
			code: 'ECONNRESET',
			isProxy: false,
			isCut: false,
			missing: null,
			isCertificateAsked: false,
		});

	it('failed on no request', () => {
		for (const phase of ['connect', 'tls'] as const) {
			assert.match(words(phase), /Nothing was sent\./);
			assert.doesNotMatch(words(phase), /failed on the request/);
		}
		assert.match(words('response'), /failed on the request/);
	});

	it('is not told as a name that does not exist when the name server was silent', () => {
		const outcome = { kind: 'host-not-found', host: 'a.nl', code: 'EAI_AGAIN', isProxy: false } as const;
		assert.match(
			inSentences(outcome),
			/not known whether the name exists[^]*\* The name server cannot be reached/,
		);
		assert.doesNotMatch(inSentences(outcome), /typing error/);
	});
});

describe('The ways to log in that a header asks for', () => {
	for (const [header, expected] of [
		[undefined, null],
		['', null],
		['Basic realm="a, Digest b", charset="UTF-8"', 'Basic'],
		['Digest realm="x", qop="auth", nonce=abc, Bearer', 'Digest, Bearer'],
		['Negotiate YII=, NTLM, NTLM', 'Negotiate, NTLM'],
		['=,",<>', null],
	] as const) {
		it(JSON.stringify(header ?? 'none'), () => {
			assert.equal(challengeIn(header), expected);
		});
	}
});

describe('A Pong that comes after an Acknowledgment', () => {
	it('is waited for, whether that came in the response or to the listener', async () => {
		for (const way of ['response', 'listener'] as const) {
			const outcome = await acknowledgedFirst(way);
			assert.equal(outcome.kind, 'pong-async', way);
		}
	});
});

async function acknowledgedFirst(way: 'response' | 'listener'): Promise<Outcome> {
	const listen = `http://127.0.0.1:${await freePort()}/`;
	const post = async (body: string): Promise<void> => {
		await fetch(listen, { method: 'POST', headers: { 'content-type': 'text/xml' }, body });
	};
	const peer = await plainPeer(({ body }, _, response) => {
		const acknowledgment = writeMessage(replyTo(body, 'Acknowledgment'));
		const pong = writeMessage(replyTo(body, 'Pong'));
		response.writeHead(200).end(way === 'response' ? acknowledgment : '');
		void (way === 'listener' ? post(acknowledgment) : Promise.resolve()).then(() => post(pong));
	});
	const { outcome } = await send(pingTo(peer.url, { listen, ...withoutIdentity }));
	await peer.close();
	return outcome;
}
