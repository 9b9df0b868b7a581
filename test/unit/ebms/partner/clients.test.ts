import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { connect, TLSSocket } from 'node:tls';
import { promisify } from 'node:util';
import { readMessage } from '../../../../src/ebms/message/readMessage';
import { runFolder } from '../../certificates/pki/runFolder';
import { envelope } from './envelopes';
import { post, practise, type Practice } from './practice';

/** The end of a program that may fail. */
interface Ended {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

async function run(program: string, ...args: readonly string[]): Promise<Ended> {
	const running = promisify(execFile)(program, args, { timeout: 30_000 });
	running.child.stdin?.end();
	try {
		const { stdout, stderr } = await running;
		return { code: 0, stdout, stderr };
	} catch (error) {
		const { code, stdout, stderr } = error as Ended;
		return { code, stdout, stderr };
	}
}

/** Whether a program is on this machine; says so when it is not, as the tests with it are then not defined. */
function isPresent(program: string, ...probe: readonly string[]): boolean {
	const isThere = spawnSync(program, probe).status === 0;
	if (!isThere) {
		console.log(`${program} is not on this machine: the tests with it do not run.`);
	}
	return isThere;
}

describe('The partner before clients of others', function () {
	this.timeout(60_000);
	let practice: Practice;
	let ping: string;
	const folder = (): string => dirname(practice.connection.cert);
	const address = (): string => new URL(practice.connection.url).host;

	before(async () => {
		practice = await practise();
		ping = join(runFolder(), 'ping.xml');
		writeFileSync(ping, envelope());
	});
	after(async () => {
		await practice.partner.close();
	});

	if (isPresent('curl', '--version')) {
		const curl = (...args: readonly string[]): Promise<Ended> => {
			const headers = ['-H', 'SOAPAction: "ebXML"', '-H', 'Content-Type: text/xml; charset=UTF-8'];
			const { trust, url } = practice.connection;
			return run('curl', '-sS', '--cacert', trust, ...headers, '--data-binary', `@${ping}`, ...args, url);
		};
		const ours = (): readonly string[] => {
			const { cert, key } = practice.connection;
			return ['--cert', cert, '--key', key];
		};
		for (const version of ['1.2', '1.3']) {
			it(`gives curl with certificates a Pong over TLS ${version}`, async () => {
				const { code, stdout } = await curl(...ours(), `--tlsv${version}`, '--tls-max', version);
				const message = readMessage(Buffer.from(stdout));
				assert.equal(code, 0);
				assert.ok(message.kind === 'message');
				assert.equal(message.header.action, 'Pong');
				assert.equal(message.header.refToMessageId, 'bericht-1@voorbeeld.example');
			});
		}
		it('gives curl that speaks HTTP/1.0 a Pong', async () => {
			const { code, stdout } = await curl(...ours(), '--http1.0');
			assert.deepEqual([code, readMessage(Buffer.from(stdout)).kind], [0, 'message']);
		});

		it('refuses curl without a certificate', async () => {
			const { code, stdout, stderr } = await curl();
			assert.notEqual(code, 0);
			assert.equal(stdout, '');
			assert.match(stderr, /certificate required|handshake failure/);
		});
		it('refuses curl with TLS 1.1', async () => {
			const { code, stdout } = await curl(...ours(), '--tls-max', '1.1');
			assert.notEqual(code, 0);
			assert.equal(stdout, '');
		});
	}

	if (isPresent('openssl', 'version')) {
		const client = (...args: readonly string[]): Promise<Ended> =>
			run('openssl', 's_client', '-connect', address(), '-CAfile', practice.connection.trust, ...args);

		it('shows openssl a chain that leads to the root for localhost', async () => {
			const { stdout } = await client('-verify_hostname', 'localhost', '-verify_return_error');
			assert.match(stdout, /Verify return code: 0 \(ok\)/);
			assert.match(
				stdout,
				/Acceptable client certificate CA names\n.*TRIAL PKIoverheid - G4 Root Priv G-TLS - 2024/,
			);
		});
		it('refuses openssl without a certificate, and lists that it did', async () => {
			const count = practice.entries.length + 1;
			const { code, stderr } = await client('-tls1_2');
			await practice.arrived(count);
			const entry = practice.entries.at(-1);
			assert.notEqual(code, 0);
			assert.match(stderr, /handshake failure/);
			assert.equal(entry?.kind === 'connection' && entry.reason, 'no-certificate');
		});
		it('serves TLS 1.1 when it is asked to, and nothing newer', async () => {
			practice.partner.setMode('tls-1.1');
			const old = await client('-tls1_1', '-cipher', 'DEFAULT@SECLEVEL=0');
			const today = await client('-tls1_2');
			practice.partner.setMode('normal');
			assert.match(old.stdout, /Protocol *: TLSv1\.1/);
			assert.match(today.stderr, /unsupported protocol|alert protocol version/);
		});
	}

	it('knows the certificate of a client that resumes its TLS session', async () => {
		const agent = new Agent({ keepAlive: false });
		const reused: boolean[] = [];
		const createConnection = agent.createConnection.bind(agent);
		agent.createConnection = (...args) => {
			const socket = createConnection(...args);
			socket?.once('secureConnect', () => {
				assert.ok(socket instanceof TLSSocket);
				reused.push(socket.isSessionReused());
			});
			return socket;
		};
		for (let n = 0; n < 2; n++) {
			const { status } = await post(practice.connection, { agent, body: envelope() });
			assert.equal(status, 200);
		}
		agent.destroy();
		assert.deepEqual(reused, [false, true]);
	});

	it('refuses a certificate that does not lead to its root, and lists that it did', async () => {
		const count = practice.entries.length + 1;
		const socket = connect({
			port: Number(new URL(practice.connection.url).port),
			host: 'localhost',
			ca: readFileSync(practice.connection.trust),
			cert: readFileSync(join(folder(), 'them-unknown-ca.pem')),
			key: readFileSync(join(folder(), 'them.key')),
		});
		socket.on('error', () => undefined);
		await once(socket, 'close');
		await practice.arrived(count);
		const entry = practice.entries.at(-1);
		assert.equal(entry?.kind === 'connection' && entry.reason, 'untrusted-certificate');
	});
});
