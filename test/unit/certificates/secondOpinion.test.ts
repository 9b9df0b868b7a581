import 'reflect-metadata';
import assert from 'node:assert/strict';
import * as x509 from '@peculiar/x509';
import type { Certificate, GeneralName } from '../../../src/certificates/certificate';
import type { Issued } from './pki/issue';
import { makePki } from './pki/makePki';
import { certificateRequest } from './pki/request';
import { readable } from './containers/contentsOf';

const { g1, g4, g4Trial } = makePki();

const purposes: Readonly<Record<string, string>> = {
	'1.3.6.1.5.5.7.3.1': 'serverAuth',
	'1.3.6.1.5.5.7.3.2': 'clientAuth',
};

/** KeyUsage as bits, the first being 1. */
const usages = [
	'digitalSignature',
	'nonRepudiation',
	'keyEncipherment',
	'dataEncipherment',
	'keyAgreement',
	'keyCertSign',
	'cRLSign',
];

function namesOf(extension: x509.SubjectAlternativeNameExtension | null): readonly GeneralName[] | null {
	return (
		extension?.names.items.map(({ type, value }) => ({ type: type as GeneralName['type'], value })) ?? null
	);
}

/** What @peculiar/x509 reads, in the words of our model. */
function factsOf(der: Uint8Array): Partial<Certificate> {
	const read = new x509.X509Certificate(new Uint8Array(der));
	const constraints = read.getExtension(x509.BasicConstraintsExtension);
	const usage = read.getExtension(x509.KeyUsagesExtension);
	const extended = read.getExtension(x509.ExtendedKeyUsageExtension);
	const policies = read.getExtension(x509.CertificatePolicyExtension);
	return {
		serialNumber: read.serialNumber.replace(/^0+(?=.)/, ''),
		notBefore: read.notBefore,
		notAfter: read.notAfter,
		subjectAlternativeNames: namesOf(read.getExtension(x509.SubjectAlternativeNameExtension)),
		basicConstraints: constraints && {
			critical: constraints.critical,
			ca: constraints.ca,
			pathLength: constraints.pathLength ?? null,
		},
		keyUsage: usage && {
			critical: usage.critical,
			usages: usages.filter((_, bit) => (usage.usages & (1 << bit)) !== 0),
		},
		extendedKeyUsage: extended && {
			critical: extended.critical,
			usages: [...extended.usages].map((oid) => purposes[String(oid)] ?? String(oid)),
		},
		policies: policies === null ? null : [...policies.policies].map((oid) => ({ oid, cps: [], notices: [] })),
		extensions: [...read.extensions].map(({ type, critical }) => ({ oid: type, critical })),
	};
}

describe('What we read is what @peculiar/x509 reads of', () => {
	const all: readonly (readonly [string, Issued])[] = [
		['a root of G1', g1.root],
		['a domain CA of G4', g4.domain],
		['a leaf of G4', g4.leaf()],
		['a leaf of TRIAL', g4Trial.leaf()],
		['a certificate on P-256', g4.leaf({ key: 'p256-0' })],
		['a certificate of Ed25519', g4.leaf({ key: 'ed25519-0' })],
		['a certificate without usages', g4.leaf({ keyUsage: null, extendedKeyUsage: null })],
		['a certificate to beyond 2050', g1.leaf({ policies: null, notAfter: new Date('2051-01-01T00:00:00Z') })],
		[
			'an authority with a path length',
			g4.leaf({ basicConstraints: { critical: true, ca: true, pathLength: 2 } }),
		],
	];
	for (const [name, { certificate }] of all) {
		it(name, () => {
			const facts = factsOf(certificate.der);
			assert.deepEqual({ ...certificate, ...facts }, certificate);
		});
	}

	it('a certificate request, and it verifies its signature too', async () => {
		const der = certificateRequest({
			subject: [['CN', 'digikoppeling.voorbeeld.nl']],
			key: 'rsa-3072-0',
			signature: 'pss-sha512',
			subjectAlternativeNames: [{ type: 'dns', value: 'digikoppeling.voorbeeld.nl' }],
		});
		const peculiar = new x509.Pkcs10CertificateRequest(new Uint8Array(der));
		const [{ request } = assert.fail('No request')] = readable(der).requests;
		assert.equal(peculiar.subject, request.subject.text);
		assert.deepEqual(
			namesOf(peculiar.extensions.find((one) => one instanceof x509.SubjectAlternativeNameExtension) ?? null),
			request.subjectAlternativeNames,
		);
		assert.deepEqual([await peculiar.verify(), request.signatureValid], [true, true]);
	});
});
