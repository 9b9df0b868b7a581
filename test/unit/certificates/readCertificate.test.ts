import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificate } from '../../../src/certificates/certificate';
import { toBase64, toPem } from '../../../src/certificates/exportCertificate';
import {
	isReadable,
	readCertificate,
	type UnreadableReason,
} from '../../../src/certificates/readCertificate';
import { context, element, implicit, integer, octetString, oid, sequence, utf8String } from './pki/derWriter';
import type { CertificateSpec, Issued } from './pki/issue';
import { makePki } from './pki/makePki';
import { opensslText, textOf } from './pki/opensslText';
import { isPresent, temporaryFolder } from './pki/tools';

const { g1, g4, g4Trial } = makePki();

function read(der: Uint8Array): Certificate {
	const certificate = readCertificate(der);
	assert.ok(isReadable(certificate));
	return certificate;
}

const utc = (text: string): Date => new Date(text);

describe('A certificate of G4', () => {
	const certificate = g4.leaf({ serialNumber: 0x5an }).certificate;

	it('is read in all its parts', () => {
		const { der, sha256, sha1, publicKeyDer, subject, issuer, ...rest } = certificate;
		const { subjectKeyIdentifier, authorityKeyIdentifier, ...facts } = rest;
		assert.deepEqual(facts, {
			serialNumber: '5a',
			serialNumberDecimal: '90',
			notBefore: utc('2026-06-01T00:00:00Z'),
			notAfter: utc('2028-05-31T23:59:59Z'),
			key: { type: 'rsa', bits: 3072, exponent: '65537' },
			signature: {
				name: 'RSASSA-PSS',
				oid: '1.2.840.113549.1.1.10',
				hash: 'sha512',
				saltLength: 64,
				maskHash: 'sha512',
			},
			subjectAlternativeNames: [{ type: 'dns', value: 'digikoppeling.voorbeeld.nl' }],
			basicConstraints: { critical: true, ca: false, pathLength: null },
			keyUsage: { critical: true, usages: ['digitalSignature', 'keyEncipherment'] },
			extendedKeyUsage: { critical: false, usages: ['serverAuth', 'clientAuth'] },
			policies: [
				{ oid: '0.4.0.2042.1.1', cps: [], notices: [] },
				{ oid: '2.16.528.1.1003.1.2.44.15.35.11', cps: [], notices: [] },
			],
			ocsp: [],
			caIssuers: ['http://cert.example.org/g4.cer'],
			crlDistributionPoints: ['http://crl.example.org/g4.crl'],
			extensions: [
				{ oid: '2.5.29.19', critical: true },
				{ oid: '2.5.29.15', critical: true },
				{ oid: '2.5.29.37', critical: false },
				{ oid: '2.5.29.17', critical: false },
				{ oid: '2.5.29.32', critical: false },
				{ oid: '1.3.6.1.5.5.7.1.1', critical: false },
				{ oid: '2.5.29.31', critical: false },
				{ oid: '2.5.29.14', critical: false },
				{ oid: '2.5.29.35', critical: false },
			],
			damagedExtensions: [],
		});
		const node = new X509Certificate(der);
		assert.equal(sha256, node.fingerprint256.replaceAll(':', '').toLowerCase());
		assert.equal(sha1, node.fingerprint.replaceAll(':', '').toLowerCase());
		assert.deepEqual(Buffer.from(publicKeyDer), node.publicKey.export({ type: 'spki', format: 'der' }));
		assert.equal(authorityKeyIdentifier, g4.tsp.certificate.subjectKeyIdentifier);
		assert.match(subjectKeyIdentifier ?? '', /^[0-9a-f]{40}$/);
		assert.deepEqual(issuer, g4.tsp.certificate.subject);
		assert.deepEqual(subject.attributes, [
			{ oid: '2.5.4.6', name: 'C', value: 'NL' },
			{ oid: '2.5.4.10', name: 'O', value: 'Gemeente Voorbeeld' },
			{ oid: '2.5.4.97', name: 'organizationIdentifier', value: 'NTRNL-99999991' },
			{ oid: '2.5.4.5', name: 'serialNumber', value: '00000003999999910000' },
			{ oid: '2.5.4.3', name: 'CN', value: 'Gemeente Voorbeeld' },
		]);
		assert.equal(
			subject.text,
			'C=NL, O=Gemeente Voorbeeld, organizationIdentifier=NTRNL-99999991, ' +
				'serialNumber=00000003999999910000, CN=Gemeente Voorbeeld',
		);
	});

	it('is plain data that can cross to a worker, without the file that it came from', () => {
		const large = new Uint8Array(100_000);
		large.set(certificate.der, 50);
		const fromLarge = read(large.subarray(50, 50 + certificate.der.length));
		assert.deepEqual(structuredClone(fromLarge), certificate);
		assert.equal(fromLarge.der.buffer.byteLength, certificate.der.length);
	});

	it('is written as PEM and as base64 that give it back', () => {
		assert.equal(toPem(certificate), new X509Certificate(certificate.der).toString());
		assert.deepEqual(read(Buffer.from(toBase64(certificate), 'base64')), certificate);
		assert.match(toBase64(certificate), /^[A-Za-z0-9+/]+=*$/);
	});
});

describe('A certificate', () => {
	const variations: readonly (readonly [string, Partial<CertificateSpec>, Partial<Certificate>])[] = [
		[
			'with a negative serial number',
			{ serialNumber: -0x80n },
			{ serialNumber: '-80', serialNumberDecimal: '-128' },
		],
		['with serial number zero', { serialNumber: 0n }, { serialNumber: '0', serialNumberDecimal: '0' }],
		[
			'with a serial number of 20 bytes, the first of which has its high bit set',
			{ serialNumber: BigInt(`0xff${'0'.repeat(38)}`) },
			{
				serialNumber: `ff${'0'.repeat(38)}`,
				serialNumberDecimal: BigInt(`0xff${'0'.repeat(38)}`).toString(),
			},
		],
		[
			'of 1990',
			{ notBefore: utc('1990-01-02T03:04:05Z'), notAfter: utc('1991-01-01T00:00:00Z') },
			{ notBefore: utc('1990-01-02T03:04:05Z'), notAfter: utc('1991-01-01T00:00:00Z') },
		],
		[
			'of the last second that a UTCTime can say to the last second of all',
			{ notBefore: utc('2049-12-31T23:59:59Z'), notAfter: utc('9999-12-31T23:59:59Z') },
			{ notBefore: utc('2049-12-31T23:59:59Z'), notAfter: utc('9999-12-31T23:59:59Z') },
		],
		[
			'of before UTCTime',
			{ notBefore: utc('1949-12-31T00:00:00Z'), notAfter: utc('1950-01-01T00:00:00Z') },
			{ notBefore: utc('1949-12-31T00:00:00Z'), notAfter: utc('1950-01-01T00:00:00Z') },
		],
		['with a key on P-256', { key: 'p256-0' }, { key: { type: 'ec', bits: 256, curve: 'P-256' } }],
		['with a key on P-384', { key: 'p384-0' }, { key: { type: 'ec', bits: 384, curve: 'P-384' } }],
		['with a key of Ed25519', { key: 'ed25519-0' }, { key: { type: 'ed25519', bits: 256 } }],
		[
			'signed with PKCS#1 and SHA-1',
			{ signature: 'rsa-sha1' },
			{
				signature: {
					name: 'sha1WithRSAEncryption',
					oid: '1.2.840.113549.1.1.5',
					hash: 'sha1',
					saltLength: null,
					maskHash: null,
				},
			},
		],
		[
			'with all forms of names',
			{
				subjectAlternativeNames: [
					{ type: 'dns', value: 'a.example.org' },
					{ type: 'ip', value: '192.0.2.1' },
					{ type: 'email', value: 'a@example.org' },
					{ type: 'uri', value: 'https://example.org/' },
					{ type: 'directory', value: 'Voorbeeld' },
					{ type: 'other', value: '1.3.6.1.4.1.311.20.2.3:a@example.org' },
				],
			},
			{
				subjectAlternativeNames: [
					{ type: 'dns', value: 'a.example.org' },
					{ type: 'ip', value: '192.0.2.1' },
					{ type: 'email', value: 'a@example.org' },
					{ type: 'uri', value: 'https://example.org/' },
					{ type: 'directory', value: 'CN=Voorbeeld' },
					{ type: 'other', value: '1.3.6.1.4.1.311.20.2.3:a@example.org' },
				],
			},
		],
		[
			'without names, usages and policies',
			{ subjectAlternativeNames: null, keyUsage: null, extendedKeyUsage: null, policies: null },
			{ subjectAlternativeNames: null, keyUsage: null, extendedKeyUsage: null, policies: null },
		],
		[
			'of an authority that may have one more below it',
			{ basicConstraints: { critical: true, ca: true, pathLength: 1 } },
			{ basicConstraints: { critical: true, ca: true, pathLength: 1 } },
		],
		[
			'with usages that are not critical, and one that has no name',
			{
				keyUsage: { critical: false, usages: ['keyAgreement'] },
				extendedKeyUsage: { critical: true, usages: ['emailProtection', '1.3.6.1.4.1.99999.1'] },
			},
			{
				keyUsage: { critical: false, usages: ['keyAgreement'] },
				extendedKeyUsage: { critical: true, usages: ['emailProtection', '1.3.6.1.4.1.99999.1'] },
			},
		],
		[
			'with a policy that has an address and two notices',
			{ policies: [{ oid: '1.2.3', cps: ['https://example.org/cps'], notices: ['Één', 'Twee'] }] },
			{ policies: [{ oid: '1.2.3', cps: ['https://example.org/cps'], notices: ['Één', 'Twee'] }] },
		],
	];
	for (const [name, spec, facts] of variations) {
		it(`${name} is read`, () => {
			const { certificate } = g1.leaf(spec);
			assert.deepEqual({ ...certificate, ...facts }, certificate);
			assert.deepEqual(certificate.damagedExtensions, []);
		});
	}

	it('has its name with escapes, so that a comma begins no new attribute', () => {
		const { subject } = g1.leaf({
			subject: [
				['O', 'Bakker, Brood + Zn. "B"'],
				['CN', ' rand '],
			],
		}).certificate;
		assert.equal(subject.text, 'O=Bakker\\, Brood \\+ Zn. \\"B\\", CN=\\ rand\\ ');
		assert.equal(subject.attributes[0]?.value, 'Bakker, Brood + Zn. "B"');
	});

	it('keeps extensions that nobody knows, critical or not', () => {
		const { extensions, damagedExtensions } = g1.leaf({
			otherExtensions: [
				{ oid: '1.3.6.1.4.1.99999.2', critical: true, value: Buffer.from([1, 2, 3]) },
				{ oid: '2.999.1', critical: false, value: Buffer.alloc(0) },
			],
		}).certificate;
		assert.deepEqual(extensions.slice(-2), [
			{ oid: '1.3.6.1.4.1.99999.2', critical: true },
			{ oid: '2.999.1', critical: false },
		]);
		assert.deepEqual(damagedExtensions, []);
	});

	const damaged: readonly (readonly [string, string, Uint8Array])[] = [
		['names', '2.5.29.17', Buffer.from([0x30, 0x05, 0x82])],
		['names that are no names', '2.5.29.17', sequence(implicit(7, Buffer.from([1, 2, 3])))],
		['key usage', '2.5.29.15', integer(1)],
		['purposes', '2.5.29.37', sequence(integer(1))],
		['policies', '2.5.29.32', sequence(sequence())],
		['basic constraints', '2.5.29.19', octetString(Buffer.alloc(1))],
		['constraints with something behind them', '2.5.29.19', Buffer.concat([sequence(), Buffer.from([0])])],
	];
	for (const [name, id, value] of damaged) {
		it(`with damaged ${name} is read but for these`, () => {
			const { certificate } = g4.leaf({
				subjectAlternativeNames: null,
				keyUsage: null,
				extendedKeyUsage: null,
				policies: null,
				basicConstraints: null,
				otherExtensions: [{ oid: id, critical: false, value }],
			});
			assert.deepEqual(certificate.damagedExtensions, [id]);
			const { subjectAlternativeNames, keyUsage, extendedKeyUsage, policies, basicConstraints } = certificate;
			assert.deepEqual(
				[subjectAlternativeNames, keyUsage, extendedKeyUsage, policies, basicConstraints],
				[null, null, null, null, null],
			);
		});
	}

	it('has IPv6 addresses in their short form', () => {
		const address = Buffer.from('20010db8000000000000000000000001', 'hex');
		const { subjectAlternativeNames } = g4.leaf({
			subjectAlternativeNames: null,
			otherExtensions: [{ oid: '2.5.29.17', critical: false, value: sequence(implicit(7, address)) }],
		}).certificate;
		assert.deepEqual(subjectAlternativeNames, [{ type: 'ip', value: '2001:db8::1' }]);
	});
});

describe('Bytes that are no certificate', () => {
	const { der } = g4.leaf();
	const deep = (levels: number): Uint8Array => {
		// Indefinite lengths: 30 80 as often as wanted, and as many ends.
		return Buffer.concat([Buffer.alloc(2 * levels, Buffer.from([0x30, 0x80])), Buffer.alloc(2 * levels)]);
	};
	const cases: readonly (readonly [string, Uint8Array, UnreadableReason])[] = [
		['none at all', new Uint8Array(0), 'truncated'],
		['the first half of one', der.subarray(0, der.length / 2), 'truncated'],
		['one without its last byte', der.subarray(0, -1), 'truncated'],
		['one with a byte behind it', Buffer.concat([der, Buffer.from([0])]), 'trailing-data'],
		['text', Buffer.from('dit is geen certificaat, maar tekst'), 'truncated'],
		['an empty SEQUENCE', sequence(), 'not-a-certificate'],
		['a SEQUENCE of other things', sequence(integer(1), utf8String('a')), 'not-a-certificate'],
		['100 elements in one another', deep(100), 'not-a-certificate'],
		['101 elements in one another', deep(101), 'too-deep'],
		['10,000 elements in one another', deep(10_000), 'too-deep'],
		['a million elements in one another', deep(1_000_000), 'too-deep'],
		['a length that no file has', Buffer.from('3088ffffffffffffffff', 'hex'), 'malformed'],
		['a length of 127 bytes', Buffer.from('30ff', 'hex'), 'malformed'],
		['an element longer than the one around it', sequence(Buffer.from([0x04, 0x05, 1])), 'malformed'],
		['more than 50 MB', new Uint8Array(50 * 1024 * 1024 + 1), 'too-large'],
	];
	for (const [name, bytes, reason] of cases) {
		it(`(${name}) give a reason: ${reason}`, () => {
			assert.deepEqual(readCertificate(bytes), { unreadable: reason });
		});
	}

	const parts: readonly (readonly [UnreadableReason, number, Uint8Array])[] = [
		['serial-number', 1, utf8String('1')],
		['issuer', 3, sequence(integer(1))],
		[
			'validity',
			4,
			sequence(element(0x17, Buffer.from('260230000000Z')), element(0x17, Buffer.from('270101000000Z'))),
		],
		['validity', 4, sequence()],
		['subject', 5, sequence(element(0x31))],
		['key', 6, sequence(sequence(oid('1.2.840.113549.1.1.1')), element(0x03, Buffer.from([0, 1])))],
		['extensions', 7, context(3, sequence(integer(1)))],
	];
	for (const [index, [reason, field, replacement]] of parts.entries()) {
		it(`that are one but for its ${reason} (${index + 1}) give that reason`, () => {
			assert.deepEqual(readCertificate(withField(der, field, replacement)), { unreadable: reason });
		});
	}
});

/** The certificate with one field of its body replaced. */
function withField(der: Uint8Array, field: number, replacement: Uint8Array): Uint8Array {
	const [body, ...rest] = elements(der);
	const fields = elements(body ?? der);
	return sequence(sequence(...fields.with(field, replacement)), ...rest);
}

/** The elements in a constructed element. */
function elements(bytes: Uint8Array): readonly Uint8Array[] {
	const header = headerLength(bytes);
	const found: Uint8Array[] = [];
	for (let rest = bytes.subarray(header); rest.length > 0;) {
		const length = headerLength(rest) + contentLength(rest);
		found.push(rest.subarray(0, length));
		rest = rest.subarray(length);
	}
	return found;
}

function headerLength(bytes: Uint8Array): number {
	const first = bytes[1] ?? 0;
	return first < 0x80 ? 2 : 2 + (first & 0x7f);
}

function contentLength(bytes: Uint8Array): number {
	const first = bytes[1] ?? 0;
	return first < 0x80
		? first
		: Number(`0x${Buffer.from(bytes.subarray(2, headerLength(bytes))).toString('hex')}`);
}

if (isPresent('openssl')) {
	describe('What we read is what `openssl x509 -text` says of', () => {
		const folder = temporaryFolder();
		const all: readonly (readonly [string, Issued])[] = [
			['a leaf of G1', g1.leaf()],
			['a leaf of G4', g4.leaf()],
			['a leaf of TRIAL', g4Trial.leaf()],
			...[g1, g4, g4Trial].flatMap(({ root, domain, tsp }) =>
				[root, domain, tsp].map((issued) => [issued.certificate.subject.text, issued] as const),
			),
			['one with a negative serial number', g1.leaf({ serialNumber: -1234567n })],
			['one of 1990', g1.leaf({ notBefore: utc('1990-01-01T00:00:00Z') })],
			['one to beyond 2050', g4.leaf({ notAfter: utc('2061-01-01T00:00:00Z') })],
			['one with a key on P-256', g4.leaf({ key: 'p256-0' })],
			['one with a key of Ed25519', g4.leaf({ key: 'ed25519-0' })],
			['one signed with MD5', g1.leaf({ signature: 'rsa-md5' })],
			['one with a salt of 32', g4.leaf({ signature: 'pss-sha256' })],
			[
				'one of an authority with a path length',
				g1.leaf({ basicConstraints: { critical: false, ca: true, pathLength: 0 } }),
			],
			[
				'one with all forms of names',
				g4.leaf({
					subject: [
						['C', 'NL'],
						['O', 'Gemeente Súdwest-Fryslân, Snits'],
						['CN', 'a'],
					],
					subjectAlternativeNames: [
						{ type: 'dns', value: 'a.example.org' },
						{ type: 'ip', value: '192.0.2.1' },
						{ type: 'email', value: 'a@example.org' },
						{ type: 'uri', value: 'https://example.org/' },
						{ type: 'directory', value: 'Voorbeeld' },
						{ type: 'other', value: '1.3.6.1.4.1.311.20.2.3:a@example.org' },
					],
				}),
			],
		];
		for (const [name, { pem, certificate }] of all) {
			it(name, () => {
				writeFileSync(join(folder, 'one.pem'), pem);
				assert.equal(textOf(certificate), opensslText(folder, 'one.pem'));
			});
		}
	});
}
