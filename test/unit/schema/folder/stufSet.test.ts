import assert from 'node:assert/strict';
import { mergeSchema } from '../../../../src/schema/folder/mergeSchema';
import { readSchemaFolder } from '../../../../src/schema/folder/readSchemaFolder';
import type { MergedSchema, SchemaFolder } from '../../../../src/schema/folder/schemaFolder';
import { stufSetFiles, writeStufSet } from '../../../fixtures/stuf-set/generate';
import { message } from '../../documents/zaakbericht/messages';
import { withFolder } from './temporaryFolder';
import { compileErrors, outline, verdictOf } from './verdict';

const zkn = 'http://www.egem.nl/StUF/sector/zkn/0310';
const stuf = 'http://www.egem.nl/StUF/StUF0301';
const entry = 'zkn0310/mutatie/zkn0310_msg_mutatie.xsd';

describe('a schema set in the shape of the official one', () => {
	let folder: SchemaFolder;

	before(async () => {
		folder = await withFolder({}, async (path) => {
			await writeStufSet(path);
			return readSchemaFolder(path);
		});
	});

	function mergeFor(namespace: string, localName: string): MergedSchema {
		const merged = mergeSchema(folder, { namespace, localName });
		assert.ok(merged);
		return merged;
	}

	it('is read without a problem', () => {
		assert.equal(folder.files.length, stufSetFiles.size);
		assert.deepEqual(folder.problems, []);
	});

	it('does not compile as it is published: libxml2 takes one document per namespace', async () => {
		const errors = await compileErrors({ id: 'published', entry, documents: stufSetFiles });
		assert.match(
			errors.map(({ message }) => message).join('\n'),
			/'\{http:\/\/www\.egem\.nl\/StUF\/StUF0301\}[A-Z0-9]+Groepen' does not resolve to a\(n\) type definition/,
		);
	});

	it('merges to nine documents of more than 1 MB together', () => {
		const merged = mergeFor(zkn, 'zakLk01');
		assert.equal(merged.entryFile, entry);
		assert.deepEqual(merged.problems, []);
		assert.deepEqual(
			[...merged.set.documents.keys()],
			[
				'zkn-0310.xsd',
				'StUF-StUF0301.xsd',
				'bg-0310.xsd',
				'www.opengis.net-gml.xsd',
				'1999-xlink.xsd',
				'2001-SMIL20.xsd',
				'SMIL20-Language.xsd',
				'1998-namespace.xsd',
				'05-xmlmime.xsd',
			],
		);
		const size = [...merged.set.documents.values()].reduce((sum, text) => sum + text.length, 0);
		assert.ok(size > 1_000_000, `${size}`);
	});

	it('takes five documents of StUF, three of BG and four of ZKN for one message', () => {
		const { files } = mergeFor(zkn, 'zakLk01');
		const count = (namespace: string): number =>
			files.filter((name) => folder.documents.get(name)?.targetNamespace === namespace).length;
		assert.deepEqual([count(stuf), count('http://www.egem.nl/StUF/sector/bg/0310'), count(zkn)], [5, 3, 4]);
	});

	it('accepts the minimal message and refuses a wrong one', async () => {
		const { set } = mergeFor(zkn, 'zakLk01');
		assert.equal(await verdictOf(message, set), 'valid');
		const wrong = message.replace('<BG:inp.bsn>999993653</BG:inp.bsn>', '<BG:inp.bsn>99999365</BG:inp.bsn>');
		assert.match(await verdictOf(wrong, set), /^checked: .*inp\.bsn/);
	});

	it('compiles for the other messages too', async () => {
		for (const [namespace, root] of [
			[zkn, 'zakLv01'],
			[zkn, 'zakLa01'],
			[stuf, 'Bv03Bericht'],
			[stuf, 'Fo01Bericht'],
		] as const) {
			const merged = mergeFor(namespace, root);
			assert.deepEqual(merged.problems, [], root);
			assert.deepEqual(await compileErrors(merged.set), [], root);
		}
	});

	it('complains of the file that is not there only for who includes it, and compiles all the same', async () => {
		const merged = mergeFor(zkn, 'zaken');
		assert.equal(merged.entryFile, 'zkn0310/zkn0310_msg_totaal.xsd');
		assert.deepEqual(outline(merged.problems), [
			'zkn0310/zkn0310_msg_totaal.xsd:6 warning schema-set.skipped-location',
		]);
		assert.deepEqual(await compileErrors(merged.set), []);
		assert.equal(await verdictOf(message, merged.set), 'valid');
	});
});
