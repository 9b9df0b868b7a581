import assert from 'node:assert/strict';
import type { certificateTexts } from '../../../../src/certificates/texts';
import type { RevocationOutcomes, RevocationStatus } from '../../../../src/certificates/revocation/status';
import type { Severity } from '../../../../src/finding';
import { issue, type CertificateSpec, type NameParts } from '../pki/issue';
import { makePki, type Hierarchy } from '../pki/makePki';
import { found, inspectFile, inspectOptions, judge, judgeLeaf, type InspectOptions } from './judging';

type Spec = Partial<CertificateSpec>;

/** What a leaf is made of and judged by. */
type Case = readonly [spec: Spec, options?: Partial<InspectOptions>];

/** A fault that a certificate of any hierarchy can have: with it, and only just without it. */
type Row = readonly [
	code: keyof typeof certificateTexts,
	severity: Severity,
	faulty: Case,
	fine: Case,
	about?: string,
];

const { g1, g1Test, g4, g4Trial } = makePki();

const at = (text: string): Partial<InspectOptions> => ({ moment: new Date(text) });

/** A subject with this OIN and these attributes besides. */
const subject = (serialNumber: string | null, ...more: NameParts): Spec => ({
	subject: [
		['C', 'NL'],
		['O', 'Gemeente Voorbeeld'],
		...(serialNumber === null ? [] : ([['serialNumber', serialNumber]] as const)),
		...more,
		['CN', 'digikoppeling.voorbeeld.nl'],
	],
});

const policy = (oid: string): Spec => ({ policies: [{ oid, cps: [], notices: [] }] });

const usage = (critical: boolean, ...usages: readonly string[]): Spec => ({
	keyUsage: { critical, usages },
});

const extended = (...usages: readonly string[]): Spec => ({ extendedKeyUsage: { critical: false, usages } });

const dns = (...names: readonly string[]): Spec => ({
	subjectAlternativeNames: names.map((value) => ({ type: 'dns', value })),
});

const issued = (text: string): Spec => ({ notBefore: new Date(text) });

const clientOnly = policy('2.16.528.1.1003.1.2.44.16.25.8');

const rows: readonly Row[] = [
	['certificate.expired', 'error', [{}, at('2028-06-01T00:00:00Z')], [{}, at('2028-05-31T23:59:59Z')]],
	[
		'certificate.expired',
		'error',
		[{ notBefore: new Date('1990-01-01T00:00:00Z'), notAfter: new Date('1991-01-01T00:00:00Z') }],
		[{ notBefore: new Date('1990-01-01T00:00:00Z') }],
		'since 1991',
	],
	['certificate.not-yet-valid', 'error', [{}, at('2026-05-31T23:59:59Z')], [{}, at('2026-06-01T00:00:00Z')]],
	['certificate.expires-soon', 'warning', [{}, at('2028-04-01T23:59:59Z')], [{}, at('2028-04-01T23:59:58Z')]],
	[
		'certificate.is-ca',
		'error',
		[{ basicConstraints: { critical: true, ca: true, pathLength: null } }],
		[{}],
	],
	[
		'certificate.weak-signature',
		'error',
		[{ signature: 'rsa-sha1' }],
		[{ signature: 'rsa-sha256' }],
		'SHA-1',
	],
	['certificate.weak-signature', 'error', [{ signature: 'rsa-md5' }], [{ signature: 'pss-sha256' }], 'MD5'],
	['certificate.key-too-small', 'error', [{ key: 'rsa-1024-0' }], [{ key: 'rsa-3072-0' }], '1024 bits'],
	[
		'certificate.key-too-small',
		'error',
		[{ key: 'rsa-2048-3', ...issued('2026-01-01T00:00:00Z') }],
		[{ key: 'rsa-2048-3', ...issued('2025-12-31T23:59:59Z') }],
		'2048 bits since 2026',
	],
	[
		'certificate.key-phase-out',
		'warning',
		[{ key: 'rsa-2048-3', ...issued('2025-12-31T23:59:59Z') }],
		[{ key: 'rsa-3072-0', ...issued('2025-12-31T23:59:59Z') }],
	],
	['certificate.key-type', 'warning', [{ key: 'p256-0' }], [{ key: 'rsa-3072-0' }]],
	[
		'certificate.key-usage',
		'error',
		[usage(true, 'digitalSignature')],
		[usage(true, 'digitalSignature', 'keyEncipherment')],
		'keyEncipherment',
	],
	[
		'certificate.key-usage',
		'error',
		[usage(true, 'keyEncipherment')],
		[usage(true, 'keyEncipherment', 'digitalSignature')],
		'digitalSignature',
	],
	[
		'certificate.key-usage-extra',
		'warning',
		[usage(true, 'digitalSignature', 'keyEncipherment', 'keyAgreement')],
		[usage(true, 'digitalSignature', 'keyEncipherment')],
	],
	[
		'certificate.key-usage-not-critical',
		'warning',
		[usage(false, 'digitalSignature', 'keyEncipherment')],
		[usage(true, 'digitalSignature', 'keyEncipherment')],
	],
	[
		'certificate.extended-key-usage',
		'error',
		[extended('serverAuth'), { purpose: 'client' }],
		[extended('serverAuth'), { purpose: 'server' }],
	],
	[
		'certificate.extended-key-usage-absent',
		'warning',
		[{ extendedKeyUsage: null }],
		[extended('clientAuth')],
	],
	['certificate.oin-missing', 'error', [subject(null)], [subject('00000003999999910000')]],
	['certificate.oin-malformed', 'error', [subject('0000000399999991000')], [subject('00000003999999910000')]],
	[
		'certificate.oin-mismatch',
		'error',
		[{}, { expectedOin: '00000001002220647000' }],
		[{}, { expectedOin: '00000003999999910000' }],
	],
	[
		'certificate.oin-unknown-prefix',
		'error',
		[subject('00000012123456789000')],
		[subject('00000010123456789000')],
		'unassigned',
	],
	[
		'certificate.oin-unknown-prefix',
		'warning',
		[subject('00000005123456789000')],
		[subject('00000006123456789000')],
		'free',
	],
	[
		'certificate.oin-check-digit',
		'warning',
		[subject('00000001123456789000')],
		[subject('00000001822477348000')],
		'RSIN',
	],
	[
		'certificate.oin-check-digit',
		'warning',
		[subject('00000002123456789000')],
		[subject('00000003123456780000')],
		'Fi-nummer, and not a KVK-nummer',
	],
	['certificate.oin-number', 'warning', [subject('00000003A99999910000')], [subject('00000003999999910000')]],
	['certificate.oin-suffix', 'warning', [subject('00000004003214345001')], [subject('00000004003214345000')]],
	['certificate.test-in-production', 'warning', [subject('00000099999999910000')], [{}]],
	[
		'certificate.san-missing',
		'error',
		[{ subjectAlternativeNames: null }, { purpose: 'server' }],
		[{ subjectAlternativeNames: null }, { purpose: 'client' }],
	],
	[
		'certificate.host-mismatch',
		'error',
		[dns('ander.voorbeeld.nl'), { host: 'digikoppeling.voorbeeld.nl' }],
		[dns('ander.voorbeeld.nl'), { host: 'ander.voorbeeld.nl' }],
		'as common name only',
	],
	['certificate.wildcard', 'warning', [dns('*.voorbeeld.nl')], [dns('voorbeeld.nl')]],
	[
		'certificate.common-name-not-host',
		'info',
		[{ ...subject('00000003999999910000'), ...dns('ander.voorbeeld.nl') }],
		[{ ...subject('00000003999999910000'), ...dns('ander.voorbeeld.nl', 'digikoppeling.voorbeeld.nl') }],
	],
	['certificate.acceptance-host', 'info', [dns('dk-acc.voorbeeld.nl')], [dns('accountant.voorbeeld.nl')]],
	[
		'certificate.organizational-unit',
		'warning',
		[{ ...subject('00000003999999910000', ['OU', 'Team']), ...issued('2022-03-01T00:00:00Z') }],
		[{ ...subject('00000003999999910000', ['OU', 'Team']), ...issued('2022-02-28T23:59:59Z') }],
	],
	['certificate.policy', 'error', [policy('2.16.528.1.1003.1.2.8.4')], [{}]],
	[
		'certificate.policy-client-only',
		'warning',
		[clientOnly, { purpose: 'client' }],
		[{}, { purpose: 'client' }],
	],
	['certificate.chain-broken', 'error', [{ signatureDamaged: true }], [{}]],
	['certificate.serial-number', 'warning', [{ serialNumber: -1n }], [{ serialNumber: 1n }], 'negative'],
	['certificate.serial-number', 'warning', [{ serialNumber: 0n }], [{ serialNumber: 1n }], 'zero'],
	[
		'certificate.serial-number',
		'warning',
		[{ serialNumber: 1n << 159n }],
		[{ serialNumber: (1n << 159n) - 1n }],
		'too long',
	],
	['certificate.no-ocsp', 'info', [{ ocsp: [] }], [{ ocsp: ['http://ocsp.example.org'] }]],
	['certificate.revocation-unchecked', 'info', [{}], [{}, { revocation: new Map() }]],
];

const url = 'http://crl.example.org/a.crl';
const midst = inspectOptions().moment;

/** What the list says, and what is found then. */
const statuses: readonly (readonly [RevocationStatus, readonly string[]])[] = [
	[{ state: 'revoked', url, at: midst, reason: null }, ['error certificate.revoked']],
	[{ state: 'stale', url, nextUpdate: midst }, ['warning certificate.crl-stale']],
	[{ state: 'unreachable', url, reason: 'network' }, ['warning certificate.crl-unavailable']],
	[{ state: 'good', url, nextUpdate: midst }, []],
];

for (const [name, hierarchy, test] of [
	['G1', g1, g1Test],
	['G4', g4, g4Trial],
] as const) {
	describe(`A certificate of ${name}`, () => {
		const judged = ([spec, options]: Case): ReturnType<typeof judge> => judgeLeaf(hierarchy, spec, options);

		for (const [code, severity, faulty, fine, about] of rows) {
			it(`has ${code} (${severity}${about === undefined ? '' : `: ${about}`}), and one that just does not, has not`, () => {
				assert.deepEqual(
					found(judged(faulty), code).map((finding) => finding.severity),
					[severity],
				);
				assert.deepEqual(found(judged(fine), code), []);
			});
		}

		it('that signed itself is no certificate of it, unless for a test', () => {
			const alone = (of: Hierarchy): readonly string[] =>
				found(judge([issue('self', of.leaf().spec, of.root.signs)]), 'certificate.self-signed').map(
					({ severity }) => severity,
				);
			assert.deepEqual([alone(hierarchy), alone(test)], [['error'], ['info']]);
			assert.deepEqual(found(judgeLeaf(hierarchy), 'certificate.self-signed'), []);
		});

		it('ends in a root that is known or trusted', () => {
			const file = [hierarchy.leaf(), ...hierarchy.authorities];
			const code = 'certificate.chain-untrusted';
			assert.deepEqual(
				found(judge(file), code).map(({ severity }) => severity),
				['error'],
			);
			assert.deepEqual(found(judge(file, { trust: [hierarchy.root.certificate] }), code), []);
		});

		it('comes with all CAs, or from elsewhere, in any order', () => {
			const code = 'certificate.chain-incomplete';
			const known = [hierarchy.root.certificate];
			const [tsp, domain] = hierarchy.authorities;
			const missing = judge([hierarchy.leaf(), tsp], { known });
			assert.deepEqual(
				found(missing, code).map(({ severity }) => severity),
				['warning'],
			);
			assert.deepEqual(found(judge([hierarchy.leaf(), domain, tsp], { known }), code), []);
		});

		it('of a test says that it is one, and what does not fit that', () => {
			const codes = (spec: Spec): readonly string[] =>
				judgeLeaf(test, spec)
					.findings.map(({ severity, code }) => `${severity} ${code}`)
					.filter((found) => /oin-test|test-hierarchy|production-in-test/.test(found))
					.toSorted();
			assert.deepEqual(codes({}), ['info certificate.oin-test', 'info certificate.test-hierarchy']);
			assert.deepEqual(codes(subject('00000001002220647000')), [
				'info certificate.test-hierarchy',
				'warning certificate.production-in-test',
			]);
			assert.deepEqual(found(judgeLeaf(hierarchy), 'certificate.test-hierarchy'), []);
		});

		for (const [status, expected] of statuses) {
			it(`of which the list says ${status.state} has ${expected.join() || 'no finding about it'}`, () => {
				const leaf = hierarchy.leaf();
				const revocation: RevocationOutcomes = new Map([[leaf.certificate.sha256, status]]);
				const trust = hierarchy.authorities.map(({ certificate }) => certificate);
				const [inspected] = inspectFile([leaf.certificate], { trust, revocation }).certificates;
				assert.deepEqual(
					(inspected?.findings ?? [])
						.map(({ severity, code }) => `${severity} ${code}`)
						.filter((one) => /revo|crl/.test(one)),
					expected,
				);
			});
		}
	});
}

describe('What only one hierarchy has', () => {
	const codes = (hierarchy: Hierarchy, spec: Spec = {}): readonly string[] =>
		judgeLeaf(hierarchy, spec).findings.map(({ severity, code }) => `${severity} ${code}`);

	it('is the end of G1', () => {
		assert.ok(codes(g1).includes('warning certificate.g1-ending'));
		assert.ok(!codes(g4).includes('warning certificate.g1-ending'));
	});

	it('is that G4 has no IP addresses', () => {
		const spec: Spec = { subjectAlternativeNames: [{ type: 'ip', value: '192.0.2.1' }] };
		assert.ok(codes(g4, spec).includes('error certificate.san-ip-address'));
		assert.ok(!codes(g1, spec).includes('error certificate.san-ip-address'));
	});
});
