import assert from 'node:assert/strict';
import type { SchemaEngine } from '../../../src/schema/engine';
import type { Expectation } from './schemaTesting';
import { assertFindings, checkText, declared, engine, schemaOf, unmark } from './schemaTesting';

const set = schemaOf(
	'stage',
	`
<xs:element name="zaak"><xs:complexType><xs:sequence>
	<xs:element name="identificatie" type="xs:string"/>
	<xs:element name="omschrijving" type="Omschrijving"/>
	<xs:element name="toelichting" type="xs:string" minOccurs="0"/>
	<xs:element name="startdatum" type="xs:date"/>
	<xs:element name="einddatumGepland" type="xs:date" minOccurs="0"/>
	<xs:element name="einddatum" type="xs:date" minOccurs="0"/>
	<xs:element name="kenmerk" type="xs:string" minOccurs="0" maxOccurs="2"/>
	<xs:element name="status" type="Status" minOccurs="0" maxOccurs="unbounded"/>
</xs:sequence><xs:attribute name="soort"/></xs:complexType></xs:element>
<xs:simpleType name="Omschrijving"><xs:restriction base="xs:string"><xs:maxLength value="10"/></xs:restriction></xs:simpleType>
<xs:complexType name="Status"><xs:sequence>
	<xs:element name="volgnummer" type="xs:int"/>
	<xs:element name="datum" type="xs:date"/>
	<xs:element name="persoon" minOccurs="0"><xs:complexType><xs:sequence>
		<xs:element name="bsn" type="xs:string"/><xs:element name="naam" type="xs:string"/>
	</xs:sequence></xs:complexType></xs:element>
</xs:sequence></xs:complexType>
<xs:element name="rij"><xs:complexType><xs:sequence>${['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg', 'hh']
		.map((name) => `<xs:element name="${name}" type="xs:string"/>`)
		.join('')}</xs:sequence></xs:complexType></xs:element>
<xs:element name="hulzen"><xs:complexType><xs:sequence>
	<xs:element name="huls" maxOccurs="unbounded"><xs:complexType><xs:sequence>
		<xs:element ref="zaak" minOccurs="0"/>
		<xs:element name="los" minOccurs="0"/>
	</xs:sequence></xs:complexType></xs:element>
</xs:sequence></xs:complexType></xs:element>`,
);

const start = '<startdatum>2026-01-01</startdatum>';
const head = `<identificatie>1</identificatie><omschrijving>x</omschrijving>${start}`;
const date = '<datum>2026-01-01</datum>';

interface Case {
	readonly name: string;
	readonly document: string;
	readonly expected: readonly Expectation[];
	readonly at?: readonly number[];
}

function misplaced(element: string, before: string, after = ''): Expectation {
	return ['schema.element-misplaced', { element, before, after }];
}

function missing(parent: string, before: string, ...elements: readonly string[]): Expectation {
	return ['schema.element-missing', { elements, oneOf: false, parent, before }];
}

function misspelt(
	element: string,
	similar: string,
	parent: string,
	...expected: readonly string[]
): Expectation {
	return ['schema.element-not-allowed', { element, parent, similar, expected, more: 0, open: false }];
}

function notADate(element: string, value: string): Expectation {
	return ['schema.value-type', { element, attribute: '', value, type: 'xs:date' }];
}

const several: readonly Case[] = [
	{
		name: 'misspelt, misplaced, too many and missing in one document, each once',
		document:
			`<zaak><identificatie>1</identificatie><«omschrijvng»>te lange tekst</omschrijvng>${start}<einddatum>2026-01-01</einddatum><«einddatumGepland»>2026-01-01</einddatumGepland><kenmerk/><kenmerk/><«kenmerk»/><status><«datum»>«gisteren»</datum></status></zaak>`.replace(
				'>te lange tekst<',
				'>«te lange tekst»<',
			),
		expected: [
			misspelt('omschrijvng', 'omschrijving', 'zaak', 'omschrijving'),
			[
				'schema.value-too-long',
				{ element: 'omschrijvng', attribute: '', value: 'te lange tekst', limit: 10, length: 14 },
			],
			misplaced('einddatumGepland', 'einddatum'),
			['schema.too-many', { element: 'kenmerk', parent: 'zaak', allowed: 2 }, 'kenmerk'],
			missing('status', 'datum', 'volgnummer'),
			notADate('datum', 'gisteren'),
		],
	},
	{
		name: 'two neighbours, one misplaced and one misspelt',
		document: `<zaak><omschrijving>x</omschrijving><«identificatie»>1</identificatie><«startdatm»>«x»</startdatm></zaak>`,
		expected: [
			misplaced('identificatie', 'omschrijving'),
			misspelt('startdatm', 'startdatum', 'zaak', 'toelichting', 'startdatum'),
			notADate('startdatm', 'x'),
		],
	},
	{
		name: 'a missing element right before a misspelt one',
		document: '<rij><aa/><bb/><«ccc»/><«ee»/><ff/><gg/><hh/></rij>',
		expected: [misspelt('ccc', 'cc', 'rij', 'cc'), missing('rij', 'ee', 'dd')],
	},
	{
		name: 'a row of missing elements, and one missing at the end',
		document: '<«rij»><aa/><«ff»/><gg/></rij>',
		expected: [missing('rij', '', 'hh'), missing('rij', 'ff', 'bb', 'cc', 'dd', 'ee')],
	},
	{
		name: 'an element at the start that belongs at the end',
		document: '<rij><«hh»/><aa/><bb/><cc/><dd/><ee/><ff/><gg/></rij>',
		expected: [misplaced('hh', '', 'gg')],
	},
	{
		name: 'two elements that changed places',
		document: '<rij><aa/><cc/><«bb»/><dd/><ee/><gg/><«ff»/><hh/></rij>',
		expected: [misplaced('bb', 'cc'), misplaced('ff', 'gg')],
	},
	{
		name: 'faults in an element and in elements inside it',
		document: `<zaak>${head}<status><volgnummer>1</volgnummer>${date}<persoon><«naam»/></persoon><«x»/></status><«y»/><status><volgnummer>«a»</volgnummer>${date}</status></zaak>`,
		expected: [
			missing('persoon', 'naam', 'bsn'),
			misspelt('x', '', 'status'),
			misspelt('y', '', 'zaak', 'status'),
			['schema.value-type', { element: 'volgnummer', attribute: '', value: 'a', type: 'xs:int' }],
		],
	},
	{
		name: 'the same unknown element at many places of one parent',
		document: `<zaak>${head}${`<«bijlage»/><status><volgnummer>1</volgnummer>${date}</status>`.repeat(20)}</zaak>`,
		expected: Array.from({ length: 20 }, (_, index): Expectation => {
			const [code, data] = misspelt(
				'bijlage',
				'',
				'zaak',
				'einddatumGepland',
				'einddatum',
				'kenmerk',
				'status',
			);
			return [code, index === 0 ? data : { ...data, expected: [], open: true }];
		}),
	},
	{
		name: 'a wrong namespace once, not again for each element inside',
		document: `<zaak>${head}<«o:status»><o:volgnummer>1</o:volgnummer><o:datum>2026-01-01</o:datum></o:status></zaak>`,
		expected: [
			[
				'schema.element-namespace',
				{ element: 'o:status', namespace: 'urn:other', expectedNamespace: 'urn:test', suggestion: 'status' },
			],
		],
	},
	{
		name: 'a wrong namespace declaration in two places, and the faults behind it in the right places',
		document: `<p:zaak xmlns:p="«urn:test/»">${head.replace(/<(\/?)/g, '<$1p:')}<«p:einddatm»>«x»</p:einddatm><kenmerk xmlns="urn:test/"/></p:zaak>`,
		expected: [
			['schema.namespace-unknown', { namespace: 'urn:test/', meant: 'urn:test' }, 'urn:test/'],
			misspelt(
				'p:einddatm',
				'p:einddatum',
				'p:zaak',
				...['p:einddatumGepland', 'p:einddatum', 'p:kenmerk', 'p:status'],
			),
			notADate('p:einddatm', 'x'),
		],
	},
	{
		name: 'no consequence of an element that was only named to get past it',
		document: `<rij><aa/><«vreemd»><x/>tekst</vreemd><cc/><dd/><ee/><ff/><gg/><hh/></rij>`,
		expected: [misspelt('vreemd', '', 'rij', 'bb')],
	},
	{
		name: 'a message in a SOAP body, and nothing outside it',
		document: `<s:Envelope xmlns:s="urn:soap"><s:Header><x/></s:Header><s:Body><zaak><identificatie>1</identificatie><«startdatum»>«x»</startdatum><«foo»/></zaak></s:Body></s:Envelope>`,
		at: [1, 0],
		expected: [
			missing('zaak', 'startdatum', 'omschrijving'),
			notADate('startdatum', 'x'),
			misspelt('foo', '', 'zaak', 'einddatumGepland', 'einddatum', 'kenmerk', 'status'),
		],
	},
	{
		name: 'the shape of the document in references, comments and CDATA',
		document: `<zaak><!-- <x> --><identificatie>&lt;<![CDATA[<y>]]>&#x41;</identificatie><omschrijving>«1234567&lt;&gt;&amp;x»</omschrijving><?pi?>${start}<«z»/></zaak>`,
		expected: [
			[
				'schema.value-too-long',
				{ element: 'omschrijving', attribute: '', value: '1234567<>&x', limit: 10, length: 11 },
			],
			misspelt('z', '', 'zaak', 'einddatumGepland', 'einddatum', 'kenmerk', 'status'),
		],
	},
];

const broken: readonly Case[] = [
	{
		name: 'what comes before the first fault',
		document: `<zaak><identificatie>1</identificatie><omschrijving>«te lange tekst»</omschrijving><startdatum>«x»</startdatum><status><volgnummer>a & b</volgnummer></status></zaak>`,
		expected: [
			[
				'schema.value-too-long',
				{ element: 'omschrijving', attribute: '', value: 'te lange tekst', limit: 10, length: 14 },
			],
			notADate('startdatum', 'x'),
		],
	},
	{
		name: 'a wrong element, and nothing that is missing in the one that is not closed',
		document: `<zaak><identificatie>1</identificatie><«startdatm»/></zaak`,
		expected: [misspelt('startdatm', '', 'zaak', 'omschrijving')],
	},
	{
		name: 'no value of an element that is not closed',
		document: `<zaak>${head}<einddatum>2026</zaak>`,
		expected: [],
	},
	{
		name: 'an attribute of an element that is not closed',
		document: `<zaak>${head}<status «naam»="x"><volgnummer></status></zaak>`,
		expected: [['schema.attribute-not-allowed', { attribute: 'naam', element: 'status', similar: '' }]],
	},
	{
		name: 'order and missing elements between elements that are complete',
		document: `<zaak><omschrijving>x</omschrijving><«identificatie»>1</identificatie><startdatum>2026-01-01</startdatum><status><«datum»>2026-01-01</datum></status><status>`,
		expected: [misplaced('identificatie', 'omschrijving'), missing('status', 'datum', 'volgnummer')],
	},
	{
		name: 'all of a document that goes wrong after its root',
		document: `<zaak><identificatie>1</identificatie><«startdatum»>2026-01-01</startdatum></zaak><zaak/>`,
		expected: [missing('zaak', 'startdatum', 'omschrijving')],
	},
	{
		name: 'nothing when the start tag of the root is wrong',
		document: '<zaak soort=1><x/></zaak>',
		expected: [],
	},
];

describe('the schema stage', () => {
	for (const { name, document, expected, at } of several) {
		it(`finds ${name}`, () => assertFindings(document, set, expected, at ? { at } : {}));
	}
});

describe('the schema stage on a document that is not well-formed', () => {
	for (const { name, document, expected } of broken) {
		it(`finds ${name}`, () => assertFindings(document, set, expected));
	}
});

describe('a check against a schema', () => {
	/** The engine, with the documents that it was given. */
	function counting(): { readonly engine: SchemaEngine; readonly sources: (string | Uint8Array)[] } {
		const sources: (string | Uint8Array)[] = [];
		return {
			sources,
			engine: {
				validate(source, ...rest) {
					sources.push(source);
					return engine.validate(source, ...rest);
				},
			},
		};
	}

	it('calls the engine once for a valid document, with the text as it is', async () => {
		const text = `<?xml version="1.0" encoding="ISO-8859-1"?>\n<!-- é -->${declared(`<zaak>${head}</zaak>`)}\n`;
		const { engine: counted, sources } = counting();
		const result = await checkText(text, set, { engine: counted });
		assert.deepEqual(result, { status: 'checked', findings: [], truncated: false });
		assert.deepEqual(sources, [text]);
	});

	it('calls the engine once for a document whose content models are right', async () => {
		const { engine: counted, sources } = counting();
		const text = declared(`<zaak soort="x" kleur="y">${head}<einddatum>x</einddatum></zaak>`);
		const result = await checkText(text, set, { engine: counted });
		assert.equal(result.status === 'checked' && result.findings.length, 2);
		assert.equal(sources.length, 1);
	});

	it('calls the engine a bounded number of times, whatever the document', async () => {
		const { engine: counted, sources } = counting();
		const odd = Array.from({ length: 400 }, (_, index) => `<status/><kenmerk/><einddatum/><x${index}/>`).join(
			'',
		);
		const result = await checkText(declared(`<zaak>${odd}</zaak>`), set, { engine: counted });
		assert.equal(result.status, 'checked');
		assert.equal(result.truncated, true);
		assert.ok(sources.length < 1200, `${sources.length} calls`);
	});

	it('strips a document type and expands no entity of it', async () => {
		const { engine: counted, sources } = counting();
		const { text, spans } = unmark(
			`<!DOCTYPE zaak [<!ENTITY e "uitgeklapt">]>${declared(`<zaak soort="&e;"><identificatie>&e;</identificatie><«startdatum»>2026-01-01</startdatum></zaak>`)}`,
		);
		const result = await checkText(text, set, { engine: counted });
		assert.equal(result.status, 'checked');
		assert.deepEqual(
			result.findings.map(({ code, span }) => ({ code, span })),
			[{ code: 'schema.element-missing', span: spans[0] }],
		);
		assert.ok(sources.every((source) => !/DOCTYPE|uitgeklapt/.test(String(source))));
	});

	it('gives the first findings only, and says so', async () => {
		const text = declared(`<zaak>${head}${'<status><volgnummer>x</volgnummer></status>'.repeat(50)}</zaak>`);
		const result = await checkText(text, set, { maxFindings: 5 });
		assert.equal(result.status, 'checked');
		assert.equal(result.findings.length, 5);
		assert.equal(result.truncated, true);
	});

	it('rejects with the reason of an aborted signal, between calls of the engine', async () => {
		const controller = new AbortController();
		const reason = new Error('stopped');
		const aborting: SchemaEngine = {
			validate(...call) {
				controller.abort(reason);
				return engine.validate(...call);
			},
		};
		const check = checkText(declared('<rij><bb/></rij>'), set, {
			engine: aborting,
			signal: controller.signal,
		});
		await assert.rejects(check, reason);
	});

	it('hands on why a schema cannot be used', async () => {
		const broken = schemaOf('broken', '<xs:element name="zaak" type="Onbekend"/>');
		const result = await checkText('<zaak/>', broken);
		assert.equal(result.status, 'schema-unusable');
		assert.deepEqual(
			result.errors.map(({ document, line }) => ({ document, line })),
			[{ document: 'test.xsd', line: 1 }],
		);
	});

	it('tells that libxml2 refuses a document over its limits', async () => {
		const result = await checkText('<a>'.repeat(300) + '</a>'.repeat(300), set);
		assert.equal(result.status, 'refused');
		assert.match(result.message, /depth/i);
	});
});
