import assert from 'node:assert/strict';
import { toDutchLocalTime } from '../../../src/identifiers/dutchLocalTime';

describe('a time with a zone, in Dutch local time', () => {
	const cases: readonly (readonly [string, string | undefined])[] = [
		['2026-01-16T09:05:00Z', '20260116100500'],
		['2026-07-16T09:05:00Z', '20260716110500'],
		['2026-12-31T23:30:00Z', '20270101003000'],
		['2026-01-16T23:05:00.123456Z', '20260117000500'],
		['20260116090500Z', '20260116100500'],
		['20260116090500123Z', '20260116100500'],
		['20260116090500+01:00', '20260116090500'],
		['20260116090500-0500', '20260116150500'],
		['20260116090500+00', '20260116100500'],
		// The hour that comes twice when summer time ends.
		['2026-10-25T00:30:00Z', '20261025023000'],
		['2026-10-25T01:30:00Z', '20261025023000'],
		['20260116Z', undefined],
		['202601160905Z', undefined],
		['20260116090500', undefined],
		['20261316090500Z', undefined],
		['', undefined],
	];
	for (const [text, local] of cases) {
		it(`"${text}" is ${local ?? 'not told'}`, () => {
			assert.equal(toDutchLocalTime(text), local);
		});
	}
});
