import assert from 'node:assert/strict';
import { mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listSchemaFiles } from '../../../../src/schema/folder/listSchemaFiles';
import { readSchemaFolder } from '../../../../src/schema/folder/readSchemaFolder';
import type { Files } from './temporaryFolder';
import { readFiles, withFolder, xsd } from './temporaryFolder';
import { merge, outline, verdictOf } from './verdict';

const good = xsd(
	'targetNamespace="urn:a"',
	'<xs:element name="one"/><xs:element name="two"/><xs:attribute name="x"/>',
);

async function makeSparse(path: string, megabytes: number): Promise<void> {
	const file = await open(path, 'w');
	await file.truncate(megabytes * 1_000_000);
	await file.close();
}

describe('reading a folder of XSDs', () => {
	it('lists files with their namespace and root elements, in folders too and whatever the case of .xsd', async () => {
		const folder = await readFiles({
			'b/c/two.XSD': xsd('', '<xs:element name="three"/>'),
			'a.xsd': good,
			'a.xml': '<not-read',
		});
		assert.deepEqual(folder.files, [
			{ name: 'a.xsd', targetNamespace: 'urn:a', elements: ['one', 'two'] },
			{ name: 'b/c/two.XSD', targetNamespace: '', elements: ['three'] },
		]);
		assert.deepEqual(folder.problems, []);
	});

	it('puts what entities stand for in their places, as the schema of XML Signature declares some', async () => {
		const folder = {
			'a.xsd': `<!DOCTYPE schema PUBLIC "-//W3C//DTD XMLSchema 200102//EN" "http://www.w3.org/2001/XMLSchema.dtd" [
	<!ATTLIST schema xmlns:a CDATA #FIXED "urn:a">
	<!ENTITY a 'urn:a'>
	<!ENTITY % p ''>
]>
${xsd('xmlns:a="&a;" targetNamespace="&a;"', '<xs:element name="one" type="xs:string" fixed="&a;#x"/>')}`,
		};
		const root = { namespace: 'urn:a', localName: 'one' };
		const { set, problems } = await merge(folder, root);
		assert.deepEqual(outline(problems), []);
		assert.equal(await verdictOf('<one xmlns="urn:a">urn:a#x</one>', set), 'valid');
		assert.match(await verdictOf('<one xmlns="urn:a">urn:b#x</one>', set), /^checked: .*urn:a#x/);
	});

	it('tells which files declare a root element', async () => {
		const folder = await readFiles({
			'a.xsd': good,
			'b.xsd': good,
			'c.xsd': xsd('targetNamespace="urn:c"', '<xs:element name="one"/>'),
		});
		const names = (namespace: string, localName: string): string[] =>
			folder.declaring({ namespace, localName }).map(({ name }) => name);
		assert.deepEqual(names('urn:a', 'one'), ['a.xsd', 'b.xsd']);
		assert.deepEqual(names('urn:c', 'one'), ['c.xsd']);
		assert.deepEqual(names('urn:c', 'two'), []);
		assert.deepEqual(names('', 'one'), []);
	});

	it('takes the files that include a file without a namespace for the ones that declare its elements', async () => {
		const folder = await readFiles({
			'a.xsd': xsd('targetNamespace="urn:a"', '<xs:include schemaLocation="b.xsd"/>'),
			'b.xsd': xsd('', '<xs:include schemaLocation="c.xsd"/>'),
			'c.xsd': xsd('', '<xs:element name="one"/>'),
		});
		assert.deepEqual(
			folder.declaring({ namespace: 'urn:a', localName: 'one' }).map(({ name }) => name),
			['a.xsd'],
		);
	});

	it('decodes files by their byte order mark and by their declaration', async () => {
		const text = `<?xml version="1.0" encoding="UTF-16"?>${xsd('', '<xs:element name="café"/>')}`;
		const latin = `<?xml version="1.0" encoding="ISO-8859-1"?>${xsd('', '<xs:element name="naïef"/>')}`;
		const folder = await readFiles({
			'utf16.xsd': Buffer.from(`\uFEFF${text}`, 'utf16le'),
			'latin.xsd': Buffer.from(latin, 'latin1'),
		});
		assert.deepEqual(
			folder.files.map(({ elements }) => elements),
			[['naïef'], ['café']],
		);
	});

	it('keeps files with a document type declaration', async () => {
		const folder = await readFiles({ 'a.xsd': `<!DOCTYPE xs:schema>\n${good}` });
		assert.deepEqual(folder.problems, []);
		assert.equal(folder.files.length, 1);
	});

	const oneProblem: readonly (readonly [what: string, files: Files, expected: string[]])[] = [
		['a folder without XSDs', { 'a.xml': '<a/>' }, [':0 error schema-set.no-schemas']],
		[
			'a file with a fault, at its first one',
			{
				'a.xsd': good,
				'b.xsd':
					'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">\n\n<xs:element name=x/>\n</xs:schema>',
			},
			['b.xsd:2 error schema-set.not-xml'],
		],
		['an empty file', { 'a.xsd': good, 'b.xsd': '' }, ['b.xsd:0 error schema-set.not-xml']],
		[
			'a binary file',
			{ 'a.xsd': good, 'b.xsd': Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 255) },
			['b.xsd:0 error schema-set.not-xml'],
		],
		['another kind of XML', { 'a.xsd': good, 'b.xsd': '\n<wsdl/>' }, ['b.xsd:1 warning schema-set.not-xsd']],
		[
			'a schema of another namespace',
			{ 'a.xsd': good, 'b.xsd': '<schema xmlns="urn:other"/>' },
			['b.xsd:0 warning schema-set.not-xsd'],
		],
		[
			'elements nested deeper than libxml2 takes them',
			{ 'a.xsd': good, 'b.xsd': xsd('', '<xs:sequence>'.repeat(50_000) + '</xs:sequence>'.repeat(50_000)) },
			['b.xsd:0 error schema-set.limit'],
		],
	];
	for (const [what, files, expected] of oneProblem) {
		it(`names ${what}, and uses the rest`, async () => {
			const folder = await readFiles(files);
			assert.deepEqual(outline(folder.problems), expected);
			assert.equal(folder.files.length, 'a.xsd' in files ? 1 : 0);
		});
	}

	it('says that there are no XSDs where files only look like them', async () => {
		const { problems } = await readFiles({ 'a.xsd': '<a/>' });
		assert.deepEqual(outline(problems), [
			'a.xsd:0 warning schema-set.not-xsd',
			':0 error schema-set.no-schemas',
		]);
	});

	it('points at the root of what is not an XSD', async () => {
		const { problems } = await readFiles({
			'a.xsd': good,
			'b.xsd': '\n<wsdl:definitions xmlns:wsdl="urn:w"/>',
		});
		assert.deepEqual(
			problems.map(({ finding }) => [finding.span, finding.data]),
			[
				[
					{ start: 2, end: 18 },
					{ path: 'b.xsd', root: 'wsdl:definitions' },
				],
			],
		);
	});

	it('names a folder that is not there', async () => {
		await withFolder({}, async (path) => {
			const folder = await readSchemaFolder(join(path, 'gone'));
			assert.deepEqual(
				folder.problems.map(({ file, finding }) => [file, finding.code, finding.data]),
				[['', 'schema-set.unreadable', { path: join(path, 'gone'), reason: 'ENOENT' }]],
			);
		});
	});

	it('names a file where a folder is asked', async () => {
		await withFolder({ 'a.xsd': good }, async (path) => {
			const folder = await readSchemaFolder(join(path, 'a.xsd'));
			assert.deepEqual(
				folder.problems.map(({ finding }) => [finding.code, finding.data]),
				[['schema-set.unreadable', { path: join(path, 'a.xsd'), reason: 'ENOTDIR' }]],
			);
		});
	});

	it('stops when it is told to', async () => {
		await withFolder({ 'a.xsd': good }, async (path) => {
			await assert.rejects(readSchemaFolder(path, { signal: AbortSignal.abort() }), { name: 'AbortError' });
		});
	});
});

describe('links in a folder of XSDs', () => {
	it('are followed within the folder, also in a circle', async () => {
		await withFolder({ 'a/a.xsd': good }, async (path) => {
			await symlink('a', join(path, 'b'));
			await symlink('..', join(path, 'a', 'up'));
			await symlink('a.xsd', join(path, 'a', 'c.xsd'));
			const folder = await readSchemaFolder(path);
			assert.deepEqual(
				folder.files.map(({ name }) => name),
				['a/a.xsd', 'a/c.xsd', 'b/a.xsd', 'b/c.xsd'],
			);
			assert.deepEqual(folder.problems, []);
		});
	});

	it('are refused when they leave the folder', async () => {
		await withFolder({ 'secret.xsd': good, 'other/b.xsd': good, 'set/a.xsd': good }, async (path) => {
			await symlink('../secret.xsd', join(path, 'set', 'link.xsd'));
			await symlink('../other', join(path, 'set', 'out'));
			await symlink('../secret.xsd', join(path, 'set', 'readme.txt'));
			const folder = await readSchemaFolder(join(path, 'set'));
			assert.deepEqual(
				folder.files.map(({ name }) => name),
				['a.xsd'],
			);
			assert.deepEqual(outline(folder.problems), [
				'link.xsd:0 warning schema-set.link-outside',
				'out:0 warning schema-set.link-outside',
			]);
		});
	});

	it('that lead nowhere are named', async () => {
		await withFolder({ 'a.xsd': good }, async (path) => {
			await symlink('gone.xsd', join(path, 'b.xsd'));
			const folder = await readSchemaFolder(path);
			assert.deepEqual(
				folder.problems.map(({ file, finding }) => [file, finding.data]),
				[['b.xsd', { path: 'b.xsd', reason: 'ENOENT' }]],
			);
		});
	});

	it('may stand for the folder itself', async () => {
		await withFolder({ 'set/a.xsd': good }, async (path) => {
			await symlink('set', join(path, 'current'));
			const folder = await readSchemaFolder(join(path, 'current'));
			assert.deepEqual(
				folder.files.map(({ name }) => name),
				['a.xsd'],
			);
			assert.deepEqual(folder.problems, []);
		});
	});
});

describe('the limits of a folder of XSDs', () => {
	it('leave out a file over 20 MB and go on', async () => {
		await withFolder({ 'z.xsd': good }, async (path) => {
			await makeSparse(join(path, 'a.xsd'), 20);
			await makeSparse(join(path, 'b.xsd'), 20.000001);
			const listing = await listSchemaFiles(path, undefined);
			assert.deepEqual(listing.files, ['a.xsd', 'z.xsd']);
			assert.deepEqual(
				listing.problems.map(({ finding }) => finding.data),
				[{ limit: 'file-size', path: 'b.xsd', value: 20 }],
			);
		});
	});

	it('end the list when all files together are over 100 MB', async () => {
		await withFolder({}, async (path) => {
			for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
				await makeSparse(join(path, `${name}.xsd`), 20);
			}
			const listing = await listSchemaFiles(path, undefined);
			assert.deepEqual(listing.files, ['a.xsd', 'b.xsd', 'c.xsd', 'd.xsd', 'e.xsd']);
			assert.deepEqual(
				listing.problems.map(({ finding }) => finding.data),
				[{ limit: 'total-size', path: 'f.xsd', value: 100 }],
			);
		});
	});

	it('end the list at 2,000 files', async () => {
		await withFolder({}, async (path) => {
			await mkdir(join(path, 'sub'));
			for (let number = 0; number <= 2_000; number++) {
				await writeFile(join(path, 'sub', `${String(number).padStart(4, '0')}.xsd`), '');
			}
			const listing = await listSchemaFiles(path, undefined);
			assert.equal(listing.files.length, 2_000);
			assert.deepEqual(
				listing.problems.map(({ finding }) => finding.data),
				[{ limit: 'files', path: 'sub/2000.xsd', value: 2_000 }],
			);
		});
	});
});
