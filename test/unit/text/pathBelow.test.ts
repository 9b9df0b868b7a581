import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { pathBelow } from '../../../src/pathBelow';

describe('the path of a file below a folder', () => {
	for (const [folder, file, expected] of [
		['/werk', '/werk/berichten/a.xml', 'berichten/a.xml'],
		['/werk/', '/werk/a.xml', 'a.xml'],
		['/werk', '/werk', ''],
		['/werk', '/werk/..hidden.xml', '..hidden.xml'],
		['/werk', '/werk/a\\b.xml', 'a\\b.xml'],
		['/werk', '/werkmap/a.xml', undefined],
		['/werk', '/a.xml', undefined],
		['/', '/a.xml', 'a.xml'],
	] as const) {
		it(`${file} in ${folder} is ${String(expected)}`, () => {
			assert.equal(pathBelow(folder, file, posix), expected);
		});
	}

	for (const [folder, file, expected] of [
		['C:\\werk', 'C:\\werk\\berichten\\a.xml', 'berichten/a.xml'],
		['c:\\Werk', 'C:\\werk\\a.xml', 'a.xml'],
		['C:\\werk', 'C:\\werk\\..hidden.xml', '..hidden.xml'],
		['C:\\werk', 'C:\\a.xml', undefined],
		['C:\\werk', 'D:\\werk\\a.xml', undefined],
		['C:\\werk', '\\\\server\\share\\a.xml', undefined],
		['\\\\server\\share', '\\\\server\\share\\werk\\a.xml', 'werk/a.xml'],
	] as const) {
		it(`${file} in ${folder} is ${String(expected)} on Windows`, () => {
			assert.equal(pathBelow(folder, file, win32), expected);
		});
	}
});
