import assert from 'node:assert/strict';
import { parseDuration } from '../../../../src/documents/cpa/duration';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

describe('A duration', () => {
	const cases: readonly (readonly [string, number, number])[] = [
		['PT3H', 3 * hour, 3 * hour],
		['P1D', day, day],
		['P1DT12H30M1.5S', day + 12.5 * hour + 1500, day + 12.5 * hour + 1500],
		['P1M', 28 * day, 31 * day],
		['P1Y2M', 365 * day + 56 * day, 366 * day + 62 * day],
		['PT0S', 0, 0],
	];
	for (const [text, least, most] of cases) {
		it(`is ${text}`, () => {
			assert.deepEqual(parseDuration(text), { least, most });
		});
	}
	for (const text of ['', 'P', 'PT', '1D', 'P1DT', 'P1H', '-P1D', 'P1.5D', 'PT3H ', 'p1d']) {
		it(`is not "${text}"`, () => {
			assert.equal(parseDuration(text), undefined);
		});
	}
});
