import assert from 'node:assert/strict';
import type { Files } from './temporaryFolder';
import { readFiles, xsd } from './temporaryFolder';
import { merge, outline, verdictOf } from './verdict';
import { mergeSchema } from '../../../../src/schema/folder/mergeSchema';

const a = { namespace: 'urn:a', localName: 'root' };
const inA = 'targetNamespace="urn:a" xmlns:a="urn:a" elementFormDefault="qualified"';
const inB = 'targetNamespace="urn:b" xmlns:b="urn:b" elementFormDefault="qualified"';

/** `element root` of namespace `urn:a`, of one type. */
function root(type: string): string {
	return `<xs:element name="root" type="${type}"/>`;
}

function text(name: string, length: number): string {
	return `<xs:simpleType name="${name}"><xs:restriction base="xs:string"><xs:maxLength value="${length}"/></xs:restriction></xs:simpleType>`;
}

function sequence(name: string, ...elements: readonly string[]): string {
	return `<xs:complexType name="${name}"><xs:sequence>${elements.join('')}</xs:sequence></xs:complexType>`;
}

interface Case {
	readonly what: string;
	readonly files: Files;
	readonly valid: readonly string[];
	readonly invalid: readonly string[];
	readonly problems?: readonly string[];
}

const cases: readonly Case[] = [
	{
		what: 'several documents of one namespace that import each other',
		files: {
			'a.xsd': xsd(
				`${inA} xmlns:b="urn:b"`,
				`<xs:import namespace="urn:b" schemaLocation="b1.xsd"/>
				<xs:import namespace="urn:b" schemaLocation="b2.xsd"/>
				${sequence('T', '<xs:element name="one" type="b:One"/>', '<xs:element name="two" type="b:Two"/>')}${root('a:T')}`,
			),
			'b1.xsd': xsd(inB, text('One', 1)),
			'b2.xsd': xsd(inB, text('Two', 2)),
		},
		valid: ['<root xmlns="urn:a"><one>1</one><two>22</two></root>'],
		invalid: ['<root xmlns="urn:a"><one>11</one><two>22</two></root>'],
	},
	{
		what: 'a document without a namespace, which takes that of who includes it',
		files: {
			'a.xsd': xsd(inA, `<xs:include schemaLocation="c.xsd"/>${root('a:T')}`),
			'c.xsd': xsd(
				'elementFormDefault="qualified"',
				sequence('T', '<xs:element ref="inner"/>') + '<xs:element name="inner" type="S"/>' + text('S', 1),
			),
		},
		valid: ['<root xmlns="urn:a"><inner>1</inner></root>'],
		invalid: [
			'<root xmlns="urn:a"><inner>11</inner></root>',
			'<a:root xmlns:a="urn:a"><inner>1</inner></a:root>',
		],
	},
	{
		what: 'a document without a namespace that two namespaces include',
		files: {
			'a.xsd': xsd(
				`${inA} xmlns:b="urn:b"`,
				`<xs:include schemaLocation="c.xsd"/><xs:import namespace="urn:b" schemaLocation="b.xsd"/>
				${sequence('T', '<xs:element ref="a:own"/>', '<xs:element ref="b:own"/>')}${root('a:T')}`,
			),
			'b.xsd': xsd(inB, '<xs:include schemaLocation="c.xsd"/>'),
			'c.xsd': xsd('', `<xs:element name="own" type="S"/>${text('S', 1)}`),
		},
		valid: ['<root xmlns="urn:a"><own>1</own><own xmlns="urn:b">1</own></root>'],
		invalid: ['<root xmlns="urn:a"><own>1</own><own>1</own></root>'],
	},
	{
		what: 'a document without a namespace whose default namespace is XML Schema',
		files: {
			'a.xsd': xsd(inA, `<xs:include schemaLocation="c.xsd"/>${root('a:S')}`),
			'c.xsd':
				'<schema xmlns="http://www.w3.org/2001/XMLSchema"><simpleType name="S"><restriction base="integer"/></simpleType></schema>',
		},
		valid: ['<root xmlns="urn:a">1</root>'],
		invalid: ['<root xmlns="urn:a">x</root>'],
	},
	{
		what: 'a file that is reached by two paths',
		files: {
			'x/a.xsd': xsd(
				inA,
				`<xs:include schemaLocation="../y/b.xsd"/><xs:include schemaLocation="../x/../y/./b.xsd"/>
				<xs:include schemaLocation="../Y/B.XSD"/>${root('a:S')}`,
			),
			'y/b.xsd': xsd(inA, `<xs:include schemaLocation="../x/a.xsd"/>${text('S', 1)}`),
		},
		valid: ['<root xmlns="urn:a">1</root>'],
		invalid: ['<root xmlns="urn:a">11</root>'],
	},
	{
		what: 'documents that differ in whether local names are qualified',
		files: {
			'a.xsd': xsd(
				inA,
				`<xs:include schemaLocation="b.xsd"/>${sequence('T', '<xs:element name="in" type="a:U"/>')}${root('a:T')}`,
			),
			'b.xsd': xsd(
				'targetNamespace="urn:a" attributeFormDefault="qualified"',
				`<xs:complexType name="U"><xs:sequence><xs:element name="out" type="xs:int"/></xs:sequence><xs:attribute name="x" type="xs:int"/></xs:complexType>`,
			),
		},
		valid: ['<a:root xmlns:a="urn:a"><a:in a:x="1"><out>1</out></a:in></a:root>'],
		invalid: [
			'<a:root xmlns:a="urn:a"><a:in a:x="1"><a:out>1</a:out></a:in></a:root>',
			'<a:root xmlns:a="urn:a"><in a:x="1"><out>1</out></in></a:root>',
			'<a:root xmlns:a="urn:a"><a:in x="1"><out>1</out></a:in></a:root>',
		],
	},
	{
		what: 'documents that differ in what they block',
		files: {
			'a.xsd': xsd(
				inA,
				`<xs:include schemaLocation="b.xsd"/>${root('a:T')}<xs:element name="free" type="xs:string"/>
				<xs:element name="other" type="xs:string" substitutionGroup="a:free"/>
				<xs:element name="no" type="xs:string" substitutionGroup="a:blocked"/>
				${sequence('T', '<xs:element ref="a:free"/>', '<xs:element ref="a:blocked"/>')}`,
			),
			'b.xsd': xsd(`${inA} blockDefault="substitution"`, '<xs:element name="blocked" type="xs:string"/>'),
		},
		valid: ['<root xmlns="urn:a"><other/><blocked/></root>'],
		invalid: ['<root xmlns="urn:a"><free/><no/></root>'],
	},
	{
		what: 'documents that use one prefix for different namespaces',
		files: {
			'a.xsd': xsd(
				'targetNamespace="urn:a" xmlns:p="urn:a" xmlns:q="urn:b" elementFormDefault="qualified"',
				`<xs:include schemaLocation="a2.xsd"/><xs:import namespace="urn:b" schemaLocation="b.xsd"/>
				${sequence('T', '<xs:element name="one" type="p:S"/>', '<xs:element name="two" type="p:U"/>')}${root('p:T')}${text('S', 1)}`,
			),
			'a2.xsd': xsd(
				'targetNamespace="urn:a" xmlns="urn:b" xmlns:p="urn:b" elementFormDefault="qualified"',
				'<xs:import namespace="urn:b" schemaLocation="b.xsd"/>' +
					sequence('U', '<xs:element name="in" type="p:S"/>', '<xs:element name="in2" type="S"/>'),
			),
			'b.xsd': xsd(inB, text('S', 2)),
		},
		valid: ['<root xmlns="urn:a"><one>1</one><two><in>22</in><in2>22</in2></two></root>'],
		invalid: [
			'<root xmlns="urn:a"><one>22</one><two><in>22</in><in2>2</in2></two></root>',
			'<root xmlns="urn:a"><one>1</one><two><in>22</in><in2>333</in2></two></root>',
		],
	},
	{
		what: 'xml:lang, also when no file declares the xml namespace',
		files: {
			'a.xsd': xsd(
				inA,
				`<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="http://www.w3.org/2001/xml.xsd"/>
				<xs:element name="root"><xs:complexType><xs:attribute ref="xml:lang"/><xs:attribute ref="xml:id"/></xs:complexType></xs:element>`,
			),
		},
		valid: ['<root xmlns="urn:a" xml:lang="nl"/>', '<root xmlns="urn:a" xml:lang=""/>'],
		invalid: ['<root xmlns="urn:a" xml:lang="niet goed"/>', '<root xmlns="urn:a" xml:space="default"/>'],
	},
	{
		what: 'xml:lang as the file of the set declares it, though its location leads elsewhere',
		files: {
			'a.xsd': xsd(
				inA,
				`<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="http://www.w3.org/2001/03/xml.xsd"/>
				<xs:element name="root"><xs:complexType><xs:attribute ref="xml:lang"/><xs:attribute ref="xml:space"/></xs:complexType></xs:element>`,
			),
			'own/xml.xsd': xsd(
				'targetNamespace="http://www.w3.org/XML/1998/namespace"',
				'<xs:attribute name="lang"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="nl"/></xs:restriction></xs:simpleType></xs:attribute>',
			),
		},
		valid: ['<root xmlns="urn:a" xml:lang="nl" xml:space="preserve"/>'],
		invalid: ['<root xmlns="urn:a" xml:lang="en"/>'],
	},
	{
		what: 'an import without a location, by its namespace',
		files: {
			'a.xsd': xsd(`${inA} xmlns:b="urn:b"`, `<xs:import namespace="urn:b"/>${root('b:S')}`),
			'b/other.xsd': xsd(inB, text('Other', 1)),
			'b/one.xsd': xsd(inB, text('S', 1)),
		},
		valid: ['<root xmlns="urn:a">1</root>'],
		invalid: ['<root xmlns="urn:a">11</root>'],
	},
	{
		what: 'an address of the web, by the file with its name and namespace',
		files: {
			'a.xsd': xsd(
				`${inA} xmlns:b="urn:b"`,
				`<xs:include schemaLocation="https://host/x/types.xsd"/><xs:import namespace="urn:b" schemaLocation="http://host/y/types.xsd"/>
				${sequence('T', '<xs:element name="one" type="a:S"/>', '<xs:element name="two" type="b:S"/>')}${root('a:T')}`,
			),
			'p/types.xsd': xsd(inB, text('S', 2)),
			'q/types.xsd': xsd(inA, text('S', 1)),
		},
		valid: ['<root xmlns="urn:a"><one>1</one><two>22</two></root>'],
		invalid: ['<root xmlns="urn:a"><one>22</one><two>22</two></root>'],
	},
	{
		what: 'components that two files define the same, however they are written',
		files: {
			'a.xsd': xsd(
				inA,
				`<xs:include schemaLocation="b.xsd"/>${root('a:T')}${sequence('T', '<xs:element name="x" type="xs:int"/>')}`,
			),
			'b.xsd': `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a">
				<complexType name="T" mixed="false"><annotation><documentation>T</documentation></annotation>
				<sequence><!-- x --><element maxOccurs="1" form="qualified" type="int" name="x" id="x1"/></sequence></complexType></schema>`,
		},
		valid: ['<root xmlns="urn:a"><x>1</x></root>'],
		invalid: ['<root xmlns="urn:a"/>'],
	},
	{
		what: 'files in UTF-16 and with a document type',
		files: {
			'a.xsd': Buffer.from(
				`\uFEFF<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE xs:schema>${xsd(inA, `<xs:include schemaLocation="b.xsd"/>${root('a:é')}`)}`,
				'utf16le',
			),
			'b.xsd': Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${xsd(inA, text('é', 1))}`, 'latin1'),
		},
		valid: ['<root xmlns="urn:a">1</root>'],
		invalid: ['<root xmlns="urn:a">11</root>'],
	},
	{
		what: 'keys whose paths use prefixes',
		files: {
			'a.xsd': xsd(inA, `<xs:include schemaLocation="b.xsd"/>${root('a:T')}`),
			'b.xsd': xsd(
				'targetNamespace="urn:a" xmlns:own="urn:a" elementFormDefault="qualified"',
				`<xs:complexType name="T"><xs:sequence><xs:element name="list"><xs:complexType><xs:sequence>
				<xs:element name="i" type="xs:int" maxOccurs="9"/></xs:sequence></xs:complexType>
				<xs:unique name="u"><xs:selector xpath="own:i"/><xs:field xpath="."/></xs:unique></xs:element></xs:sequence></xs:complexType>`,
			),
		},
		valid: ['<root xmlns="urn:a"><list><i>1</i><i>2</i></list></root>'],
		invalid: ['<root xmlns="urn:a"><list><i>1</i><i>1</i></list></root>'],
	},
	{
		what: 'elements that may stand for one of the set, in files that the set does not lead to',
		files: {
			'a.xsd': xsd(
				inA,
				`<xs:element name="head" abstract="true" type="xs:string"/>${sequence('T', '<xs:element ref="a:head" maxOccurs="3"/>')}${root('a:T')}`,
			),
			'more.xsd': xsd(
				inA,
				'<xs:include schemaLocation="a.xsd"/><xs:element name="member" type="xs:string" substitutionGroup="a:head"/>',
			),
			'further/b.xsd': xsd(
				`${inB} xmlns:a="urn:a"`,
				`<xs:import namespace="urn:a" schemaLocation="../more.xsd"/>${text('S', 1)}<xs:element name="own" type="b:S" substitutionGroup="a:member"/>`,
			),
			// Another version, which has nothing to do with it.
			'old/a.xsd': xsd(inA, '<xs:element name="head" type="xs:int"/>'),
			'old/more.xsd': xsd(
				inA,
				'<xs:include schemaLocation="a.xsd"/><xs:element name="former" type="xs:int" substitutionGroup="a:head"/>',
			),
		},
		valid: ['<root xmlns="urn:a"><member>1</member><own xmlns="urn:b">2</own></root>'],
		invalid: [
			'<root xmlns="urn:a"><head>1</head></root>',
			'<root xmlns="urn:a"><own xmlns="urn:b">22</own></root>',
			'<root xmlns="urn:a"><former>1</former></root>',
		],
	},
];

describe('merging to one document per namespace', () => {
	for (const { what, files, valid, invalid, problems = [] } of cases) {
		it(`takes in ${what}`, async () => {
			const merged = await merge(files, a);
			assert.deepEqual(outline(merged.problems), problems);
			for (const document of valid) {
				assert.equal(await verdictOf(document, merged.set), 'valid', document);
			}
			for (const document of invalid) {
				assert.match(await verdictOf(document, merged.set), /^checked: /, document);
			}
		});
	}

	it('writes each namespace once, and imports all others by their names in the set', async () => {
		const { set, entryFile, files } = await merge(
			{
				'a.xsd': xsd(
					`${inA} xmlns:b="urn:b:0310"`,
					`<xs:import namespace="urn:b:0310" schemaLocation="b.xsd"/>${root('b:S')}`,
				),
				'b.xsd': xsd('targetNamespace="urn:b:0310"', text('S', 1)),
				'unreached.xsd': xsd('targetNamespace="urn:c"', text('S', 1)),
			},
			a,
		);
		assert.deepEqual([...set.documents.keys()], ['urn-a.xsd', 'b-0310.xsd']);
		assert.equal(set.entry, 'urn-a.xsd');
		assert.equal(entryFile, 'a.xsd');
		assert.deepEqual(files, ['a.xsd', 'b.xsd']);
		assert.equal(
			set.documents.get('urn-a.xsd'),
			'<?xml version="1.0" encoding="UTF-8"?>\n' +
				'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:a="urn:a" xmlns:b="urn:b:0310" targetNamespace="urn:a" elementFormDefault="qualified" attributeFormDefault="unqualified">\n' +
				'<xs:import namespace="urn:b:0310" schemaLocation="b-0310.xsd"/>\n' +
				'<xs:element name="root" type="b:S"/>\n' +
				'</xs:schema>\n',
		);
	});

	it('gives equal content an equal id, and other content another', async () => {
		const files = (length: number): Files => ({ 'a.xsd': xsd(inA, root('a:S') + text('S', length)) });
		const hash = async (length: number): Promise<string | undefined> =>
			(await merge(files(length), a)).set.id.split('#')[1];
		assert.equal(await hash(1), await hash(1));
		assert.notEqual(await hash(1), await hash(2));
	});

	it('knows nothing of a root element that no file declares', async () => {
		const folder = await readFiles({ 'a.xsd': xsd(inA, root('xs:string')) });
		assert.equal(mergeSchema(folder, { namespace: 'urn:a', localName: 'other' }), undefined);
		assert.equal(mergeSchema(folder, { namespace: 'urn:b', localName: 'root' }), undefined);
	});

	it('merges schemas without any namespace', async () => {
		const { set, problems } = await merge(
			{
				'a.xsd': xsd(
					'xmlns:b="urn:b"',
					`<xs:include schemaLocation="a2.xsd"/><xs:import namespace="urn:b" schemaLocation="b.xsd"/>${root('T')}`,
				),
				'a2.xsd': xsd('xmlns:b="urn:b"', sequence('T', '<xs:element ref="b:x"/>')),
				'b.xsd': xsd(inB, '<xs:import schemaLocation="a.xsd"/><xs:element name="x" type="xs:int"/>'),
			},
			{ namespace: '', localName: 'root' },
		);
		assert.deepEqual(problems, []);
		assert.deepEqual([...set.documents.keys()], ['no-namespace.xsd', 'urn-b.xsd']);
		assert.equal(await verdictOf('<root><b:x xmlns:b="urn:b">1</b:x></root>', set), 'valid');
	});
});

describe('the entry of several files that declare a root element', () => {
	const complete = xsd(inA, root('xs:string'));

	it('is the one that is complete', async () => {
		const merged = await merge(
			{ 'a.xsd': xsd(inA, root('a:Gone')), 'b.xsd': xsd(inA, `${text('More', 1)}${root('xs:string')}`) },
			a,
		);
		assert.equal(merged.entryFile, 'b.xsd');
		assert.deepEqual(outline(merged.problems), ['b.xsd:1 warning schema-set.several-entries']);
		assert.deepEqual(merged.problems[0]?.finding.data, { name: 'root', file: 'b.xsd', others: ['a.xsd'] });
	});

	it('is the smallest of those that are complete', async () => {
		const merged = await merge(
			{
				'a.xsd': xsd(inA, `<xs:include schemaLocation="c.xsd"/>${root('xs:string')}`),
				'b.xsd': complete,
				'c.xsd': xsd(inA, text('More', 1)),
			},
			a,
		);
		assert.equal(merged.entryFile, 'b.xsd');
	});

	it('is one that includes it, when it relies on that for its imports', async () => {
		const merged = await merge(
			{
				'a.xsd': xsd(inA, root('a:S')),
				'total.xsd': xsd(inA, '<xs:include schemaLocation="a.xsd"/><xs:include schemaLocation="c.xsd"/>'),
				'c.xsd': xsd('', text('S', 1)),
			},
			a,
		);
		assert.equal(merged.entryFile, 'total.xsd');
		assert.deepEqual(merged.problems, []);
		assert.equal(
			await verdictOf('<root xmlns="urn:a">11</root>', merged.set),
			"checked: Element '{urn:a}root': [facet 'maxLength'] The value has a length of '2'; this exceeds the allowed maximum length of '1'.",
		);
	});
});
