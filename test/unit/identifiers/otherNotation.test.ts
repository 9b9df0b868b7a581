import assert from 'node:assert/strict';
import { toStufDigits } from '../../../src/identifiers/otherNotation';

describe('a date or time in another notation than that of StUF', () => {
	const cases: readonly (readonly [string, string | undefined])[] = [
		['2026-03-09', '20260309'],
		['2026/03/09', '20260309'],
		['2026-3-9', '20260309'],
		['09-03-2026', '20260309'],
		['9-3-2026', '20260309'],
		['9.3.2026', '20260309'],
		['9-3-2026 10:05', '202603091005'],
		['2026-03-09T10:05:30', '20260309100530'],
		['2026-03-09 10:05', '202603091005'],
		['2026-03-09T10:05:30.1', '20260309100530100'],
		['2026-03-09T10:05:30,123456', '20260309100530123'],
		['20260309T100530', '20260309100530'],
		['20260309 10:05', '202603091005'],
		['2026-02-30', undefined],
		['31-02-2026', undefined],
		['2026-03-09T24:00:00', undefined],
		['09/03/2026', undefined],
		['2026-03/09', undefined],
		['9 maart 2026', undefined],
		['2026-03-09T10:05:30Z', undefined],
		['', undefined],
	];
	for (const [text, expected] of cases) {
		it(`"${text}" is ${expected ?? 'not told'}`, () => {
			assert.equal(toStufDigits(text), expected);
		});
	}
});
