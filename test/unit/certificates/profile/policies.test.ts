import assert from 'node:assert/strict';
import {
	isTestPolicy,
	parseG4Policy,
	policyKind,
	policyMeaning,
	type PolicyKind,
} from '../../../../src/certificates/policies';
import { createTranslate } from '../../../../src/text';

const t = createTranslate(() => 'nl');
const pki = '2.16.528.1.1003.1.2.';
const policy = (oid: string, ...notices: readonly string[]) => ({ oid, cps: [], notices });

describe('A policy of G4', () => {
	it('is taken apart by its structure', () => {
		assert.deepEqual(parseG4Policy(`${pki}44.15.35.11`), {
			trial: false,
			domain: 'tls',
			subject: 'system',
			validation: 'organisation',
			use: 'tls',
		});
		assert.deepEqual(parseG4Policy(`${pki}41.16.25.8`), {
			trial: true,
			domain: 'other',
			subject: 'legal-person',
			validation: 'organisation',
			use: 'authentication',
		});
		assert.deepEqual(parseG4Policy(`${pki}44.15.38.10`), {
			trial: false,
			domain: 'tls',
			subject: 'system',
			validation: 'intermediate',
			use: 'ocsp',
		});
	});

	for (const oid of [
		`${pki}8.6`,
		`${pki}44.15.35`,
		`${pki}44.15.35.12`,
		`${pki}43.15.35.11`,
		`${pki}44.17.35.11`,
	]) {
		it(`is not ${oid}`, () => {
			assert.equal(parseG4Policy(oid), undefined);
		});
	}
});

describe('The policies of a certificate', () => {
	const rows: readonly (readonly [string, PolicyKind, boolean])[] = [
		[`${pki}8.6`, 'server', false],
		[`${pki}44.15.35.11`, 'server', false],
		[`${pki}41.15.35.11`, 'server', true],
		['2.16.528.1.1007.99.12', 'server', true],
		['2.16.528.1.1007.99.44.15.35.11', 'server', true],
		[`${pki}44.16.25.8`, 'client-only', false],
		[`${pki}41.16.25.8`, 'client-only', true],
		[`${pki}41.16.25.4`, 'other', true],
		[`${pki}8.60`, 'other', false],
		[`${pki}5.6`, 'other', false],
		['2.5.29.32.0', 'other', false],
	];
	for (const [oid, kind, isTest] of rows) {
		it(`make it ${kind} with ${oid}, ${isTest ? 'for tests' : 'not for tests'}`, () => {
			assert.equal(policyKind([policy('0.4.0.2042.1.1'), policy(oid)], true), kind);
			assert.equal(policyKind([policy('0.4.0.2042.1.1'), policy(oid)], false), isTest ? 'other' : kind);
			assert.equal(isTestPolicy(policy(oid)), isTest);
		});
	}

	it('make it a test when any policy goes with the notice of KPN', () => {
		const kpn = policy('2.5.29.32.0', 'Op dit certificaat is het CPS NIET van toepassing.');
		assert.equal(policyKind([kpn], true), 'server');
		assert.equal(isTestPolicy(kpn), true);
	});
});

describe('The meaning of a policy', () => {
	for (const [oid, meaning] of [
		[`${pki}8.6`, 'PKIoverheid G1 Private Services: server; toegestaan voor Digikoppeling'],
		[
			`${pki}44.15.35.11`,
			'PKIoverheid G4 Private TLS: systeem van een gevalideerde organisatie; toegestaan voor Digikoppeling',
		],
		[
			`${pki}41.15.35.11`,
			'PKIoverheid G4 TRIAL, Private TLS: systeem van een gevalideerde organisatie; gebruik: TLS',
		],
		[
			`${pki}44.16.25.8`,
			'PKIoverheid G4, Private Other: rechtspersoon van een gevalideerde organisatie; gebruik: authenticatie',
		],
		['2.16.528.1.1007.99.12', 'test- of acceptatiecertificaat van het CIBG'],
		['1.2.3', undefined],
	] as const) {
		it(`of ${oid} is ${meaning ?? 'not known'}`, () => {
			assert.equal(policyMeaning(oid, t), meaning);
		});
	}
});
