import assert from 'node:assert/strict';
import type { Certificate } from '../../../../src/certificates/certificate';
import { authorities } from '../../../../src/certificates/pkioverheid';
import { certificateTexts } from '../../../../src/certificates/texts';
import type { FindingData, Severity } from '../../../../src/finding';
import type { InspectedCertificate } from '../../../../src/certificates/inspect';
import { issue, type CertificateSpec, type Issued, type NameParts } from '../pki/issue';
import { makePki, type Hierarchy } from '../pki/makePki';
import { found, judge, judgeLeaf, type InspectOptions } from './judging';

type Code = keyof typeof certificateTexts;

/** One certificate that has a fault, and one that just does not. */
interface Row {
	readonly about: string;
	readonly code: Code;
	readonly severity: Severity;
	readonly data: FindingData;
	readonly faulty: () => InspectedCertificate;
	readonly fine: () => InspectedCertificate;
}

const pki = makePki();
const { g1, g1Test, g4, g4Trial } = pki;

const at = (text: string): Partial<InspectOptions> => ({ moment: new Date(text) });

const policies = (...oids: readonly string[]): Partial<CertificateSpec> => ({
	policies: oids.map((oid) => ({ oid, cps: [], notices: [] })),
});

/** The subject of a leaf of G4 with another serialNumber, or without. */
function withOin(value: string | null): Partial<CertificateSpec> {
	return {
		subject: [
			['C', 'NL'],
			['O', 'Gemeente Voorbeeld'],
			...(value === null ? [] : ([['serialNumber', value]] as const)),
			['CN', 'digikoppeling.voorbeeld.nl'],
		],
	};
}

/** The content of a Subject Alternative Name: `DNS:anders.nl`. */
const otherNames = Buffer.from('300b8209616e646572732e6e6c', 'hex');

/** Of an algorithm that no machine knows. */
const strangeSignature = { name: '1.2.3', oid: '1.2.3', hash: null, saltLength: null, maskHash: null };

const dns = (...names: readonly string[]): Partial<CertificateSpec> => ({
	subjectAlternativeNames: names.map((value) => ({ type: 'dns', value })),
});

const usage = (critical: boolean, ...usages: readonly string[]): Partial<CertificateSpec> => ({
	keyUsage: { critical, usages },
});

const extended = (...usages: readonly string[]): Partial<CertificateSpec> => ({
	extendedKeyUsage: { critical: false, usages },
});

/** A hierarchy with another CA in the place of the TSP, which issues the same leaves. */
function underTsp(hierarchy: Hierarchy, changes: Partial<CertificateSpec>): Hierarchy {
	const tsp = issue(hierarchy.domain, { ...hierarchy.tsp.spec, ...changes }, hierarchy.tsp.signs);
	return {
		...hierarchy,
		tsp,
		authorities: [tsp, hierarchy.domain, hierarchy.root],
		leaf: (overrides = {}) => issue(tsp, { ...hierarchy.leaf().spec, ...overrides }, tsp.signs),
	};
}

const authorityName = (commonName: string): Partial<CertificateSpec> => ({
	subject: [
		['C', 'NL'],
		['O', 'Voorbeeld'],
		['CN', commonName],
	],
});

/** A leaf alone, of an issuer that is nowhere; its own findings about the chain come from the name of the issuer. */
const alone = (hierarchy: Hierarchy, overrides: Partial<CertificateSpec> = {}): InspectedCertificate =>
	judge([hierarchy.leaf(overrides)]);

function selfSigned(overrides: Partial<CertificateSpec> = {}, hierarchy = g4): Issued {
	return issue('self', { ...hierarchy.leaf().spec, ...overrides }, hierarchy.root.signs);
}

const clientOnly = '2.16.528.1.1003.1.2.44.16.25.8';

const testName: NameParts = [
	['O', 'TEST Gemeente Voorbeeld'],
	['serialNumber', '00000099999999910000'],
	['CN', 'TEST'],
];

const rows: readonly Row[] = [
	{
		about: 'one second after its end',
		code: 'certificate.expired',
		severity: 'error',
		data: { notAfter: '2028-05-31' },
		faulty: () => judgeLeaf(g4, {}, at('2028-06-01T00:00:00Z')),
		fine: () => judgeLeaf(g4, {}, at('2028-05-31T23:59:59Z')),
	},
	{
		about: 'one second before its begin',
		code: 'certificate.not-yet-valid',
		severity: 'error',
		data: { notBefore: '2026-06-01' },
		faulty: () => judgeLeaf(g1, {}, at('2026-05-31T23:59:59Z')),
		fine: () => judgeLeaf(g1, {}, at('2026-06-01T00:00:00Z')),
	},
	{
		about: '60 days before its end',
		code: 'certificate.expires-soon',
		severity: 'warning',
		data: { notAfter: '2028-05-31', days: 60 },
		faulty: () => judgeLeaf(g4, {}, at('2028-04-01T23:59:59Z')),
		fine: () => judgeLeaf(g4, {}, at('2028-04-01T23:59:58Z')),
	},
	{
		about: 'within the days that the user chose',
		code: 'certificate.expires-soon',
		severity: 'warning',
		data: { notAfter: '2028-05-31', days: 1 },
		faulty: () => judgeLeaf(g4, {}, { ...at('2028-05-31T00:00:00Z'), warnDays: 1 }),
		fine: () => judgeLeaf(g4, {}, { ...at('2028-05-30T00:00:00Z'), warnDays: 1 }),
	},
	{
		about: 'of G1',
		code: 'certificate.g1-ending',
		severity: 'warning',
		data: {},
		faulty: () => judgeLeaf(g1),
		fine: () => judgeLeaf(g4),
	},
	{
		about: 'with a key of 1024 bits',
		code: 'certificate.key-too-small',
		severity: 'error',
		data: { bits: 1024, minimum: 2048, reason: 'insufficient' },
		faulty: () => judgeLeaf(g1, { key: 'rsa-1024-0' }),
		fine: () => judgeLeaf(g1, { key: 'rsa-3072-0' }),
	},
	{
		about: 'with a key of 2048 bits, issued in 2026',
		code: 'certificate.key-too-small',
		severity: 'error',
		data: { bits: 2048, minimum: 3000, reason: 'since-2026' },
		faulty: () => judgeLeaf(g1, { key: 'rsa-2048-3', notBefore: new Date('2026-01-01T00:00:00Z') }),
		fine: () => judgeLeaf(g1, { key: 'rsa-2048-3', notBefore: new Date('2025-12-31T23:59:59Z') }),
	},
	{
		about: 'with a key of 2048 bits, issued before 2026',
		code: 'certificate.key-phase-out',
		severity: 'warning',
		data: { key: 'RSA 2048' },
		faulty: () => judgeLeaf(g1, { key: 'rsa-2048-3', notBefore: new Date('2025-12-31T23:59:59Z') }),
		fine: () => judgeLeaf(g1, { key: 'rsa-3072-0', notBefore: new Date('2025-12-31T23:59:59Z') }),
	},
	{
		about: 'with a key on a curve',
		code: 'certificate.key-type',
		severity: 'warning',
		data: { key: 'P-256' },
		faulty: () => judgeLeaf(g4, { key: 'p256-0' }),
		fine: () => judgeLeaf(g4),
	},
	{
		about: 'signed with SHA-1',
		code: 'certificate.weak-signature',
		severity: 'error',
		data: { hash: 'SHA-1', authority: '' },
		faulty: () => judgeLeaf(g1, { signature: 'rsa-sha1' }),
		fine: () => judgeLeaf(g1, { signature: 'rsa-sha256' }),
	},
	{
		about: 'signed with MD5',
		code: 'certificate.weak-signature',
		severity: 'error',
		data: { hash: 'MD5', authority: '' },
		faulty: () => judgeLeaf(g1, { signature: 'rsa-md5' }),
		fine: () => judgeLeaf(g4, { signature: 'pss-sha256' }),
	},
	{
		about: 'under a TSP CA that is signed with SHA-1',
		code: 'certificate.weak-signature',
		severity: 'error',
		data: { hash: 'SHA-1', authority: 'KPN PKIoverheid Private Services CA - G1' },
		faulty: () => judgeLeaf(underTsp(g1, { signature: 'rsa-sha1' })),
		fine: () => judgeLeaf(underTsp(g1, { signature: 'rsa-sha512' })),
	},
	{
		about: 'signed with SHA-224, which is only to be phased out',
		code: 'certificate.weak-signature',
		severity: 'warning',
		data: { hash: 'SHA-224', authority: '' },
		faulty: () =>
			judge([saying(g1.leaf(), { signature: { ...g1.leaf().certificate.signature, hash: 'sha224' } })]),
		fine: () => judge([g1.leaf()]),
	},
	{
		about: 'with a key on a curve of 224 bits',
		code: 'certificate.key-phase-out',
		severity: 'warning',
		data: { key: 'P-224' },
		faulty: () => judge([saying(g1.leaf(), { key: { type: 'ec', bits: 224, curve: 'P-224' } })]),
		fine: () => judge([saying(g1.leaf(), { key: { type: 'ec', bits: 256, curve: 'P-256' } })]),
	},
	{
		about: 'with a key on a curve of 192 bits',
		code: 'certificate.key-too-small',
		severity: 'error',
		data: { bits: 192, minimum: 224, reason: 'insufficient' },
		faulty: () => judge([saying(g1.leaf(), { key: { type: 'ec', bits: 192, curve: 'P-192' } })]),
		fine: () => judge([saying(g1.leaf(), { key: { type: 'ed25519', bits: 256 } })]),
	},
	{
		about: 'with a key usage that is no BIT STRING',
		code: 'certificate.extension-damaged',
		severity: 'error',
		data: { extensions: ['2.5.29.15'] },
		faulty: () =>
			judgeLeaf(g4, {
				keyUsage: null,
				otherExtensions: [{ oid: '2.5.29.15', critical: true, value: Buffer.from([0x05, 0x00]) }],
			}),
		fine: () =>
			judgeLeaf(g4, {
				keyUsage: null,
				otherExtensions: [{ oid: '2.5.29.15', critical: true, value: Buffer.from([3, 2, 5, 0xa0]) }],
			}),
	},
	{
		about: 'with two Subject Alternative Names',
		code: 'certificate.extension-repeated',
		severity: 'error',
		data: { extensions: ['2.5.29.17'] },
		faulty: () =>
			judgeLeaf(g4, { otherExtensions: [{ oid: '2.5.29.17', critical: false, value: otherNames }] }),
		fine: () => judgeLeaf(g4, { otherExtensions: [{ oid: '1.2.3.4', critical: false, value: otherNames }] }),
	},
	{
		about: 'with a critical extension that nobody knows',
		code: 'certificate.extension-critical',
		severity: 'error',
		data: { extensions: ['1.2.3.4'] },
		faulty: () => judgeLeaf(g4, { otherExtensions: [{ oid: '1.2.3.4', critical: true, value: otherNames }] }),
		fine: () => judgeLeaf(g4, { otherExtensions: [{ oid: '2.5.29.36', critical: true, value: otherNames }] }),
	},
	{
		about: 'of a CA that nobody knows, with a signature that cannot be verified',
		code: 'certificate.chain-untrusted',
		severity: 'error',
		data: { authority: 'Eigen CA', reason: 'issuer' },
		faulty: () => {
			const own = issue('self', { ...g4.root.spec, subject: [['CN', 'Eigen CA']] }, 'rsa-sha256');
			const leaf = issue(own, g4.leaf().spec, 'rsa-sha256');
			return judge([saying(leaf, { signature: strangeSignature }), own]);
		},
		fine: () => judge([saying(g4.leaf(), { signature: strangeSignature }), g4.tsp]),
	},
	{
		about: 'that is a CA',
		code: 'certificate.is-ca',
		severity: 'error',
		data: { known: false },
		faulty: () => judgeLeaf(g4, { basicConstraints: { critical: true, ca: true, pathLength: null } }),
		fine: () => judgeLeaf(g4, { basicConstraints: null }),
	},
	{
		about: 'that is a CA of PKIoverheid itself',
		code: 'certificate.is-ca',
		severity: 'error',
		data: { known: true },
		faulty: () => judge([posing(g4.tsp, 'KPN - G4 PKIo Priv G-TLS SYS - 2025')]),
		fine: () => judge([posing(g4.tsp, 'KPN - G4 PKIo Priv G-TLS SYS - 2025'), g4.leaf()]),
	},
	{
		about: 'without key usage',
		code: 'certificate.key-usage',
		severity: 'error',
		data: { missing: ['digitalSignature', 'keyEncipherment'], absent: true },
		faulty: () => judgeLeaf(g4, { keyUsage: null }),
		fine: () => judgeLeaf(g4, usage(true, 'digitalSignature', 'keyEncipherment')),
	},
	{
		about: 'without keyEncipherment',
		code: 'certificate.key-usage',
		severity: 'error',
		data: { missing: ['keyEncipherment'], absent: false },
		faulty: () => judgeLeaf(g4, usage(true, 'digitalSignature')),
		fine: () => judgeLeaf(g4, { ...usage(true, 'digitalSignature'), ...policies(clientOnly) }),
	},
	{
		about: 'without digitalSignature',
		code: 'certificate.key-usage',
		severity: 'error',
		data: { missing: ['digitalSignature'], absent: false },
		faulty: () => judgeLeaf(g1, usage(true, 'keyEncipherment')),
		fine: () => judgeLeaf(g1, usage(true, 'keyEncipherment', 'digitalSignature', 'nonRepudiation')),
	},
	{
		about: 'with keyAgreement too',
		code: 'certificate.key-usage-extra',
		severity: 'warning',
		data: { usages: ['keyAgreement'] },
		faulty: () => judgeLeaf(g1Test, usage(true, 'digitalSignature', 'keyEncipherment', 'keyAgreement')),
		fine: () => judgeLeaf(g1Test),
	},
	{
		about: 'whose key usage is not critical',
		code: 'certificate.key-usage-not-critical',
		severity: 'warning',
		data: {},
		faulty: () => judgeLeaf(g4, usage(false, 'digitalSignature', 'keyEncipherment')),
		fine: () => judgeLeaf(g4, { keyUsage: null }),
	},
	{
		about: 'for servers only, to be used as client',
		code: 'certificate.extended-key-usage',
		severity: 'error',
		data: { missing: ['clientAuth'] },
		faulty: () => judgeLeaf(g4, extended('serverAuth'), { purpose: 'client' }),
		fine: () => judgeLeaf(g4, extended('serverAuth'), { purpose: 'server' }),
	},
	{
		about: 'for e-mail, to be used as both',
		code: 'certificate.extended-key-usage',
		severity: 'error',
		data: { missing: ['clientAuth', 'serverAuth'] },
		faulty: () => judgeLeaf(g4, extended('emailProtection')),
		fine: () => judgeLeaf(g4, extended('anyExtendedKeyUsage')),
	},
	{
		about: 'without extended key usage, of an accepted kind',
		code: 'certificate.extended-key-usage-absent',
		severity: 'warning',
		data: {},
		faulty: () => judgeLeaf(g1, { extendedKeyUsage: null }),
		fine: () => judgeLeaf(g1, extended('clientAuth')),
	},
	{
		about: 'without extended key usage, of another kind',
		code: 'certificate.extended-key-usage-absent',
		severity: 'info',
		data: {},
		faulty: () => judgeLeaf(g1, { extendedKeyUsage: null, ...policies('2.16.528.1.1003.1.2.8.4') }),
		fine: () => judgeLeaf(g1, policies('2.16.528.1.1003.1.2.8.4')),
	},
	{
		about: 'with the policy for authenticity',
		code: 'certificate.policy',
		severity: 'error',
		data: { policies: ['2.16.528.1.1003.1.2.8.4'], kind: 'other' },
		faulty: () => judgeLeaf(g1, policies('2.16.528.1.1003.1.2.8.4')),
		fine: () => judgeLeaf(g1, policies('2.16.528.1.1003.1.2.8.4', '2.16.528.1.1003.1.2.8.6')),
	},
	{
		about: 'with 15.39.11, which the README of g4-trial names by mistake',
		code: 'certificate.policy',
		severity: 'error',
		data: { policies: ['2.16.528.1.1003.1.2.44.15.39.11'], kind: 'other' },
		faulty: () => judgeLeaf(g4, policies('2.16.528.1.1003.1.2.44.15.39.11')),
		fine: () => judgeLeaf(g4, policies('2.16.528.1.1003.1.2.44.15.35.11')),
	},
	{
		about: 'with the policy for tests, under a CA of PKIoverheid itself',
		code: 'certificate.policy',
		severity: 'error',
		data: { policies: ['2.16.528.1.1003.1.2.41.15.35.11'], kind: 'other' },
		faulty: () =>
			judge([
				g4.leaf(policies('2.16.528.1.1003.1.2.41.15.35.11')),
				posing(g4.tsp, 'KPN - G4 PKIo Priv G-TLS SYS - 2025'),
			]),
		fine: () =>
			judge([
				g4.leaf(policies('2.16.528.1.1003.1.2.44.15.35.11')),
				posing(g4.tsp, 'KPN - G4 PKIo Priv G-TLS SYS - 2025'),
			]),
	},
	{
		about: 'without policy, in a test hierarchy',
		code: 'certificate.policy',
		severity: 'info',
		data: { policies: [], kind: 'other' },
		faulty: () => judgeLeaf(g4Trial, { policies: null }),
		fine: () => judgeLeaf(g4Trial, policies('2.16.528.1.1003.1.2.41.15.35.11')),
	},
	{
		about: 'for clients only, to be used as server',
		code: 'certificate.policy',
		severity: 'error',
		data: { policies: [clientOnly], kind: 'client-only' },
		faulty: () =>
			judgeLeaf(g4, { ...policies(clientOnly), ...extended('clientAuth') }, { purpose: 'server' }),
		fine: () => judgeLeaf(g4, { ...policies(clientOnly), ...extended('clientAuth') }, { purpose: 'client' }),
	},
	{
		about: 'for clients only, to be used as client',
		code: 'certificate.policy-client-only',
		severity: 'warning',
		data: {},
		faulty: () => judgeLeaf(g4, policies(clientOnly), { purpose: 'client' }),
		fine: () => judgeLeaf(g4, {}, { purpose: 'client' }),
	},
	{
		about: 'without serialNumber in its subject',
		code: 'certificate.oin-missing',
		severity: 'error',
		data: {},
		faulty: () => judgeLeaf(g4, withOin(null)),
		fine: () => judgeLeaf(g4, withOin('00000003999999910000')),
	},
	{
		about: 'whose serialNumber has 19 positions',
		code: 'certificate.oin-malformed',
		severity: 'error',
		data: { value: '0000000399999991000', reason: 'length' },
		faulty: () => judgeLeaf(g4, withOin('0000000399999991000')),
		fine: () => judgeLeaf(g4, withOin('00000003999999910000')),
	},
	{
		about: 'whose serialNumber has a prefix of another form',
		code: 'certificate.oin-malformed',
		severity: 'error',
		data: { value: '00001003999999910000', reason: 'prefix' },
		faulty: () => judgeLeaf(g4, withOin('00001003999999910000')),
		fine: () => judgeLeaf(g4, withOin('00000004194049711000')),
	},
	{
		about: 'of another organisation',
		code: 'certificate.oin-mismatch',
		severity: 'error',
		data: { value: '00000003999999910000', expected: '00000001002220647000' },
		faulty: () => judgeLeaf(g1, {}, { expectedOin: '00000001002220647000' }),
		fine: () => judgeLeaf(g1, {}, { expectedOin: '00000003999999910000' }),
	},
	{
		about: 'with an OIN whose prefix no register has',
		code: 'certificate.oin-unknown-prefix',
		severity: 'error',
		data: { prefix: '00000012', status: 'unassigned' },
		faulty: () => judgeLeaf(g4, withOin('00000012123456789000')),
		fine: () => judgeLeaf(g4, withOin('00000010123456789000')),
	},
	{
		about: 'with an OIN whose prefix is free',
		code: 'certificate.oin-unknown-prefix',
		severity: 'warning',
		data: { prefix: '00000005', status: 'free' },
		faulty: () => judgeLeaf(g4, withOin('00000005123456789000')),
		fine: () => judgeLeaf(g4, withOin('00000006123456789000')),
	},
	{
		about: 'with an OIN whose prefix is planned',
		code: 'certificate.oin-unknown-prefix',
		severity: 'warning',
		data: { prefix: '00000011', status: 'planned' },
		faulty: () => judgeLeaf(g4, withOin('00000011123456789000')),
		fine: () => judgeLeaf(g4, withOin('00000009123456789000')),
	},
	{
		about: 'with an RSIN that fails the 11-proef',
		code: 'certificate.oin-check-digit',
		severity: 'warning',
		data: { value: '00000001123456789000' },
		faulty: () => judgeLeaf(g4, withOin('00000001123456789000')),
		fine: () => judgeLeaf(g4, withOin('00000001822477348000')),
	},
	{
		about: 'with letters in a KVK-nummer',
		code: 'certificate.oin-number',
		severity: 'warning',
		data: { value: '00000003A99999910000', number: 'A99999910' },
		faulty: () => judgeLeaf(g4, withOin('00000003A99999910000')),
		fine: () => judgeLeaf(g4, withOin('00000003999999910000')),
	},
	{
		about: 'with letters in a BRIN',
		code: 'certificate.oin-number',
		severity: 'warning',
		data: { value: '0000000700012AB00000', number: '00012AB00' },
		faulty: () => judgeLeaf(g4, withOin('0000000700012AB00000')),
		fine: () => judgeLeaf(g4, withOin('00000007000120000000')),
	},
	{
		about: 'with the OIN of Logius that ends in 001',
		code: 'certificate.oin-suffix',
		severity: 'warning',
		data: { value: '00000004003214345001', suffix: '001' },
		faulty: () => judgeLeaf(g4, withOin('00000004003214345001')),
		fine: () => judgeLeaf(g4, withOin('00000004003214345000')),
	},
	{
		about: 'with a test OIN, in a test hierarchy',
		code: 'certificate.oin-test',
		severity: 'info',
		data: { value: '00000099999999910000' },
		faulty: () => judgeLeaf(g4Trial),
		fine: () => judgeLeaf(g4Trial, withOin('00000001002220647000')),
	},
	{
		about: 'with a test OIN, in the production hierarchy',
		code: 'certificate.test-in-production',
		severity: 'warning',
		data: { value: '00000099999999910000' },
		faulty: () => judgeLeaf(g1, withOin('00000099999999910000')),
		fine: () => judgeLeaf(g1),
	},
	{
		about: 'with a real OIN, in a test hierarchy',
		code: 'certificate.production-in-test',
		severity: 'warning',
		data: { value: '00000001002220647000' },
		faulty: () => judgeLeaf(g1Test, withOin('00000001002220647000')),
		fine: () => judgeLeaf(g1Test),
	},
	{
		about: 'without domain names, to be used as server',
		code: 'certificate.san-missing',
		severity: 'error',
		data: {},
		faulty: () => judgeLeaf(g1, { subjectAlternativeNames: null }, { purpose: 'server' }),
		fine: () => judgeLeaf(g1, { subjectAlternativeNames: null }, { purpose: 'client' }),
	},
	{
		about: 'with an e-mail address for all name',
		code: 'certificate.san-missing',
		severity: 'error',
		data: {},
		faulty: () => judgeLeaf(g1, { subjectAlternativeNames: [{ type: 'email', value: 'a@example.org' }] }),
		fine: () => judgeLeaf(g1, { subjectAlternativeNames: [{ type: 'ip', value: '192.0.2.1' }] }),
	},
	{
		about: 'of G4 with an IP address',
		code: 'certificate.san-ip-address',
		severity: 'error',
		data: { addresses: ['192.0.2.1'] },
		faulty: () => judgeLeaf(g4, { subjectAlternativeNames: [{ type: 'ip', value: '192.0.2.1' }] }),
		fine: () => judgeLeaf(g1, { subjectAlternativeNames: [{ type: 'ip', value: '192.0.2.1' }] }),
	},
	{
		about: 'for another host',
		code: 'certificate.host-mismatch',
		severity: 'error',
		data: { host: 'voorbeeld.nl', names: ['digikoppeling.voorbeeld.nl'] },
		faulty: () => judgeLeaf(g1, {}, { host: 'voorbeeld.nl' }),
		fine: () => judgeLeaf(g1, {}, { host: 'Digikoppeling.Voorbeeld.NL.' }),
	},
	{
		about: 'that has the host as common name only',
		code: 'certificate.host-mismatch',
		severity: 'error',
		data: { host: 'digikoppeling.voorbeeld.nl', names: ['ander.voorbeeld.nl'] },
		faulty: () => judgeLeaf(g1, dns('ander.voorbeeld.nl'), { host: 'digikoppeling.voorbeeld.nl' }),
		fine: () => judgeLeaf(g1, dns('ander.voorbeeld.nl'), { host: 'ander.voorbeeld.nl' }),
	},
	{
		about: 'with a wildcard',
		code: 'certificate.wildcard',
		severity: 'warning',
		data: { names: ['*.voorbeeld.nl'] },
		faulty: () => judgeLeaf(g1, dns('*.voorbeeld.nl', 'voorbeeld.nl')),
		fine: () => judgeLeaf(g1, dns('voorbeeld.nl')),
	},
	{
		about: 'whose common name is the organisation',
		code: 'certificate.common-name-not-host',
		severity: 'info',
		data: { commonName: 'Gemeente Voorbeeld' },
		faulty: () => judgeLeaf(g4),
		fine: () => judgeLeaf(g4, { ...withOin('00000003999999910000'), ...dns('DIGIKOPPELING.voorbeeld.nl') }),
	},
	{
		about: 'with an OU, issued in March 2022',
		code: 'certificate.organizational-unit',
		severity: 'warning',
		data: { unit: 'Team' },
		faulty: () => judgeLeaf(g1, withUnit('2022-03-01T00:00:00Z')),
		fine: () => judgeLeaf(g1, withUnit('2022-02-28T23:59:59Z')),
	},
	{
		about: 'for an acceptance system, in the production hierarchy',
		code: 'certificate.acceptance-host',
		severity: 'info',
		data: { host: 'dk-acc.voorbeeld.nl' },
		faulty: () => judgeLeaf(g4, dns('dk.voorbeeld.nl', 'dk-acc.voorbeeld.nl')),
		fine: () => judgeLeaf(g4, dns('dk.voorbeeld.nl', 'accountant.testament.nl')),
	},
	{
		about: 'for an acceptance system, in a test hierarchy',
		code: 'certificate.acceptance-host',
		severity: 'info',
		data: { host: 'test.voorbeeld.nl' },
		faulty: () => judgeLeaf(g1, {}, { host: 'test.voorbeeld.nl' }),
		fine: () => judgeLeaf(g4Trial, dns('test.voorbeeld.nl')),
	},
	{
		about: 'that signed itself',
		code: 'certificate.self-signed',
		severity: 'error',
		data: {},
		faulty: () => judge([selfSigned()]),
		fine: () => judgeLeaf(g4),
	},
	{
		about: 'that signed itself, for a test',
		code: 'certificate.self-signed',
		severity: 'info',
		data: {},
		faulty: () => judge([selfSigned({ subject: testName })]),
		fine: () => judgeLeaf(g4Trial),
	},
	{
		about: 'whose signature is damaged',
		code: 'certificate.chain-broken',
		severity: 'error',
		data: {
			certificate: 'Gemeente Voorbeeld',
			issuer: 'KPN - G4 PKIo Priv G-TLS SYS - 2025',
			reason: 'signature',
		},
		faulty: () => judgeLeaf(g4, { signatureDamaged: true }),
		fine: () => judgeLeaf(g4),
	},
	{
		about: 'beside another CA of the same name',
		code: 'certificate.chain-broken',
		severity: 'error',
		data: {
			certificate: 'Gemeente Voorbeeld',
			issuer: 'KPN - G4 PKIo Priv G-TLS SYS - 2025',
			reason: 'key',
		},
		faulty: () => judge([g4.leaf(), underTsp(g4, { key: 'rsa-2048-5' }).tsp]),
		fine: () => judge([g4.leaf(), g4.tsp]),
	},
	{
		about: 'under a CA that is none',
		code: 'certificate.chain-broken',
		severity: 'error',
		data: {
			certificate: 'Gemeente Voorbeeld',
			issuer: 'KPN - G4 PKIo Priv G-TLS SYS - 2025',
			reason: 'not-a-ca',
		},
		faulty: () =>
			judgeLeaf(underTsp(g4, { basicConstraints: { critical: true, ca: false, pathLength: null } })),
		fine: () => judgeLeaf(underTsp(g4, { basicConstraints: { critical: true, ca: true, pathLength: 0 } })),
	},
	{
		about: 'under a CA that may not sign certificates',
		code: 'certificate.chain-broken',
		severity: 'error',
		data: {
			certificate: 'digikoppeling.voorbeeld.nl',
			issuer: 'KPN PKIoverheid Private Services CA - G1',
			reason: 'key-usage',
		},
		faulty: () => judgeLeaf(underTsp(g1, usage(true, 'cRLSign'))),
		fine: () => judgeLeaf(underTsp(g1, usage(true, 'keyCertSign'))),
	},
	{
		about: 'under more CAs than the root allows',
		code: 'certificate.chain-broken',
		severity: 'error',
		data: {
			certificate: 'Staat der Nederlanden Private Services CA - G1',
			issuer: 'Staat der Nederlanden Private Root CA - G1',
			reason: 'path-length',
		},
		faulty: () => judge(withPathLength(1)),
		fine: () => judge(withPathLength(2)),
	},
	{
		about: 'under a root that nobody trusts',
		code: 'certificate.chain-untrusted',
		severity: 'error',
		data: { authority: 'Eigen Root', reason: 'root' },
		faulty: () => judge(underOwnRoot('Eigen Root')),
		fine: () => judge(underOwnRoot('Eigen Root'), trusting(underOwnRoot('Eigen Root'))),
	},
	{
		about: 'under a root with the name of the real one',
		code: 'certificate.chain-untrusted',
		severity: 'error',
		data: { authority: 'Staat der Nederlanden - G4 Root Priv G-TLS - 2024', reason: 'impostor' },
		faulty: () => judge([g4.leaf(), ...g4.authorities]),
		fine: () => judge([g4.leaf(), ...g4.authorities], { trust: [g4.root.certificate] }),
	},
	{
		about: 'under a root of G4 whose fingerprint is not known',
		code: 'certificate.chain-untrusted',
		severity: 'warning',
		data: { authority: 'Staat der Nederlanden - G4 Root Priv G-Other - 2024', reason: 'unlisted' },
		faulty: () => judge(underOwnRoot('Staat der Nederlanden - G4 Root Priv G-Other - 2024')),
		fine: () => {
			const chain = underOwnRoot('Staat der Nederlanden - G4 Root Priv G-Other - 2024');
			return judge(chain, trusting(chain));
		},
	},
	{
		about: 'under a TRIAL root that nobody trusts',
		code: 'certificate.chain-untrusted',
		severity: 'info',
		data: { authority: 'TRIAL PKIoverheid - G4 Root Priv G-TLS - 2024', reason: 'root' },
		faulty: () => judge([g4Trial.leaf(), ...g4Trial.authorities]),
		fine: () => judgeLeaf(g4Trial),
	},
	{
		about: 'under a root that only the user trusts, unlike one of PKIoverheid',
		code: 'certificate.own-trust',
		severity: 'info',
		data: { authority: 'Staat der Nederlanden - G4 Root Priv G-TLS - 2024' },
		faulty: () => judge([g4.leaf(), ...g4.authorities], { trust: [g4.root.certificate] }),
		fine: () => {
			const root = posing(g4.root, 'Staat der Nederlanden - G4 Root Priv G-TLS - 2024');
			return judge([g4.leaf(), g4.tsp, g4.domain, root], { trust: [root.certificate] });
		},
	},
	{
		about: 'under an own root that the user trusts, unlike a TRIAL one',
		code: 'certificate.own-trust',
		severity: 'info',
		data: { authority: 'Eigen Root' },
		faulty: () => judge(underOwnRoot('Eigen Root'), trusting(underOwnRoot('Eigen Root'))),
		fine: () => judgeLeaf(g4Trial),
	},
	{
		about: 'of an issuer that nobody knows',
		code: 'certificate.chain-untrusted',
		severity: 'error',
		data: { authority: 'R3', reason: 'issuer' },
		faulty: () => alone(underTsp(g4, authorityName('R3'))),
		fine: () => alone(underTsp(g4, authorityName('Nieuw - G4 PKIo Priv G-TLS SYS - 2031'))),
	},
	{
		about: 'of a public CA',
		code: 'certificate.chain-public-root',
		severity: 'error',
		data: { authority: 'KPN PKIoverheid Organisatie Server CA - G3' },
		faulty: () => alone(underTsp(g1, authorityName('KPN PKIoverheid Organisatie Server CA - G3'))),
		fine: () => alone(underTsp(g1, authorityName('KPN PKIoverheid Private Services CA - G2'))),
	},
	{
		about: 'alone, of G1: the address of its TSP CA is not published',
		code: 'certificate.chain-incomplete',
		severity: 'warning',
		data: { issuer: 'KPN PKIoverheid Private Services CA - G1', download: '', known: false, layers: 1 },
		faulty: () => alone(g1),
		fine: () => judgeLeaf(g1),
	},
	{
		about: 'alone, of G4: the address of its TSP CA is known',
		code: 'certificate.chain-incomplete',
		severity: 'warning',
		data: {
			issuer: 'KPN - G4 PKIo Priv G-TLS SYS - 2025',
			download: 'http://cert.pkioverheid.nl/KPNG4PKIoPrivGTLSSYS2025.cer',
			known: false,
			layers: 1,
		},
		faulty: () => alone(g4),
		fine: () => judgeLeaf(g4),
	},
	{
		about: 'with its TSP CA only',
		code: 'certificate.chain-incomplete',
		severity: 'warning',
		data: {
			issuer: 'Staat der Nederlanden Private Services CA - G1',
			download: 'http://cert.pkioverheid.nl/DomPrivateServicesCA-G1.cer',
			known: false,
			layers: 2,
		},
		faulty: () => judge([g1.leaf(), g1.tsp]),
		fine: () => judge([g1.leaf(), g1.tsp, g1.domain], { known: [g1.root.certificate] }),
	},
	{
		about: 'under a TSP CA that is known by its fingerprint, without the CAs above it',
		code: 'certificate.chain-incomplete',
		severity: 'warning',
		data: {
			issuer: 'Staat der Nederlanden - G4 Intm Priv G-TLS SYS - 2024',
			download: 'http://cert.pkioverheid.nl/StaatderNederlandenG4IntmPrivGTLSSYS2024.cer',
			known: true,
			layers: 2,
		},
		faulty: () => judge([g4.leaf(), posing(g4.tsp, 'KPN - G4 PKIo Priv G-TLS SYS - 2025')]),
		fine: () =>
			judge([
				g4.leaf(),
				g4.tsp,
				g4.domain,
				posing(g4.root, 'Staat der Nederlanden - G4 Root Priv G-TLS - 2024'),
			]),
	},
	{
		about: 'of two layers',
		code: 'certificate.chain-incomplete',
		severity: 'warning',
		data: { issuer: '', download: '', known: false, layers: 2 },
		faulty: () => judge(underOwnRoot('Eigen Root'), trusting(underOwnRoot('Eigen Root'))),
		fine: () => judgeLeaf(g1),
	},
	{
		about: 'of a TSP CA of 2024, which was revoked',
		code: 'certificate.issuer-revoked',
		severity: 'error',
		data: { authority: 'UZI Server - G4 PKIo Priv G-TLS SYS - 2024' },
		faulty: () => alone(underTsp(g4, authorityName('UZI Server - G4 PKIo Priv G-TLS SYS - 2024'))),
		fine: () => alone(underTsp(g4, authorityName('UZI Server - G4 PKIo Priv G-TLS SYS - 2025'))),
	},
	{
		about: 'of a TSP CA of 2024 in the chain, unlike a TRIAL one',
		code: 'certificate.issuer-revoked',
		severity: 'error',
		data: { authority: 'KPN - G4 PKIo Priv G-TLS SYS - 2024' },
		faulty: () => judgeLeaf(underTsp(g4, authorityName('KPN - G4 PKIo Priv G-TLS SYS - 2024'))),
		fine: () => alone(underTsp(g4Trial, authorityName('TRIAL KPN - G4 PKIo Priv G-TLS SYS - 2024'))),
	},
	{
		about: 'under a CA that expired',
		code: 'certificate.issuer-expired',
		severity: 'error',
		data: { authority: 'KPN - G4 PKIo Priv G-TLS SYS - 2025', date: '2026-11-24', reason: 'expired' },
		faulty: () => judgeLeaf(underTsp(g4, { notAfter: new Date('2026-11-24T11:59:59Z') })),
		fine: () => judgeLeaf(underTsp(g4, { notAfter: new Date('2026-11-24T12:00:00Z') })),
	},
	{
		about: 'under a CA that is not valid yet',
		code: 'certificate.issuer-expired',
		severity: 'error',
		data: { authority: 'KPN - G4 PKIo Priv G-TLS SYS - 2025', date: '2026-11-24', reason: 'not-yet-valid' },
		faulty: () => judgeLeaf(underTsp(g4, { notBefore: new Date('2026-11-24T12:00:01Z') })),
		fine: () => judgeLeaf(underTsp(g4, { notBefore: new Date('2026-11-24T12:00:00Z') })),
	},
	{
		about: 'of TRIAL',
		code: 'certificate.test-hierarchy',
		severity: 'info',
		data: { authority: 'TRIAL KPN - G4 PKIo Priv G-TLS SYS - 2025' },
		faulty: () => judgeLeaf(g4Trial),
		fine: () => judgeLeaf(g4),
	},
	{
		about: 'with a policy for tests of CIBG',
		code: 'certificate.test-hierarchy',
		severity: 'info',
		data: { authority: 'Zorg CSP CA' },
		faulty: () => alone(underTsp(g1, authorityName('Zorg CSP CA')), policies('2.16.528.1.1007.99.12')),
		fine: () => alone(underTsp(g1, authorityName('Zorg CSP CA')), policies('2.16.528.1.1007.98.12')),
	},
	{
		about: 'whose revocation was not asked for',
		code: 'certificate.revocation-unchecked',
		severity: 'info',
		data: {},
		faulty: () => judgeLeaf(g4),
		fine: () => judgeLeaf(g4, {}, { revocation: new Map() }),
	},
	{
		about: 'with a negative serial number',
		code: 'certificate.serial-number',
		severity: 'warning',
		data: { reason: 'negative' },
		faulty: () => judgeLeaf(g4, { serialNumber: -1n }),
		fine: () => judgeLeaf(g4, { serialNumber: 1n }),
	},
	{
		about: 'without OCSP',
		code: 'certificate.no-ocsp',
		severity: 'info',
		data: {},
		faulty: () => judgeLeaf(g4),
		fine: () => judgeLeaf(g1),
	},
];

/** The same certificate, as if it said something else: what none of the libraries can make. */
function saying(issued: Issued, changes: Partial<Certificate>): Issued {
	return { ...issued, certificate: { ...issued.certificate, ...changes } };
}

/** The certificate as if it were the CA of the table: nobody can make one with that fingerprint. */
function posing(issued: Issued, commonName: string): Issued {
	const authority = authorities.find((one) => one.commonName === commonName);
	assert.ok(authority);
	return saying(issued, { sha256: authority.sha256 });
}

function withUnit(notBefore: string): Partial<CertificateSpec> {
	return {
		notBefore: new Date(notBefore),
		subject: [...(withOin('00000003999999910000').subject ?? []), ['OU', 'Team']],
	};
}

function withPathLength(pathLength: number): readonly Issued[] {
	const { spec, signs } = g1.root;
	const root = issue('self', { ...spec, basicConstraints: { critical: true, ca: true, pathLength } }, signs);
	return [g1.leaf(), g1.tsp, g1.domain, root];
}

const ownRoots = new Map<string, readonly [Issued, Issued]>();

/** A leaf and the root of one's own that issued it. */
function underOwnRoot(name: string): readonly [Issued, Issued] {
	const known = ownRoots.get(name);
	if (known !== undefined) {
		return known;
	}
	const root = issue('self', { ...g4.root.spec, ...authorityName(name) }, 'rsa-sha256');
	const pair = [issue(root, g4.leaf().spec, 'rsa-sha256'), root] as const;
	ownRoots.set(name, pair);
	return pair;
}

function trusting([, root]: readonly [Issued, Issued]): Partial<InspectOptions> {
	return { trust: [root.certificate] };
}

describe('A certificate', () => {
	for (const { about, code, severity, data, faulty, fine } of rows) {
		it(`${about} has ${code} (${severity}), and one that just does not, has not`, () => {
			assert.deepEqual(
				found(faulty(), code).map((finding) => ({ severity: finding.severity, data: finding.data })),
				[{ severity, data }],
			);
			assert.deepEqual(found(fine(), code), []);
		});
	}

	it('has the first serial number in its subject that is an OIN', () => {
		const subject: NameParts = [
			['serialNumber', 'EAN 8712345678906'],
			['serialNumber', '00000003999999910000'],
			['CN', 'Gemeente Voorbeeld'],
		];
		const { oin, findings } = judgeLeaf(g4, { subject });
		assert.equal(oin?.value, '00000003999999910000');
		assert.ok(!findings.some(({ code }) => code.startsWith('certificate.oin-')));
	});

	it('has a test for each code that needs no CRL, no other cryptographic library and no request', () => {
		const elsewhere: readonly Code[] = [
			'certificate.revoked',
			'certificate.crl-stale',
			'certificate.crl-unavailable',
			'certificate.chain-unverifiable',
			'certificate.request-signature',
			'certificate.request-names',
		];
		const tested = new Set<string>([...rows.map(({ code }) => code), ...elsewhere]);
		assert.deepEqual(
			Object.keys(certificateTexts).filter((code) => !tested.has(code)),
			[],
		);
	});
});
