import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCommandLine } from '../../../../src/cli/commandLine';
import { createCheckers } from '../../../../src/cli/product';
import type { PartnerConnection } from '../../../../src/ebms/partner/partnerConnection';
import { sendPing } from '../../../../src/ebms/ping/sendPing';
import { zaakbericht } from '../../../bench/corpus';
import { runFolder } from '../../certificates/pki/runFolder';
import { messageEnvelope, withPayload } from './envelopes';
import { partnerFolder, pingRequest, post } from './practice';

/** A run of the command `partner`. */
interface Running {
	/** Waits for the next line on standard output; `undefined` at its end. */
	readonly line: () => Promise<string | undefined>;
	/** As Ctrl-C does. */
	readonly interrupt: () => void;
	readonly status: Promise<number>;
	readonly stderr: Promise<string>;
}

function runPartner(...args: readonly string[]): Running {
	const [stdout, stderr] = [new PassThrough(), new PassThrough()];
	const interruption = new AbortController();
	const checkers = createCheckers(process.cwd(), () => undefined);
	const status = runCommandLine(['partner', '--lang', 'en', ...args], {
		stdin: Readable.from([]),
		stdout,
		stderr,
		env: {},
		workingFolder: runFolder(),
		productRoot: process.cwd(),
		checkers,
		interrupted: interruption.signal,
	}).finally(() => {
		stdout.end();
		stderr.end();
		checkers[Symbol.dispose]();
	});
	const lines = linesOf(stdout);
	return {
		line: async () => {
			const next = await lines.next();
			return next.done === true ? undefined : next.value;
		},
		interrupt: () => {
			interruption.abort();
		},
		status,
		stderr: text(stderr),
	};
}

async function* linesOf(stream: Readable): AsyncGenerator<string, undefined> {
	let rest = '';
	for await (const chunk of stream.setEncoding('utf8') as AsyncIterable<string>) {
		const parts = (rest + chunk).split('\n');
		rest = parts.pop() ?? '';
		yield* parts;
	}
	return undefined;
}

const withoutTime = (line: string | undefined): string => (line ?? '').slice(10);

describe('The command partner', function () {
	this.timeout(60_000);
	const folder = (): readonly string[] => ['--pki', partnerFolder(), '--port', '0'];

	async function connected(running: Running): Promise<PartnerConnection> {
		return JSON.parse((await running.line()) ?? '') as PartnerConnection;
	}

	it('writes the connection as one line of JSON, then a line per message, and ends well with Ctrl-C', async () => {
		const running = runPartner(...folder(), '--print-connection');
		const connection = await connected(running);
		assert.deepEqual(Object.keys(connection), ['url', 'cpa', 'cpaId', 'us', 'them', 'cert', 'key', 'trust']);
		assert.deepEqual(JSON.parse(readFileSync(join(partnerFolder(), 'connection.json'), 'utf8')), connection);
		const { outcome } = await sendPing(pingRequest(connection), { signal: new AbortController().signal });
		assert.equal(outcome.kind, 'pong');
		assert.match(
			withoutTime(await running.line()),
			/^Ping from 00000099000000011000 \(.+@localhost\): answered with a Pong$/,
		);
		running.interrupt();
		assert.equal(await running.line(), undefined);
		assert.equal(await running.status, 0);
		assert.equal(await running.stderr, '');
	});

	it('checks payloads as validate does', async () => {
		const running = runPartner(...folder(), '--print-connection');
		const connection = await connected(running);
		const messageId = 'm@test.example';
		const wrong = zaakbericht(4000, 3).replace('999993653', '999993654');
		await post(connection, withPayload(messageEnvelope({ messageId }), wrong));
		assert.match(
			withoutTime(await running.line()),
			/: answered with an ErrorList \(OtherXml\): errors in the payload: 1; /,
		);
		await post(connection, withPayload(messageEnvelope({ messageId }), zaakbericht(4000, 3)));
		assert.match(withoutTime(await running.line()), /: checked, right and acknowledged$/);
		running.interrupt();
		assert.equal(await running.status, 0);
	});

	/** What an answer of `--reply` gives our own Ping. */
	const replies = {
		sync: 'pong',
		async: 'accepted',
		none: 'accepted',
		error: 'ebms-error',
		fault: 'soap-fault',
	};
	for (const [reply, kind] of Object.entries(replies)) {
		it(`gives a Ping ${kind} with --reply ${reply}`, async () => {
			const running = runPartner(...folder(), '--print-connection', '--reply', reply);
			const connection = await connected(running);
			const { outcome } = await sendPing(pingRequest(connection), { signal: new AbortController().signal });
			assert.equal(outcome.kind, kind);
			await running.line();
			running.interrupt();
			assert.equal(await running.status, 0);
		});
	}

	it('takes a fault with --mode, also of the connection', async () => {
		const running = runPartner(...folder(), '--print-connection', '--mode', 'expired-certificate');
		const { outcome } = await sendPing(pingRequest(await connected(running)), {
			signal: new AbortController().signal,
		});
		assert.equal(outcome.kind, 'tls-server-expired');
		running.interrupt();
		assert.equal(await running.status, 0);
	});

	it('says to people where it listens and how to send it a Ping', async () => {
		const running = runPartner(...folder(), '--endpoint', 'https://localhost:9443/ontvangst');
		assert.match(
			(await running.line()) ?? '',
			/^The partner listens at https:\/\/localhost:\d+\/ebms; Ctrl-C stops it\.$/,
		);
		assert.equal(await running.line(), `  CPA  ${join(partnerFolder(), 'cpa.xml')}`);
		assert.equal(
			await running.line(),
			'       Your side is OIN 00000099000000011000 with endpoint https://localhost:9443/ontvangst, the partner is OIN 00000099000000022000.',
		);
		assert.equal(await running.line(), 'Send it a Ping with:');
		assert.match(
			(await running.line()) ?? '',
			/^ {2}lopende-zaken ping --cpa \S+cpa\.xml --as 00000099000000011000 --cert \S+us\.pem --key \S+us\.key --trust \S+trust\.pem$/,
		);
		running.interrupt();
		assert.equal(await running.status, 0);
		assert.match(
			readFileSync(join(partnerFolder(), 'cpa.xml'), 'utf8'),
			/tp:uri="https:\/\/localhost:9443\/ontvangst"/,
		);
	});

	it('gives a line of JSON per message when it is asked to', async () => {
		const running = runPartner(...folder(), '--format', 'json');
		await sendPing(pingRequest(await connected(running)), { signal: new AbortController().signal });
		const entry = JSON.parse((await running.line()) ?? '') as Record<string, unknown>;
		assert.deepEqual(
			[entry['kind'], entry['verdict'], entry['mode'], entry['delivery']],
			['message', { kind: 'pong' }, 'normal', null],
		);
		running.interrupt();
		assert.equal(await running.status, 0);
	});

	it('ends with 2 and a sentence when the port is in use', async () => {
		const taken = createServer().listen(0, '127.0.0.1');
		await once(taken, 'listening');
		const { port } = taken.address() as AddressInfo;
		const running = runPartner('--pki', partnerFolder(), '--port', String(port));
		assert.equal(await running.status, 2);
		taken.close();
		assert.equal(
			await running.stderr,
			`Port ${port} of this computer is in use by another program: choose another port, or 0 for any free one.\n`,
		);
	});

	it('ends with 2 and a sentence when the folder cannot be used', async () => {
		const file = join(runFolder(), 'bezet');
		writeFileSync(file, '');
		const running = runPartner('--pki', join(file, 'map'), '--port', '0');
		assert.equal(await running.status, 2);
		assert.equal(
			await running.stderr,
			`The folder ${join(file, 'map')} for the keys and certificates of the partner cannot be used: ENOTDIR.\n`,
		);
	});

	const wrongUsage: readonly (readonly [args: readonly string[], complaint: string])[] = [
		[['--port', '70000'], 'Option --port <number> cannot be "70000". Give a port from 0 to 65535.'],
		[
			['--endpoint', 'http://example.org/'],
			'Option --endpoint <url> cannot be "http://example.org/". Give a URL that begins with https://; http:// only for this computer itself.',
		],
		[
			['--reply', 'anders'],
			'Option --reply <reply> cannot be "anders". Possible values: sync, async, none, error, fault.',
		],
	];
	for (const [args, complaint] of wrongUsage) {
		it(`ends with 2 and a sentence on ${args.join(' ')}`, async () => {
			const running = runPartner(...args);
			assert.equal(await running.status, 2);
			assert.equal((await running.stderr).split('\n')[0], complaint);
		});
	}
});
