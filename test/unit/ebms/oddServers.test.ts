import assert from 'node:assert/strict';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { writeMessage } from '../../../src/ebms/message/writeMessage';
import { explainOutcome } from '../../../src/ebms/outcome/explainOutcome';
import type { Outcome } from '../../../src/ebms/outcome/outcome';
import { createTranslate } from '../../../src/text';
import { assertInWords } from './inWords';
import { fixed, plainPeer, rawPeer, securePeer, type Answer, type Peer } from './peers';
import { issue } from '../certificates/pki/issue';
import {
	anchor,
	chainPem,
	clientIdentity,
	hierarchy,
	loopbackNames,
	pingTo,
	replyTo,
	send,
	serverCertificate,
} from './pingTesting';

const server = serverCertificate();
const mutual = { ...server, requestCert: true, rejectUnauthorized: true, ca: [hierarchy.root.pem] };
const anonymous = { identity: null } as const;

type Peering = () => Promise<Peer>;

function secure(answer: Answer, options: object = mutual): Peering {
	return () => securePeer({ ...server, ...options }, answer);
}

/** The right Pong, written as a server likes. */
function pongAs(write: (pong: string) => Buffer | string, headers: Record<string, string> = {}): Answer {
	return ({ body }, _, response) => {
		response.writeHead(200, headers).end(write(writeMessage(replyTo(body, 'Pong'))));
	};
}

const pong = pongAs((text) => text);

function multipart(...parts: readonly (readonly [headers: string, body: string])[]): string {
	return `${parts.map(([headers, body]) => `--grens\r\n${headers}\r\n\r\n${body}\r\n`).join('')}--grens--\r\n`;
}

/** Without TLS, to write HTTP as no library does. */
function raw(text: string): Peering {
	return () => rawPeer('http', (socket) => socket.once('data', () => socket.write(text)));
}

async function outcomeAt(peering: Peering, request: Parameters<typeof pingTo>[1] = {}): Promise<Outcome> {
	const peer = await peering();
	try {
		return (await send(pingTo(peer.url, { timeout: 3, ...request }))).outcome;
	} finally {
		await peer.close();
	}
}

function assertExplained(outcome: Outcome): void {
	assertInWords((t) => explainOutcome(outcome, t), { hasCauses: false, hasNext: true });
}

const english = createTranslate(() => 'en');

describe('A Pong is recognised however it is wrapped', () => {
	const related = (more = ''): Record<string, string> => ({
		'content-type': `multipart/related; boundary=grens; type="text/xml"${more}`,
	});
	const cases: readonly (readonly [string, Answer])[] = [
		['gzip', pongAs(gzipSync, { 'content-encoding': 'gzip' })],
		['deflate', pongAs(deflateSync, { 'content-encoding': 'Deflate' })],
		['deflate without its wrapper', pongAs(deflateRawSync, { 'content-encoding': 'deflate' })],
		['brotli', pongAs(brotliCompressSync, { 'content-encoding': 'br' })],
		[
			'gzip in gzip',
			pongAs((text) => gzipSync(gzipSync(text)), { 'content-encoding': 'identity, gzip, gzip' }),
		],
		['gzip that is none', pongAs((text) => text, { 'content-encoding': 'gzip' })],
		['an encoding that nobody knows', pongAs((text) => text, { 'content-encoding': 'rot13' })],
		['lines before the XML declaration', pongAs((text) => `\r\n ${text}`)],
		['UTF-16', pongAs((text) => Buffer.from(`\uFEFF${text.replace('UTF-8', 'UTF-16')}`, 'utf16le'))],
		[
			'a second part, when the first is no message',
			pongAs(
				(text) => multipart(['Content-Type: text/plain', 'Hello'], ['Content-Type: text/xml', text]),
				related(),
			),
		],
		[
			'the part that start names without its angle brackets',
			pongAs(
				(text) =>
					multipart(
						['Content-ID: <a@b>\r\nContent-Type: text/xml', '<bijlage/>'],
						['Content-ID: <pong@b>\r\nContent-Type: text/xml', text],
					),
				related('; start="pong@b"'),
			),
		],
		[
			'quoted-printable',
			pongAs(
				(text) =>
					multipart([
						'Content-Type: text/xml\r\nContent-Transfer-Encoding: quoted-printable',
						text.replaceAll('=', '=3D').replaceAll('<eb:From>', '<eb:Fr=\r\nom>'),
					]),
				related(),
			),
		],
		[
			'interim responses before it',
			(request, incoming, response) => {
				response.writeContinue();
				response.writeEarlyHints({ link: '</>; rel=preload' });
				pong(request, incoming, response);
			},
		],
	];
	for (const [name, answer] of cases) {
		it(name, async () => {
			assert.equal((await outcomeAt(secure(answer))).kind, 'pong');
		});
	}

	it('but not when it is larger than what is read', async () => {
		const bomb = secure(fixed(200, gzipSync(Buffer.alloc(6 * 1024 * 1024)), { 'content-encoding': 'gzip' }));
		assert.deepEqual(await outcomeAt(bomb), {
			kind: 'unexpected-response',
			status: 200,
			content: 'too-large',
		});
	});
});

describe('What an answer shows of the certificates', () => {
	const asking = { requestCert: true, rejectUnauthorized: false };
	const cases: readonly (readonly [string, Peering, Parameters<typeof pingTo>[1], string, RegExp])[] = [
		['both sides knew one another', secure(pong), {}, 'mutual', /^TLS and both certificates are right\. /],
		[
			'the server did not ask who we are',
			secure(pong, {}),
			{},
			'not-asked',
			/certificate of the server are right\. The server did not ask for a client certificate/,
		],
		[
			'the server asked, but we had none',
			secure(pong, asking),
			anonymous,
			'not-shown',
			/went on without one, as none is configured/,
		],
		['there was no TLS', () => plainPeer(pong), anonymous, 'none', /^The connection is without TLS/],
	];
	for (const [name, peering, request, proof, words] of cases) {
		it(`a Pong when ${name}`, async () => {
			const outcome = await outcomeAt(peering, request);
			assert.deepEqual('proof' in outcome ? [outcome.kind, outcome.proof] : outcome, ['pong', proof]);
			assert.match(explainOutcome(outcome, english).meaning, words);
			assertExplained(outcome);
		});
	}

	for (const status of [403, 500]) {
		it(`HTTP ${status} of a server that did not ask who we are: that is the likeliest cause`, async () => {
			const outcome = await outcomeAt(secure(fixed(status), {}));
			const [cause = ''] = explainOutcome(outcome, english).causes;
			assert.match(cause, /^The server did not ask for our client certificate/);
			assertExplained(outcome);
		});
	}

	it('a SOAP Fault about the certificate has that as its likeliest cause', () => {
		const firstCause = (text: string): string | undefined => {
			const fault = {
				kind: 'soap-fault',
				status: 500,
				code: 'Client',
				text,
				errors: [],
				proof: 'mutual',
			} as const;
			return explainOutcome(fault, english).causes[0];
		};
		assert.match(firstCause('Invalid SSL Client Certificate!') ?? '', /^The client certificate is not/);
		assert.match(firstCause('CPA 1 not found!') ?? '', /^The CPA with this CPAId/);
	});

	it('nothing is accepted when the status says nothing of the kind', async () => {
		const outcome = await outcomeAt(raw('HTTP/1.1 000 Nothing\r\nContent-Length: 0\r\n\r\n'), anonymous);
		assert.deepEqual(outcome, {
			kind: 'http-error',
			status: 0,
			content: 'empty',
			isProxy: false,
			challenge: null,
			proof: 'none',
		});
	});
});

describe('What cannot be read as HTTP is told by how it begins', () => {
	const http = { content: 'broken-http', firstLine: 'HTTP/1.1 200 OK' };
	const cases: readonly (readonly [string, string, object])[] = [
		[
			'another protocol',
			'220 mail.example.org ESMTP\r\n',
			{ content: 'not-http', firstLine: '220 mail.example.org ESMTP', code: 'HPE_INVALID_CONSTANT' },
		],
		[
			'octets that are no text',
			'\u0001\u0002\u0003\r\n',
			{ content: 'not-http', firstLine: null, code: 'HPE_INVALID_CONSTANT' },
		],
		[
			'two lengths',
			'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
			{ ...http, code: 'HPE_UNEXPECTED_CONTENT_LENGTH' },
		],
		[
			'a header of 300 KB, of which the parser only has the end',
			`HTTP/1.1 200 OK\r\nX-Long: ${'a'.repeat(300_000)}\r\n\r\n`,
			{ content: 'broken-http', firstLine: null, code: 'HPE_HEADER_OVERFLOW' },
		],
		[
			'a chunk without a length',
			'HTTP/1.1 502 Bad\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
			{ content: 'broken-http', status: 502, firstLine: null, code: 'HPE_INVALID_CHUNK_SIZE' },
		],
	];
	for (const [name, text, expected] of cases) {
		it(name, async () => {
			const outcome = await outcomeAt(raw(text), anonymous);
			assert.deepEqual(outcome, { kind: 'unexpected-response', status: 0, isProxy: false, ...expected });
			assertExplained(outcome);
		});
	}

	it('a server that wants to go on in another protocol is no silence', async () => {
		const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n';
		const outcome = await outcomeAt(raw(upgrade), anonymous);
		assert.deepEqual('status' in outcome ? [outcome.kind, outcome.status] : outcome, ['http-error', 101]);
	});
});

describe('What a proxy does is told of the proxy', () => {
	const cases: readonly (readonly [string, Parameters<typeof rawPeer>[1], object])[] = [
		[
			'it says nothing',
			() => undefined,
			{
				kind: 'timeout',
				phase: 'connect',
				seconds: 0.5,
				begun: null,
				host: 'msh.example.org',
				failedHandshake: null,
			},
		],
		[
			'it hangs up',
			(socket) => socket.once('data', () => socket.end()),
			{
				kind: 'connection-reset',
				phase: 'connect',
				code: 'ECONNRESET',
				isCut: false,
				missing: null,
				isCertificateAsked: false,
			},
		],
		[
			'it is of another kind',
			(socket) => socket.once('data', () => socket.end('Bad command\r\n')),
			{
				kind: 'unexpected-response',
				status: 0,
				content: 'not-http',
				firstLine: 'Bad command',
				code: 'HPE_INVALID_CONSTANT',
			},
		],
	];
	for (const [name, onConnection, expected] of cases) {
		it(name, async () => {
			const peer = await rawPeer('http', onConnection);
			const proxy = { host: '127.0.0.1', port: peer.port, authorization: null };
			const { outcome } = await send(pingTo('https://msh.example.org/', { proxy, timeout: 0.5 }));
			await peer.close();
			assert.deepEqual(outcome, { isProxy: true, ...expected });
			const { summary, meaning, causes, next } = explainOutcome(outcome, english);
			assert.match(`${summary} ${causes.join(' ')} ${next.join(' ')}`, /proxy/i);
			assert.doesNotMatch([summary, meaning, ...causes, ...next].join(' '), /name server|\bMSH\b/);
			assertExplained(outcome);
		});
	}
});

describe('The phase in which it stopped', () => {
	it('is never the look-up of an address, which is none', async () => {
		const peer = await rawPeer('https', () => undefined);
		const phases: string[] = [];
		const { outcome, timings } = await (async () => {
			try {
				const request = pingTo(peer.url.replace('localhost', '127.0.0.1'), { timeout: 0.3 });
				const { sendPing } = await import('../../../src/ebms/ping/sendPing');
				return await sendPing(request, {
					signal: new AbortController().signal,
					onPhase: (phase) => phases.push(phase),
				});
			} finally {
				await peer.close();
			}
		})();
		assert.deepEqual(phases, ['connect', 'tls']);
		assert.equal(timings.lookup, null);
		assert.deepEqual('phase' in outcome ? outcome.phase : outcome, 'tls');
	});

	it('tells that nothing was sent when it was stopped before', () => {
		const meaning = (phase: 'tls' | 'request'): string =>
			explainOutcome({ kind: 'cancelled', phase }, english).meaning;
		assert.equal(meaning('tls'), 'Nothing was sent.');
		assert.match(meaning('request'), /is not known/);
	});
});

describe('A client certificate that goes without its issuers', () => {
	const lonely = clientIdentity();

	it('is told as the likeliest cause of a refusal, as we know that', () => {
		const rejected = (isAlone: boolean): string =>
			explainOutcome(
				{
					kind: 'tls-client-certificate-rejected',
					alert: 48,
					status: null,
					substatus: null,
					certificate: lonely.certificate,
					isOfOtherAuthority: true,
					isAlone,
				},
				english,
			).causes[0] ?? '';
		assert.match(rejected(true), /^We send the certificate alone/);
		assert.match(rejected(false), /^The server does not trust the issuer/);
	});

	it('is not told of one that only lacks the root, which is not sent', async () => {
		const peer = await securePeer(mutual, pong);
		const { findings } = await send(pingTo(peer.url, { identity: lonely }));
		await peer.close();
		assert.equal(lonely.path.end.state, 'missing');
		assert.deepEqual(findings, []);
	});
});

describe('A certificate that has expired', () => {
	const past = new Date('2026-07-01');
	const { root, tsp, domain } = hierarchy;
	const reissued = (of: typeof root, by: typeof root | 'self'): typeof root =>
		issue(by, { ...of.spec, notAfter: past }, of.signs);

	it('is told as that of an issuer when the server sends an old one', async () => {
		const leaf = hierarchy.leaf({ subjectAlternativeNames: loopbackNames });
		const cert = [leaf, reissued(tsp, domain), domain].map(({ pem }) => pem).join('');
		const outcome = await outcomeAt(() => securePeer({ ...mutual, cert, key: leaf.keyPem }, pong));
		assert.equal(outcome.kind === 'tls-server-expired' && outcome.whose, 'issuer');
		assert.equal(
			explainOutcome(outcome, english).summary,
			'An issuer in the chain of the server has expired.',
		);
		assertExplained(outcome);
	});

	it('is told as ours when all that the server sends is valid', async () => {
		const leaf = hierarchy.leaf({ subjectAlternativeNames: loopbackNames });
		const old = reissued(root, 'self');
		const outcome = await outcomeAt(
			() => securePeer({ ...mutual, cert: chainPem(leaf), key: leaf.keyPem }, pong),
			{ trust: [anchor(old.certificate)] },
		);
		assert.deepEqual(outcome, {
			kind: 'tls-server-expired',
			reason: 'expired',
			certificate: null,
			whose: 'trusted',
		});
		assert.match(explainOutcome(outcome, english).summary, /^A certificate that this connection trusts/);
		assertExplained(outcome);
	});
});
