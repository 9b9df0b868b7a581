import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keystore, type KeystoreEntry } from '../pki/keystoreWriter';
import { makePki } from '../pki/makePki';
import { pkcs12 } from '../pki/pkcs12Writer';
import { isPresent, run, temporaryFolder } from '../pki/tools';
import { entry, readable, summaryOf } from './contentsOf';

const { g1, g4 } = makePki();
const leaf = g4.leaf();
const onP256 = g4.leaf({ key: 'p256-0' });

const trusted = (alias: string, { der }: { readonly der: Uint8Array }): KeystoreEntry => ({
	type: 'trusted',
	alias,
	der,
});
const key: KeystoreEntry = {
	type: 'key',
	alias: 'zaken',
	chain: [leaf, ...g4.authorities].map(({ der }) => der),
};
const keyEntries = [
	entry(leaf, 'key', 'zaken'),
	...g4.authorities.map((authority) => entry(authority, 'chain', 'zaken')),
];

for (const format of ['jks', 'jceks'] as const) {
	describe(`A keystore (${format})`, () => {
		it('with keys and trusted certificates is read without a password', () => {
			const bytes = keystore(format, [trusted('één', g1.root), key, trusted('ec', onP256)]);
			assert.deepEqual(summaryOf(bytes), {
				format,
				entries: [entry(g1.root, 'trusted', 'één'), ...keyEntries, entry(onP256, 'trusted', 'ec')],
				privateKeys: 1,
				findings: ['certificate.private-key-present'],
			});
		});

		for (const alias of ['', 'met spaties', 'één – ß', 'sleutel 😀', 'a\0b', '\ud83d']) {
			it(`gives the alias ${JSON.stringify(alias)} as Java wrote it`, () => {
				assert.deepEqual(summaryOf(keystore(format, [trusted(alias, g1.root)])).entries, [
					entry(g1.root, 'trusted', alias),
				]);
			});
		}

		it('tells where each certificate stands', () => {
			const bytes = keystore(format, [trusted('a', g1.root), trusted('b', onP256)]);
			assert.deepEqual(
				readable(bytes).entries.map(({ span }) => bytes.subarray(span.start, span.end)),
				[g1.root.der, onP256.der],
			);
		});

		it('with nothing in it has nothing', () => {
			assert.deepEqual(summaryOf(keystore(format, [])).findings, ['certificate.container-nothing-found']);
		});

		it('that breaks off gives what is before that', () => {
			const bytes = keystore(format, [trusted('a', g1.root), trusted('b', onP256)]);
			const { findings, entries } = readable(bytes.subarray(0, bytes.length - 100));
			assert.deepEqual(
				findings.map(({ code, data }) => [code, data]),
				[['certificate.container-keystore', { read: 1, count: 2 }]],
			);
			assert.deepEqual(
				entries.map(({ alias }) => alias),
				['a'],
			);
		});

		it('that is nothing but a beginning is damaged', () => {
			const bytes = keystore(format, [trusted('a', g1.root)]);
			for (const length of [4, 11, 12, 20, 31, 40]) {
				assert.deepEqual(summaryOf(bytes.subarray(0, length)).findings, ['certificate.container-keystore']);
			}
		});

		it('with a damaged certificate gives the others', () => {
			const bytes = keystore(format, [
				{ type: 'trusted', alias: 'stuk', der: g1.root.der.subarray(0, 100) },
				trusted('heel', onP256),
			]);
			const { entries, findings } = readable(bytes);
			assert.deepEqual(
				entries.map(({ alias }) => alias),
				['heel'],
			);
			assert.deepEqual(
				findings.map(({ code, data }) => [code, data]),
				[['certificate.container-certificate', { reason: 'truncated', alias: 'stuk' }]],
			);
		});
	});
}

describe('A keystore with a secret key', () => {
	const object = Buffer.concat([
		Buffer.from('aced0005', 'hex'),
		Buffer.alloc(500, 1),
		Buffer.from([0, 0, 0, 2, 0]),
	]);
	const secret: KeystoreEntry = { type: 'secret', alias: 'aes', object };
	const orders: readonly (readonly [string, readonly KeystoreEntry[], readonly string[]])[] = [
		['first', [secret, key, trusted('b', onP256)], [...keyEntries, entry(onP256, 'trusted', 'b')]],
		['in between', [trusted('b', onP256), secret, key], [entry(onP256, 'trusted', 'b'), ...keyEntries]],
		['twice', [secret, secret, trusted('b', onP256)], [entry(onP256, 'trusted', 'b')]],
		['last', [trusted('b', onP256), secret], [entry(onP256, 'trusted', 'b')]],
	];
	for (const [name, entries, expected] of orders) {
		it(`${name} gives the certificates behind it`, () => {
			const summary = summaryOf(keystore('jceks', entries));
			assert.deepEqual(summary.entries, expected);
			assert.ok(!summary.findings.includes('certificate.container-keystore'));
		});
	}

	it('costs time in proportion to its length', () => {
		const long = Buffer.alloc(8_000_000, Buffer.from([0, 0, 0, 2, 0xff, 0xff, 0]));
		const begun = performance.now();
		readable(keystore('jceks', [{ type: 'secret', alias: 'aes', object: long }, trusted('b', onP256)]));
		assert.ok(performance.now() - begun < 2000);
	});
});

if (isPresent('keytool')) {
	const folder = temporaryFolder();
	writeFileSync(
		join(folder, 'key.p12'),
		pkcs12({
			certificates: [{ der: leaf.der }],
			password: 'geheim',
			encryption: 'pbes2',
			mac: 'sha256',
		}),
	);
	writeFileSync(join(folder, 'root.pem'), g4.root.pem);
	writeFileSync(join(folder, 'ec.pem'), onP256.pem);

	describe('A keystore of keytool', () => {
		const common = ['-storepass', 'geheim', '-noprompt'];
		for (const type of ['JKS', 'JCEKS', 'PKCS12'] as const) {
			const file = `${type.toLowerCase()}.store`;
			const store = ['-keystore', file, '-storetype', type, ...common];

			it(`(${type}) holds what keytool lists`, () => {
				const generate = ['-genkeypair', '-alias', 'zaken', '-keyalg', 'EC', '-groupname', 'secp256r1'];
				run(
					'keytool',
					folder,
					...generate,
					'-dname',
					'CN=Zaken, O=Voorbeeld, C=NL',
					'-keypass',
					'geheim',
					...store,
				);
				run('keytool', folder, '-importcert', '-alias', 'wortel', '-file', 'root.pem', ...store);
				run('keytool', folder, '-importcert', '-alias', 'ec', '-file', 'ec.pem', ...store);
				if (type !== 'JKS') {
					run(
						'keytool',
						folder,
						'-genseckey',
						'-alias',
						'aes',
						'-keyalg',
						'AES',
						'-keysize',
						'128',
						...store,
					);
				}
				const listed = run(
					'keytool',
					folder,
					'-list',
					'-v',
					'-keystore',
					file,
					'-storetype',
					type,
					'-storepass',
					'geheim',
				);
				const expected = [
					...listed.matchAll(/Alias name: (.*)\n[^]*?Entry type: (\S+)\n([^]*?)(?=\*{10}|$)/g),
				]
					.filter(([, , kind]) => kind !== 'SecretKeyEntry')
					.map(([, alias, kind, rest]) => [
						alias,
						kind === 'trustedCertEntry' ? 'trusted' : 'key',
						/SHA256: (\S+)/
							.exec(rest ?? '')?.[1]
							?.replaceAll(':', '')
							.toLowerCase(),
						BigInt(`0x${/Serial number: (\S+)/.exec(rest ?? '')?.[1] ?? ''}`).toString(),
					]);
				assert.equal(expected.length, 3);
				const password = type === 'PKCS12' ? { password: 'geheim' } : {};
				const { entries, privateKeys } = readable(readFileSync(join(folder, file)), password);
				assert.deepEqual(
					entries
						.map(({ alias, role, certificate }) => [
							alias,
							role,
							certificate.sha256,
							certificate.serialNumberDecimal,
						])
						.toSorted(),
					expected.toSorted(),
				);
				assert.equal(privateKeys, 1);
			});
		}
	});
}
