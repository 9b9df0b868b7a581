import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { writeMessage } from '../../../src/ebms/message/writeMessage';
import type { MessageHeader } from '../../../src/ebms/message/message';
import { explainOutcome } from '../../../src/ebms/outcome/explainOutcome';
import { readListenAddress } from '../../../src/ebms/ping/listenAddress';
import { createTranslate } from '../../../src/text';
import { isPresent, temporaryFolder } from '../certificates/pki/tools';
import { assertInWords } from './inWords';
import { fixed, freePort, securePeer, type Answer } from './peers';
import { clientIdentity, hierarchy, pingTo, pki, replyTo, send, serverCertificate } from './pingTesting';

/** Posts to the listener, as the other side does, and gives the status. */
async function post(url: string, body: string, options: RequestOptions = {}): Promise<number> {
	const start = url.startsWith('https:') ? httpsRequest : httpRequest;
	const posting = start(url, {
		method: 'POST',
		headers: { 'content-type': 'text/xml' },
		...(url.startsWith('https:') ? { ca: hierarchy.root.pem } : {}),
		...options,
	});
	posting.end(body);
	const [response] = (await once(posting, 'response')) as [{ readonly statusCode: number; resume(): void }];
	response.resume();
	return response.statusCode;
}

type Overrides = Partial<MessageHeader>;

/** An MSH that takes the Ping and posts to our listener. */
function asyncPeer(
	url: string,
	messages: (body: string) => readonly string[],
	options: RequestOptions = {},
): Answer {
	return ({ body }, _, response) => {
		response.writeHead(204).end();
		void (async () => {
			for (const message of messages(body)) {
				await post(url, message, options).catch(() => undefined);
			}
		})();
	};
}

const pong =
	(overrides: Overrides = {}) =>
	(body: string): readonly string[] => [writeMessage(replyTo(body, 'Pong', overrides))];

const own = serverCertificate();

describe('The listener for a Pong', () => {
	async function pingWith(
		scheme: 'http' | 'https',
		messages: (body: string) => readonly string[],
		options: RequestOptions = {},
		overrides: Parameters<typeof pingTo>[1] = {},
	): ReturnType<typeof send> {
		const port = await freePort();
		const peer = await securePeer(own, asyncPeer(`${scheme}://localhost:${port}/ebms`, messages, options));
		const listen = `${scheme === 'http' ? 'http://' : ''}127.0.0.1:${port}`;
		const result = await send(pingTo(peer.url, { listen, ...overrides }));
		await peer.close();
		const again = connect(port, '127.0.0.1');
		const [error] = (await once(again, 'error')) as [NodeJS.ErrnoException];
		assert.equal(error.code, 'ECONNREFUSED', 'nobody listens any more');
		return result;
	}

	it('takes the Pong over HTTPS with the certificate of the client', async () => {
		const { outcome, received, timings } = await pingWith('https', pong(), own);
		assert.ok(outcome.kind === 'pong-async');
		assert.equal(outcome.isSenderKnown, true);
		assert.equal(outcome.pong.action, 'Pong');
		assert.match(String(received?.body), /<eb:Action>Pong</);
		assert.ok(timings.pong !== null && timings.response !== null);
	});

	it('takes a Pong from a sender without a certificate, but says so', async () => {
		const { outcome } = await pingWith('https', pong());
		assert.ok(outcome.kind === 'pong-async');
		assert.equal(outcome.isSenderKnown, false);
	});

	it('takes the Pong over plain HTTP on loopback', async () => {
		const { outcome } = await pingWith('http', pong());
		assert.ok(outcome.kind === 'pong-async');
		assert.equal(outcome.isSenderKnown, null);
	});

	it('tells what is wrong with an answer to our Ping', async () => {
		const { outcome } = await pingWith('https', pong({ conversationId: 'ander' }));
		assert.ok(outcome.kind === 'pong-mismatch');
		assert.deepEqual(
			[outcome.isAsync, outcome.differences.map(({ part }) => part)],
			[true, ['conversation-id']],
		);
	});

	it('takes an error message for what it is', async () => {
		const error = { code: 'SecurityFailure', severity: 'Error', location: null, description: null };
		const { outcome } = await pingWith('https', (body) => [
			writeMessage(replyTo(body, 'MessageError'), { errors: [error] }),
		]);
		assert.deepEqual(outcome, { kind: 'ebms-error', errors: [error], refersTo: null, isAsync: true });
	});

	it('waits on after rubbish and after what is for another message', async () => {
		const { outcome } = await pingWith('https', (body) => [
			'rommel',
			'<!DOCTYPE a><a/>',
			writeMessage(replyTo(body, 'Pong', { refToMessageId: 'ander@example.org' })),
			...pong()(body),
		]);
		assert.equal(outcome.kind, 'pong-async');
	});

	it('shows the Pong to another message when no other comes', async () => {
		const { outcome } = await pingWith(
			'https',
			pong({ refToMessageId: 'ander@example.org' }),
			{},
			{ timeout: 0.6 },
		);
		assert.ok(outcome.kind === 'pong-mismatch');
		assert.deepEqual(
			outcome.differences.map(({ part }) => part),
			['ref-to-message-id'],
		);
	});

	it('tells that the other side came, but broke off the handshake', async () => {
		const { outcome } = await pingWith('https', pong(), { ca: pki.g1Test.root.pem }, { timeout: 0.6 });
		assert.deepEqual(outcome, {
			kind: 'timeout',
			phase: 'pong',
			seconds: 0.6,
			begun: null,
			host: '',
			isProxy: false,
			failedHandshake: { alert: null },
		});
		assertInWords((t) => explainOutcome(outcome, t), { hasCauses: true, hasNext: true });
	});

	if (isPresent('openssl')) {
		it('tells with which alert it broke off', async () => {
			const port = await freePort();
			const root = join(temporaryFolder(), 'root.pem');
			writeFileSync(root, pki.g1Test.root.pem);
			const peer = await securePeer(own, (_, __, response) => {
				response.writeHead(204).end();
				spawn('openssl', [
					...['s_client', '-connect', `127.0.0.1:${port}`, '-verify_return_error'],
					...['-CAfile', root, '-no-CApath', '-no-CAstore'],
				]);
			});
			const { outcome } = await send(pingTo(peer.url, { listen: `127.0.0.1:${port}`, timeout: 1.5 }));
			await peer.close();
			assert.deepEqual('failedHandshake' in outcome && outcome.failedHandshake, { alert: 48 });
			const { meaning } = explainOutcome(
				outcome,
				createTranslate(() => 'en'),
			);
			assert.match(meaning, /broke off with the TLS alert unknown_ca \(48\)\.$/);
		});
	}

	/** MSHs that do not leave the response empty, or that send the Pong first. */
	const responses: readonly (readonly [string, number, string])[] = [
		[
			'a response that is not empty',
			200,
			'<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"/>',
		],
		['an error, which came after it', 500, ''],
	];
	for (const [what, status, text] of responses) {
		it(`takes the Pong that comes with ${what}`, async () => {
			const port = await freePort();
			const peer = await securePeer(own, ({ body }, _, response) => {
				const [message = ''] = pong()(body);
				void post(`https://localhost:${port}/`, message).then(() => {
					response.writeHead(status).end(text);
				});
			});
			const { outcome } = await send(pingTo(peer.url, { listen: `127.0.0.1:${port}` }));
			await peer.close();
			assert.equal(outcome.kind, 'pong-async');
		});
	}

	it('keeps what the response was when no Pong comes after it', async () => {
		const port = await freePort();
		const peer = await securePeer(own, fixed(200, 'OK'));
		const { outcome } = await send(pingTo(peer.url, { listen: `127.0.0.1:${port}`, timeout: 0.4 }));
		await peer.close();
		assert.deepEqual(outcome, { kind: 'unexpected-response', status: 200, content: 'text' });
	});

	it('gives up when no Pong comes', async () => {
		const { outcome, timings } = await pingWith('https', () => [], {}, { timeout: 0.4 });
		assert.deepEqual(outcome, {
			kind: 'timeout',
			phase: 'pong',
			seconds: 0.4,
			begun: null,
			host: '',
			isProxy: false,
			failedHandshake: null,
		});
		assert.ok((timings.pong ?? 0) >= 399);
	});

	it('is closed at once when the answer comes in the response', async () => {
		const peer = await securePeer(own, ({ body }, _, response) => {
			response.end(writeMessage(replyTo(body, 'Pong')));
		});
		const { outcome } = await send(pingTo(peer.url, { listen: '127.0.0.1:0', identity: clientIdentity() }));
		assert.equal(outcome.kind, 'pong');
		await peer.close();
	});
});

describe('An address to listen at', () => {
	const addresses: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
		['0.0.0.0:8443', { isSecure: true, host: '0.0.0.0', port: 8443 }],
		[' msh.example.org:443 ', { isSecure: true, host: 'msh.example.org', port: 443 }],
		['https://[::1]:8443/', { isSecure: true, host: '::1', port: 8443 }],
		['http://localhost:8080', { isSecure: false, host: 'localhost', port: 8080 }],
		['http://[::1]:80', { isSecure: false, host: '::1', port: 80 }],
		['http://0.0.0.0:80', { fault: 'plain-http' }],
		['8443', { fault: 'not-an-address' }],
		['localhost', { fault: 'not-an-address' }],
		['localhost:70000', { fault: 'not-an-address' }],
		['local host:80', { fault: 'not-an-address' }],
		['https://localhost:80/pad', { fault: 'not-an-address' }],
	];
	for (const [text, expected] of addresses) {
		it(`may be "${text}": ${JSON.stringify(expected)}`, () => {
			const address = readListenAddress(text);
			assert.deepEqual(address, 'fault' in expected ? expected : { text: text.trim(), ...expected });
		});
	}
});
