import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import type { ServerOptions } from 'node:https';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIdentity } from '../../../src/ebms/credentials/readIdentity';
import { writeError, writeFault, writeMessage } from '../../../src/ebms/message/writeMessage';
import type { Outcome, OutcomeKind } from '../../../src/ebms/outcome/outcome';
import { explainOutcome } from '../../../src/ebms/outcome/explainOutcome';
import { sendPing, type PingResult } from '../../../src/ebms/ping/sendPing';
import type { PingRequest } from '../../../src/ebms/ping/pingRequest';
import { createTranslate } from '../../../src/text';
import { issue } from '../certificates/pki/issue';
import { isPresent, temporaryFolder } from '../certificates/pki/tools';
import { assertInWords } from './inWords';
import {
	fixed,
	freePort,
	opensslPeer,
	plainPeer,
	rawPeer,
	securePeer,
	type Answer,
	type Peer,
} from './peers';
import {
	anchor,
	chainPem,
	clientIdentity,
	hierarchy,
	loopbackNames,
	pingTo,
	pki,
	replyTo,
	send,
	serverCertificate,
} from './pingTesting';

interface Case {
	readonly name: string;
	readonly peer: () => Promise<Peer>;
	readonly request?: Parameters<typeof pingTo>[1];
	/** The outcome, without what is long (chain, certificate, pong). */
	readonly expected: { readonly kind: OutcomeKind } & Readonly<Record<string, unknown>>;
	/** Other facts of the result. */
	readonly check?: (result: PingResult, peer: Peer) => void;
}

const server = serverCertificate();
const { spec } = hierarchy.leaf({ subjectAlternativeNames: loopbackNames });
const selfSigned = issue('self', spec, 'rsa-sha256');
const mutual: ServerOptions = {
	...server,
	requestCert: true,
	rejectUnauthorized: true,
	ca: [hierarchy.root.pem],
};

const xml = { 'content-type': 'text/xml; charset=UTF-8' };

const pong: Answer = ({ body }, _, response) => {
	response.writeHead(200, xml).end(writeMessage(replyTo(body, 'Pong')));
};

function secure(answer: Answer, options: ServerOptions = mutual): () => Promise<Peer> {
	return () => securePeer(options, answer);
}

const error = {
	code: 'Inconsistent',
	severity: 'Error',
	location: '/soap:Envelope/soap:Header/eb:MessageHeader/eb:From',
	description: 'Value not found.',
};

const nginxPage = (words: string): string =>
	`<html>\r\n<head><title>400 ${words}</title></head>\r\n<body><center>nginx</center></body></html>`;

const accepted = { status: 204, syncReplyMode: null, isSyncRequested: false, pongEndpoint: null };

const answers: readonly Case[] = [
	{
		name: 'a Pong in the response',
		peer: secure(pong),
		expected: { kind: 'pong' },
		check: ({ request, response, tls }, { bodies }) => {
			assert.equal(request?.headers['soapaction'], '"ebXML"');
			assert.deepEqual(bodies, [request.body]);
			assert.equal(response?.status, 200);
			assert.equal(tls?.clientCertificateRequested, true);
			assert.deepEqual(
				tls.acceptedAuthorities?.map(({ text }) => text),
				[hierarchy.root.certificate.subject.text],
			);
			assert.equal(tls.chain.length, 3);
		},
	},
	{
		name: 'a Pong with the prefix, order and time of another MSH',
		peer: secure(({ body }, _, response) => {
			const reply = writeMessage(replyTo(body, 'Pong', { timestamp: '2026-11-24T09:30:01.123+01:00' }));
			const strange = reply
				.replaceAll('eb:', 'ns2:')
				.replaceAll('xmlns:eb', 'xmlns:ns2')
				.replace(/( *<ns2:CPAId>.*\n)([^]*?)( *<\/ns2:MessageHeader>)/, '$2$1$3');
			response.writeHead(200, xml).end(strange);
		}),
		expected: { kind: 'pong' },
	},
	{
		name: 'a Pong as the first part of multipart/related',
		peer: secure(({ body }, _, response) => {
			const parts = `\r\n--grens\r\nContent-Type: text/xml\r\nContent-ID: <a>\r\n\r\n${writeMessage(replyTo(body, 'Pong'))}\r\n--grens--\r\n`;
			response.writeHead(200, {
				'content-type': 'multipart/related; boundary=grens; start="<a>"; type="text/xml"',
			});
			response.end(parts);
		}),
		expected: { kind: 'pong' },
	},
	{
		name: 'a Pong over plain HTTP on loopback',
		peer: () => plainPeer(pong),
		request: { identity: null, trust: [] },
		expected: { kind: 'pong' },
		check: ({ tls, findings }) => {
			assert.equal(tls, null);
			assert.deepEqual(
				findings.map(({ code }) => code),
				['ping.plain-http'],
			);
		},
	},
	{ name: 'nothing but 204', peer: secure(fixed(204)), expected: { kind: 'accepted', ...accepted } },
	{
		name: 'an empty 200 with an asynchronous CPA',
		peer: secure(fixed(200, '\n')),
		request: { target: { syncReplyMode: 'none', pongEndpoint: 'https://msh-a.example.org/ebms' } },
		expected: {
			kind: 'accepted',
			status: 200,
			syncReplyMode: 'none',
			isSyncRequested: false,
			pongEndpoint: 'https://msh-a.example.org/ebms',
		},
		check: ({ request }) => {
			assert.match(request?.body ?? '', /<eb:MessageId>[-0-9a-f]{36}@msh-a\.example\.org</);
		},
	},
	{
		name: 'an empty 202 with a synchronous CPA',
		peer: secure(fixed(202)),
		request: { target: { syncReplyMode: 'mshSignalsOnly' } },
		expected: {
			kind: 'accepted',
			status: 202,
			syncReplyMode: 'mshSignalsOnly',
			isSyncRequested: true,
			pongEndpoint: null,
		},
		check: ({ request }) => {
			assert.match(request?.body ?? '', /<eb:SyncReply /);
		},
	},
	{
		name: 'a Pong to another Ping, from another party',
		peer: secure(({ body }, _, response) => {
			const wrong = { refToMessageId: 'ander@example.org', from: [{ value: '1', type: null }] };
			response.writeHead(200, xml).end(writeMessage(replyTo(body, 'Pong', wrong)));
		}),
		expected: { kind: 'pong-mismatch', isAsync: false },
		check: ({ outcome }) => {
			assert.ok(outcome.kind === 'pong-mismatch');
			assert.deepEqual(
				outcome.differences.map(({ part, found }) => [part, found]),
				[
					['ref-to-message-id', 'ander@example.org'],
					['from', '1'],
				],
			);
		},
	},
	{
		name: 'a Ping back',
		peer: secure(({ body }, _, response) => {
			response.writeHead(200, xml).end(writeMessage(replyTo(body, 'Ping')));
		}),
		expected: {
			kind: 'pong-mismatch',
			differences: [{ part: 'action', expected: 'Pong', found: 'Ping' }],
			isAsync: false,
		},
	},
	{
		name: 'a MessageError',
		peer: secure(({ body }, _, response) => {
			response.writeHead(200, xml).end(writeMessage(replyTo(body, 'MessageError'), { errors: [error] }));
		}),
		expected: { kind: 'ebms-error', errors: [error], isAsync: false },
	},
	{
		name: 'a SOAP Fault with an eb:Error as text',
		peer: secure(fixed(500, writeFault({ code: 'Client', text: writeError(error) }), xml)),
		expected: {
			kind: 'soap-fault',
			status: 500,
			code: 'Client',
			text: writeError(error),
			errors: [error],
		},
	},
	{
		name: 'a SOAP Fault in words',
		peer: secure(fixed(500, writeFault({ code: 'Server', text: 'CPA 1 not found!' }), xml)),
		expected: { kind: 'soap-fault', status: 500, code: 'Server', text: 'CPA 1 not found!', errors: [] },
	},
	{ name: '500 and nothing else', peer: secure(fixed(500)), expected: { kind: 'empty-error', status: 500 } },
	{
		name: '404 with a page',
		peer: secure(fixed(404, '<!DOCTYPE html><html><body>Not here</body></html>')),
		expected: { kind: 'http-error', status: 404, content: 'html', isProxy: false },
	},
	{
		name: '403 to a client with a certificate',
		peer: secure(fixed(403)),
		expected: { kind: 'http-error', status: 403, content: 'empty', isProxy: false },
	},
	{
		name: 'a redirect',
		peer: secure(fixed(302, '', { location: 'https://elders.example.org/' })),
		expected: { kind: 'redirected', status: 302, location: 'https://elders.example.org/' },
		check: (_, { connections }) => {
			assert.equal(connections(), 1);
		},
	},
	...(
		[
			['html', '<html><body>Log in</body></html>'],
			['html', '<!doctype html><br>Log in'],
			['json', '{"status": "up"}'],
			['xml', '<antwoord/>'],
			['soap', '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body/></e:Envelope>'],
			['text', 'OK'],
			['binary', '\u0000\u0001\u0002'],
			['doctype', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
			['broken-xml', '<a><b></a>'],
		] as const
	).map(([content, body]): Case => ({
		name: `a response of the kind ${content}: ${JSON.stringify(body.slice(0, 20))}`,
		peer: secure(fixed(200, body)),
		expected: { kind: 'unexpected-response', status: 200, content },
	})),
	{
		name: 'multipart without parts',
		peer: secure(fixed(200, 'x', { 'content-type': 'multipart/related; boundary=grens' })),
		expected: { kind: 'unexpected-response', status: 200, content: 'broken-multipart' },
	},
	{
		name: 'ten megabytes of garbage',
		peer: secure(fixed(200, Buffer.alloc(10 * 1024 * 1024, 'x'))),
		expected: { kind: 'unexpected-response', status: 200, content: 'too-large' },
		check: ({ response }) => {
			assert.equal(response?.body.length, 5 * 1024 * 1024);
		},
	},
	{
		name: 'a gigabyte, of which no more than 5 MB is read',
		peer: secure((_, __, response) => {
			const chunk = Buffer.alloc(1024 * 1024, 'x');
			const size = 1024 * chunk.length;
			let sent = 0;
			const pour = (): void => {
				while (sent < size && !response.destroyed) {
					sent += chunk.length;
					if (!response.write(chunk)) {
						response.once('drain', pour);
						return;
					}
				}
			};
			response.writeHead(200, { 'content-length': size });
			response.once('close', () => {
				assert.ok(sent < 100 * chunk.length, `${sent} bytes were taken`);
			});
			pour();
		}),
		expected: { kind: 'unexpected-response', status: 200, content: 'too-large' },
		check: ({ response }) => {
			assert.deepEqual([response?.state, response?.body.length], ['too-large', 5 * 1024 * 1024]);
		},
	},
];

const withoutCertificate = { identity: null } as const;
const ofOtherRoot = { identity: clientIdentity({}, pki.g1Test) };
const versions = ['TLSv1.2', 'TLSv1.3'] as const;

/** What a server that ends the handshake as it likes can do to us. */
const tlsCases: readonly Case[] = [
	...versions.flatMap((maxVersion): readonly Case[] => [
		{
			name: `a server that wants a client certificate and gets none, ${maxVersion}`,
			peer: secure(pong, { ...mutual, maxVersion }),
			request: withoutCertificate,
			expected: {
				kind: 'tls-client-certificate-missing',
				alert: maxVersion === 'TLSv1.3' ? 116 : 40,
				status: null,
				isConfigured: false,
			},
			check: ({ tls }) => {
				assert.equal(tls?.protocol, maxVersion);
				assert.equal(tls.clientCertificateRequested, true);
			},
		},
		{
			name: `a server that hangs up on a certificate of another CA, ${maxVersion}`,
			peer: secure(pong, { ...mutual, maxVersion }),
			request: ofOtherRoot,
			expected: {
				kind: 'tls-client-certificate-rejected',
				alert: null,
				status: null,
				isOfOtherAuthority: true,
			},
		},
	]),
	{
		name: 'nginx that wants a client certificate and gets none',
		peer: secure(fixed(400, nginxPage('No required SSL certificate was sent')), {
			...mutual,
			rejectUnauthorized: false,
		}),
		request: withoutCertificate,
		expected: { kind: 'tls-client-certificate-missing', alert: null, status: 400, isConfigured: false },
	},
	{
		name: 'nginx that does not trust the client certificate',
		peer: secure(fixed(400, nginxPage('The SSL certificate error')), {
			...mutual,
			rejectUnauthorized: false,
		}),
		expected: {
			kind: 'tls-client-certificate-rejected',
			alert: null,
			status: 400,
			isOfOtherAuthority: false,
		},
	},
	{
		name: 'a root that is not trusted',
		peer: secure(pong),
		request: { trust: [anchor(pki.g1.root.certificate)] },
		expected: { kind: 'tls-untrusted-server', reason: 'issuer-missing' },
		check: neverSent,
	},
	{
		name: 'a root that is sent but not trusted',
		peer: secure(pong, { ...mutual, cert: `${server.cert}${hierarchy.root.pem}` }),
		request: { trust: [anchor(pki.g1.root.certificate)] },
		expected: { kind: 'tls-untrusted-server', reason: 'unknown-root' },
		check: neverSent,
	},
	{
		name: 'a real root that is not trusted',
		peer: secure(pong, serverCertificate({}, pki.g4)),
		expected: { kind: 'tls-untrusted-server', reason: 'unknown-root' },
		check: neverSent,
	},
	{
		name: 'a server without its issuers',
		peer: secure(pong, { ...mutual, cert: server.cert.replace(/(-----END CERTIFICATE-----\n)[^]*/, '$1') }),
		expected: { kind: 'tls-untrusted-server', reason: 'issuer-missing' },
		check: ({ tls, outcome }) => {
			assert.ok(outcome.kind === 'tls-untrusted-server');
			assert.deepEqual([outcome.chain.length, tls?.chain.length], [1, 1]);
		},
	},
	{
		name: 'a server that signed its own certificate',
		peer: secure(pong, {
			cert: selfSigned.pem,
			key: selfSigned.keyPem,
		}),
		request: { trust: [anchor(pki.g1.root.certificate)] },
		expected: { kind: 'tls-untrusted-server', reason: 'self-signed' },
		check: neverSent,
	},
	{
		name: 'a certificate for another host',
		peer: secure(
			pong,
			serverCertificate({ subjectAlternativeNames: [{ type: 'dns', value: 'elders.example.org' }] }),
		),
		expected: { kind: 'tls-host-mismatch', host: 'localhost' },
		check: ({ outcome, request }, peer) => {
			assert.ok(outcome.kind === 'tls-host-mismatch');
			assert.deepEqual(outcome.chain[0]?.subjectAlternativeNames, [
				{ type: 'dns', value: 'elders.example.org' },
			]);
			neverSent({ request }, peer);
		},
	},
	{
		name: 'a certificate with the host as CN only',
		peer: secure(pong, serverCertificate({ subjectAlternativeNames: null, subject: [['CN', 'localhost']] })),
		expected: { kind: 'tls-host-mismatch', host: 'localhost' },
		check: neverSent,
	},
	...(
		[
			['expired', { notAfter: new Date('2026-07-01') }],
			['not-yet-valid', { notBefore: new Date('2100-01-01'), notAfter: new Date('2101-01-01') }],
		] as const
	).map(([reason, validity]): Case => ({
		name: `a server whose certificate is ${reason}`,
		peer: secure(pong, serverCertificate(validity)),
		expected: { kind: 'tls-server-expired', reason },
		check: ({ outcome, request }, peer) => {
			assert.ok(outcome.kind === 'tls-server-expired');
			assert.equal(outcome.certificate?.subject.attributes.at(-1)?.value, 'Gemeente Voorbeeld');
			neverSent({ request }, peer);
		},
	})),
	{
		name: 'plain HTTP at the port of https',
		peer: async () => ({ ...(await plainPeer(pong)), url: '' }),
		expected: { kind: 'tls-failed', reason: 'not-tls', alert: null, code: 'ERR_SSL_WRONG_VERSION_NUMBER' },
	},
];

function neverSent({ request }: Pick<PingResult, 'request'>, { bodies }: Peer): void {
	assert.deepEqual([request, bodies], [null, []]);
}

/** A server that says one alert and nothing else. */
function alerting(alert: number): () => Promise<Peer> {
	return () =>
		rawPeer('https', (socket) => {
			socket.once('data', () => socket.end(alertRecord(alert)));
		});
}

/** A server of TLS 1.2 that asks for a certificate and answers that with an alert. */
function refusing(alert: number): () => Promise<Peer> {
	return async () => {
		const inner = await securePeer({ ...mutual, maxVersion: 'TLSv1.2' }, pong);
		const outer = await rawPeer('https', (socket) => {
			const line = connect(inner.port, '127.0.0.1');
			line.on('error', () => undefined).pipe(socket, { end: false });
			socket.on('close', () => line.destroy());
			socket.once('data', (hello) => {
				line.write(hello);
				socket.once('data', () => {
					line.destroy();
					socket.end(alertRecord(alert));
				});
			});
		});
		return {
			...outer,
			close: async () => {
				await outer.close();
				await inner.close();
			},
		};
	};
}

/** A fatal alert, as it goes before anything is encrypted. */
function alertRecord(alert: number): Buffer {
	return Buffer.from([21, 3, 3, 0, 2, 2, alert]);
}

const english = createTranslate(() => 'en');

describe('The alerts of a server in Java', () => {
	const common = { status: null, isConfigured: false } as const;
	const words: readonly (readonly [string, Outcome, RegExp])[] = [
		[
			'46 for an issuer that it does not know, or a chain that is not complete',
			{
				kind: 'tls-client-certificate-rejected',
				alert: 46,
				status: null,
				substatus: null,
				certificate: null,
				isOfOtherAuthority: false,
				isAlone: false,
			},
			/certificate_unknown \(46\).*Servers in Java say this of an issuer that they do not know/,
		],
		[
			'42 for no certificate',
			{ kind: 'tls-client-certificate-missing', alert: 42, ...common },
			/bad_certificate \(42\)\. Servers in Java say this when no certificate comes/,
		],
	];
	for (const [name, outcome, expected] of words) {
		it(`are told for what they are: ${name}`, () => {
			assert.match(explainOutcome(outcome, english).meaning, expected);
		});
	}

	it('are not told of a server that says something else', () => {
		const { meaning } = explainOutcome(
			{ kind: 'tls-client-certificate-missing', alert: 116, ...common },
			english,
		);
		assert.doesNotMatch(meaning, /Java/);
	});
});

const alertCases: readonly Case[] = (
	[
		[40, { kind: 'tls-failed', reason: 'no-common-cipher', alert: 40 }],
		// The server has not seen our certificate by then.
		[48, { kind: 'tls-failed', reason: 'alert', alert: 48 }],
		[70, { kind: 'tls-version', version: null }],
		[71, { kind: 'tls-failed', reason: 'insufficient-security', alert: 71 }],
		[80, { kind: 'tls-failed', reason: 'alert', alert: 80 }],
		[112, { kind: 'tls-failed', reason: 'unrecognized-name', alert: 112 }],
		[116, { kind: 'tls-client-certificate-missing', alert: 116, status: null, isConfigured: true }],
	] as const
).map(([alert, expected]) => ({ name: `alert ${alert} and nothing else`, peer: alerting(alert), expected }));

const refusalCases: readonly Case[] = [42, 44, 45, 46, 48, 49].map((alert) => ({
	name: `alert ${alert} to our certificate`,
	peer: refusing(alert),
	expected: { kind: 'tls-client-certificate-rejected', alert, status: null, isOfOtherAuthority: false },
}));

const networkCases: readonly Case[] = [
	{
		name: 'a server that hangs up at once',
		peer: () => rawPeer('https', (socket) => socket.destroy()),
		expected: {
			kind: 'connection-reset',
			phase: 'tls',
			code: 'ECONNRESET',
			isProxy: false,
			isCut: false,
			isCertificateAsked: false,
		},
	},
	{
		name: 'a server that resets the connection in the handshake',
		peer: () => rawPeer('https', (socket) => socket.once('data', () => socket.resetAndDestroy())),
		expected: {
			kind: 'connection-reset',
			phase: 'tls',
			code: 'ECONNRESET',
			isProxy: false,
			isCut: false,
			isCertificateAsked: false,
		},
	},
	{
		name: 'a server that hangs up on the request',
		peer: secure((_, request) => request.socket.destroy()),
		expected: {
			kind: 'connection-reset',
			phase: 'response',
			code: 'ECONNRESET',
			isProxy: false,
			isCut: false,
			isCertificateAsked: true,
		},
	},
	{
		name: 'a connection that is cut half-way through the response',
		peer: secure((_, __, response) => {
			response.writeHead(200, { 'content-length': '1000' });
			response.write('<half', () => response.destroy());
		}),
		expected: {
			kind: 'connection-reset',
			phase: 'response',
			code: 'ECONNRESET',
			isProxy: false,
			isCut: true,
			isCertificateAsked: true,
		},
		check: ({ response }) => {
			assert.deepEqual([response?.state, response?.status, String(response?.body)], ['cut', 200, '<half']);
		},
	},
	{
		name: 'a server that says nothing in the handshake',
		peer: () => rawPeer('https', () => undefined),
		request: { timeout: 0.3 },
		expected: { kind: 'timeout', phase: 'tls', seconds: 0.3, host: 'localhost', isProxy: false },
	},
	{
		name: 'a server that never answers',
		peer: secure(() => undefined),
		request: { timeout: 0.5 },
		expected: { kind: 'timeout', phase: 'response', seconds: 0.5, host: 'localhost', isProxy: false },
	},
	{
		name: 'a server that sends one byte at a time',
		peer: secure((_, __, response) => {
			const timer = setInterval(() => response.write('x'), 20);
			response.on('close', () => {
				clearInterval(timer);
			});
		}),
		request: { timeout: 0.5 },
		expected: { kind: 'timeout', phase: 'response', seconds: 0.5, host: 'localhost', isProxy: false },
	},
	{
		name: 'a server that sends its header one byte at a time',
		peer: () =>
			rawPeer('http', (socket) => {
				const header = 'HTTP/1.1 200 OK\r\nx: ';
				let sent = 0;
				const timer = setInterval(() => socket.write(header[sent++] ?? 'x'), 20);
				socket.on('close', () => {
					clearInterval(timer);
				});
			}),
		request: { timeout: 0.5, identity: null },
		expected: { kind: 'timeout', phase: 'response', seconds: 0.5, host: 'localhost', isProxy: false },
	},
	{
		name: 'something that is no HTTP',
		peer: () => rawPeer('http', (socket) => socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.2\r\n'))),
		request: withoutCertificate,
		expected: { kind: 'unexpected-response', status: 0, content: 'not-http' },
	},
];

describe('Every outcome of a Ping', () => {
	for (const one of [...answers, ...tlsCases, ...alertCases, ...refusalCases, ...networkCases]) {
		it(`is told of ${one.name}: ${one.expected.kind}`, async () => {
			const peer = await one.peer();
			const url = peer.url === '' ? `https://localhost:${peer.port}/` : peer.url;
			const result = await send(pingTo(url, one.request));
			const { outcome } = result;
			try {
				assert.deepEqual(pick(outcome, one.expected), one.expected);
				one.check?.(result, peer);
				assertExplained(outcome);
			} finally {
				await peer.close();
			}
		});
	}

	it('is told of a port at which nobody listens: connection-refused', async () => {
		const port = await freePort();
		const { outcome, request, tls } = await send(pingTo(`https://127.0.0.1:${port}/`));
		assert.deepEqual(outcome, { kind: 'connection-refused', host: '127.0.0.1', port, isProxy: false });
		assert.deepEqual([request, tls], [null, null]);
		assertExplained(outcome);
	});

	it('is told of a name that does not exist: host-not-found', async () => {
		const { outcome } = await send(pingTo('https://msh.bestaat-niet.invalid/', { timeout: 8 }));
		assert.equal(outcome.kind, 'host-not-found');
		assertExplained(outcome);
	});

	it('is told of an address without a route: network-unreachable', async () => {
		// The broadcast address: no connection can be made to it.
		const { outcome } = await send(pingTo('https://255.255.255.255/', { timeout: 3 }));
		assert.deepEqual(pick(outcome, { kind: '', host: '' }), {
			kind: 'network-unreachable',
			host: '255.255.255.255',
		});
		assertExplained(outcome);
	});

	it('is told of a user who loses patience: cancelled, in whatever phase', async () => {
		const peer = await rawPeer('https', () => undefined);
		const patience = new AbortController();
		const { outcome } = await sendPing(pingTo(peer.url), {
			signal: patience.signal,
			onPhase: (phase) => {
				if (phase === 'tls') {
					patience.abort();
				}
			},
		});
		assert.deepEqual(outcome, { kind: 'cancelled', phase: 'tls' });
		assert.deepEqual((await send(pingTo(peer.url), patience.signal)).outcome, {
			kind: 'cancelled',
			phase: 'lookup',
		});
		await peer.close();
		assertExplained(outcome);
	});
});

function encrypted(keyPem: string): string {
	const cipher = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'goed' } as const;
	return createPrivateKey(keyPem).export(cipher).toString();
}

describe('What stops a Ping before it is sent', () => {
	const url = 'https://localhost:1/';
	const expired = clientIdentity({ notAfter: new Date('2026-07-01') });
	const cases: readonly (readonly [string, PingRequest, Readonly<Record<string, unknown>>])[] = [
		['an endpoint with spaces', pingTo('https://local host/'), { reason: 'endpoint', fault: 'spaces' }],
		['an endpoint that is no URL', pingTo('localhost/ebms'), { reason: 'endpoint', fault: 'not-a-url' }],
		['an endpoint of another scheme', pingTo('ftp://localhost/'), { reason: 'endpoint', fault: 'scheme' }],
		['plain HTTP to elsewhere', pingTo('http://example.org/'), { reason: 'endpoint', fault: 'plain-http' }],
		['a password in the URL', pingTo('https://a:b@localhost/'), { reason: 'endpoint', fault: 'credentials' }],
		['no trusted root', pingTo(url, { trust: [] }), { reason: 'no-trust' }],
		[
			'an empty CPAId',
			pingTo(url, { target: { cpaId: ' ' } }),
			{ reason: 'value', name: 'cpa-id', fault: 'empty' },
		],
		[
			'a PartyId that XML cannot hold',
			pingTo(url, { target: { to: { value: 'a\u0001', type: null } } }),
			{ reason: 'value', name: 'to', fault: 'characters' },
		],
		[
			'a client certificate that has expired',
			pingTo(url, { identity: expired }),
			{ reason: 'client-certificate', fault: 'expired' },
		],
		[
			'a key of another certificate',
			pingTo(url, {
				identity: readIdentity({
					certificate: Buffer.from(hierarchy.leaf().pem),
					key: Buffer.from(hierarchy.leaf({ key: 'p256-7' }).keyPem),
					others: [],
				}),
			}),
			{ reason: 'identity', fault: 'key-mismatch' },
		],
		[
			'a certificate without its key',
			pingTo(url, {
				identity: readIdentity({ certificate: Buffer.from(hierarchy.leaf().pem), key: null, others: [] }),
			}),
			{ reason: 'identity', fault: 'key-missing' },
		],
		...([undefined, 'verkeerd'] as const).map(
			(passphrase) =>
				[
					passphrase === undefined ? 'a key without its passphrase' : 'a key with a wrong passphrase',
					pingTo(url, {
						identity: readIdentity({
							certificate: Buffer.from(hierarchy.leaf().pem),
							key: Buffer.from(encrypted(hierarchy.leaf().keyPem)),
							passphrase,
							others: [],
						}),
					}),
					{
						reason: 'identity',
						fault: passphrase === undefined ? 'passphrase-needed' : 'passphrase-wrong',
					},
				] as const,
		),
		[
			'a client certificate that is too weak for TLS',
			pingTo(url, { identity: clientIdentity({ key: 'rsa-512-0' }) }),
			{ reason: 'identity', fault: 'too-weak' },
		],
		[
			'an address to listen at that is none',
			pingTo(url, { listen: 'hier' }),
			{ reason: 'listener', code: 'not-an-address' },
		],
		[
			'an address of another machine',
			pingTo(url, { listen: '192.0.2.1:8443' }),
			{ reason: 'listener', code: 'EADDRNOTAVAIL' },
		],
		[
			'plain HTTP to listen at elsewhere',
			pingTo(url, { listen: 'http://192.0.2.1:80' }),
			{ reason: 'listener', code: 'plain-http' },
		],
		[
			'nothing to listen with',
			pingTo(url, { identity: null, listen: '127.0.0.1:0' }),
			{ reason: 'listener', code: 'no-certificate' },
		],
	];
	for (const [name, request, expected] of cases) {
		it(`is told: ${name}`, async () => {
			const { outcome, request: sent } = await send(request);
			assert.deepEqual(pick(outcome, { kind: '', ...expected }), { kind: 'not-sent', ...expected });
			assert.equal(sent, null);
			assertExplained(outcome);
		});
	}

	it('is told: a port that is in use', async () => {
		const peer = await plainPeer(fixed(204));
		const { outcome } = await send(pingTo(url, { listen: `127.0.0.1:${peer.port}` }));
		assert.deepEqual(outcome, {
			kind: 'not-sent',
			reason: 'listener',
			address: `127.0.0.1:${peer.port}`,
			code: 'EADDRINUSE',
		});
		await peer.close();
		assertExplained(outcome);
	});
});

describe('A Ping through a proxy', () => {
	it('goes through it with TLS to the endpoint itself', async () => {
		const peer = await securePeer(mutual, pong);
		const tunnel = createServer().on('connect', (request, socket, head) => {
			const [host = '', port] = (request.url ?? '').split(':');
			const onward = connect(Number(port), host, () => {
				socket.write('HTTP/1.1 200 OK\r\n\r\n');
				onward.write(head);
				onward.pipe(socket).on('error', () => undefined);
				socket.pipe(onward).on('error', () => undefined);
			});
		});
		tunnel.listen(0, '127.0.0.1');
		await once(tunnel, 'listening');
		const { port } = tunnel.address() as { readonly port: number };
		const proxy = { host: '127.0.0.1', port, authorization: null };
		const { outcome } = await send(pingTo(peer.url, { proxy }));
		assert.equal(outcome.kind, 'pong');
		tunnel.close();
		await peer.close();
	});

	it('is told that the proxy refuses', async () => {
		const proxy = await rawPeer('http', (socket) => {
			socket.once('data', () => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'));
		});
		const { outcome, request } = await send(
			pingTo('https://msh.example.org/', {
				proxy: { host: '127.0.0.1', port: proxy.port, authorization: null },
			}),
		);
		assert.deepEqual(outcome, {
			kind: 'http-error',
			status: 407,
			challenge: null,
			content: 'empty',
			isProxy: true,
			proof: 'none',
		});
		assert.equal(request, null);
		await proxy.close();
		assertExplained(outcome);
	});

	it('is told that the proxy is not there', async () => {
		const port = await freePort();
		const { outcome } = await send(
			pingTo('https://msh.example.org/', { proxy: { host: '127.0.0.1', port, authorization: null } }),
		);
		assert.deepEqual(pick(outcome, { kind: '', isProxy: '' }), { kind: 'connection-refused', isProxy: true });
		assertExplained(outcome);
	});
});

if (isPresent('openssl')) {
	describe('The TLS server of OpenSSL', () => {
		const folder = temporaryFolder();
		const leaf = hierarchy.leaf({ subjectAlternativeNames: loopbackNames });
		writeFileSync(join(folder, 'chain.pem'), chainPem(leaf));
		writeFileSync(join(folder, 'leaf.key'), leaf.keyPem);
		writeFileSync(join(folder, 'ca.pem'), hierarchy.root.pem);
		const own = [
			'-cert',
			'chain.pem',
			'-cert_chain',
			'chain.pem',
			'-key',
			'leaf.key',
			'-CAfile',
			'ca.pem',
			'-no-CApath',
			'-no-CAstore',
		];
		const cases: readonly (readonly [
			string,
			readonly string[],
			Parameters<typeof pingTo>[1],
			Readonly<Record<string, unknown>>,
		])[] = [
			['speaks TLS 1.1 only', ['-tls1_1', '-cipher', 'DEFAULT@SECLEVEL=0'], {}, { kind: 'tls-version' }],
			[
				'has other ciphers only',
				['-tls1_2', '-cipher', 'NULL-SHA256@SECLEVEL=0'],
				{},
				{ kind: 'tls-failed', reason: 'no-common-cipher', alert: 40 },
			],
			[
				'gets no certificate, TLS 1.3',
				['-Verify', '5', '-verify_return_error'],
				withoutCertificate,
				{ kind: 'tls-client-certificate-missing', alert: 116 },
			],
			[
				'gets no certificate, TLS 1.2',
				['-tls1_2', '-Verify', '5', '-verify_return_error'],
				withoutCertificate,
				{ kind: 'tls-client-certificate-missing', alert: 40 },
			],
			[
				'does not know the CA, TLS 1.3',
				['-Verify', '5', '-verify_return_error'],
				ofOtherRoot,
				{ kind: 'tls-client-certificate-rejected', alert: 48 },
			],
			[
				'does not know the CA, TLS 1.2',
				['-tls1_2', '-Verify', '5', '-verify_return_error'],
				ofOtherRoot,
				{ kind: 'tls-client-certificate-rejected', alert: 48 },
			],
		];
		for (const [name, args, request, expected] of cases) {
			it(`that ${name} is told`, async () => {
				const peer = await opensslPeer(folder, ...own, ...args);
				const { outcome } = await send(pingTo(peer.url, request));
				assert.deepEqual(pick(outcome, expected), expected);
				await peer.close();
				assertExplained(outcome);
			});
		}
	});
}

/** The members of an outcome that are expected. */
function pick(outcome: Outcome, expected: object): Readonly<Record<string, unknown>> {
	const members = outcome as unknown as Readonly<Record<string, unknown>>;
	return Object.fromEntries(Object.keys(expected).map((name) => [name, members[name]]));
}

const causeless: ReadonlySet<OutcomeKind> = new Set([
	'pong',
	'pong-async',
	'accepted',
	'cancelled',
	'not-sent',
]);

function assertExplained(outcome: Outcome): void {
	assertInWords((t) => explainOutcome(outcome, t), {
		hasCauses: !causeless.has(outcome.kind),
		hasNext: outcome.kind !== 'cancelled',
	});
}
