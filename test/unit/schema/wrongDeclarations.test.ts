import assert from 'node:assert/strict';
import { schemaRepairs } from '../../../src/schema/repairs';
import type { SchemaSet } from '../../../src/schema/engine';
import { parseXml } from '../../../src/xml/parse';
import { edited } from '../../../src/xml/repair';
import { english } from '../validation/checking';
import { checkText, unmark, xsd } from './schemaTesting';

const zaak = 'urn:zaak';
const persoon = 'urn:persoon';

/** A case with a person of another namespace in it, and more elements than libxml2 lists. */
const set: SchemaSet = {
	id: 'test:declarations',
	entry: 'zaak.xsd',
	documents: new Map([
		[
			'zaak.xsd',
			xsd(
				`<xs:import namespace="${persoon}" schemaLocation="persoon.xsd"/>
<xs:element name="zaak"><xs:complexType><xs:sequence>
	<xs:element name="kop"><xs:complexType><xs:sequence><xs:element name="nummer" type="xs:int"/></xs:sequence></xs:complexType></xs:element>
	<xs:element ref="p:naam" xmlns:p="${persoon}" minOccurs="0"/>
	${'abcdefghijkl'
		.split('')
		.map((letter) => `<xs:element name="${letter.repeat(7)}" minOccurs="0"/>`)
		.join('')}
	<xs:element name="slot" minOccurs="0"><xs:complexType><xs:sequence><xs:element name="datum" type="xs:date"/></xs:sequence><xs:attribute ref="p:rol" xmlns:p="${persoon}"/></xs:complexType></xs:element>
	<xs:element name="vrij" minOccurs="0"><xs:complexType><xs:sequence><xs:any processContents="lax"/></xs:sequence></xs:complexType></xs:element>
</xs:sequence></xs:complexType></xs:element>`,
				zaak,
			),
		],
		[
			'persoon.xsd',
			xsd('<xs:element name="naam" type="xs:string"/><xs:attribute name="rol" type="xs:int"/>', persoon),
		],
	]),
};

interface Case {
	readonly name: string;
	/** With a mark around what is told. */
	readonly document: string;
	readonly codes: readonly string[];
	/** The document without the marks once what can be repaired is; absent when nothing can. */
	readonly repaired?: string;
}

const cases: readonly Case[] = [
	{
		name: 'a part of the message that is taken out of the namespace, once for all that is in it',
		document: `<zaak xmlns="${zaak}"><kop «xmlns=""»><nummer>1</nummer></kop></zaak>`,
		codes: ['redeclared'],
		repaired: `<zaak xmlns="${zaak}"><kop><nummer>1</nummer></kop></zaak>`,
	},
	{
		name: 'each part that is taken out of the namespace, at the first of them',
		document: `<zaak xmlns="${zaak}"><kop «xmlns=""»><nummer xmlns="">1</nummer></kop><slot xmlns=""><datum>2026-01-01</datum></slot></zaak>`,
		codes: ['redeclared'],
		repaired: `<zaak xmlns="${zaak}"><kop><nummer xmlns="">1</nummer></kop><slot xmlns=""><datum>2026-01-01</datum></slot></zaak>`,
	},
	{
		name: 'other faults in such a part, at their places',
		document: `<zaak xmlns="${zaak}"><kop><nummer>1</nummer></kop><slot «xmlns=""»><datum>«gisteren»</datum></slot></zaak>`,
		codes: ['redeclared', 'value-type'],
		repaired: `<zaak xmlns="${zaak}"><kop><nummer>1</nummer></kop><slot><datum>gisteren</datum></slot></zaak>`,
	},
	{
		name: 'a prefix that is given another meaning further on',
		document: `<z:zaak xmlns:z="${zaak}"><z:kop «xmlns:z="${persoon}"»><z:nummer>1</z:nummer></z:kop></z:zaak>`,
		codes: ['redeclared'],
		repaired: `<z:zaak xmlns:z="${zaak}"><z:kop><z:nummer>1</z:nummer></z:kop></z:zaak>`,
	},
	{
		name: 'a prefix with the namespace of another one, for elements and attributes',
		document: `<zaak xmlns="${zaak}" xmlns:p="«${zaak}»"><kop><nummer>1</nummer></kop><p:naam>x</p:naam><slot p:rol="«x»"><datum>2026-01-01</datum></slot></zaak>`,
		codes: ['other', 'value-type'],
		repaired: `<zaak xmlns="${zaak}" xmlns:p="${persoon}"><kop><nummer>1</nummer></kop><p:naam>x</p:naam><slot p:rol="x"><datum>2026-01-01</datum></slot></zaak>`,
	},
	{
		name: 'a prefix that is right, where only one element has the wrong one',
		document: `<zaak xmlns="${zaak}" xmlns:p="${persoon}"><kop><«p:nummer»>1</p:nummer></kop><p:naam>x</p:naam></zaak>`,
		codes: ['element'],
		repaired: `<zaak xmlns="${zaak}" xmlns:p="${persoon}"><kop><nummer>1</nummer></kop><p:naam>x</p:naam></zaak>`,
	},
	{
		name: 'an element without its prefix that libxml2 would not list',
		document: `<z:zaak xmlns:z="${zaak}"><z:kop><z:nummer>1</z:nummer></z:kop><«slot»><datum>2026-01-01</datum></slot></z:zaak>`,
		codes: ['element'],
		repaired: `<z:zaak xmlns:z="${zaak}"><z:kop><z:nummer>1</z:nummer></z:kop><z:slot><datum>2026-01-01</datum></z:slot></z:zaak>`,
	},
	{
		name: 'nothing where the schema leaves it free what stands there',
		document: `<zaak xmlns="${zaak}"><kop><nummer>1</nummer></kop><vrij><naam xmlns="">x</naam></vrij></zaak>`,
		codes: [],
	},
	{
		name: 'a name that cannot be written with the prefix of its parent as it means something else there',
		document: `<z:zaak xmlns:z="${zaak}"><z:kop><z:nummer>1</z:nummer></z:kop><«z:slot» xmlns:z="${persoon}" z:rol="1"><datum xmlns="${zaak}">2026-01-01</datum></z:slot></z:zaak>`,
		codes: ['element'],
	},
];

describe('a namespace that is declared wrongly', () => {
	for (const { name, document, codes, repaired } of cases) {
		it(`gives ${name}`, async () => {
			const { text, spans } = unmark(document);
			const result = await checkText(text, set);
			assert.equal(result.status, 'checked');
			assert.deepEqual(
				result.findings.map(({ code, span }) => [code.replace(/^schema\.(?:namespace-)?/, ''), span]),
				codes.map((code, index) => [code === 'element' ? 'element-namespace' : code, spans[index]]),
			);
			const xml = parseXml(text);
			const edits = result.findings.flatMap(
				({ code, span, data }) =>
					schemaRepairs.get(code)?.({ document: xml, span, data }, english)[0]?.edits ?? [],
			);
			assert.equal(edited(text, edits), repaired ?? text);
		});
	}
});
