import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import forge from 'node-forge';
import { encodingOf } from '../../../../src/certificates/asn1/element';
import { childrenOf, readAsn1 } from '../../../../src/certificates/asn1/read';
import { readContainer } from '../../../../src/certificates/containers/readContainer';
import { sequence } from '../pki/derWriter';
import type { Issued } from '../pki/issue';
import { makePki } from '../pki/makePki';
import { pkcs12, type Pkcs12Spec } from '../pki/pkcs12Writer';
import { isPresent, run, temporaryFolder } from '../pki/tools';
import { entry, readable, summaryOf } from './contentsOf';

const { g4, g1 } = makePki();
const leaf = g4.leaf();

const password = 'geheim';
const basis: Pkcs12Spec = {
	certificates: [{ der: leaf.der, friendlyName: 'Zaaksysteem – één' }, { der: g4.tsp.der }],
	password,
	encryption: 'pbes2',
	mac: 'sha256',
};
const entries = [entry(leaf, 'plain', 'Zaaksysteem – één'), entry(g4.tsp)];

describe('A PKCS#12', () => {
	const variants: readonly (readonly [string, Partial<Pkcs12Spec>, string | undefined])[] = [
		['with AES and a MAC of SHA-256', {}, password],
		['with a MAC of SHA-1', { mac: 'sha1' }, password],
		['with a MAC of PBMAC1', { mac: 'pbmac1' }, password],
		['with a MAC of one round', { iterations: 1 }, password],
		['without a MAC', { mac: 'none' }, password],
		['with bags in bags', { nested: true }, password],
		['with a password of other letters than ASCII', { password: 'wächtwöord€😀' }, 'wächtwöord€😀'],
		['with an empty password, asked', { password: '' }, ''],
		['with an empty password, not asked', { password: '' }, undefined],
		['with no password at all', { password: null }, undefined],
		['with no password at all, and an empty one given', { password: null }, ''],
		['with no password, encryption or MAC', { password: null, encryption: 'none', mac: 'none' }, undefined],
	];
	for (const [name, spec, given] of variants) {
		it(`${name} is read`, () => {
			assert.deepEqual(
				summaryOf(pkcs12({ ...basis, ...spec }), given === undefined ? {} : { password: given }),
				{ format: 'pkcs12', entries, privateKeys: 0, findings: [] },
			);
		});
	}

	const locked: readonly (readonly [string, Partial<Pkcs12Spec>, string | undefined, string])[] = [
		['none', {}, undefined, 'password-needed'],
		['a wrong one', {}, 'anders', 'password-wrong'],
		['an empty one', {}, '', 'password-wrong'],
		['one in other case', {}, 'Geheim', 'password-wrong'],
		['none, without a MAC', { mac: 'none' }, undefined, 'password-needed'],
		['a wrong one, without a MAC', { mac: 'none' }, 'anders', 'password-wrong'],
		['a wrong one, with PBMAC1', { mac: 'pbmac1' }, 'anders', 'password-wrong'],
		['a password of a megabyte', {}, 'a'.repeat(1_000_000), 'password-wrong'],
	];
	it('stays locked with each of 10,000 wrong passwords, also when the padding comes out right and there is no MAC', () => {
		const bytes = pkcs12({ ...basis, mac: 'none', iterations: 1 });
		const opened = Array.from({ length: 10_000 }, (_, index) => `fout ${index}`).filter(
			(wrong) => readContainer(bytes, { password: wrong }).state !== 'locked',
		);
		assert.deepEqual(opened, []);
	});

	for (const [name, spec, given, reason] of locked) {
		it(`stays locked with a password that is ${name}`, () => {
			const bytes = pkcs12({ ...basis, ...spec });
			assert.deepEqual(readContainer(bytes, given === undefined ? {} : { password: given }), {
				state: 'locked',
				format: 'pkcs12',
				reason,
				findings: [],
			});
		});
	}

	for (const given of [undefined, 'anders']) {
		it(`whose certificates lie open is read with ${given ?? 'no'} password, with a remark`, () => {
			const bytes = pkcs12({ ...basis, encryption: 'none' });
			assert.deepEqual(summaryOf(bytes, given === undefined ? {} : { password: given }), {
				format: 'pkcs12',
				entries,
				privateKeys: 0,
				findings: ['certificate.container-mac-unchecked'],
			});
		});
	}

	for (const iterations of [1_000_000_000, 2 ** 50]) {
		for (const spec of [{}, { encryption: 'none' }, { mac: 'none' }, { mac: 'pbmac1' }] as const) {
			it(`with ${iterations} rounds is refused at once (${JSON.stringify(spec)})`, () => {
				const bytes = pkcs12({ ...basis, ...spec, iterations });
				const begun = performance.now();
				const { findings } = readContainer(bytes, { password });
				assert.ok(performance.now() - begun < 500);
				assert.deepEqual(
					findings.map(({ code, data }) => [code, data['limit']]),
					[['certificate.container-iterations', 2_000_000]],
				);
			});
		}
	}

	it('with an encryption that we do not have says which', () => {
		const { findings, entries: read } = readable(pkcs12({ ...basis, encryption: 'scrypt' }), { password });
		assert.deepEqual(
			findings.map(({ code, data }) => [code, data]),
			[['certificate.container-encryption', { algorithm: '1.3.6.1.4.1.11591.4.11' }]],
		);
		assert.deepEqual(read, []);
	});

	it('that breaks off is damaged, whatever the password', () => {
		const bytes = pkcs12(basis);
		for (const length of [10, 100, bytes.length - 1]) {
			assert.deepEqual(summaryOf(bytes.subarray(0, length), { password }).findings, [
				'certificate.container-asn1',
			]);
		}
	});

	it('with a changed byte does not open', () => {
		const bytes = pkcs12(basis);
		bytes[200] = (bytes[200] ?? 0) ^ 1;
		assert.equal(readContainer(bytes, { password }).state, 'locked');
	});

	it('is read in BER, with pieces of text and lengths of no number', () => {
		const { certificates } = basis;
		const der = pkcs12({ ...basis, encryption: 'none', mac: 'none', certificates });
		assert.deepEqual(summaryOf(asBer(der)).entries, entries);
	});

	for (const algorithm of ['3des', 'aes128', 'aes192', 'aes256'] as const) {
		it(`that node-forge makes with ${algorithm} is read`, () => {
			const asn1 = forge.pkcs12.toPkcs12Asn1(
				forge.pki.privateKeyFromPem(leaf.keyPem),
				[leaf, g4.tsp].map(({ pem }) => forge.pki.certificateFromPem(pem)),
				password,
				{ algorithm, friendlyName: 'forge' },
			);
			const bytes = Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');
			assert.deepEqual(summaryOf(bytes, { password }), {
				format: 'pkcs12',
				entries: [entry(leaf, 'key', 'forge'), entry(g4.tsp)],
				privateKeys: 1,
				findings: ['certificate.private-key-present'],
			});
		});
	}
});

function withoutMac(bytes: Uint8Array): Uint8Array {
	const pfx = readAsn1(bytes);
	assert.ok(typeof pfx !== 'string');
	return sequence(...childrenOf(pfx).slice(0, 2).map(encodingOf));
}

/** DER as BER: each SEQUENCE and `[n]` with a length that only its end tells, each OCTET STRING in two pieces. */
function asBer(der: Uint8Array): Uint8Array {
	const asn1 = forge.asn1.fromDer(Buffer.from(der).toString('latin1'), { decodeBitStrings: false } as never);
	return new Uint8Array(berOf(asn1));
}

function berOf(node: forge.asn1.Asn1): Buffer {
	const ends = Buffer.alloc(2);
	const tag = (node.tagClass as number) | (node.type as number);
	if (Array.isArray(node.value)) {
		return Buffer.concat([Buffer.from([tag | 0x20, 0x80]), ...node.value.map(berOf), ends]);
	}
	const content = Buffer.from(node.value, 'latin1');
	if (tag !== 0x04) {
		return Buffer.concat([Buffer.from([tag]), lengthOf(content), content]);
	}
	const half = content.length >> 1;
	const pieces = [content.subarray(0, half), content.subarray(half)].map((piece) =>
		Buffer.concat([Buffer.from([0x04]), lengthOf(piece), piece]),
	);
	return Buffer.concat([Buffer.from([0x24, 0x80]), ...pieces, ends]);
}

function lengthOf(content: Buffer): Buffer {
	return Buffer.from(
		content.length < 0x80 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff],
	);
}

if (isPresent('openssl')) {
	const folder = temporaryFolder();
	const onP256 = g4.leaf({ key: 'p256-0' });
	const onEd25519 = g4.leaf({ key: 'ed25519-0' });

	function write(name: string, issued: Issued): void {
		writeFileSync(join(folder, `${name}.pem`), issued.pem);
		writeFileSync(join(folder, `${name}.key`), issued.keyPem, { mode: 0o600 });
	}
	write('leaf', leaf);
	write('ec', onP256);
	write('ed', onEd25519);
	writeFileSync(join(folder, 'chain.pem'), g4.authorities.map(({ pem }) => pem).join(''));
	writeFileSync(join(folder, 'all.pem'), [leaf, onP256, g1.tsp].map(({ pem }) => pem).join(''));

	function exported(name: string, pass: string, ...args: readonly string[]): Uint8Array {
		const keys = args.includes('-nokeys') ? [] : ['-inkey', `${name}.key`];
		const files = [...keys, '-in', `${name}.pem`];
		run(
			'openssl',
			folder,
			'pkcs12',
			'-export',
			...files,
			'-passout',
			`pass:${pass}`,
			'-out',
			'out.p12',
			...args,
		);
		return readFileSync(join(folder, 'out.p12'));
	}

	describe('A PKCS#12 of OpenSSL', () => {
		const whole = ['-certfile', 'chain.pem', '-name', 'zaken'];
		const chain = [entry(leaf, 'key', 'zaken'), ...g4.authorities.map((one) => entry(one))];
		const variants: readonly (readonly [string, readonly string[]])[] = [
			['as OpenSSL 3 makes it', []],
			['with RC2-40', ['-legacy']],
			['with 3DES', ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES']],
			['with 3DES of two keys', ['-certpbe', 'PBE-SHA1-2DES', '-keypbe', 'PBE-SHA1-2DES']],
			['with RC2-128', ['-legacy', '-certpbe', 'PBE-SHA1-RC2-128']],
			['with RC4-128', ['-legacy', '-certpbe', 'PBE-SHA1-RC4-128', '-keypbe', 'PBE-SHA1-RC4-128']],
			['with RC4-40', ['-legacy', '-certpbe', 'PBE-SHA1-RC4-40']],
			['with AES-128 and a MAC of SHA-1', ['-certpbe', 'AES-128-CBC', '-macalg', 'sha1']],
			['with AES-192', ['-certpbe', 'AES-192-CBC']],
			['with 3DES in PBES2', ['-certpbe', 'DES-EDE3-CBC']],
			['with a MAC of SHA-384', ['-macalg', 'sha384']],
			['with a MAC of SHA-512', ['-macalg', 'sha512']],
			['with 100,000 rounds', ['-iter', '100000']],
			['with one round', ['-iter', '1']],
			['without a MAC', ['-nomac']],
			['with certificates that lie open', ['-certpbe', 'NONE']],
		];
		for (const [name, args] of variants) {
			it(`${name} is read`, () => {
				assert.deepEqual(summaryOf(exported('leaf', password, ...whole, ...args), { password }), {
					format: 'pkcs12',
					entries: chain,
					privateKeys: 1,
					findings: ['certificate.private-key-present'],
				});
			});
		}

		const others: readonly (readonly [string, string, string, Issued])[] = [
			['with an empty password', 'leaf', '', leaf],
			['with a password of other letters than ASCII', 'leaf', 'wächtwöord€', leaf],
			['with a key on P-256', 'ec', password, onP256],
			['with a key of Ed25519', 'ed', password, onEd25519],
		];
		for (const [name, file, pass, issued] of others) {
			for (const legacy of [[], ['-legacy']]) {
				it(`${name}, without a name, is read ${legacy.join('')}`, () => {
					assert.deepEqual(summaryOf(exported(file, pass, ...legacy), { password: pass }), {
						format: 'pkcs12',
						entries: [entry(issued, 'key')],
						privateKeys: 1,
						findings: ['certificate.private-key-present'],
					});
				});
			}
		}

		for (const cipher of ['RC4-128', 'RC4-40', 'RC2-40']) {
			it(`with ${cipher} and no MAC stays locked with a wrong password`, () => {
				// OpenSSL encrypts nothing of itself when it makes no MAC.
				const bytes = withoutMac(exported('leaf', password, '-legacy', '-certpbe', `PBE-SHA1-${cipher}`));
				assert.equal(readContainer(bytes, { password: 'anders' }).state, 'locked');
				assert.equal(readable(bytes, { password }).entries.length, 1);
			});
		}

		it('with certificates of both kinds of keys and no key is read', () => {
			const bytes = exported('all', password, '-nokeys');
			assert.deepEqual(summaryOf(bytes, { password }), {
				format: 'pkcs12',
				entries: [leaf, onP256, g1.tsp].map((one) => entry(one)),
				privateKeys: 0,
				findings: [],
			});
		});

		it('holds what `openssl pkcs12` shows', () => {
			const bytes = exported('leaf', password, ...whole);
			writeFileSync(join(folder, 'in.p12'), bytes);
			const shown = run(
				'openssl',
				folder,
				'pkcs12',
				'-in',
				'in.p12',
				'-nokeys',
				'-passin',
				`pass:${password}`,
			);
			const fromText = readable(Buffer.from(shown)).entries;
			const fromFile = readable(bytes, { password }).entries;
			assert.deepEqual(
				fromFile.map(({ alias, certificate }) => [alias, certificate]),
				fromText.map(({ alias, certificate }) => [alias, certificate]),
			);
		});
	});
}
