import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { createPingHeader } from '../../src/ebms/message/createHeader';
import { writeMessage } from '../../src/ebms/message/writeMessage';
import type { PartnerConnection } from '../../src/ebms/partner/partnerConnection';
import { row, run } from './measure';

const rate = 200;
const seconds = 60;
/**
 * Seconds before the memory is read for the first time: until then everything is loaded and compiled, and V8 has given the young generation
 * its size. In the first minute that adds some 17 MB; what is in use after a collection stays the same (docs/decisions/0017).
 */
const warmUp = 30;
/** Pings that may be under way at the same time. */
const lanes = 16;

/**
 * Has the partner of the command line answer 200 Pings a second for a minute, each checked against the schema, and reads how its memory
 * grows; then how many it can answer over a connection of its own for each.
 *
 * @param folder For its keys and certificates.
 */
export function partnerUnderLoad(cli: string, folder: string): Promise<void> {
	return withPartner(cli, folder, async (connection, partner) => {
		await steadily(partner, connection);
		await withNewConnections(connection);
	});
}

/** Starts the partner of the command line for as long as the work takes. */
export async function withPartner(
	cli: string,
	folder: string,
	work: (connection: PartnerConnection, partner: ChildProcess) => Promise<void>,
): Promise<void> {
	const partner = spawn(
		process.execPath,
		[cli, 'partner', '--port', '0', '--pki', join(folder, 'partner'), '--print-connection'],
		{ stdio: ['ignore', 'pipe', 'inherit'] },
	);
	try {
		await work(await connectionOf(partner), partner);
	} finally {
		const ended = once(partner, 'exit');
		partner.kill('SIGINT');
		await ended;
	}
}

/** The first line; what comes after it has to be read too, or the partner would wait for us. */
async function connectionOf({ stdout }: ChildProcess): Promise<PartnerConnection> {
	if (stdout === null) {
		throw new Error('The partner has no output');
	}
	const lines = createInterface(stdout);
	const [first] = (await once(lines, 'line')) as [string];
	return JSON.parse(first) as PartnerConnection;
}

async function steadily(partner: ChildProcess, connection: PartnerConnection): Promise<void> {
	const agent = new Agent({
		...credentials(connection),
		keepAlive: true,
		maxSockets: lanes,
		scheduling: 'fifo',
	});
	const ping = (): Promise<void> => sendPing(connection, agent);
	await paced(ping, warmUp);
	const before = residentMegabytes(partner);
	const perSecond = await paced(ping, seconds);
	const after = residentMegabytes(partner);
	agent.destroy();
	row(
		`${rate} Pings a second for ${seconds} s, answered by the partner`,
		`${perSecond.toFixed(0)} a second`,
		`${rate} a second`,
	);
	row(
		'   growth of its memory (RSS)',
		`${before.toFixed(0)} → ${after.toFixed(0)} MB = ${(after - before).toFixed(1)} MB`,
		'at most 20 MB',
	);
}

/** @returns How many were answered per second. */
async function paced(ping: () => Promise<void>, duration: number): Promise<number> {
	const start = performance.now();
	const total = rate * duration;
	let sent = 0;
	await Promise.all(
		Array.from({ length: lanes }, async () => {
			while (sent < total) {
				const due = start + (sent++ * 1000) / rate;
				await wait(Math.max(0, due - performance.now()));
				await ping();
			}
		}),
	);
	return (total / (performance.now() - start)) * 1000;
}

async function withNewConnections(connection: PartnerConnection): Promise<void> {
	const total = 500;
	let sent = 0;
	const start = performance.now();
	await Promise.all(
		Array.from({ length: lanes }, async () => {
			while (sent++ < total) {
				const agent = new Agent({ ...credentials(connection), maxCachedSessions: 0 });
				await sendPing(connection, agent);
				agent.destroy();
			}
		}),
	);
	const perSecond = (total / (performance.now() - start)) * 1000;
	row('   Pings with a TLS handshake for each, as fast as can be', `${perSecond.toFixed(0)} a second`, '');
}

function credentials({ cert, key, trust }: PartnerConnection): {
	readonly cert: Buffer;
	readonly key: Buffer;
	readonly ca: Buffer;
} {
	return { cert: readFileSync(cert), key: readFileSync(key), ca: readFileSync(trust) };
}

async function sendPing({ url, us, them, cpaId }: PartnerConnection, agent: Agent): Promise<void> {
	const type = 'urn:osb:oin';
	const header = createPingHeader(
		{ from: { value: us, type }, to: { value: them, type }, cpaId },
		'bench.example',
		new Date(),
	);
	const sending = request(url, {
		method: 'POST',
		agent,
		headers: { 'content-type': 'text/xml; charset=UTF-8', soapaction: '"ebXML"' },
	});
	sending.end(writeMessage(header));
	const [response] = (await once(sending, 'response')) as [NodeJS.ReadableStream];
	if (!(await text(response)).includes(`<eb:RefToMessageId>${header.messageId}</eb:RefToMessageId>`)) {
		throw new Error('The partner gave another answer than the Pong');
	}
}

function residentMegabytes({ pid = 0 }: ChildProcess): number {
	return Number(run('ps', ['-o', 'rss=', '-p', String(pid)]).stdout) / 1024;
}
