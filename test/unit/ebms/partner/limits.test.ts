import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { connect as connectPlain, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { Readable } from 'node:stream';
import { createBodyBudget, readBody } from '../../../../src/ebms/partner/readBody';
import { connect, type TLSSocket } from 'node:tls';
import { envelope, messageEnvelope, withPayload } from './envelopes';
import { nothingWrong, post, practise, type Practice } from './practice';

describe('The limits of the partner', function () {
	this.timeout(60_000);

	async function connection({ connection: { url, trust, cert, key } }: Practice): Promise<TLSSocket> {
		const socket = connect({
			host: 'localhost',
			port: Number(new URL(url).port),
			ca: readFileSync(trust),
			cert: readFileSync(cert),
			key: readFileSync(key),
		});
		socket.on('error', () => undefined);
		await once(socket, 'secureConnect');
		return socket;
	}

	it('let it take 20 MB and no more', async () => {
		await using practice = await practise();
		const message = withPayload(messageEnvelope(), '');
		const room = 20_000_000 - Buffer.byteLength(message.body ?? '');
		const fits = await post(practice.connection, withPayload(messageEnvelope(), ' '.repeat(room)));
		assert.equal(fits.status, 200);
		const tooLarge = await post(practice.connection, withPayload(messageEnvelope(), ' '.repeat(room + 1)));
		assert.equal(tooLarge.status, 413);
		const muchTooLarge = await post(practice.connection, { body: Buffer.alloc(30_000_000) });
		assert.equal(muchTooLarge.status, 413);
		await practice.arrived(3);
		const entry = practice.entries.at(-1);
		assert.equal(
			entry?.kind === 'message' && entry.verdict.kind === 'refused' && entry.verdict.reason,
			'too-large',
		);
	});

	it('let go of what it could not read', async () => {
		const budget = createBodyBudget();
		const large = Array.from({ length: 21 }, () => Buffer.alloc(1_000_000));
		const requestOf = (chunks: readonly Buffer[]): Readable => Readable.from(chunks);
		assert.equal((await readBody(requestOf(large), budget)).kind, 'too-large');
		const held = await Promise.all(
			Array.from({ length: 5 }, () => readBody(requestOf(large.slice(0, 20)), budget)),
		);
		assert.deepEqual(
			held.map(({ kind }) => kind),
			['read', 'read', 'read', 'read', 'read'],
		);
		assert.equal((await readBody(requestOf(large.slice(0, 1)), budget)).kind, 'busy');
		for (const body of held) {
			assert.ok(body.kind === 'read');
			body[Symbol.dispose]();
		}
		assert.equal((await readBody(requestOf(large.slice(0, 1)), budget)).kind, 'read');
		const broken = new Readable({
			read() {
				this.destroy(new Error('aborted'));
			},
		});
		assert.equal((await readBody(broken, budget)).kind, 'gone');
	});

	for (const [name, request, status, entry] of [
		[
			'what is no HTTP',
			'POST /ebms HTTP/9.9\r\n\r\n',
			'400 Bad Request',
			{ reason: 'http', code: 'HPE_INVALID_VERSION' },
		],
		[
			'headers without end',
			`POST /ebms HTTP/1.1\r\nX: ${'a'.repeat(30_000)}\r\n\r\n`,
			'431 Request Header Fields Too Large',
			{ reason: 'http', code: 'HPE_HEADER_OVERFLOW' },
		],
	] as const) {
		it(`are told of ${name}, so that a client that is refused can be found`, async () => {
			await using practice = await practise();
			const socket = await connection(practice);
			socket.write(request);
			const [answer] = (await once(socket, 'data')) as [Buffer];
			assert.equal(answer.toString('latin1').split('\r\n')[0], `HTTP/1.1 ${status}`);
			await practice.arrived(1);
			const { at, ...told } = practice.entries[0] ?? {};
			assert.ok(at instanceof Date);
			assert.deepEqual(told, { kind: 'connection', ...entry });
			socket.destroy();
		});
	}

	it('keep no more than 200 of what came in', async () => {
		await using practice = await practise();
		using agent = disposable(new Agent({ keepAlive: true, maxSockets: 4 }));
		await Promise.all(
			Array.from({ length: 210 }, (_, n) =>
				post(practice.connection, { agent, body: envelope({ messageId: `nummer-${n}@test.example` }) }),
			),
		);
		await practice.arrived(210);
		assert.equal(practice.entries.length, 210);
		assert.deepEqual(practice.partner.entries(), practice.entries.slice(10));
	});

	it('let nobody but this computer reach it', async () => {
		await using practice = await practise();
		const socket = connectPlain({ host: '127.0.0.1', port: Number(new URL(practice.connection.url).port) });
		await once(socket, 'connect');
		assert.equal(socket.remoteAddress, '127.0.0.1');
		socket.destroy();
		const elsewhere = Object.values(networkInterfaces())
			.flat()
			.find((one) => one?.internal === false && one.family === 'IPv4');
		if (elsewhere !== undefined) {
			const other = connectPlain({
				host: elsewhere.address,
				port: Number(new URL(practice.connection.url).port),
			});
			await assert.rejects(once(other, 'connect'), { code: 'ECONNREFUSED' });
		}
	});

	it('do not hold up its end, whatever clients are in the middle of', async () => {
		const practice = await practise({ mode: 'no-answer' });
		const idle = connectPlain({ host: '127.0.0.1', port: Number(new URL(practice.connection.url).port) });
		idle.on('error', () => undefined);
		const halfHeader = await connection(practice);
		halfHeader.write('POST /ebms HTTP/1.1\r\nHost: loc');
		const halfBody = await connection(practice);
		halfBody.write('POST /ebms HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nabc');
		const waiting = await connection(practice);
		waiting.write(requestWith(envelope()));
		await practice.arrived(1);
		const closed = [idle, halfHeader, halfBody, waiting].map(closingOf);
		await practice.partner.close();
		await Promise.all(closed);
		assert.deepEqual(practice.faults, []);
	});

	it('leave nothing that keeps a process alive when it has stopped', async () => {
		await using practice = await practise();
		const folder = dirname(practice.connection.cert);
		const script = fileURLToPath(new URL('startAndStop.ts', import.meta.url));
		const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, folder], {
			timeout: 30_000,
		});
		assert.equal(stdout, 'ended at once\n');
	});

	it('let it stop while a slow answer is under way', async () => {
		let isJudged: () => void = () => undefined;
		const judged = new Promise<void>((resolve) => {
			isJudged = resolve;
		});
		const practice = await practise({
			mode: 'slow',
			slowness: 600_000,
			check: (text) => {
				isJudged();
				return nothingWrong(text);
			},
		});
		const socket = await connection(practice);
		const closed = closingOf(socket);
		socket.write(requestWith(envelope()));
		await judged;
		await practice.partner.close();
		await closed;
		assert.deepEqual(practice.faults, []);
	});

	it('let eight clients have 600 Pings at once, each with a Pong of its own', async () => {
		await using practice = await practise();
		using agent = disposable(new Agent({ keepAlive: true, maxSockets: 8 }));
		const seconds = 3;
		const start = performance.now();
		let answered = 0;
		await Promise.all(
			Array.from({ length: 8 }, async (_, lane) => {
				for (let n = lane; n < 200 * seconds; n += 8) {
					const messageId = `ping-${n}@test.example`;
					const { status, body } = await post(practice.connection, { agent, body: envelope({ messageId }) });
					answered += status === 200 && body.includes(`>${messageId}<`) ? 1 : 0;
				}
			}),
		);
		const perSecond = (answered / (performance.now() - start)) * 1000;
		console.log(`      ${Math.round(perSecond)} Pings a second, client and partner in one process`);
		assert.equal(answered, 200 * seconds);
		assert.deepEqual(practice.faults, []);
	});
});

/** The end of a socket, with or without an error. */
function closingOf(socket: Socket): Promise<void> {
	return new Promise((resolve) => {
		socket.once('close', () => {
			resolve();
		});
	});
}

function requestWith(body: string): string {
	const headers = [
		'POST /ebms HTTP/1.1',
		'Host: localhost',
		'SOAPAction: "ebXML"',
		'Content-Type: text/xml',
		`Content-Length: ${Buffer.byteLength(body)}`,
	];
	return `${headers.join('\r\n')}\r\n\r\n${body}`;
}

function disposable(agent: Agent): Agent & Disposable {
	return Object.assign(agent, {
		[Symbol.dispose]: () => {
			agent.destroy();
		},
	});
}
