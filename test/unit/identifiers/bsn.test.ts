import assert from 'node:assert/strict';
import { checkBsn, type BsnVerdict } from '../../../src/identifiers/bsn';
import { checkRsin } from '../../../src/identifiers/rsin';

describe('a BSN', () => {
	const cases: readonly (readonly [string, BsnVerdict])[] = [
		['999993653', 'valid'],
		['999991905', 'valid'],
		['900198424', 'valid'],
		['111222333', 'valid'],
		['123456782', 'valid'],
		['123456789', 'check-digit'],
		['999993654', 'check-digit'],
		['000000000', 'zero'],
		['00000000', 'not-nine-digits'],
		['10000008', 'leading-zero-lost'],
		['12345678', 'not-nine-digits'],
		['', 'not-nine-digits'],
		['99999365', 'leading-zero-lost'],
		['99999366', 'not-nine-digits'],
		['9999936530', 'not-nine-digits'],
		[' 999993653', 'not-nine-digits'],
		['99999365X', 'not-nine-digits'],
		['٩٩٩٩٩٣٦٥٣', 'not-nine-digits'],
	];
	for (const [value, verdict] of cases) {
		it(`"${value}" is judged ${verdict}`, () => {
			assert.equal(checkBsn(value), verdict);
		});
	}

	it('passes for one in eleven of a run of numbers', () => {
		const valid = Array.from({ length: 11_000 }, (_, index) => String(100_000_000 + index)).filter(
			(value) => checkBsn(value) === 'valid',
		);
		assert.equal(valid.length, 1000);
	});
});

describe('an RSIN', () => {
	it('takes the same test as a BSN', () => {
		assert.deepEqual(['002220647', '822477348', '123456789', '000000000'].map(checkRsin), [
			'valid',
			'valid',
			'check-digit',
			'zero',
		]);
	});
});
