import assert from 'node:assert/strict';
import type { SchemaSet } from '../../../../src/schema/engine';
import { fixedAttributeRule } from '../../../../src/schema/folder/fixedAttributes';
import { readBundledSchema } from '../../../../src/schema/bundled';
import { mergeSchema } from '../../../../src/schema/folder/mergeSchema';
import { readSchemaFolder } from '../../../../src/schema/folder/readSchemaFolder';
import { parseXml } from '../../../../src/xml/parse';
import { writeStufSet } from '../../../fixtures/stuf-set/generate';
import { message } from '../../documents/zaakbericht/messages';
import { withFolder, xsd } from './temporaryFolder';
import { verdictOf } from './verdict';

/** One document, in which `a` is the target namespace. */
function setOf(body: string, attributes = 'elementFormDefault="qualified"'): SchemaSet {
	const text = xsd(`targetNamespace="urn:a" xmlns:a="urn:a" ${attributes}`, `${globals}${body}`);
	return { id: text, entry: 'a.xsd', documents: new Map([['a.xsd', text]]) };
}

const globals = `
	<xs:attribute name="kind" type="xs:string"/>
	<xs:attribute name="token" type="a:Token"/>
	<xs:attribute name="flag" type="xs:boolean"/>
	<xs:attribute name="number" type="a:Number"/>
	<xs:attribute name="day" type="xs:date"/>
	<xs:attribute name="any"/>
	<xs:simpleType name="Token"><xs:restriction base="xs:string"><xs:whiteSpace value="collapse"/></xs:restriction></xs:simpleType>
	<xs:simpleType name="Number"><xs:restriction base="xs:decimal"/></xs:simpleType>`;

function complex(name: string, content: string): string {
	return `<xs:complexType${name === '' ? '' : ` name="${name}"`}>${content}</xs:complexType>`;
}

function fixed(value: string, attribute = 'kind'): string {
	return `<xs:attribute ref="a:${attribute}" fixed="${value}"/>`;
}

/** The wrong values: `element@attribute value`. */
function wrong(source: string, set: SchemaSet): string[] {
	const document = parseXml(source);
	assert.ok(document.root);
	return [...fixedAttributeRule(set)(document.root)].map(({ code, severity, span, data }) => {
		assert.deepEqual([code, severity], ['schema.fixed-attribute', 'error']);
		assert.equal(typeof data['expected'], 'string');
		return `${String(data['element'])} ${document.text.slice(span.start, span.end)}`;
	});
}

const list = '<xs:element name="root" type="a:T"/>';
const child = `<xs:element name="in" maxOccurs="9">${complex('', fixed('IN'))}</xs:element>`;
const twoKinds = `<xs:element name="in" type="a:One"/>${complex('One', fixed('1'))}${complex('Two', `<xs:sequence/>${fixed('2')}`)}`;

interface Case {
	readonly what: string;
	readonly body: string;
	readonly right: readonly string[];
	readonly wrong: Readonly<Record<string, readonly string[]>>;
	/** The set is not legal XML Schema: only our rule is asked. */
	readonly illegal?: boolean;
}

const cases: readonly Case[] = [
	{
		what: 'the root element',
		body: `${list}${complex('T', fixed('A'))}`,
		right: ['<root xmlns="urn:a"/>', '<root xmlns="urn:a" xmlns:a="urn:a" a:kind="A"/>'],
		wrong: {
			'<root xmlns="urn:a" xmlns:a="urn:a" a:kind="B"/>': ['root B'],
			'<root xmlns="urn:a" xmlns:a="urn:a" a:kind=" A"/>': ['root  A'],
			'<root xmlns="urn:a" xmlns:a="urn:a" a:kind=""/>': ['root a:kind=""'],
		},
	},
	{
		what: 'elements inside, each by itself and in the order of the document',
		body: `${list}${complex('T', `<xs:sequence>${child}</xs:sequence>`)}`,
		right: ['<root xmlns="urn:a" xmlns:a="urn:a"><in a:kind="IN"/></root>'],
		wrong: {
			'<root xmlns="urn:a" xmlns:a="urn:a"><in a:kind="x"/><in/><in a:kind="IN"/><in a:kind="y"/></root>': [
				'in x',
				'in y',
			],
		},
	},
	{
		what: 'elements of a base type, which an extension adds to',
		body: `${list}${complex('B', `<xs:sequence>${child}</xs:sequence>${fixed('B')}`)}${complex(
			'T',
			'<xs:complexContent><xs:extension base="a:B"><xs:sequence><xs:element name="more" type="a:B"/></xs:sequence></xs:extension></xs:complexContent>',
		)}`,
		right: [
			'<root xmlns="urn:a" xmlns:a="urn:a" a:kind="B"><in/><more a:kind="B"><in a:kind="IN"/></more></root>',
		],
		wrong: {
			'<root xmlns="urn:a" xmlns:a="urn:a" a:kind="x"><in a:kind="y"/><more a:kind="z"><in a:kind="w"/></more></root>':
				['root x', 'in y', 'more z', 'in w'],
		},
	},
	{
		what: 'attributes that a restriction keeps or takes away',
		body: `${list}${complex('B', `<xs:sequence/>${fixed('B')}${fixed('T', 'token')}`)}${complex(
			'T',
			'<xs:complexContent><xs:restriction base="a:B"><xs:attribute ref="a:token" use="prohibited"/></xs:restriction></xs:complexContent>',
		)}`,
		right: ['<root xmlns="urn:a" xmlns:a="urn:a" a:kind="B"/>'],
		wrong: { '<root xmlns="urn:a" xmlns:a="urn:a" a:kind="x"/>': ['root x'] },
	},
	{
		what: 'a type with simple content',
		body: `${list}${complex('T', `<xs:simpleContent><xs:extension base="xs:string">${fixed('A')}</xs:extension></xs:simpleContent>`)}`,
		right: ['<root xmlns="urn:a" xmlns:a="urn:a" a:kind="A">text</root>'],
		wrong: { '<root xmlns="urn:a" xmlns:a="urn:a" a:kind="x">text</root>': ['root x'] },
	},
	{
		what: 'groups, attribute groups and references to elements',
		body: `${list}${complex('T', '<xs:group ref="a:G"/><xs:attributeGroup ref="a:AG"/>')}
			<xs:group name="G"><xs:choice><xs:element ref="a:global"/><xs:group ref="a:G2"/></xs:choice></xs:group>
			<xs:group name="G2"><xs:sequence>${child}</xs:sequence></xs:group>
			<xs:attributeGroup name="AG"><xs:attributeGroup ref="a:AG2"/></xs:attributeGroup>
			<xs:attributeGroup name="AG2">${fixed('A')}</xs:attributeGroup>
			<xs:element name="global">${complex('', fixed('G'))}</xs:element>`,
		right: ['<root xmlns="urn:a" xmlns:a="urn:a" a:kind="A"><global a:kind="G"/></root>'],
		wrong: {
			'<root xmlns="urn:a" xmlns:a="urn:a" a:kind="x"><global a:kind="y"/></root>': ['root x', 'global y'],
			'<root xmlns="urn:a" xmlns:a="urn:a"><in a:kind="z"/></root>': ['in z'],
		},
	},
	{
		what: 'a type that contains itself',
		body: `${list}${complex('T', `<xs:sequence><xs:element name="t" type="a:T" minOccurs="0"/></xs:sequence>${fixed('A')}`)}`,
		right: ['<root xmlns="urn:a" xmlns:a="urn:a"><t><t a:kind="A"/></t></root>'],
		wrong: { '<root xmlns="urn:a" xmlns:a="urn:a"><t><t a:kind="x"/></t></root>': ['t x'] },
	},
	{
		what: 'unqualified local elements',
		body: `${list}${complex('T', `<xs:sequence><xs:element name="in" form="unqualified">${complex('', fixed('IN'))}</xs:element></xs:sequence>`)}`,
		right: ['<a:root xmlns:a="urn:a"><in a:kind="IN"/></a:root>'],
		wrong: { '<a:root xmlns:a="urn:a"><in a:kind="x"/></a:root>': ['in x'] },
	},
	{
		what: 'the type that xsi:type names',
		body: `${list}${complex('T', '<xs:sequence/>')}${complex('U', `<xs:complexContent><xs:extension base="a:T">${fixed('U')}</xs:extension></xs:complexContent>`)}`,
		right: [
			'<root xmlns="urn:a" xmlns:a="urn:a" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="U" a:kind="U"/>',
		],
		wrong: {
			'<root xmlns="urn:a" xmlns:a="urn:a" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="a:U" a:kind="x"/>':
				['root x'],
		},
	},
	{
		what: 'elements that stand in for another',
		body: `${list}${complex('T', '<xs:sequence><xs:element ref="a:head"/></xs:sequence>')}
			<xs:element name="head" type="a:H" abstract="true"/>${complex('H', '<xs:sequence/>')}
			<xs:element name="middle" type="a:H" substitutionGroup="a:head"/>
			<xs:element name="member" substitutionGroup="a:middle">${complex(
				'',
				`<xs:complexContent><xs:extension base="a:H">${fixed('M')}</xs:extension></xs:complexContent>`,
			)}</xs:element>`,
		right: ['<root xmlns="urn:a" xmlns:a="urn:a"><member a:kind="M"/></root>'],
		wrong: { '<root xmlns="urn:a" xmlns:a="urn:a"><member a:kind="x"/></root>': ['member x'] },
	},
	{
		what: 'global elements where a wildcard lets them in, but not where it skips them',
		body: `${list}${complex(
			'T',
			'<xs:sequence><xs:element name="skip"><xs:complexType><xs:sequence><xs:any processContents="skip"/></xs:sequence></xs:complexType></xs:element><xs:any processContents="lax"/></xs:sequence>',
		)}<xs:element name="global">${complex('', fixed('G'))}</xs:element>`,
		right: [
			'<root xmlns="urn:a" xmlns:a="urn:a"><skip><global a:kind="x"/></skip><global a:kind="G"/></root>',
		],
		wrong: {
			'<root xmlns="urn:a" xmlns:a="urn:a"><skip><global a:kind="x"/></skip><global a:kind="y"/></root>': [
				'global y',
			],
		},
	},
	{
		what: 'values by their meaning: white space, booleans and numbers',
		body: `${list}${complex('T', fixed('a b', 'token') + fixed('true', 'flag') + fixed('1.0', 'number') + fixed('2026-01-01', 'day') + fixed('x', 'any'))}`,
		right: [
			'<root xmlns="urn:a" xmlns:a="urn:a" a:token=" a  b " a:flag="1" a:number=" 01.00" a:day="2026-01-01" a:any="x"/>',
		],
		wrong: {
			'<root xmlns="urn:a" xmlns:a="urn:a" a:token="ab" a:flag="0" a:number="2" a:day="2026-01-02" a:any="y"/>':
				['root ab', 'root 0', 'root 2', 'root y'],
		},
	},
	{
		what: 'nothing where the schema leaves it open which type an element has',
		body: `<xs:element name="root">${complex(
			'',
			`<xs:choice><xs:element name="in" type="a:One"/><xs:element name="in" type="a:Two"/></xs:choice>`,
		)}</xs:element>${twoKinds}`,
		right: [
			'<root xmlns="urn:a" xmlns:a="urn:a"><in a:kind="x"/></root>',
			'<unknown xmlns="urn:a"><in/></unknown>',
		],
		wrong: {},
		illegal: true,
	},
	{
		what: 'nothing of elements that the schema does not allow',
		body: `${list}${complex('T', `<xs:sequence>${child}</xs:sequence>`)}<xs:element name="global">${complex('', fixed('G'))}</xs:element>`,
		right: [
			'<root xmlns="urn:a" xmlns:a="urn:a"><global a:kind="x"/><b:in xmlns:b="urn:b" a:kind="x"/><c:in a:kind="x"/></root>',
		],
		wrong: {},
		illegal: true,
	},
];

describe('fixed values of referenced attributes', () => {
	for (const { what, body, right, wrong: faults, illegal = false } of cases) {
		it(`are checked for ${what}`, async () => {
			const set = setOf(body);
			for (const document of right) {
				assert.deepEqual(wrong(document, set), [], document);
				if (!illegal) {
					assert.equal(await verdictOf(document, set), 'valid', document);
				}
			}
			for (const [document, expected] of Object.entries(faults)) {
				assert.deepEqual(wrong(document, set), expected, document);
			}
		});
	}

	it('survive a document that is nested deeper than the stack', () => {
		const set = setOf(
			`${list}${complex('T', `<xs:sequence><xs:element name="t" type="a:T" minOccurs="0"/></xs:sequence>${fixed('A')}`)}`,
		);
		const depth = 50_000;
		const document = `<root xmlns="urn:a" xmlns:a="urn:a">${'<t>'.repeat(depth)}<t a:kind="x"/>${'</t>'.repeat(depth)}</root>`;
		assert.deepEqual(wrong(document, set), ['t x']);
	});

	it('survive schemas that go round in circles or are not XML', () => {
		const circles = setOf(
			`${list}${complex('T', '<xs:complexContent><xs:extension base="a:T"/></xs:complexContent>')}
			<xs:group name="G"><xs:sequence><xs:group ref="a:G"/></xs:sequence></xs:group>
			<xs:element name="e" substitutionGroup="a:e"/>`,
		);
		assert.deepEqual(wrong('<root xmlns="urn:a"/>', circles), []);
		assert.deepEqual(
			wrong('<root xmlns="urn:a"/>', { id: '', entry: '', documents: new Map([['', '<broken']]) }),
			[],
		);
	});

	const wrongEntities = message
		.replace('<object StUF:entiteittype="ZAK"', '<object StUF:entiteittype="ZKN"')
		.replace('StUF:entiteittype="NPS"', 'StUF:entiteittype="NNP"')
		.replace('StUF:entiteittype="ZAKSTT"', 'StUF:entiteittype="ZAKSTA"');

	for (const [what, load] of [
		['our own schemas', () => Promise.resolve(readBundledSchema('schemas', 'stuf-zkn-0310'))],
		['a set in the shape of the official one', readOfficialShape],
	] as const) {
		it(`are found with ${what}, where libxml2 finds nothing`, async () => {
			const set = await load();
			assert.deepEqual(wrong(message, set), []);
			assert.deepEqual(wrong(wrongEntities, set), ['object ZKN', 'natuurlijkPersoon NNP', 'heeft ZAKSTA']);
		});
	}
});

async function readOfficialShape(): Promise<SchemaSet> {
	const folder = await withFolder({}, async (path) => {
		await writeStufSet(path);
		return readSchemaFolder(path);
	});
	const merged = mergeSchema(folder, {
		namespace: 'http://www.egem.nl/StUF/sector/zkn/0310',
		localName: 'zakLk01',
	});
	assert.ok(merged);
	return merged.set;
}
