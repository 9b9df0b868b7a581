import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authorities } from '../../../../src/certificates/pkioverheid';
import { productRoot, runHere, type Outcome } from '../../cli/console';
import type { Issued } from '../pki/issue';
import { makePki } from '../pki/makePki';
import { revocationList } from '../pki/revocationList';
import { startProxy, type TestProxyOptions } from './proxy';

const { g1, g4 } = makePki();

describe('certificate, by the proxy of the environment', () => {
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'lopende-zaken-'));
	});
	afterEach(() => {
		rmSync(folder, { recursive: true });
	});

	/** As if nothing was ever downloaded on this machine. */
	const ownEnvironment = (): Readonly<Record<string, string>> => ({
		HOME: folder,
		XDG_DATA_HOME: join(folder, 'data'),
		LOCALAPPDATA: folder,
	});

	function run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Outcome> {
		return runHere(['certificate', ...args], {
			workingFolder: folder,
			env: { ...ownEnvironment(), ...env },
		});
	}

	/** Writes `leaf.pem`, whose list is at an address, and `root.pem`; gives the leaf and its list, in which it stands. */
	function putRevoked(address: string): { readonly leaf: Issued; readonly list: Uint8Array } {
		const leaf = g4.leaf({ crlDistributionPoints: [address] });
		const list = revocationList(g4.tsp, {
			revoked: [{ serialNumber: leaf.spec.serialNumber, at: new Date('2026-11-02T00:00:00Z') }],
			thisUpdate: new Date('2026-11-24T00:00:00Z'),
			nextUpdate: new Date('2026-11-26T00:00:00Z'),
		});
		writeFileSync(join(folder, 'leaf.pem'), leaf.pem);
		writeFileSync(join(folder, 'tsp.pem'), g4.tsp.pem);
		return { leaf, list };
	}

	const checking = [
		'leaf.pem',
		...['--trust', 'tsp.pem'],
		'--check-revocation',
		...['--at', '2026-11-24'],
		...['--format', 'json'],
	];

	/** The code and the data of what was found about revocation of the leaf. */
	function foundIn(stdout: string): readonly string[] {
		const { certificates } = JSON.parse(stdout) as {
			readonly certificates: readonly {
				readonly findings: readonly { readonly code: string; readonly message: string }[];
			}[];
		};
		return (certificates[0]?.findings ?? [])
			.filter(({ code, message }) =>
				code === 'certificate.crl-unavailable'
					? message.includes('Gemeente Voorbeeld')
					: code === 'certificate.revoked',
			)
			.map(({ code, message }) => `${code} ${/ \(([^()]*)\), dus/.exec(message)?.[1] ?? ''}`.trim());
	}

	it('asks for the CA certificates and tells of each that did not come', async () => {
		const published = authorities.flatMap(({ download }) => download ?? []);
		const [first = '', second = ''] = published;
		const proxy = await startProxy({
			pages: { [first]: g1.root.der, [second]: Buffer.from('no certificate') },
		});
		const { status, stdout } = await run(['--fetch-cas'], { HTTP_PROXY: proxy.url });
		await proxy.close();
		assert.equal(status, 1);
		assert.deepEqual(proxy.requests.toSorted(), published.map((address) => `GET ${address}`).toSorted());
		assert.deepEqual(stdout.split('\n').slice(1, 4), [
			`  Staat der Nederlanden Private Root CA - G1: wat ${first} stuurde is een ander certificaat; het wordt niet gebruikt.`,
			`  Staat der Nederlanden Private Services CA - G1: wat ${second} stuurde is een ander certificaat; het wordt niet gebruikt.`,
			'  Staat der Nederlanden - G4 Root Priv G-TLS - 2024: http://cert.pkioverheid.nl/StaatderNederlandenG4RootPrivGTLS2024.cer is niet op te halen (de server geeft het niet).',
		]);
	});

	it('fetches a revocation list', async () => {
		const address = 'http://crl.voorbeeld.example/g4.crl';
		const { list } = putRevoked(address);
		const proxy = await startProxy({ pages: { [address]: list } });
		const { stdout } = await run(checking, { http_proxy: proxy.url });
		await proxy.close();
		assert.ok(proxy.requests.includes(`GET ${address}`), proxy.requests.join());
		assert.deepEqual(foundIn(stdout), ['certificate.revoked']);
	});

	it('gives the proxy the name and password of its address, and tells when it wants some', async () => {
		const address = 'http://crl.voorbeeld.example/g4.crl';
		const { list } = putRevoked(address);
		const proxy = await startProxy({ pages: { [address]: list }, credentials: 'naam:geheim' });
		const welcome = await run(checking, { HTTP_PROXY: proxy.url });
		const refused = await run(checking, { HTTP_PROXY: proxy.url.replace('naam:geheim@', '') });
		await proxy.close();
		assert.deepEqual(foundIn(welcome.stdout), ['certificate.revoked']);
		assert.deepEqual(foundIn(refused.stdout), [
			'certificate.crl-unavailable de proxy is niet te gebruiken of geeft het niet door',
		]);
	});

	const unusable: readonly (readonly [
		about: string,
		address: string,
		options: TestProxyOptions | null,
		url: string,
	])[] = [
		['refuses to make a tunnel', 'https://crl.voorbeeld.example/g4.crl', {}, ''],
		['is not there', 'http://crl.voorbeeld.example/g4.crl', null, 'http://127.0.0.1:1'],
		[
			'is of a kind that is not supported',
			'http://crl.voorbeeld.example/g4.crl',
			null,
			'socks5://127.0.0.1:1080',
		],
	];
	for (const [about, address, options, url] of unusable) {
		it(`tells when the proxy ${about}`, async () => {
			putRevoked(address);
			const proxy = options === null ? undefined : await startProxy(options);
			const { stdout } = await run(checking, { ALL_PROXY: proxy?.url ?? url });
			await proxy?.close();
			assert.deepEqual(foundIn(stdout), [
				'certificate.crl-unavailable de proxy is niet te gebruiken of geeft het niet door',
			]);
		});
	}

	it('does not go by it for what NO_PROXY names', async () => {
		putRevoked('http://crl.voorbeeld.invalid/g4.crl');
		const proxy = await startProxy({ pages: {} });
		const { stdout } = await run(checking, { HTTP_PROXY: proxy.url, NO_PROXY: '.invalid,crl.example.org' });
		await proxy.close();
		assert.deepEqual(proxy.requests, []);
		assert.deepEqual(foundIn(stdout), ['certificate.crl-unavailable geen verbinding']);
	});

	it('fetches from an address of https through a tunnel, and checks the server at its end', async () => {
		const { list } = putRevoked('https://crl.voorbeeld.example/g4.crl');
		const host = g1.leaf({ subjectAlternativeNames: [{ type: 'dns', value: 'crl.voorbeeld.example' }] });
		const server = createServer(
			{ cert: [host, g1.tsp, g1.domain].map(({ pem }) => pem).join(''), key: host.keyPem },
			(_, response) => response.end(list),
		);
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		const proxy = await startProxy({ tunnelTo: (server.address() as AddressInfo).port });
		writeFileSync(join(folder, 'root.pem'), g1.root.pem);
		const trusting = await runApart(checking, {
			HTTPS_PROXY: proxy.url,
			NODE_EXTRA_CA_CERTS: join(folder, 'root.pem'),
		});
		const { stdout } = await run(checking, { HTTPS_PROXY: proxy.url });
		await proxy.close();
		server.close();
		assert.deepEqual(new Set(proxy.requests), new Set(['CONNECT crl.voorbeeld.example:443']));
		assert.deepEqual(foundIn(trusting), ['certificate.revoked']);
		assert.deepEqual(foundIn(stdout), ['certificate.crl-unavailable geen verbinding']);
	});

	/** Runs the command in a process of its own, as Node only reads at its start which CAs it trusts. */
	async function runApart(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
		return new Promise((resolve) => {
			execFile(
				process.execPath,
				[join(productRoot, 'dist', 'cli.cjs'), 'certificate', ...args],
				{ cwd: folder, env: { ...ownEnvironment(), ...env } },
				(_, stdout) => {
					resolve(stdout);
				},
			);
		});
	}
});
