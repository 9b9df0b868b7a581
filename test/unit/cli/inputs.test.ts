import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { findInputs } from '../../../src/cli/inputs';

const never = new AbortController().signal;

describe('findInputs', () => {
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'lopende-zaken-'));
	});
	afterEach(() => {
		rmSync(folder, { recursive: true });
	});

	function put(...names: readonly string[]): void {
		for (const name of names) {
			mkdirSync(dirname(join(folder, name)), { recursive: true });
			writeFileSync(join(folder, name), '<a/>');
		}
	}

	async function find(...paths: readonly string[]): Promise<{
		readonly files: readonly string[];
		readonly unreadable: readonly string[];
		readonly withoutFiles: readonly string[];
	}> {
		const { files, unreadable, withoutFiles } = await findInputs(paths, folder, never);
		return {
			files: files.map(({ name }) => name),
			unreadable: unreadable.map(({ name, reason, named }) => `${name} ${reason}${named ? ' named' : ''}`),
			withoutFiles,
		};
	}

	it('finds the XML files in a folder and below it, sorted by name', async () => {
		put('in/b.xml', 'in/a.xml', 'in/deep/er/c.xml', 'in/note.txt', 'in/UPPER.XML', 'in/a.xml.bak');
		assert.deepEqual(await find('in'), {
			files: ['in/UPPER.XML', 'in/a.xml', 'in/b.xml', 'in/deep/er/c.xml'],
			unreadable: [],
			withoutFiles: [],
		});
	});

	it('takes a named file whatever it is called', async () => {
		put('message.txt');
		assert.deepEqual((await find('message.txt')).files, ['message.txt']);
	});

	it('shows names as they were given, with slashes', async () => {
		put('in/a.xml');
		assert.deepEqual((await find('in/')).files, ['in/a.xml']);
		assert.deepEqual((await find('./in')).files, ['in/a.xml']);
		assert.deepEqual((await find('.')).files, ['in/a.xml']);
		assert.deepEqual((await find('./in/a.xml')).files, ['./in/a.xml']);
		assert.deepEqual((await find(join(folder, 'in'))).files, [
			join(folder, 'in', 'a.xml').replaceAll(sep, '/'),
		]);
	});

	it('gives each file once, also when it is named twice', async () => {
		put('in/a.xml');
		assert.deepEqual((await find('in', 'in/a.xml', 'in')).files, ['in/a.xml']);
	});

	it('passes over the folders of other people', async () => {
		put('a.xml', 'node_modules/x/b.xml', 'sub/.git/c.xml', '.hidden/d.xml');
		assert.deepEqual((await find('.')).files, ['.hidden/d.xml', 'a.xml']);
	});

	it('follows links, and passes over a folder that leads back to itself', async () => {
		put('in/a.xml', 'elsewhere/b.xml');
		symlinkSync('..', join(folder, 'in', 'loop'));
		symlinkSync(join(folder, 'elsewhere', 'b.xml'), join(folder, 'in', 'link.xml'));
		assert.deepEqual((await find('in')).files, ['in/a.xml', 'in/link.xml', 'in/loop/elsewhere/b.xml']);
	});

	it('looks inside a folder that is called like a file', async () => {
		put('x.xml/a.xml');
		assert.deepEqual((await find('.')).files, ['x.xml/a.xml']);
	});

	it('tells which named path is not there, and goes on', async () => {
		put('a.xml');
		// For Windows a path through a file is one that does not exist.
		const throughFile = process.platform === 'win32' ? 'ENOENT' : 'ENOTDIR';
		assert.deepEqual(await find('gone.xml', 'a.xml', 'a.xml/b.xml'), {
			files: ['a.xml'],
			unreadable: ['gone.xml ENOENT named', `a.xml/b.xml ${throughFile} named`],
			withoutFiles: [],
		});
	});

	it('does not take a path of nothing for the folder where one stands', async () => {
		put('a.xml');
		assert.deepEqual(await find(''), { files: [], unreadable: ["'' ENOENT named"], withoutFiles: [] });
	});

	it('tells which link to an XML file leads nowhere, and is silent about other links', async () => {
		put('in/a.xml');
		symlinkSync('gone.xml', join(folder, 'in', 'broken.xml'));
		symlinkSync('gone.txt', join(folder, 'in', 'broken.txt'));
		symlinkSync('self.xml', join(folder, 'in', 'self.xml'));
		assert.deepEqual(await find('in'), {
			files: ['in/a.xml'],
			unreadable: ['in/broken.xml ENOENT', 'in/self.xml ELOOP'],
			withoutFiles: [],
		});
	});

	it('tells which named folder holds no XML file', async () => {
		put('in/note.txt', 'full/a.xml');
		assert.deepEqual(await find('in', 'full'), {
			files: ['full/a.xml'],
			unreadable: [],
			withoutFiles: ['in'],
		});
	});

	it('stops at once when the user stops it', async () => {
		put('in/a.xml');
		assert.deepEqual((await findInputs(['in'], folder, AbortSignal.abort())).files, []);
	});
});
