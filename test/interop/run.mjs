// `npm run test:interop`: our Ping, our partner and our CPA against what a Digikoppeling adapter in Java stands on (Peer.java).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { cachedFolder } from '../../scripts/cacheFolder.mjs';
import { addCounts } from '../../scripts/counts.mjs';
import { findOnPath } from '../../scripts/prerequisites.mjs';
import { root } from '../../scripts/project.mjs';
import { onStopSignal, runCommand } from '../../scripts/runCommand.mjs';
import { roles, syncReply, writePing, writeZaakbericht } from './messages.mjs';

const folder = join(root, 'test', 'interop');
const cli = join(root, 'dist', 'cli.cjs');
const mavenDependencyPlugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

/** Seconds in which an answer has to come. */
const patience = 60;

const [java, compiler, maven] = ['java', 'javac', 'mvn'].map((name) => findOnPath([name]));
if (!java || !compiler || !maven || !(await isJava17())) {
	console.log(
		'Skipped: this needs a JDK of Java 17 or later and Maven (`java`, `javac` and `mvn` on the PATH).',
	);
	process.exit(0);
}
const libraries = await cachedFolder('interop-jetty-12.0.16', fetchLibraries);

const scratch = mkdtempSync(join(tmpdir(), 'lopende-zaken-interop-'));
const pki = join(scratch, 'pki');
const children = new Set();
onStopSignal(() => process.exit(1));
process.on('exit', () => {
	children.forEach((child) => child.kill('SIGKILL'));
	rmSync(scratch, { recursive: true, force: true });
});

const results = [];
await runAll();
report();

async function runAll() {
	const syncPartner = await startPartner(['--reply', 'sync']);
	const cpa = join(scratch, 'cpa.xml');
	copyFileSync(syncPartner.connection.cpa, cpa);
	const peer = start(java, [
		'-cp',
		join(libraries, '*'),
		join(folder, 'Peer.java'),
		pki,
		join(root, 'schemas'),
	]);
	const [, tls12, tls13, ours] = (await peer.next((line) => line.startsWith('ready'))).split('\t');
	const ask = async (...words) => {
		peer.write(`${words.join('\t')}\n`);
		return peer.next((line) => !/^(?:received|delivered)\t/.test(line));
	};

	await check('CPA: valid for Xerces', 'valid', () => ask('validate', 'cpa.xsd', cpa));
	for (const [version, port] of [
		['TLS 1.2', tls12],
		['TLS 1.3', tls13],
	]) {
		await checkPings(version, port, { cpa, peer, ask });
	}
	await checkPartner(syncPartner, 'sync', ask);
	await syncPartner.stop();

	const endpoint = `https://localhost:${ours}/ebms`;
	const asyncPartner = await startPartner(['--reply', 'async', '--endpoint', endpoint]);
	await checkPartner(asyncPartner, 'async', ask, () => peer.next((line) => line.startsWith('received')));
	await asyncPartner.stop();

	peer.end();
	await check('Java: ends when there is no more input', '0', async () => String(await peer.ended));
}

/** Our Ping to Jetty, which demands a client certificate. */
async function checkPings(version, port, { cpa, peer, ask }) {
	const ours = { cert: join(pki, 'us.pem'), key: join(pki, 'us.key') };
	const ping = async (identity, ...more) => {
		const options = { cpa, as: '00000099000000011000', trust: join(pki, 'trust.pem'), ...identity };
		const { outcome, details } = await pingWith(options, `https://localhost:${port}/ebms`, more);
		return details?.alert ? `${outcome}, alert ${details.alert}` : outcome;
	};
	const name = (words) => `Ping, ${version}: ${words}`;
	const received = () => peer.next((line) => line.startsWith('received'));

	await check(name('valid for Xerces, Pong in the response'), 'pong, received Ping valid', async () => {
		const outcome = await ping(ours, '--sync', 'always');
		return `${outcome}, ${(await received()).split('\t').filter(Boolean).join(' ')}`;
	});
	await check(name('204 and no listener'), 'accepted', async () => {
		await ask('answers-go-to', 'https://localhost:9/ebms');
		const outcome = await ping(ours, '--sync', 'never');
		await received();
		await peer.next((line) => line.startsWith('delivered'));
		return outcome;
	});
	await check(name('204, then a Pong to our listener'), 'pong-async, delivered 204', async () => {
		const listen = `localhost:${await freePort()}`;
		await ask('answers-go-to', `https://${listen}/ebms`);
		const outcome = await ping(ours, '--sync', 'never', '--listen', listen);
		await received();
		return `${outcome}, ${(await peer.next((line) => line.startsWith('delivered'))).replace('\t', ' ')}`;
	});
	const leaf = join(scratch, 'leaf.pem');
	writeFileSync(leaf, /^-----BEGIN.*?-----END[^-]*-----\n/s.exec(readFileSync(ours.cert, 'utf8'))[0]);
	const stranger = { cert: join(pki, 'them-unknown-ca.pem'), key: join(pki, 'them.key') };
	// Java says certificate_unknown where OpenSSL says unknown_ca, and bad_certificate where it says certificate_required.
	const rejected = 'tls-client-certificate-rejected, alert 46';
	await check(name('client certificate of an unknown issuer'), rejected, () => ping(stranger));
	await check(name('client certificate without its chain'), rejected, () => ping({ ...ours, cert: leaf }));
	await check(name('no client certificate'), 'tls-client-certificate-missing, alert 42', () => ping({}));
}

/** The HTTP client of Java to our partner. */
async function checkPartner({ connection, next }, reply, ask, awaitAnswer) {
	const name = (words) => `Partner, ${reply}: ${words}`;
	const post = async (who, { body, contentType }) => {
		const file = join(scratch, 'body');
		writeFileSync(file, body);
		return (await ask('post', connection.url, who, file, contentType)).split('\t');
	};
	const answer = async (message) => {
		const [status, ...inResponse] = await post('us', message);
		const [action, reference, verdict] =
			awaitAnswer === undefined ? inResponse : (await awaitAnswer()).split('\t').slice(1);
		return `${status}, ${action} ${verdict}${reference === message.id ? '' : `, about ${reference}`}`;
	};
	const status = awaitAnswer === undefined ? '200' : '204';
	const nextVerdict = async () => JSON.parse(await next((line) => line.includes('"verdict"'))).verdict;

	await check(name('Ping'), `${status}, Pong valid, pong`, async () => {
		const words = await answer(writePing(connection.cpaId));
		return `${words}, ${(await nextVerdict()).kind}`;
	});
	const asAgreed = reply === 'sync' ? syncReply : '';
	const message = writeZaakbericht(connection.cpaId, { sync: asAgreed });
	for (const isDuplicate of [false, true]) {
		const expected = `${status}, Acknowledgment valid, received, ${isDuplicate ? 'duplicate' : 'new'}`;
		await check(name(isDuplicate ? 'the same zakLk01 again' : 'zakLk01 in chunks'), expected, async () => {
			const words = await answer(message);
			const verdict = await nextVerdict();
			return `${words}, ${verdict.kind}, ${verdict.isDuplicate ? 'duplicate' : 'new'}`;
		});
	}
	// What ebms-core refuses according to its source, and with what.
	const refused = [
		['zakLk01 without the Role of the sender', { roles: ['', roles[1]], sync: asAgreed }, 'From/eb:Role'],
		['zakLk01 without the Role of the receiver', { roles: [roles[0], ''], sync: asAgreed }, 'To/eb:Role'],
		reply === 'sync'
			? ['zakLk01 without SyncReply', { sync: '' }, 'SyncReply']
			: ['zakLk01 with SyncReply', { sync: syncReply }, 'SyncReply'],
	];
	for (const [words, parts, place] of refused) {
		const expected = `${status}, MessageError valid, Inconsistent at ${place}`;
		await check(name(words), expected, async () => {
			const words = await answer(writeZaakbericht(connection.cpaId, parts));
			const { errors } = await nextVerdict();
			const told = errors.map(
				({ code, location }) => `${code} at ${location.replace(/^.*\/eb:(?=From|To|Sync)/, '')}`,
			);
			return `${words}, ${told.join()}`;
		});
	}
	await check(name('no client certificate'), 'failed, no-certificate', async () => {
		const [outcome] = await post('nobody', message);
		return `${outcome}, ${JSON.parse(await next((line) => line.includes('"connection"'))).reason}`;
	});
}

/** @param {Readonly<Record<string, string>>} options */
async function pingWith(options, url, more) {
	const words = Object.entries({ ...options, url, format: 'json', timeout: '20' });
	const child = start(process.execPath, [
		cli,
		'ping',
		...words.flatMap(([name, value]) => [`--${name}`, value]),
		...more,
	]);
	await child.ended;
	return JSON.parse(child.lines.join('\n'));
}

async function startPartner(options) {
	const child = start(process.execPath, [
		cli,
		'partner',
		'--pki',
		pki,
		'--port',
		'0',
		'--format',
		'json',
		...options,
	]);
	const connection = JSON.parse(await child.next((line) => line.startsWith('{')));
	const stop = () => {
		child.interrupt();
		return child.ended;
	};
	return { connection, next: child.next, stop };
}

/** Starts a program, whose lines can be waited for: each line goes to one who waits for such a line, or else stays. */
function start(command, args) {
	const child = spawn(command, args, { cwd: root, stdio: 'pipe' });
	children.add(child);
	// Whoever writes to a program that has ended is told so by what he waits for.
	child.stdin.on('error', () => undefined);
	const lines = [];
	let wake = () => undefined;
	let hasEnded = false;
	for (const input of [child.stdout, child.stderr]) {
		createInterface({ input }).on('line', (line) => {
			lines.push(line);
			wake();
		});
	}
	const ended = once(child, 'close').then(([status]) => {
		children.delete(child);
		hasEnded = true;
		wake();
		return status;
	});
	const next = async (isMeant) => {
		const end = Date.now() + patience * 1000;
		for (;;) {
			const index = lines.findIndex(isMeant);
			if (index !== -1) {
				return lines.splice(index, 1)[0];
			}
			if (hasEnded) {
				throw new Error(`it ended: ${lines.join(' / ')}`);
			}
			await new Promise((resolve, reject) => {
				const timer = setTimeout(() => reject(new Error(`nothing came in ${patience} s`)), end - Date.now());
				wake = () => {
					clearTimeout(timer);
					resolve();
				};
			});
		}
	};
	return {
		ended,
		next,
		lines,
		write: (text) => child.stdin.write(text),
		end: () => child.stdin.end(),
		interrupt: () => child.kill('SIGINT'),
	};
}

async function freePort() {
	const server = createServer();
	server.listen(0, 'localhost');
	await once(server, 'listening');
	const { port } = server.address();
	server.close();
	await once(server, 'close');
	return port;
}

async function check(name, expected, run) {
	let found;
	try {
		found = await run();
	} catch (error) {
		found = error.message;
	}
	const isRight = found === expected;
	results.push(isRight);
	console.log(`${isRight ? 'ok    ' : 'FAILED'}  ${name.padEnd(58)}  ${found}`);
	if (!isRight) {
		console.log(`        expected: ${expected}`);
	}
}

function report() {
	const passed = results.filter(Boolean).length;
	const failed = results.length - passed;
	addCounts({ passed, failed });
	console.log(`\n${passed} passed, ${failed} failed`);
	process.exit(failed === 0 ? 0 : 1);
}

async function isJava17() {
	const { output } = await runCommand(java, ['-version'], { quiet: true });
	return Number(/version "(\d+)/.exec(output)?.[1] ?? 0) >= 17;
}

async function fetchLibraries(target) {
	const { status, output } = await runCommand(
		maven,
		[
			'-B',
			'-q',
			'-f',
			join(folder, 'pom.xml'),
			`${mavenDependencyPlugin}:copy-dependencies`,
			`-DoutputDirectory=${target}`,
		],
		{ quiet: true, timeoutSeconds: 240 },
	);
	if (status !== 0) {
		throw new Error(`Maven could not fetch what Peer.java needs:\n${output}`);
	}
}
