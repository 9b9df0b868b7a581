import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeMessage } from '../../../src/ebms/message/writeMessage';
import type { PingReport } from '../../../src/ebms/ping/pingReport';
import { temporaryFolder } from '../certificates/pki/tools';
import { fixed, freePort, securePeer, type Answer, type Peer } from '../ebms/peers';
import { chainPem, hierarchy, replyTo, serverCertificate } from '../ebms/pingTesting';
import { runHere } from './console';

const folder = temporaryFolder();
const client = hierarchy.leaf();
const passphrase = 'geheim wachtwoord';
const encrypted = client.key.privateKey.export({
	type: 'pkcs8',
	format: 'pem',
	cipher: 'aes-256-cbc',
	passphrase,
});
writeFileSync(join(folder, 'client.pem'), chainPem(client));
writeFileSync(join(folder, 'client.key'), encrypted);
writeFileSync(join(folder, 'root.pem'), hierarchy.root.pem);
writeFileSync(join(folder, 'leeg.pem'), '');
writeFileSync(join(folder, 'geen-cpa.xml'), '<a/>');

const mutual = { ...serverCertificate(), requestCert: true, ca: hierarchy.root.pem };
const pong: Answer = ({ body }, _, response) => {
	response.end(writeMessage(replyTo(body, 'Pong')));
};
const parties = ['--from', '00000099999999910000_T', '--to', '00000099999999920000_T', '--cpa-id', 'CPA_1'];
const certificates = [
	'--cert',
	'client.pem',
	'--key',
	'client.key',
	'--password-env',
	'PW',
	'--trust',
	'root.pem',
];

const run = (...args: readonly string[]): ReturnType<typeof runHere> =>
	runHere(['ping', ...args], { workingFolder: folder, env: { PW: passphrase, FOUT: 'x' } });

async function withPeer(answer: Answer, use: (peer: Peer) => Promise<void>): Promise<void> {
	const peer = await securePeer(mutual, answer);
	await use(peer);
	await peer.close();
}

describe('The command ping', () => {
	it('tells all of a Ping in JSON, and saves it without secrets', () =>
		withPeer(pong, async ({ url }) => {
			const { status, stdout, stderr } = await run(
				'--url',
				url,
				...parties,
				...certificates,
				'--format',
				'json',
				'--save',
				'uit/1',
			);
			assert.deepEqual([status, stderr], [0, '']);
			const report = JSON.parse(stdout) as PingReport;
			assert.deepEqual(Object.keys(report), [
				...['version', 'outcome', 'details', 'explanation', 'findings', 'request', 'response', 'received'],
				...['timings', 'tls', 'peer'],
			]);
			assert.deepEqual(
				[report.version, report.outcome, report.response?.status, report.tls?.protocol],
				[1, 'pong', 200, 'TLSv1.3'],
			);
			assert.deepEqual(Object.keys(report.timings), [
				'lookup',
				'connect',
				'tls',
				'request',
				'response',
				'pong',
			]);
			assert.equal(report.tls?.clientCertificateRequested, true);
			assert.deepEqual(report.tls.acceptedAuthorities, [hierarchy.root.certificate.subject.text]);
			assert.equal(report.peer?.oin, '00000099999999910000');
			assert.equal(
				report.explanation.summary,
				'De andere partij antwoordde met een Pong: de verbinding werkt.',
			);
			assert.deepEqual(
				report.findings.map(({ code }) => code),
				[],
			);
			const saved = readdirSync(join(folder, 'uit/1')).sort();
			assert.deepEqual(saved, [
				...['report.json', 'request-headers.txt', 'request.sh', 'request.xml', 'response-headers.txt'],
				...['response.xml', 'tls.json'],
			]);
			assert.equal(readFileSync(join(folder, 'uit/1/request.xml'), 'utf8'), report.request?.body);
			for (const text of [
				stdout,
				...saved.map((name) => readFileSync(join(folder, 'uit/1', name), 'utf8')),
			]) {
				assert.doesNotMatch(text, /geheim wachtwoord|PRIVATE KEY/);
			}
		}));

	it('tells people the outcome, the causes, what to do, the warnings, the phases and TLS', () =>
		withPeer(fixed(500), async ({ url }) => {
			const { status, stdout } = await run(
				'--url',
				url,
				...parties,
				...certificates,
				'--party-type',
				'string',
			);
			assert.equal(status, 1);
			for (const part of [
				'De andere partij antwoordde met HTTP 500 en verder niets.  empty-error',
				'Mogelijke oorzaken, de waarschijnlijkste eerst\n  1. ',
				'Wat te doen\n  1. ',
				'waarschuwing  PartyId 00000099999999910000_T heeft het type "string"',
				'Fasen',
				'TLSv1.3, TLS_',
				'Certificaat van de server: C=NL',
				'De server vraagt om een clientcertificaat.',
			]) {
				assert.ok(stdout.includes(part), `${part}\n${stdout}`);
			}
		}));

	it('says which root made the server trusted, and who named it', () =>
		withPeer(pong, async ({ url }) => {
			const args = ['--url', url, ...parties, ...certificates];
			const { stdout } = await run(...args, '--format', 'json');
			const { trustedBy } = (JSON.parse(stdout) as PingReport).tls ?? {};
			assert.deepEqual(
				[trustedBy?.sha256, trustedBy?.origin, trustedBy?.file],
				[hierarchy.root.certificate.sha256, 'connection', 'root.pem'],
			);
			assert.match(
				(await run(...args)).stdout,
				/Vertrouwd door: .*Root.*\n +genoemd bij de verbinding: root\.pem\n/,
			);
		}));

	it('warns of a test server when the connection is said to be of production', () =>
		withPeer(pong, async ({ url }) => {
			const args = ['--url', url, ...parties, ...certificates, '--format', 'json'];
			const { stdout } = await run(...args, '--environment', 'production');
			const { outcome, findings } = JSON.parse(stdout) as PingReport;
			assert.equal(outcome, 'pong');
			assert.ok(findings.some(({ code }) => code === 'ping.test-server'));
		}));

	it('exits with 0 when the Ping was accepted', () =>
		withPeer(fixed(204), async ({ url }) => {
			const { status, stdout } = await run('--url', url, ...parties, ...certificates, '--lang', 'en');
			assert.equal(status, 0);
			assert.match(
				stdout,
				/^The other side accepted the Ping \(HTTP 204\); the Pong comes separately\. {2}accepted\n/,
			);
		}));

	it('waits for a Pong at the address that is given', async () => {
		const { status, stdout } = await run(
			...['--url', `https://localhost:${await freePort()}/`, ...parties, ...certificates],
			...['--listen', '192.0.2.1:8443', '--format', 'json'],
		);
		const { outcome, details } = JSON.parse(stdout) as PingReport;
		assert.deepEqual(
			[status, outcome, details],
			[1, 'not-sent', { reason: 'listener', address: '192.0.2.1:8443', code: 'EADDRNOTAVAIL' }],
		);
	});

	it('tells of a wrong password as of any other obstacle', async () => {
		const { status, stdout } = await run(
			...['--url', 'https://localhost/', ...parties, '--cert', 'client.pem', '--key', 'client.key'],
			...['--password-env', 'FOUT', '--trust', 'root.pem', '--format', 'json'],
		);
		assert.deepEqual(
			[status, (JSON.parse(stdout) as PingReport).details],
			[1, { reason: 'identity', fault: 'passphrase-wrong' }],
		);
	});

	const url = ['--url', 'https://localhost/'];
	const complaints: readonly (readonly [string, readonly string[], RegExp])[] = [
		['no target', [], /^Geef --cpa --as op, of --url --from --to --cpa-id\.\n/],
		['half a target', [...url, '--from', '1'], /^Geef --cpa --as op, of/],
		['a CPA without a party', ['--cpa', 'geen-cpa.xml'], /^Bij optie --cpa hoort --as\.\n/],
		['a party without a CPA', ['--as', '1'], /^Bij optie --as hoort --cpa\.\n/],
		['a file that is no CPA', ['--cpa', 'geen-cpa.xml', '--as', '1'], /^geen-cpa\.xml is geen CPA/],
		['a CPA that is not there', ['--cpa', 'weg.xml', '--as', '1'], /^weg\.xml: /],
		[
			'a CPA and its id',
			['--cpa', 'geen-cpa.xml', '--as', '1', '--cpa-id', '2'],
			/^Geef --cpa of --cpa-id op/,
		],
		[
			'a key without its certificate',
			[...url, ...parties, '--key', 'client.key'],
			/^Bij optie --key hoort --cert\.\n/,
		],
		[
			'two kinds of certificate',
			[...url, ...parties, '--p12', 'a', '--cert', 'b'],
			/^Geef --p12 of --cert op/,
		],
		['a certificate that is not there', [...url, ...parties, '--cert', 'weg.pem'], /^weg\.pem: /],
		['a root that is none', [...url, ...parties, '--trust', 'leeg.pem'], /leeg\.pem/],
		['a variable that is not set', [...url, ...parties, '--password-env', 'WEG'], /WEG/],
		[
			'a proxy that is none',
			[...url, ...parties, '--proxy', 'https://a:geheim@b/'],
			/--proxy.*"https:\/\/b\/".* Geef http:\/\/HOST:POORT op/,
		],
		['a time limit of nothing', [...url, ...parties, '--timeout', '0'], /--timeout/],
	];
	for (const [name, args, expected] of complaints) {
		it(`complains of ${name}`, async () => {
			const { status, stdout, stderr } = await run(...args);
			assert.equal(status, 2);
			assert.equal(stdout, '');
			assert.match(stderr, expected);
		});
	}
});
