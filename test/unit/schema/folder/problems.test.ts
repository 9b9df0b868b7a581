import assert from 'node:assert/strict';
import { join } from 'node:path';
import { mergeSchema, traceProblem } from '../../../../src/schema/folder/mergeSchema';
import type { SchemaFolderProblem } from '../../../../src/schema/folder/schemaFolder';
import type { Files } from './temporaryFolder';
import { readFiles, xsd } from './temporaryFolder';
import { compileErrors, merge, outline, verdictOf } from './verdict';

const a = { namespace: 'urn:a', localName: 'root' };
const inA = 'targetNamespace="urn:a" xmlns:a="urn:a" xmlns:b="urn:b"';

function root(type: string): string {
	return `<xs:element name="root" type="${type}"/>`;
}

function simple(name: string, base = 'xs:string'): string {
	return `<xs:simpleType name="${name}"><xs:restriction base="${base}"/></xs:simpleType>`;
}

interface Case {
	readonly what: string;
	readonly files: Files;
	readonly problem: string;
	readonly data: SchemaFolderProblem['finding']['data'];
	/** The text of the place. */
	readonly place: string;
	readonly compiles: boolean;
}

const missing = 'schema-set.missing-file';
const skipped = 'schema-set.skipped-location';

const cases: readonly Case[] = [
	{
		what: 'a missing file that is needed, with what is missed',
		files: { 'x/a.xsd': xsd(inA, `\n<xs:include schemaLocation="../y/gone.xsd"/>${root('a:S')}`) },
		problem: `x/a.xsd:2 error ${missing}`,
		data: { location: '../y/gone.xsd', names: ['S'], count: 1 },
		place: '../y/gone.xsd',
		compiles: false,
	},
	{
		what: 'a missing file of which nothing is needed, as a warning',
		files: { 'a.xsd': xsd(inA, `<xs:include schemaLocation="gone.xsd"/>${root('a:S')}${simple('S')}`) },
		problem: `a.xsd:1 warning ${skipped}`,
		data: { location: 'gone.xsd', reason: 'missing' },
		place: 'gone.xsd',
		compiles: true,
	},
	{
		what: 'a missing file whose content stands elsewhere in the folder, as a warning',
		files: {
			'a.xsd': xsd(inA, `<xs:include schemaLocation="gone/s.xsd"/>${root('a:S')}`),
			'elsewhere/s.xsd': xsd(inA, simple('S')),
		},
		problem: `a.xsd:1 warning ${skipped}`,
		data: { location: 'gone/s.xsd', reason: 'missing' },
		place: 'gone/s.xsd',
		compiles: true,
	},
	{
		what: 'a missing import that is needed, with at most five names',
		files: {
			'a.xsd': xsd(
				inA,
				`<xs:import namespace="urn:b" schemaLocation="b.xsd"/><xs:element name="root"><xs:complexType>${[
					1, 2, 3, 4, 5, 6, 7,
				]
					.map((number) => `<xs:attribute name="x${number}" type="b:S${number}"/>`)
					.join('')}</xs:complexType></xs:element>`,
			),
		},
		problem: `a.xsd:1 error ${missing}`,
		data: { location: 'b.xsd', names: ['S1', 'S2', 'S3', 'S4', 'S5'], count: 7 },
		place: 'b.xsd',
		compiles: false,
	},
	{
		what: 'a location that leaves the folder and is needed',
		files: { 'a.xsd': xsd(inA, `<xs:import namespace="urn:b" schemaLocation="../../b.xsd"/>${root('b:S')}`) },
		problem: 'a.xsd:1 error schema-set.outside-folder',
		data: { location: '../../b.xsd', names: ['S'], count: 1 },
		place: '../../b.xsd',
		compiles: false,
	},
	{
		what: 'a location that leaves the folder, of which nothing is needed',
		files: { 'a.xsd': xsd(inA, `<xs:include schemaLocation="file:///etc/passwd"/>${root('xs:string')}`) },
		problem: `a.xsd:1 warning ${skipped}`,
		data: { location: 'file:///etc/passwd', reason: 'outside' },
		place: 'file:///etc/passwd',
		compiles: true,
	},
	{
		what: 'an address of the web that no file of the folder stands for',
		files: {
			'a.xsd': xsd(inA, `<xs:import namespace="urn:b" schemaLocation="http://host/b.xsd"/>${root('b:S')}`),
		},
		problem: 'a.xsd:1 error schema-set.remote-location',
		data: { location: 'http://host/b.xsd', names: ['S'], count: 1 },
		place: 'http://host/b.xsd',
		compiles: false,
	},
	{
		what: 'a needed file that is no use',
		files: { 'a.xsd': xsd(inA, `<xs:include schemaLocation="b.xsd"/>${root('a:S')}`), 'b.xsd': '<broken' },
		problem: 'a.xsd:1 error schema-set.unusable-file',
		data: { location: 'b.xsd', names: ['S'], count: 1 },
		place: 'b.xsd',
		compiles: false,
	},
	{
		what: 'a namespace that nobody defines, once, at its first use',
		files: {
			'a.xsd': xsd(
				inA,
				`<xs:import namespace="urn:b"/>\n<xs:element name="root"><xs:complexType><xs:sequence>
				<xs:element ref="b:one"/><xs:element ref="b:two"/></xs:sequence></xs:complexType></xs:element>`,
			),
		},
		problem: 'a.xsd:3 error schema-set.namespace-undefined',
		data: { namespace: 'urn:b', name: 'b:one' },
		place: 'b:one',
		compiles: false,
	},
	{
		what: 'a component that nobody defines, once, at its first use',
		files: {
			'a.xsd': xsd(
				inA,
				`<xs:element name="root"><xs:complexType>\n<xs:attribute name="x" type="a:Gone"/><xs:attribute name="y" type="a:Gone"/></xs:complexType></xs:element>`,
			),
		},
		problem: 'a.xsd:2 error schema-set.component-undefined',
		data: { kind: 'type', name: 'Gone', namespace: 'urn:a' },
		place: 'a:Gone',
		compiles: false,
	},
	{
		what: 'a component that is not needed and cannot be complete: it is left out',
		files: {
			'a.xsd': xsd(inA, `${root('xs:string')}\n<xs:element name="other" type="a:Gone"/>`),
		},
		problem: 'a.xsd:2 warning schema-set.component-left-out',
		data: { kind: 'type', name: 'Gone', namespace: 'urn:a', user: 'other' },
		place: 'a:Gone',
		compiles: true,
	},
	{
		what: 'only the first of those that are left out because of one another',
		files: {
			'a.xsd': xsd(
				inA,
				`${root('xs:string')}<xs:element name="third" type="a:Second"/>${simple('Second', 'a:First')}\n${simple('First', 'a:Gone')}`,
			),
		},
		problem: 'a.xsd:2 warning schema-set.component-left-out',
		data: { kind: 'type', name: 'Gone', namespace: 'urn:a', user: 'First' },
		place: 'a:Gone',
		compiles: true,
	},
	{
		what: 'a prefix that is not declared',
		files: { 'a.xsd': xsd(inA, root('c:S')) },
		problem: 'a.xsd:1 error schema-set.prefix-unbound',
		data: { prefix: 'c', name: 'c:S' },
		place: 'c:S',
		compiles: false,
	},
	{
		what: 'two versions of one component',
		files: {
			'a.xsd': xsd(
				inA,
				`<xs:include schemaLocation="s1.xsd"/><xs:include schemaLocation="s2.xsd"/>${root('a:S')}`,
			),
			's1.xsd': xsd(inA, `\n\n${simple('S')}`),
			's2.xsd': xsd(inA, `\n${simple('S', 'xs:token')}`),
		},
		problem: 's2.xsd:2 warning schema-set.two-versions',
		data: { kind: 'type', name: 'S', namespace: 'urn:a', file: 's1.xsd', line: 4 },
		place: 'S',
		compiles: true,
	},
	{
		what: 'two versions that differ only in the form of their document',
		files: {
			'a.xsd': xsd(
				inA,
				`<xs:include schemaLocation="b.xsd"/>${root('a:T')}<xs:complexType name="T"><xs:attribute name="x"/></xs:complexType>`,
			),
			'b.xsd': xsd(
				`${inA} attributeFormDefault="qualified"`,
				'<xs:complexType name="T"><xs:attribute name="x"/></xs:complexType>',
			),
		},
		problem: 'b.xsd:1 warning schema-set.two-versions',
		data: { kind: 'type', name: 'T', namespace: 'urn:a', file: 'a.xsd', line: 2 },
		place: 'T',
		compiles: true,
	},
	{
		what: 'an included file of another namespace',
		files: {
			'a.xsd': xsd(inA, `<xs:include schemaLocation="b.xsd"/>${root('b:S')}`),
			'b.xsd': xsd('targetNamespace="urn:b"', simple('S')),
		},
		problem: 'a.xsd:1 warning schema-set.wrong-namespace',
		data: { location: 'b.xsd', expected: 'urn:a', actual: 'urn:b' },
		place: 'b.xsd',
		compiles: true,
	},
	{
		what: 'a component that the folder holds, but the chain does not reach',
		files: { 'a.xsd': xsd(inA, root('b:S')), 'b.xsd': xsd('targetNamespace="urn:b"', simple('S')) },
		problem: 'a.xsd:1 info schema-set.found-by-name',
		data: { kind: 'type', name: 'S', namespace: 'urn:b', file: 'b.xsd' },
		place: 'b:S',
		compiles: true,
	},
	{
		what: 'an include without a location',
		files: {
			'a.xsd': xsd(inA, `<xs:import schemaLocation=" "/><xs:include schemaLocation=""/>${root('xs:string')}`),
		},
		problem: 'a.xsd:1 warning schema-set.unknown-content',
		data: { name: 'xs:include' },
		place: 'xs:include',
		compiles: true,
	},
	{
		what: 'content that XML Schema 1.0 does not know',
		files: { 'a.xsd': xsd(inA, `<xs:override schemaLocation="b.xsd"/>${root('xs:string')}`) },
		problem: 'a.xsd:1 warning schema-set.unknown-content',
		data: { name: 'xs:override' },
		place: 'xs:override',
		compiles: true,
	},
];

describe('the problems of a merged schema', () => {
	for (const { what, files, problem, data, place, compiles } of cases) {
		it(`name ${what}`, async () => {
			const folder = await readFiles(files);
			const merged = mergeSchema(folder, a);
			assert.ok(merged);
			assert.deepEqual(outline(merged.problems), [problem]);
			const [found] = merged.problems;
			assert.ok(found);
			assert.deepEqual(found.finding.data, data);
			const { start, end } = found.finding.span;
			assert.equal(folder.documents.get(found.file)?.text.slice(start, end), place);
			assert.equal(
				(await verdictOf('<root xmlns="urn:a"/>', merged.set)).startsWith('schema-unusable'),
				!compiles,
			);
		});
	}

	it('point from the second version to the first', async () => {
		const folder = await readFiles({
			'a.xsd': xsd(inA, `<xs:include schemaLocation="b.xsd"/>${root('a:S')}${simple('S')}`),
			'b.xsd': xsd(inA, simple('S', 'xs:token')),
		});
		const [related] = mergeSchema(folder, a)?.problems[0]?.finding.related ?? [];
		assert.equal(related?.file, join(folder.folder, 'a.xsd'));
		assert.equal(folder.documents.get('a.xsd')?.text.slice(related.span.start, related.span.end), 'S');
	});

	it('prefer, of two sets side by side, the files of the own set', async () => {
		const merged = await merge(
			{
				'patch26/a.xsd': xsd(inA, `<xs:import namespace="urn:b"/>${root('b:S')}`),
				'patch20/b.xsd': xsd('targetNamespace="urn:b"', simple('S')),
				'patch26/types/b.xsd': xsd('targetNamespace="urn:b"', `${simple('S')}${simple('More')}`),
			},
			a,
		);
		assert.deepEqual(merged.files, ['patch26/a.xsd', 'patch26/types/b.xsd']);
	});

	it('are none for files that the chain does not reach', async () => {
		const merged = await merge(
			{
				'a.xsd': xsd(inA, root('xs:string')),
				'total.xsd': xsd(inA, '<xs:include schemaLocation="gone.xsd"/>'),
				'b.xsd': '<broken',
			},
			a,
		);
		assert.deepEqual(merged.problems, []);
	});
});

describe('an error of the compiler', () => {
	it('leads back to the file and line of the component', async () => {
		const files = {
			'a.xsd': xsd(inA, `<xs:include schemaLocation="sub/b.xsd"/>\n${root('a:T')}`),
			'sub/b.xsd': xsd(
				'',
				`\n<xs:complexType name="T">\r\n\t<xs:sequence>\r\n\t\t<xs:element name="x" type="xs:strin"/>\r\n\t</xs:sequence>\n</xs:complexType>`,
			),
		};
		const folder = await readFiles(files);
		const merged = mergeSchema(folder, a);
		assert.ok(merged);
		const [problem] = (await compileErrors(merged.set)).map((error) => traceProblem(merged, error));
		assert.ok(problem);
		assert.equal(problem.file, 'sub/b.xsd');
		assert.equal(problem.line, 4);
		assert.equal(problem.finding.code, 'schema-set.does-not-compile');
		const { start, end } = problem.finding.span;
		assert.equal(
			folder.documents.get('sub/b.xsd')?.text.slice(start, end),
			'\t\t<xs:element name="x" type="xs:strin"/>',
		);
	});

	it('without a known line is told of the entry file', async () => {
		const merged = await merge({ 'a.xsd': xsd(inA, root('xs:string')) }, a);
		const problem = traceProblem(merged, { document: '', line: 0, message: 'No.\n' });
		assert.deepEqual(problem, {
			file: 'a.xsd',
			line: 0,
			finding: {
				code: 'schema-set.does-not-compile',
				severity: 'error',
				span: { start: 0, end: 0 },
				data: { message: 'No.' },
			},
		});
	});
});
