import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContainer } from '../../../../src/certificates/containers/readContainer';
import { context, element, integer, nil, oid, pem, sequence, set } from '../pki/derWriter';
import { makePki } from '../pki/makePki';
import { revocationList } from '../pki/revocationList';
import { isPresent, run, temporaryFolder } from '../pki/tools';
import { entry, readable, summaryOf } from './contentsOf';

const { g1, g4 } = makePki();
const leaf = g4.leaf();
const onP256 = g4.leaf({ key: 'p256-0' });
const mixed = [leaf, onP256, g1.tsp, g4.tsp];

function signedData(certificates: readonly Uint8Array[], indefinite = false): Uint8Array {
	const wrap = (tag: number, ...contents: readonly Uint8Array[]): Uint8Array =>
		indefinite
			? Buffer.concat([Buffer.from([tag, 0x80]), ...contents, Buffer.alloc(2)])
			: element(tag, ...contents);
	const info = wrap(0x30, oid('1.2.840.113549.1.7.1'));
	const body = wrap(0x30, integer(1), set(), info, wrap(0xa0, ...certificates), set());
	return wrap(0x30, oid('1.2.840.113549.1.7.2'), wrap(0xa0, body));
}

describe('A DER file', () => {
	it('with one certificate is read', () => {
		assert.deepEqual(summaryOf(leaf.der), {
			format: 'der',
			entries: [entry(leaf)],
			privateKeys: 0,
			findings: [],
		});
		assert.deepEqual(readable(leaf.der).entries[0]?.span, { start: 0, end: leaf.der.length });
	});

	it('with certificates one behind the other is read', () => {
		const bytes = Buffer.concat(mixed.map(({ der }) => der));
		const { entries, findings } = readable(bytes);
		assert.deepEqual(
			entries.map(({ span }) => new Uint8Array(bytes.subarray(span.start, span.end))),
			mixed.map(({ der }) => der),
		);
		assert.deepEqual(findings, []);
	});

	it('with a sequence of certificates (PkiPath) is read', () => {
		assert.deepEqual(
			summaryOf(sequence(...mixed.map(({ der }) => der))).entries,
			mixed.map((one) => entry(one)),
		);
	});

	it('with bytes behind the certificate says so, at these bytes', () => {
		const { findings } = readable(Buffer.concat([leaf.der, Buffer.from('\r\n')]));
		assert.deepEqual(
			findings.map(({ code, span, data }) => [code, span, data]),
			[
				[
					'certificate.container-trailing-data',
					{ start: leaf.der.length, end: leaf.der.length + 2 },
					{ bytes: 2 },
				],
			],
		);
	});

	it('that breaks off says so', () => {
		const { findings } = readable(leaf.der.subarray(0, 500));
		assert.deepEqual(
			findings.map(({ code, data }) => [code, data]),
			[['certificate.container-asn1', { fault: 'truncated' }]],
		);
	});

	const others: readonly (readonly [string, Uint8Array, string])[] = [
		['a private key (PKCS#8)', leaf.key.privateKey.export({ type: 'pkcs8', format: 'der' }), 'private-key'],
		['a private key (PKCS#1)', leaf.key.privateKey.export({ type: 'pkcs1', format: 'der' }), 'private-key'],
		['a private key (SEC 1)', onP256.key.privateKey.export({ type: 'sec1', format: 'der' }), 'private-key'],
		[
			'an encrypted private key',
			leaf.key.privateKey.export({
				type: 'pkcs8',
				format: 'der',
				cipher: 'aes-256-cbc',
				passphrase: 'geheim',
			}),
			'private-key',
		],
		['a public key', leaf.key.publicKey.export({ type: 'spki', format: 'der' }), 'public-key'],
		[
			'a revocation list',
			revocationList(g4.tsp, {
				revoked: [{ serialNumber: 1n, at: new Date('2026-01-01') }],
				thisUpdate: new Date('2026-11-01'),
				nextUpdate: new Date('2026-11-03'),
			}),
			'revocation-list',
		],
		['something else in ASN.1', sequence(integer(7), sequence(nil)), 'unknown'],
		['an enveloped message', sequence(oid('1.2.840.113549.1.7.3'), context(0, sequence())), 'unknown'],
		['a PKCS#7 without certificates', signedData([]), 'pkcs7'],
	];
	for (const [name, bytes, contents] of others) {
		it(`with ${name} says that there is no certificate in it`, () => {
			const { entries, findings } = readable(bytes);
			assert.deepEqual(entries, []);
			assert.deepEqual(findings.at(-1), {
				code: 'certificate.container-nothing-found',
				severity: 'error',
				span: { start: 0, end: 0 },
				data: { contents },
			});
		});
	}
});

describe('A PKCS#7', () => {
	for (const [name, indefinite] of [
		['in DER', false],
		['in BER', true],
	] as const) {
		it(`${name} with keys of RSA and on a curve is read`, () => {
			const bytes = signedData(
				mixed.map(({ der }) => der),
				indefinite,
			);
			assert.deepEqual(summaryOf(bytes), {
				format: 'pkcs7',
				entries: mixed.map((one) => entry(one)),
				privateKeys: 0,
				findings: [],
			});
			assert.deepEqual(summaryOf(Buffer.from(pem('PKCS7', bytes))), {
				format: 'pkcs7',
				entries: mixed.map((one) => entry(one)),
				privateKeys: 0,
				findings: [],
			});
		});
	}

	it('with attribute certificates is read without these', () => {
		const bytes = signedData([element(0xa2, sequence()), leaf.der]);
		assert.deepEqual(summaryOf(bytes).entries, [entry(leaf)]);
	});

	it('with a damaged certificate gives the others', () => {
		const bytes = signedData([sequence(sequence(), sequence(), element(0x03, Buffer.from([0]))), leaf.der]);
		assert.deepEqual(summaryOf(bytes), {
			format: 'pkcs7',
			entries: [entry(leaf)],
			privateKeys: 0,
			findings: ['certificate.container-certificate'],
		});
	});
});

describe('A file that is no container', () => {
	const cases: readonly (readonly [string, Uint8Array, string])[] = [
		['nothing', new Uint8Array(0), 'certificate.container-empty'],
		['more than 16 MB', new Uint8Array(16 * 1024 * 1024 + 1), 'certificate.container-too-large'],
		['50 MB', new Uint8Array(50_000_000).fill(0x41), 'certificate.container-too-large'],
		['text', Buffer.from('Geachte heer, mevrouw'), 'certificate.container-nothing-found'],
		['text that begins with a zero', Buffer.from('0612345678'), 'certificate.container-nothing-found'],
		[
			'a picture',
			Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
			'certificate.container-nothing-found',
		],
		['base64 of something else', Buffer.from('R2VhY2h0ZSBoZWVyLA=='), 'certificate.container-nothing-found'],
		['a ZIP', Buffer.from('PK\x03\x04\x14\0\0\0'), 'certificate.container-nothing-found'],
		['one byte', Buffer.from([0x30]), 'certificate.container-nothing-found'],
	];
	for (const [name, bytes, code] of cases) {
		it(`(${name}) is told so: ${code}`, () => {
			const container = readContainer(bytes);
			assert.equal(container.state, 'unreadable');
			assert.deepEqual(
				container.findings.map((finding) => finding.code),
				[code],
			);
		});
	}
});

if (isPresent('openssl')) {
	describe('A PKCS#7 of OpenSSL', () => {
		const folder = temporaryFolder();
		writeFileSync(join(folder, 'mixed.pem'), mixed.map((one) => one.pem).join(''));
		for (const form of ['DER', 'PEM']) {
			it(`in ${form} is read`, () => {
				const args = ['-nocrl', '-certfile', 'mixed.pem', '-outform', form, '-out', 'mixed.p7b'];
				run('openssl', folder, 'crl2pkcs7', ...args);
				assert.deepEqual(summaryOf(readFileSync(join(folder, 'mixed.p7b'))), {
					format: 'pkcs7',
					entries: mixed.map((one) => entry(one)),
					privateKeys: 0,
					findings: [],
				});
			});
		}

		it('made in a stream, in BER, is read', () => {
			writeFileSync(join(folder, 'leaf.pem'), leaf.pem);
			writeFileSync(join(folder, 'leaf.key'), leaf.keyPem, { mode: 0o600 });
			writeFileSync(join(folder, 'text'), 'Een bericht');
			const args = ['-sign', '-stream', '-nodetach', '-binary', '-signer', 'leaf.pem', '-inkey', 'leaf.key'];
			run('openssl', folder, 'cms', ...args, '-in', 'text', '-outform', 'DER', '-out', 'text.p7m');
			const bytes = readFileSync(join(folder, 'text.p7m'));
			assert.equal(bytes[1], 0x80);
			assert.deepEqual(summaryOf(bytes).entries, [entry(leaf)]);
		});

		it('with what OpenSSL trusts a certificate for is read', () => {
			writeFileSync(join(folder, 'leaf.pem'), leaf.pem);
			const args = ['-in', 'leaf.pem', '-trustout', '-addtrust', 'serverAuth', '-setalias', 'zaken'];
			run('openssl', folder, 'x509', ...args, '-out', 'trusted.pem');
			assert.deepEqual(summaryOf(readFileSync(join(folder, 'trusted.pem'))).entries, [
				entry(leaf, 'trusted'),
			]);
		});
	});
}
