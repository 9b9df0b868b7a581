import { schemaTexts } from '../../../src/schema/texts';
import assert from 'node:assert/strict';
import type { Expectation } from './schemaTesting';
import { assertFindings, schemaOf } from './schemaTesting';

/** One root element for each kind of fault, so that each case is small. */
const set = schemaOf(
	'findings',
	`
<xs:element name="volgorde"><xs:complexType><xs:sequence>
	<xs:element name="start"/><xs:element name="midden" minOccurs="0"/><xs:element name="einde"/>
	<xs:element name="vrij" minOccurs="0" maxOccurs="2"/>
</xs:sequence></xs:complexType></xs:element>
<xs:element name="keuze"><xs:complexType><xs:sequence>
	<xs:element name="start"/><xs:choice><xs:element name="links"/><xs:element name="rechts"/></xs:choice>
</xs:sequence></xs:complexType></xs:element>
<xs:element name="lijst"><xs:complexType><xs:sequence>${'abcdefghijkl'
		.split('')
		.map((letter) => `<xs:element name="${letter.repeat(7)}" minOccurs="0"/>`)
		.join('')}</xs:sequence></xs:complexType></xs:element>
<xs:element name="negen"><xs:complexType><xs:sequence>${'abcdefghi'
		.split('')
		.map((letter) => `<xs:element name="${letter.repeat(7)}" minOccurs="0"/>`)
		.join('')}</xs:sequence></xs:complexType></xs:element>
<xs:element name="open"><xs:complexType><xs:sequence>
	<xs:any namespace="##other" processContents="strict"/>
</xs:sequence><xs:anyAttribute namespace="##other" processContents="strict"/></xs:complexType></xs:element>
<xs:element name="kop" abstract="true" type="xs:string"/>
<xs:element name="lid" substitutionGroup="kop"/>
<xs:element name="groep"><xs:complexType><xs:sequence><xs:element ref="kop"/></xs:sequence></xs:complexType></xs:element>
<xs:element name="leeg"><xs:complexType/></xs:element>
<xs:element name="datum" type="xs:date"/>
<xs:element name="kenmerken"><xs:complexType>
	<xs:attribute name="soort" use="required"><xs:simpleType><xs:restriction base="xs:string">
		<xs:enumeration value="nieuw"/><xs:enumeration value="oud"/></xs:restriction></xs:simpleType></xs:attribute>
	<xs:attribute name="aantal" type="xs:int"/>
	<xs:attribute name="versie" fixed="1"/>
	<xs:attribute name="naam"><xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="2"/></xs:restriction></xs:simpleType></xs:attribute>
</xs:complexType></xs:element>
<xs:element name="regels"><xs:complexType><xs:sequence>
	<xs:element name="code" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[0-9]{4}"/></xs:restriction></xs:simpleType></xs:element>
	<xs:element name="tekst" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="2"/><xs:maxLength value="5"/></xs:restriction></xs:simpleType></xs:element>
	<xs:element name="vast" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string"><xs:length value="3"/></xs:restriction></xs:simpleType></xs:element>
	<xs:element name="getal" minOccurs="0"><xs:simpleType><xs:restriction base="xs:int"><xs:minInclusive value="1"/><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType></xs:element>
	<xs:element name="tussen" minOccurs="0"><xs:simpleType><xs:restriction base="xs:int"><xs:minExclusive value="1"/><xs:maxExclusive value="9"/></xs:restriction></xs:simpleType></xs:element>
	<xs:element name="bedrag" minOccurs="0"><xs:simpleType><xs:restriction base="xs:decimal"><xs:totalDigits value="4"/><xs:fractionDigits value="2"/></xs:restriction></xs:simpleType></xs:element>
	<xs:element name="ja" minOccurs="0" type="xs:boolean" fixed="true"/>
	<xs:element name="nummers" minOccurs="0"><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:element>
	<xs:element name="eigen" minOccurs="0" type="Eigen"/>
	<xs:element name="naam" minOccurs="0"><xs:complexType><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="taal"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
	<xs:element name="soms" minOccurs="0" nillable="true" type="xs:date"/>
	<xs:element name="id" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:attribute name="nr" type="xs:ID"/><xs:attribute name="naar" type="xs:IDREF"/></xs:complexType></xs:element>
	<xs:element name="ander" minOccurs="0"><xs:complexType><xs:attribute name="naar" type="xs:ID"/></xs:complexType></xs:element>
</xs:sequence></xs:complexType></xs:element>
<xs:element name="aanvulbaar"><xs:complexType>
	<xs:attribute name="soort" use="required"/><xs:anyAttribute namespace="##other" processContents="lax"/>
</xs:complexType></xs:element>
<xs:simpleType name="Eigen"><xs:union memberTypes="xs:int xs:date"/></xs:simpleType>
<xs:complexType name="Persoon" abstract="true"><xs:sequence/></xs:complexType>
<xs:complexType name="Burger"><xs:complexContent><xs:extension base="Persoon"><xs:sequence><xs:element name="bsn"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="Zaak"><xs:sequence/></xs:complexType>
<xs:element name="persoon" type="Persoon"/>
<xs:element name="sleutels"><xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded">
	<xs:element name="zaak"><xs:complexType><xs:sequence><xs:element name="nr" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
	<xs:element name="verwijzing"><xs:complexType><xs:attribute name="naar" type="xs:string"/></xs:complexType></xs:element>
</xs:choice></xs:complexType>
	<xs:key name="zaaknummer"><xs:selector xpath="t:zaak"/><xs:field xpath="t:nr"/></xs:key>
	<xs:keyref name="naarZaak" refer="zaaknummer"><xs:selector xpath="t:verwijzing"/><xs:field xpath="@naar"/></xs:keyref>
</xs:element>`,
);

const noList = { expected: [], more: 0, open: false };

interface Case {
	readonly name: string;
	readonly document: string;
	readonly expected: readonly Expectation[];
}

const cases: readonly Case[] = [
	{ name: 'nothing in a valid document', document: '<volgorde><start/><einde/></volgorde>', expected: [] },
	{
		name: 'an element that belongs before another',
		document: '<volgorde><start/><einde/><«midden»/></volgorde>',
		expected: [['schema.element-misplaced', { element: 'midden', before: 'einde', after: '' }]],
	},
	{
		name: 'an element that belongs after another',
		document: '<volgorde><«vrij»/><start/><einde/></volgorde>',
		expected: [['schema.element-misplaced', { element: 'vrij', before: '', after: 'einde' }]],
	},
	{
		name: 'a required element far from its place',
		document: '<volgorde><midden/><einde/><vrij/><«start»/></volgorde>',
		expected: [['schema.element-misplaced', { element: 'start', before: 'midden', after: '' }]],
	},
	{
		name: 'an element that is allowed nowhere, with what is allowed',
		document: '<volgorde><start/><«bijlage»/><einde/></volgorde>',
		expected: [
			[
				'schema.element-not-allowed',
				{
					element: 'bijlage',
					parent: 'volgorde',
					similar: '',
					expected: ['midden', 'einde'],
					more: 0,
					open: false,
				},
			],
		],
	},
	{
		name: 'an element after which nothing may come',
		document: '<datums><start/></datums>'
			.replaceAll('datums', 'volgorde')
			.replace('<start/>', '<start/><einde/><vrij/><vrij/><«bijlage»/>'),
		expected: [
			['schema.element-not-allowed', { element: 'bijlage', parent: 'volgorde', similar: '', ...noList }],
		],
	},
	{
		name: 'a misspelt required element, and a fault inside it',
		document: '<volgorde><«strat»/><einde/></volgorde>',
		expected: [
			[
				'schema.element-not-allowed',
				{ element: 'strat', parent: 'volgorde', similar: 'start', expected: ['start'], more: 0, open: false },
			],
		],
	},
	{
		name: 'a misspelt optional element',
		document: '<volgorde><start/><«Midden»/><einde/></volgorde>',
		expected: [
			[
				'schema.element-not-allowed',
				{
					element: 'Midden',
					parent: 'volgorde',
					similar: 'midden',
					expected: ['midden', 'einde'],
					more: 0,
					open: false,
				},
			],
		],
	},
	{
		name: 'at most eight expected elements, and how many more',
		document: '<negen><«x»/></negen>',
		expected: [
			[
				'schema.element-not-allowed',
				{
					element: 'x',
					parent: 'negen',
					similar: '',
					expected: 'abcdefgh'.split('').map((letter) => letter.repeat(7)),
					more: 1,
					open: false,
				},
			],
		],
	},
	{
		name: 'at most eight expected elements of a list that libxml2 has cut',
		document: '<lijst><«x»/></lijst>',
		expected: [
			[
				'schema.element-not-allowed',
				{
					element: 'x',
					parent: 'lijst',
					similar: '',
					expected: 'abcdefgh'.split('').map((letter) => letter.repeat(7)),
					more: 2,
					open: true,
				},
			],
		],
	},
	{
		name: 'the wrong namespace',
		document: '<volgorde><start/><«o:einde»/></volgorde>',
		expected: [
			[
				'schema.element-namespace',
				{ element: 'o:einde', namespace: 'urn:other', expectedNamespace: 'urn:test', suggestion: 'einde' },
			],
		],
	},
	{
		name: 'an element that a declaration takes out of its namespace',
		document: '<volgorde><start/><einde «xmlns=""»/></volgorde>',
		expected: [
			[
				'schema.namespace-redeclared',
				{ declaration: 'xmlns=""', element: 'einde', namespace: '', meant: 'urn:test' },
			],
		],
	},
	{
		name: 'a missing element before another',
		document: '<volgorde><«einde»/></volgorde>',
		expected: [
			['schema.element-missing', { elements: ['start'], oneOf: false, parent: 'volgorde', before: 'einde' }],
		],
	},
	{
		name: 'missing elements at the end, required ones only',
		document: '<«volgorde»></volgorde>',
		expected: [
			[
				'schema.element-missing',
				{ elements: ['start', 'einde'], oneOf: false, parent: 'volgorde', before: '' },
			],
		],
	},
	{
		name: 'a missing choice',
		document: '<«keuze»><start/></keuze>',
		expected: [
			['schema.element-missing', { elements: ['links', 'rechts'], oneOf: true, parent: 'keuze', before: '' }],
		],
	},
	{
		name: 'a missing element of any other namespace',
		document: '<«open»/>',
		expected: [['schema.element-missing', { elements: [], oneOf: false, parent: 'open', before: '' }]],
	},
	{
		name: 'an element that occurs once too often, with the first',
		document: '<volgorde><start/><«start»/><einde/></volgorde>',
		expected: [['schema.too-many', { element: 'start', parent: 'volgorde', allowed: 1 }, 'start']],
	},
	{
		name: 'each of the elements that are too many',
		document: '<volgorde><start/><einde/><vrij/><vrij/><«vrij»/><«vrij»/></volgorde>',
		expected: [
			['schema.too-many', { element: 'vrij', parent: 'volgorde', allowed: 2 }, 'vrij'],
			['schema.too-many', { element: 'vrij', parent: 'volgorde', allowed: 2 }, 'vrij'],
		],
	},
	{
		name: 'an element that a strict wildcard does not find',
		document: '<open><«o:x»/></open>',
		expected: [['schema.element-undeclared', { element: 'o:x', namespace: 'urn:other' }]],
	},
	{
		name: 'an abstract element',
		document: '<groep><«kop»/></groep>',
		expected: [['schema.abstract-element', { element: 'kop' }]],
	},
	{
		name: 'each run of text between elements, CDATA included',
		document: '<volgorde>«een»<start/> «twee <!-- --> drie»\n<einde/>«<![CDATA[x]]>»</volgorde>',
		expected: [
			['schema.text-not-allowed', { element: 'volgorde', text: 'een' }],
			['schema.text-not-allowed', { element: 'volgorde', text: 'twee  drie' }],
			['schema.text-not-allowed', { element: 'volgorde', text: 'x' }],
		],
	},
	{
		name: 'text between elements that nobody sees, by its number',
		document: '<regels>«\uFEFF»<code>1234</code></regels>',
		expected: [['schema.text-not-allowed', { element: 'regels', text: 'U+FEFF' }]],
	},
	{
		name: 'white space in an element that must be empty',
		document: '<leeg>« »</leeg>',
		expected: [['schema.content-not-allowed', { element: 'leeg' }]],
	},
	{
		name: 'an element in an element that must be empty',
		document: '<leeg>«<x/>»</leeg>',
		expected: [['schema.content-not-allowed', { element: 'leeg' }]],
	},
	{
		name: 'each element in a value, and not the value without it',
		document: '<datum>2026-<«b»>01</b>-<«i»>01</i></datum>',
		expected: [
			['schema.child-not-allowed', { element: 'b', parent: 'datum' }],
			['schema.child-not-allowed', { element: 'i', parent: 'datum' }],
		],
	},
	{
		name: 'an element in a value with attributes',
		document: '<regels><naam>Jan <«b»>Jansen</b></naam></regels>',
		expected: [['schema.child-not-allowed', { element: 'b', parent: 'naam' }]],
	},
	{
		name: 'a missing attribute',
		document: '<«kenmerken»/>',
		expected: [['schema.attribute-missing', { attribute: 'soort', element: 'kenmerken' }]],
	},
	{
		name: 'an attribute that is not allowed',
		document: '<kenmerken soort="oud" «kleur»="rood"/>',
		expected: [['schema.attribute-not-allowed', { attribute: 'kleur', element: 'kenmerken', similar: '' }]],
	},
	{
		name: 'a misspelt required attribute as one fault',
		document: '<kenmerken «sort»="oud"/>',
		expected: [
			['schema.attribute-not-allowed', { attribute: 'sort', element: 'kenmerken', similar: 'soort' }],
		],
	},
	{
		name: 'a required attribute in the wrong namespace as one fault',
		document: '<kenmerken «o:soort»="oud"/>',
		expected: [
			['schema.attribute-not-allowed', { attribute: 'o:soort', element: 'kenmerken', similar: 'soort' }],
		],
	},
	{
		name: 'a misspelt required attribute where those of other namespaces may be added, as one fault',
		document: '<aanvulbaar «sort»="oud" o:kleur="rood"/>',
		expected: [
			['schema.attribute-not-allowed', { attribute: 'sort', element: 'aanvulbaar', similar: 'soort' }],
		],
	},
	{
		name: 'an attribute on an element with a simple type',
		document: '<datum «soort»="oud">2026-01-01</datum>',
		expected: [['schema.attribute-not-allowed', { attribute: 'soort', element: 'datum', similar: '' }]],
	},
	{
		name: 'an attribute that a strict wildcard does not find',
		document: '<open «o:x»="1"><«o:y»/></open>',
		expected: [
			['schema.attribute-not-allowed', { attribute: 'o:x', element: 'open', similar: '' }],
			['schema.element-undeclared', { element: 'o:y', namespace: 'urn:other' }],
		],
	},
	{
		name: 'a value of an attribute that is not in the list',
		document: '<kenmerken soort="«nieuwe»"/>',
		expected: [
			[
				'schema.value-not-in-list',
				{
					element: 'kenmerken',
					attribute: 'soort',
					value: 'nieuwe',
					allowed: ['nieuw', 'oud'],
					similar: 'nieuw',
				},
			],
		],
	},
	{
		name: 'a value of an attribute of the wrong type, next to an equal value that is right',
		document: '<kenmerken soort="oud" naam="veel" aantal="«veel»"/>',
		expected: [
			['schema.value-type', { element: 'kenmerken', attribute: 'aantal', value: 'veel', type: 'xs:int' }],
		],
	},
	{
		name: 'an empty value of an attribute at the attribute',
		document: '<kenmerken soort="oud" «naam=""»/>',
		expected: [
			['schema.value-too-short', { element: 'kenmerken', attribute: 'naam', value: '', limit: 2, length: 0 }],
		],
	},
	{
		name: 'a fixed attribute',
		document: '<kenmerken soort="oud" versie="«2»"/>',
		expected: [
			['schema.fixed-value', { element: 'kenmerken', attribute: 'versie', value: '2', expected: '1' }],
		],
	},
	{
		name: 'a value of the wrong type, without the white space around it',
		document: '<datum>\n\t«01-02-2026»\n</datum>',
		expected: [
			['schema.value-type', { element: 'datum', attribute: '', value: '\n\t01-02-2026\n', type: 'xs:date' }],
		],
	},
	{
		name: 'an empty value at the name of the element',
		document: '<«datum»/>',
		expected: [['schema.value-type', { element: 'datum', attribute: '', value: '', type: 'xs:date' }]],
	},
	{
		name: 'a wrong item of a list as one fault',
		document: '<regels><nummers>«1 twee 3»</nummers></regels>',
		expected: [
			['schema.value-type', { element: 'nummers', attribute: '', value: '1 twee 3', type: 'xs:int' }],
		],
	},
	{
		name: 'a value that no type of a union takes',
		document: '<regels><eigen>«x»</eigen></regels>',
		expected: [['schema.value-type', { element: 'eigen', attribute: '', value: 'x', type: 'Eigen' }]],
	},
	{
		name: 'a pattern',
		document: '<regels><code>«12a»</code></regels>',
		expected: [
			['schema.value-pattern', { element: 'code', attribute: '', value: '12a', pattern: '[0-9]{4}' }],
		],
	},
	...(
		[
			['code', '« »1234'],
			['code', '1234«\n\t»'],
			['code', '«\n\t1234\n»'],
			['tekst', '«\tabcde »'],
			['tekst', '😀😀😀😀😀« »'],
			['vast', 'abc«<!-- --> »'],
			['code', '«1234\u00A0»'],
		] as const
	).map(([element, content]): Case => ({
		name: `white space around a value that is right otherwise: ${JSON.stringify(content)} in ${element}`,
		document: `<regels><${element}>${content}</${element}></regels>`,
		expected: [['schema.surrounding-whitespace', { element, attribute: '' }]],
	})),
	{
		name: 'white space around a value of an attribute that is in the list otherwise',
		document: '<kenmerken soort="« oud»"/>',
		expected: [['schema.surrounding-whitespace', { element: 'kenmerken', attribute: 'soort' }]],
	},
	{
		name: 'a value that is wrong without the white space around it too',
		document: '<regels><code> «12a» </code></regels>',
		expected: [
			['schema.value-pattern', { element: 'code', attribute: '', value: ' 12a ', pattern: '[0-9]{4}' }],
		],
	},
	{
		name: 'a value that is too long',
		document: '<regels><tekst>«te lang»</tekst></regels>',
		expected: [
			['schema.value-too-long', { element: 'tekst', attribute: '', value: 'te lang', limit: 5, length: 7 }],
		],
	},
	{
		name: 'a value that is too short',
		document: '<regels><tekst>«é»</tekst></regels>',
		expected: [
			['schema.value-too-short', { element: 'tekst', attribute: '', value: 'é', limit: 2, length: 1 }],
		],
	},
	{
		name: 'a value of the wrong length',
		document: '<regels><vast>«abcd»</vast></regels>',
		expected: [
			['schema.value-length', { element: 'vast', attribute: '', value: 'abcd', limit: 3, length: 4 }],
		],
	},
	...(
		[
			['getal', '0', 'at-least', '1'],
			['getal', '10', 'at-most', '9'],
			['tussen', '1', 'more-than', '1'],
			['tussen', '9', 'less-than', '9'],
		] as const
	).map(([element, value, relation, limit]): Case => ({
		name: `a value that must be ${relation} a limit`,
		document: `<regels><${element}>«${value}»</${element}></regels>`,
		expected: [['schema.value-range', { element, attribute: '', value, relation, limit }]],
	})),
	{
		name: 'too many digits',
		document: '<regels><bedrag>«12345»</bedrag></regels>',
		expected: [
			['schema.value-digits', { element: 'bedrag', attribute: '', value: '12345', part: 'all', limit: 4 }],
		],
	},
	{
		name: 'too many decimals',
		document: '<regels><bedrag>«1.234»</bedrag></regels>',
		expected: [
			[
				'schema.value-digits',
				{ element: 'bedrag', attribute: '', value: '1.234', part: 'fraction', limit: 2 },
			],
		],
	},
	{
		name: 'a fixed element',
		document: '<regels><ja>«false»</ja></regels>',
		expected: [['schema.fixed-value', { element: 'ja', attribute: '', value: 'false', expected: 'true' }]],
	},
	{
		name: 'xsi:nil where it is not allowed, and not the value that is missing',
		document: '<datum «xsi:nil="true"»/>',
		expected: [['schema.nil-not-allowed', { element: 'datum' }]],
	},
	{
		name: 'xsi:nil that is not a boolean, and not the value that is missing',
		document: '<regels><soms xsi:nil="«ja»"/></regels>',
		expected: [
			['schema.value-type', { element: 'soms', attribute: 'xsi:nil', value: 'ja', type: 'xs:boolean' }],
		],
	},
	{
		name: 'content next to xsi:nil',
		document: '<regels><soms xsi:nil="true">«2026-01-01»</soms></regels>',
		expected: [['schema.nil-with-content', { element: 'soms' }]],
	},
	{
		name: 'an abstract type',
		document: '<«persoon»/>',
		expected: [['schema.abstract-type', { element: 'persoon' }]],
	},
	{
		name: 'an unknown xsi:type as one fault, whatever it holds',
		document: '<persoon xsi:type="«Bedrijf»"><kvk/></persoon>',
		expected: [['schema.type-unknown', { element: 'persoon', type: 'Bedrijf' }]],
	},
	{
		name: 'an xsi:type with an unbound prefix as one fault',
		document: '<persoon xsi:type="«p:Burger»"/>',
		expected: [['schema.type-unknown', { element: 'persoon', type: 'p:Burger' }]],
	},
	{
		name: 'an xsi:type that is not derived as one fault',
		document: '<persoon xsi:type="«Zaak»"/>',
		expected: [['schema.type-not-derived', { element: 'persoon', type: 'Zaak' }]],
	},
	{
		name: 'the content of a right xsi:type',
		document: '<«persoon» xsi:type="Burger"/>',
		expected: [
			['schema.element-missing', { elements: ['bsn'], oneOf: false, parent: 'persoon', before: '' }],
		],
	},
	{
		name: 'a key that occurs twice, with the first',
		document: '<sleutels><zaak><nr>007</nr></zaak><zaak><nr>«007»</nr></zaak></sleutels>',
		expected: [
			['schema.duplicate', { element: 'nr', attribute: '', value: '007', constraint: 'zaaknummer' }, '007'],
		],
	},
	{
		name: 'an identifier (xs:ID) that occurs twice, with the first',
		document: '<regels><id nr="een"/><id nr="«een»"/></regels>',
		expected: [
			['schema.duplicate', { element: 'id', attribute: 'nr', value: 'een', constraint: 'xs:ID' }, 'een'],
		],
	},
	{
		name: 'an identifier of another kind that occurs twice, with the first and not a reference to it',
		document: '<regels><id naar="een"/><id nr="een"/><ander naar="«een»"/></regels>',
		expected: [
			['schema.duplicate', { element: 'ander', attribute: 'naar', value: 'een', constraint: 'xs:ID' }, 'een'],
		],
	},
	{
		name: 'an identifier of the wrong form, also when a reference to it comes first',
		document: '<regels><id naar="«1»"/><ander naar="«1»"/></regels>',
		expected: [
			['schema.value-type', { element: 'id', attribute: 'naar', value: '1', type: 'xs:IDREF' }],
			['schema.value-type', { element: 'ander', attribute: 'naar', value: '1', type: 'xs:ID' }],
		],
	},
	{
		name: 'a key that is not complete',
		document: '<sleutels><«zaak»/></sleutels>',
		expected: [['schema.key-incomplete', { element: 'zaak', constraint: 'zaaknummer' }]],
	},
	{
		name: 'a reference to nothing',
		document: '<sleutels><zaak><nr>1</nr></zaak><verwijzing naar="1"/><verwijzing naar="«2»"/></sleutels>',
		expected: [['schema.key-unknown', { element: 'verwijzing', values: '2', constraint: 'naarZaak' }]],
	},
	{
		name: 'a namespace that is declared wrongly, once for all that is in it',
		document: '<p:volgorde xmlns:p="«urn:tets»"><p:start/><p:einde/></p:volgorde>',
		expected: [['schema.namespace-unknown', { namespace: 'urn:tets', meant: 'urn:test' }]],
	},
	{
		name: 'an unknown root element',
		document: '<«onbekend»/>',
		expected: [['schema.root-unknown', { element: 'onbekend', namespace: 'urn:test' }]],
	},
];

describe('schema findings', () => {
	for (const { name, document, expected } of cases) {
		it(`tell ${name}`, () => assertFindings(document, set, expected));
	}

	it('have a case for each code but the last resort', () => {
		const told = new Set(cases.flatMap(({ expected }) => expected.map(([code]) => code)));
		assert.deepEqual(
			Object.keys(schemaTexts).filter((code) => !told.has(code)),
			// The first takes two namespaces: see wrongDeclarations.test.ts.
			['schema.namespace-other', 'schema.other'],
		);
	});
});
