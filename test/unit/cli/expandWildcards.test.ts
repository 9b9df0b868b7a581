import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { expandWildcards } from '../../../src/cli/expandWildcards';

describe('wildcards on a command line that no shell has expanded', () => {
	let folder: string;

	before(() => {
		folder = mkdtempSync(join(tmpdir(), 'lopende-zaken-'));
		for (const name of [
			'a.xml',
			'B.XML',
			'c+d.xml',
			'.e.xml',
			'f.pem',
			'in/een/g.xml',
			'in/twee/h.xml',
			'in/i.xml',
		]) {
			mkdirSync(join(folder, name, '..'), { recursive: true });
			writeFileSync(join(folder, name), '');
		}
	});
	after(() => {
		rmSync(folder, { recursive: true });
	});

	for (const [argument, expected] of [
		['*.xml', ['B.XML', 'a.xml', 'c+d.xml']],
		['?.xml', ['B.XML', 'a.xml']],
		['c+?.xml', ['c+d.xml']],
		['.*.xml', ['.e.xml']],
		['in/*/*.xml', ['in/een/g.xml', 'in/twee/h.xml']],
		['in\\*\\h.*', ['in/twee/h.xml']],
		['./*.pem', ['./f.pem']],
		['in/*', ['in/een', 'in/i.xml', 'in/twee']],
		['*.json', ['*.json']],
		['gone/*.xml', ['gone/*.xml']],
		['a.xml', ['a.xml']],
		['--host=*.example', ['--host=*.example']],
	] as const) {
		it(`${argument} stands for ${expected.join(', ')}`, () => {
			const found = expandWildcards(['validate', argument], folder);
			assert.deepEqual(
				found.map((path) => path.replaceAll(sep, '/')),
				['validate', ...expected],
			);
		});
	}

	it('an absolute path stands for absolute paths', () => {
		assert.deepEqual(expandWildcards([join(folder, '*.pem')], tmpdir()), [join(folder, 'f.pem')]);
	});
});
