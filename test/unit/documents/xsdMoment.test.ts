import assert from 'node:assert/strict';
import { parseXsdMoment } from '../../../src/documents/xsdMoment';

describe('A moment of XML Schema', () => {
	const cases: readonly (readonly [text: string, moment: string, zone: string])[] = [
		['2026-11-24T12:00:00Z', '2026-11-24T12:00:00.000Z', 'Z'],
		['2026-11-24T12:00:00', '2026-11-24T12:00:00.000Z', ''],
		['2026-11-24T12:00:00+01:00', '2026-11-24T11:00:00.000Z', '+01:00'],
		['2026-11-24T12:00:00.1234567-05:30', '2026-11-24T17:30:00.123Z', '-05:30'],
		['2028-02-29T23:59:59.9Z', '2028-02-29T23:59:59.900Z', 'Z'],
		['2026-11-24T24:00:00Z', '2026-11-25T00:00:00.000Z', 'Z'],
	];
	for (const [text, moment, zone] of cases) {
		it(`is ${text}`, () => {
			assert.deepEqual(parseXsdMoment(text), { moment: new Date(moment), zone });
		});
	}
	for (const text of [
		'',
		'2026-11-24',
		'2026-11-24 12:00:00',
		'2026-11-24T12:00Z',
		'2026-02-29T00:00:00Z',
		'2026-13-01T00:00:00Z',
		'2026-00-01T00:00:00Z',
		'2026-01-00T00:00:00Z',
		'2026-11-24T25:00:00Z',
		'2026-11-24T12:60:00Z',
		'2026-11-24T12:00:00z',
		'20261124120000',
	]) {
		it(`is not "${text}"`, () => {
			assert.equal(parseXsdMoment(text), undefined);
		});
	}
});
