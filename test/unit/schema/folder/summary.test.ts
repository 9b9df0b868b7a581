import assert from 'node:assert/strict';
import { summariseSchemaFolder } from '../../../../src/schema/folder/summary';
import type { FolderSummary, SummaryOptions } from '../../../../src/schema/folder/summary';
import { createLibxmlEngine } from '../../../../src/schema/libxmlEngine';
import { stufSetFiles } from '../../../fixtures/stuf-set/generate';
import type { Files } from './temporaryFolder';
import { withFolder, xsd } from './temporaryFolder';
import { outline } from './verdict';

async function summarise(path: string, options: SummaryOptions = {}): Promise<FolderSummary> {
	const engine = await createLibxmlEngine();
	try {
		return await summariseSchemaFolder(path, engine, options);
	} finally {
		engine.dispose();
	}
}

function summariseFiles(files: Files, options?: SummaryOptions): Promise<FolderSummary> {
	return withFolder(files, (path) => summarise(path, options));
}

function entries({ entries }: FolderSummary): string[] {
	return entries.map(({ file, roots, files, outcome }) => `${file} ${roots.join(',')} ${files} ${outcome}`);
}

const inA = 'targetNamespace="urn:a" xmlns:a="urn:a"';

const two: Files = {
	'a.xsd': xsd(
		inA,
		'<xs:include schemaLocation="types.xsd"/><xs:element name="one" type="a:S"/><xs:element name="two" type="a:S"/>',
	),
	'b.xsd': xsd(
		'targetNamespace="urn:b"',
		'<xs:import namespace="urn:a" schemaLocation="a.xsd"/><xs:element name="three"/>',
	),
	'types.xsd': xsd(inA, '<xs:simpleType name="S"><xs:restriction base="xs:string"/></xs:simpleType>'),
};

describe('the summary of a folder of XSDs', () => {
	it('counts files and components per namespace, each component once', async () => {
		const { namespaces, files } = await summariseFiles({ ...two, 'types2.xsd': two['types.xsd'] ?? '' });
		assert.equal(files, 4);
		assert.deepEqual(namespaces, [
			{ namespace: 'urn:a', files: 3, components: 3 },
			{ namespace: 'urn:b', files: 1, components: 1 },
		]);
	});

	it('tells once which of two versions of a set is used', async () => {
		const version = (length: number): Files[string] =>
			xsd(
				inA,
				`<xs:element name="one"/><xs:element name="two"/><xs:simpleType name="S"><xs:restriction base="xs:string"><xs:maxLength value="${length}"/></xs:restriction></xs:simpleType>`,
			);
		const { problems } = await summariseFiles({ 'patch25/a.xsd': version(5), 'patch26/a.xsd': version(9) });
		assert.deepEqual(outline(problems), ['patch25/a.xsd:1 warning schema-set.several-entries']);
		assert.deepEqual(problems[0]?.finding.data, {
			name: 'one',
			file: 'patch25/a.xsd',
			others: ['patch26/a.xsd'],
		});
	});

	it('passes over what macOS puts beside the files in a ZIP', async () => {
		const { files, problems } = await summariseFiles({ ...two, '._a.xsd': '\0', '__MACOSX/._a.xsd': '\0' });
		assert.equal(files, 3);
		assert.deepEqual(problems, []);
	});

	it('takes for entries the files that declare root elements and that no other file takes in', async () => {
		assert.deepEqual(entries(await summariseFiles(two)), ['b.xsd three 3 compiles']);
	});

	it('takes for entries the files of a circle, and those that a list of includes puts together', async () => {
		const circle: Files = {
			'a.xsd': xsd(inA, '<xs:include schemaLocation="b.xsd"/><xs:element name="one"/>'),
			'b.xsd': xsd(inA, '<xs:include schemaLocation="a.xsd"/><xs:element name="two"/>'),
		};
		assert.deepEqual(entries(await summariseFiles(circle)), ['a.xsd one 2 compiles', 'b.xsd two 2 compiles']);
		const list: Files = {
			'all.xsd': xsd(inA, '<xs:include schemaLocation="a.xsd"/><xs:include schemaLocation="b.xsd"/>'),
			'a.xsd': xsd(inA, '<xs:element name="one"/>'),
			'b.xsd': xsd(inA, '<xs:element name="two"/>'),
		};
		assert.deepEqual(entries(await summariseFiles(list)), ['a.xsd one 1 compiles', 'b.xsd two 1 compiles']);
	});

	it('takes the files that declare known messages too', async () => {
		const messageRoots = [{ namespace: 'urn:a', localName: 'two' }];
		assert.deepEqual(entries(await summariseFiles(two, { messageRoots })), [
			'a.xsd one,two 2 compiles',
			'b.xsd three 3 compiles',
		]);
	});

	it('compiles no more than it is asked to', async () => {
		const messageRoots = [{ namespace: 'urn:a', localName: 'two' }];
		assert.deepEqual(entries(await summariseFiles(two, { messageRoots, maxCompiles: 1 })), [
			'a.xsd one,two 2 compiles',
			'b.xsd three 1 not-compiled',
		]);
	});

	it('tells what is missing once, and not again in the words of the compiler', async () => {
		const summary = await summariseFiles({
			'a.xsd': xsd(inA, '<xs:include schemaLocation="b.xsd"/><xs:element name="one"/>'),
			'a2.xsd': xsd(inA, '<xs:include schemaLocation="b.xsd"/><xs:element name="two" type="a:S"/>'),
			'b.xsd': xsd(inA, '\n<xs:simpleType name="S"><xs:restriction base="a:Gone"/></xs:simpleType>'),
		});
		assert.deepEqual(entries(summary), ['a.xsd one 2 compiles', 'a2.xsd two 2 does-not-compile']);
		assert.deepEqual(outline(summary.problems), [
			'b.xsd:2 warning schema-set.component-left-out',
			'b.xsd:2 error schema-set.component-undefined',
		]);
	});

	it('tells at which line of which file a set does not compile', async () => {
		const summary = await summariseFiles({ 'a.xsd': xsd(inA, '\n<xs:element name="one" type="xs:strin"/>') });
		assert.deepEqual(entries(summary), ['a.xsd one 1 does-not-compile']);
		assert.deepEqual(outline(summary.problems), ['a.xsd:2 error schema-set.does-not-compile']);
	});

	it('names what is no use in the folder', async () => {
		const summary = await summariseFiles({ 'a.xsd': '<broken' });
		assert.deepEqual(summary.entries, []);
		assert.deepEqual(outline(summary.problems), ['a.xsd:0 error schema-set.not-xml']);
	});

	it('can go to and from a worker', async () => {
		const summary = await summariseFiles(two);
		assert.deepEqual(structuredClone(summary), summary);
	});

	it('stops when it is told to', async () => {
		await assert.rejects(summariseFiles(two, { signal: AbortSignal.abort() }), { name: 'AbortError' });
	});

	it('finds the messages of a set in the shape of the official one', async () => {
		const withoutBag = [...stufSetFiles].filter(([name]) => !name.startsWith('bg0310/bag/'));
		const summary = await summariseFiles(Object.fromEntries(withoutBag), {
			messageRoots: [
				{ namespace: 'http://www.egem.nl/StUF/sector/zkn/0310', localName: 'zakLk01' },
				{ namespace: 'http://www.egem.nl/StUF/StUF0301', localName: 'Bv03Bericht' },
			],
		});
		assert.deepEqual(
			summary.entries.map(({ file, outcome }) => `${file} ${outcome}`),
			[
				'0301/stuf0301.xsd compiles',
				'bg0310/mutatie/bg0310_msg_mutatie.xsd compiles',
				'bg0310/vraagAntwoord/bg0310_msg_vraagAntwoord.xsd compiles',
				'zkn0310/mutatie/zkn0310_msg_mutatie.xsd compiles',
				'zkn0310/zkn0310_msg_totaal.xsd compiles',
			],
		);
		assert.deepEqual(outline(summary.problems), [
			'zkn0310/zkn0310_msg_totaal.xsd:6 warning schema-set.skipped-location',
		]);
	});
});
