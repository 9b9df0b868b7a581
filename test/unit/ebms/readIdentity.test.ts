import assert from 'node:assert/strict';
import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIdentity, type IdentityFiles } from '../../../src/ebms/credentials/readIdentity';
import { pkcs12 } from '../certificates/pki/pkcs12Writer';
import { isPresent, run, temporaryFolder } from '../certificates/pki/tools';
import { chainPem, hierarchy } from './pingTesting';

const leaf = hierarchy.leaf();
const other = hierarchy.leaf({ key: 'p256-3', subject: [['CN', 'Ander']] });
const secret = 'geheïm 1';
const chain = Buffer.from(chainPem(leaf));
const key = leaf.key.privateKey;

const encryptedPem = Buffer.from(
	key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: secret }),
);
const encryptedOldPem = Buffer.from(
	key.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase: secret }),
);

type Files = Partial<IdentityFiles>;

const readable: readonly (readonly [string, Files])[] = [
	['PEM with the key in another file', { key: Buffer.from(leaf.keyPem) }],
	['PEM with the key in the same file', { certificate: Buffer.from(`${leaf.keyPem}${chain.toString()}`) }],
	[
		'PEM in the wrong order',
		{
			certificate: Buffer.from([hierarchy.domain, other, hierarchy.tsp, leaf].map(({ pem }) => pem).join('')),
			key: Buffer.from(leaf.keyPem),
		},
	],
	['an encrypted key, PKCS#8', { key: encryptedPem, passphrase: secret }],
	['an encrypted key of the old kind', { key: encryptedOldPem, passphrase: secret }],
	['a key in DER, PKCS#8', { key: Buffer.from(key.export({ type: 'pkcs8', format: 'der' })) }],
	['a key in DER, PKCS#1', { key: Buffer.from(key.export({ type: 'pkcs1', format: 'der' })) }],
	[
		'an encrypted key in DER',
		{
			key: Buffer.from(
				key.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: secret }),
			),
			passphrase: secret,
		},
	],
	[
		'a key among other keys',
		{ key: Buffer.from(`${hierarchy.leaf({ key: 'p256-4' }).keyPem}${leaf.keyPem}`) },
	],
	[
		'issuers that are trusted',
		{
			certificate: Buffer.from(leaf.pem),
			key: Buffer.from(leaf.keyPem),
			others: [hierarchy.tsp, hierarchy.domain, hierarchy.root].map(({ certificate }) => certificate),
		},
	],
];

const faulty: readonly (readonly [string, Files, string])[] = [
	['no key', {}, 'key-missing'],
	['a certificate in place of a key', { key: chain }, 'key-missing'],
	['a certificate in DER in place of a key', { key: Buffer.from(leaf.der) }, 'key-missing'],
	[
		'a keystore of Java in place of a key',
		{ key: Buffer.from('feedfeed0000000200000000', 'hex') },
		'java-keystore',
	],
	['text in place of a key', { key: Buffer.from('geheim') }, 'key-missing'],
	[
		'a damaged key',
		{ key: Buffer.from(leaf.keyPem.replace(/[A-Za-z]{20}/, 'AAAAAAAAAAAAAAAAAAAA')) },
		'key-unreadable',
	],
	['the key of another certificate', { key: Buffer.from(other.keyPem) }, 'key-mismatch'],
	['an encrypted key without passphrase', { key: encryptedPem }, 'passphrase-needed'],
	['an encrypted key of the old kind without passphrase', { key: encryptedOldPem }, 'passphrase-needed'],
	['an encrypted key with another passphrase', { key: encryptedPem, passphrase: 'x' }, 'passphrase-wrong'],
	[
		'an encrypted key of the old kind with another passphrase',
		{ key: encryptedOldPem, passphrase: 'x' },
		'passphrase-wrong',
	],
	['an empty file', { certificate: Buffer.alloc(0) }, 'certificate-missing'],
	['a key in place of a certificate', { certificate: Buffer.from(leaf.keyPem) }, 'certificate-missing'],
	[
		'a PKCS#12 without key',
		{
			certificate: Buffer.from(
				pkcs12({ certificates: [leaf], password: secret, encryption: 'pbes2', mac: 'sha256' }),
			),
			passphrase: secret,
		},
		'key-missing',
	],
];

function read(files: Files): ReturnType<typeof readIdentity> {
	return readIdentity({ certificate: chain, key: null, others: [], ...files });
}

function assertIsOurs(files: Files): void {
	const identity = read(files);
	assert.ok(!('fault' in identity), JSON.stringify(identity));
	assert.deepEqual(
		identity.chain.map(({ sha256 }) => sha256),
		[leaf, hierarchy.tsp, hierarchy.domain].map(({ certificate }) => certificate.sha256),
	);
	assert.equal(identity.privateKey.equals(key), true);
}

describe('The client certificate with its key', () => {
	for (const [name, files] of readable) {
		it(`is read from ${name}, and sent with its issuers but not the root`, () => {
			assertIsOurs(files);
		});
	}
	for (const [name, files, fault] of faulty) {
		it(`is not there with ${name}: ${fault}`, () => {
			assert.deepEqual(read(files), { fault });
		});
	}

	if (isPresent('openssl')) {
		const folder = temporaryFolder();
		writeFileSync(join(folder, 'all.pem'), `${leaf.keyPem}${chain.toString()}`);
		const make = (name: string, ...args: readonly string[]): Buffer => {
			run(
				'openssl',
				folder,
				'pkcs12',
				'-export',
				'-in',
				'all.pem',
				'-passout',
				`pass:${secret}`,
				'-out',
				name,
				...args,
			);
			return readFileSync(join(folder, name));
		};
		const kinds: readonly (readonly [string, readonly string[]])[] = [
			['OpenSSL 3', []],
			['old Windows and Java (RC2-40 and 3DES)', ['-legacy']],
			['older ones (RC4-128)', ['-legacy', '-certpbe', 'PBE-SHA1-RC4-128', '-keypbe', 'PBE-SHA1-RC4-128']],
			['3DES throughout', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
			['a key that is not encrypted', ['-keypbe', 'NONE', '-certpbe', 'NONE']],
			['no MAC', ['-nomac']],
		];
		for (const [name, args] of kinds) {
			it(`is read from a PKCS#12 as of ${name}`, () => {
				assertIsOurs({ certificate: make('a.p12', ...args), passphrase: secret });
			});
		}

		it('is not read from a PKCS#12 without or with another passphrase', () => {
			const certificate = make('b.p12', '-legacy');
			assert.deepEqual(read({ certificate }), { fault: 'passphrase-needed' });
			assert.deepEqual(read({ certificate, passphrase: 'x' }), { fault: 'passphrase-wrong' });
		});

		it('is read with an encrypted key that Node itself refuses (RC2-40)', () => {
			run(
				'openssl',
				folder,
				'pkcs8',
				'-topk8',
				'-in',
				'all.pem',
				'-v1',
				'PBE-SHA1-RC2-40',
				'-provider',
				'legacy',
				'-provider',
				'default',
				'-passout',
				`pass:${secret}`,
				'-out',
				'old.key',
			);
			const old = readFileSync(join(folder, 'old.key'));
			assertIsOurs({ key: old, passphrase: secret });
			assert.deepEqual(read({ key: old, passphrase: 'x' }), { fault: 'passphrase-wrong' });
		});
	}
});
