import assert from 'node:assert/strict';
import {
	explainOin,
	parseOin,
	type NotAnOinReason,
	type OinRegister,
	type OinRemark,
} from '../../../src/identifiers/oin';
import { createTranslate } from '../../../src/text';

describe('an OIN', () => {
	const oins: readonly (readonly [string, OinRegister, string, string, readonly OinRemark[]])[] = [
		['00000001002220647000', 'rsin', '002220647', '000', []],
		['00000001822477348000', 'rsin', '822477348', '000', []],
		['00000001123456789000', 'rsin', '123456789', '000', ['check-digit']],
		['00000002822477348000', 'fi', '822477348', '000', []],
		['00000003123456780000', 'kvk', '12345678', '0000', []],
		['00000003123456789000', 'kvk', '12345678', '9000', ['suffix-not-zero']],
		['00000004194049711000', 'sub-oin', '194049711', '000', []],
		['00000004003214345001', 'sub-oin', '003214345', '001', ['suffix-not-zero']],
		['00000006053312345000', 'logius', '053312345', '000', []],
		['0000000700000AB12000', 'brin', '00000AB12', '000', []],
		['00000008823631400000', 'foreign', '823631400', '000', []],
		['00000009123456789000', 'uzi', '123456789', '000', []],
		['00000010123456789000', 'trr', '123456789', '000', []],
		['00000011123456789000', 'dezi', '123456789', '000', []],
		['00000099999999910000', 'test', '999999910', '000', []],
		['00000005123456789000', 'unassigned', '123456789', '000', ['prefix-unassigned']],
		['00000001123456789001', 'rsin', '123456789', '001', ['check-digit', 'suffix-not-zero']],
	];
	for (const [value, register, number, suffix, remarks] of oins) {
		it(`${value} is taken apart`, () => {
			assert.deepEqual(parseOin(value), {
				kind: 'oin',
				value,
				prefix: value.slice(0, 8),
				register,
				number,
				suffix,
				remarks,
			});
		});
	}

	const others: readonly (readonly [string, NotAnOinReason])[] = [
		['', 'length'],
		['1002220647000', 'length'],
		['000000010022206470000', 'length'],
		['00000001002220647000_T', 'length'],
		[' 0000000100222064700', 'characters'],
		['0000000700000ab12000', 'characters'],
		['0000000100222064700½', 'characters'],
		['00000101002220647000', 'prefix'],
		['99999999999999999999', 'prefix'],
		['00000001ABCDEFGHI000', 'number'],
		['000000031234567A0000', 'number'],
	];
	for (const [value, reason] of others) {
		it(`"${value}" is none, because of its ${reason}`, () => {
			assert.deepEqual(parseOin(value), { kind: 'not-an-oin', reason });
		});
	}

	it('is explained in the language of the reader', () => {
		const oin = parseOin('00000001822477348000');
		assert.ok(oin.kind === 'oin');
		assert.equal(
			explainOin(
				oin,
				createTranslate(() => 'nl'),
			),
			'OIN of HRN: prefix 00000001 (RSIN, Handelsregister), hoofdnummer 822477348, suffix 000.',
		);
		assert.equal(
			explainOin(
				oin,
				createTranslate(() => 'en'),
			),
			'OIN or HRN: prefix 00000001 (RSIN, Handelsregister), hoofdnummer 822477348, suffix 000.',
		);
	});
});
