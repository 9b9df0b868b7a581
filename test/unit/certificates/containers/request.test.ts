import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pem } from '../pki/derWriter';
import type { NameParts } from '../pki/issue';
import { certificateRequest, type RequestSpec } from '../pki/request';
import { isPresent, run, temporaryFolder } from '../pki/tools';
import { readable } from './contentsOf';

const subject: NameParts = [
	['C', 'NL'],
	['O', 'Gemeente Voorbeeld'],
	['serialNumber', '00000003999999910000'],
	['CN', 'digikoppeling.voorbeeld.nl'],
];
const basis: RequestSpec = {
	subject,
	key: 'rsa-3072-0',
	signature: 'rsa-sha256',
	subjectAlternativeNames: [{ type: 'dns', value: 'digikoppeling.voorbeeld.nl' }],
	keyUsage: { critical: true, usages: ['digitalSignature', 'keyEncipherment'] },
};

describe('A certificate request', () => {
	for (const [form, bytesOf] of [
		['DER', (der: Uint8Array): Uint8Array => der],
		['PEM', (der: Uint8Array): Uint8Array => Buffer.from(pem('CERTIFICATE REQUEST', der))],
		['PEM, old label', (der: Uint8Array): Uint8Array => Buffer.from(pem('NEW CERTIFICATE REQUEST', der))],
	] as const) {
		it(`in ${form} is read`, () => {
			const der = certificateRequest(basis);
			const container = readable(bytesOf(der));
			assert.deepEqual(
				[container.format, container.entries, container.privateKeys, container.findings],
				['csr', [], 0, []],
			);
			const [{ request } = assert.fail('No request')] = container.requests;
			assert.equal(
				request.subject.text,
				'C=NL, O=Gemeente Voorbeeld, serialNumber=00000003999999910000, CN=digikoppeling.voorbeeld.nl',
			);
			assert.deepEqual(request.key, { type: 'rsa', bits: 3072, exponent: '65537' });
			assert.deepEqual(request.subjectAlternativeNames, [
				{ type: 'dns', value: 'digikoppeling.voorbeeld.nl' },
			]);
			assert.deepEqual(request.keyUsage, { critical: true, usages: ['digitalSignature', 'keyEncipherment'] });
			assert.equal(request.extendedKeyUsage, null);
			assert.deepEqual(request.der, der);
			assert.equal(request.signatureValid, true);
		});
	}

	const variants: readonly (readonly [string, Partial<RequestSpec>, boolean | null])[] = [
		['signed with RSASSA-PSS as G4 wants', { signature: 'pss-sha512' }, true],
		['signed with SHA-1', { signature: 'rsa-sha1' }, true],
		['of a key on P-256', { key: 'p256-0', signature: 'ecdsa-sha256' }, true],
		['of a key of Ed25519', { key: 'ed25519-0', signature: 'ed25519' }, true],
		['with another signature (PKCS#1)', { signatureDamaged: true }, false],
		['with another signature (RSASSA-PSS)', { signature: 'pss-sha512', signatureDamaged: true }, false],
	];
	for (const [name, spec, valid] of variants) {
		it(`${name} has a signature that is ${valid === true ? 'valid' : 'not valid'}`, () => {
			const { requests } = readable(certificateRequest({ ...basis, ...spec }));
			assert.deepEqual(
				requests.map(({ request }) => request.signatureValid),
				[valid],
			);
		});
	}

	it('without extensions has none', () => {
		const { requests } = readable(
			certificateRequest({ subject, key: 'rsa-3072-0', signature: 'rsa-sha256' }),
		);
		assert.deepEqual(
			requests.map(({ request }) => [request.subjectAlternativeNames, request.extensions]),
			[[null, []]],
		);
	});

	it('of which a part is damaged says which', () => {
		const der = certificateRequest(basis);
		// The first attribute of the name loses its type.
		der[der.indexOf(0x55, 20) - 2] = 0x02;
		const { requests, findings } = readable(der);
		assert.deepEqual(requests, []);
		assert.deepEqual(
			findings.map(({ code, data }) => [code, data]),
			[['certificate.container-request', { reason: 'subject' }]],
		);
	});
});

if (isPresent('openssl')) {
	describe('A certificate request of OpenSSL', () => {
		const folder = temporaryFolder();
		const der = certificateRequest(basis);

		it('is read as OpenSSL wrote it', () => {
			writeFileSync(join(folder, 'made.csr'), pem('CERTIFICATE REQUEST', der));
			const verified = run('openssl', folder, 'req', '-in', 'made.csr', '-verify', '-noout', '-subject');
			assert.match(verified, /CN = digikoppeling\.voorbeeld\.nl/);
			run(
				'openssl',
				folder,
				...['req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'new.key', '-out', 'new.csr'],
				...[
					'-subj',
					'/C=NL/O=Gemeente Voorbeeld/CN=a.example.org',
					'-addext',
					'subjectAltName=DNS:a.example.org',
				],
				...['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:64', '-sha512'],
			);
			const [{ request } = assert.fail('No request')] = readable(
				readFileSync(join(folder, 'new.csr')),
			).requests;
			assert.equal(request.subject.text, 'C=NL, O=Gemeente Voorbeeld, CN=a.example.org');
			assert.deepEqual(request.subjectAlternativeNames, [{ type: 'dns', value: 'a.example.org' }]);
			assert.deepEqual([request.signature.saltLength, request.signatureValid], [64, true]);
		});
	});
}
