import assert from 'node:assert/strict';
import {
	countUrgent,
	groupCertificates,
	signOf,
} from '../../../../src/editor/certificates/tree/groupCertificates';
import type { SurveyedCertificate, SurveyedFile } from '../../../../src/editor/certificates/worker/protocol';

const moment = new Date('2026-11-24T12:00:00Z');

function ending(notAfter: string): SurveyedCertificate {
	return {
		sha256: notAfter,
		subject: 'Gemeente Voorbeeld',
		oin: null,
		alias: null,
		verdict: null,
		notBefore: new Date('2020-01-01T00:00:00Z'),
		notAfter: new Date(notAfter),
	};
}

function file(name: string, ...ends: readonly string[]): SurveyedFile {
	return { file: name, state: 'read', certificates: ends.map(ending) };
}

/** The files of each group, in order. */
function groupsOf(files: readonly SurveyedFile[]): Readonly<Record<string, readonly string[]>> {
	return Object.fromEntries(
		groupCertificates(files, moment, 60).map(({ id, entries }) => [id, entries.map((entry) => entry.file)]),
	);
}

describe('The groups of certificates', () => {
	const cases: readonly (readonly [end: string, group: string])[] = [
		['2026-11-24T11:59:59Z', 'expired'],
		['2026-11-24T12:00:00Z', 'expiring'],
		['2027-01-23T12:00:00Z', 'expiring'],
		['2027-01-23T12:00:01Z', 'fine'],
	];
	for (const [end, group] of cases) {
		it(`put one that ends at ${end} in "${group}"`, () => {
			assert.deepEqual(groupsOf([file('a.cer', end)]), { [group]: ['a.cer'] });
		});
	}

	it('show first what ends first, and of one moment by the name of the file', () => {
		const files = [
			file('c.cer', '2028-01-01T00:00:00Z'),
			file('b.cer', '2029-01-01T00:00:00Z'),
			file('a.cer', '2028-01-01T00:00:00Z'),
		];
		assert.deepEqual(groupsOf(files), { fine: ['a.cer', 'c.cer', 'b.cer'] });
	});

	it('have one for files that need a password, and leave out files without certificates', () => {
		const files: readonly SurveyedFile[] = [
			{ file: 'a.p12', state: 'locked' },
			{ file: 'b.pem', state: 'nothing' },
			{ file: 'cacerts', state: 'authorities', count: 140 },
		];
		assert.deepEqual(groupsOf(files), { fine: ['cacerts'], locked: ['a.p12'] });
	});

	it('give an entry their sign, but for one that is valid for long and yet not suitable', () => {
		const signs = (kind: 'suitable' | 'unsuitable'): readonly string[] => {
			const verdict = { kind, purpose: 'both', environment: 'production', reasons: [] } as const;
			const certificates = ['2026-01-01T00:00:00Z', '2030-01-01T00:00:00Z'].map((end) => ({
				...ending(end),
				verdict,
			}));
			return groupCertificates([{ file: 'a.pem', state: 'read', certificates }], moment, 60).flatMap(
				({ id, entries }) => entries.map((entry) => signOf(entry, id)),
			);
		};
		assert.deepEqual(signs('suitable'), ['expired', 'fine']);
		assert.deepEqual(signs('unsuitable'), ['expired', 'unsuitable']);
	});

	it('count as urgent what has expired or will soon', () => {
		const files = [
			file('a.pem', '2026-01-01T00:00:00Z', '2026-12-01T00:00:00Z', '2030-01-01T00:00:00Z'),
			file('b.pem', '2026-02-01T00:00:00Z'),
		];
		assert.equal(countUrgent(groupCertificates(files, moment, 60)), 3);
	});
});
