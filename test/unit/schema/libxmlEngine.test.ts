import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SchemaSet } from '../../../src/schema/engine';
import { createLibxmlEngine } from '../../../src/schema/libxmlEngine';
import { engine, namespace, schemaOf, xsd } from './schemaTesting';

const options = { at: [], maxErrors: 10 } as const;

const text = schemaOf('text', '<xs:element name="tekst" type="xs:string"/>');
const coded = schemaOf(
	'coded',
	'<xs:element name="code"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="é"/></xs:restriction></xs:simpleType></xs:element>',
);

function setOf(id: string, documents: Readonly<Record<string, string>>): SchemaSet {
	return {
		id: `test:${id}`,
		entry: Object.keys(documents)[0] ?? '',
		documents: new Map(Object.entries(documents)),
	};
}

describe('the schema engine', () => {
	it('tells the number, the place and the words of an error', async () => {
		const set = schemaOf(
			'place',
			'<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" type="xs:int" maxOccurs="9"/></xs:sequence></xs:complexType></xs:element>',
		);
		const verdict = await engine.validate(
			`<p:a xmlns:p="${namespace}">\n<p:b>1</p:b>\n<!-- --><p:b>x</p:b></p:a>`,
			set,
			options,
		);
		assert.deepEqual(verdict, {
			status: 'checked',
			errors: [
				{
					code: 1824,
					message: "Element '{urn:test}b': 'x' is not a valid value of the atomic type 'xs:int'.",
					xpath: '/*[1]/*[2]',
					line: 3,
				},
			],
			truncated: false,
		});
	});

	for (const encoding of ['UTF-16', 'ISO-8859-1', 'windows-1252', 'US-ASCII', 'no-such-encoding']) {
		const document = `<?xml version="1.0" encoding="${encoding}"?><code xmlns="${namespace}">é</code>`;
		it(`takes text and UTF-8 that say they are ${encoding} for what they are`, async () => {
			const valid = { status: 'checked', errors: [], truncated: false };
			assert.deepEqual(await engine.validate(document, coded, options), valid);
			assert.deepEqual(await engine.validate(new TextEncoder().encode(document), coded, options), valid);
		});

		it(`takes a schema that says it is ${encoding} for what it is`, async () => {
			const declaration = `<?xml version="1.0" encoding='${encoding}' standalone="yes"?>`;
			const set = setOf(`declared ${encoding}`, {
				'a.xsd': `${declaration}${xsd('<xs:include schemaLocation="b.xsd"/><xs:element name="code" type="C"/>')}`,
				'b.xsd': `${declaration}${xsd('<xs:simpleType name="C"><xs:restriction base="xs:string"><xs:enumeration value="é"/></xs:restriction></xs:simpleType>')}`,
			});
			const verdict = await engine.validate(`<code xmlns="${namespace}">é</code>`, set, options);
			assert.deepEqual(verdict, { status: 'checked', errors: [], truncated: false });
		});
	}

	it('skips a byte order mark', async () => {
		const verdict = await engine.validate(`\uFEFF<code xmlns="${namespace}">é</code>`, coded, options);
		assert.equal(verdict.status === 'checked' && verdict.errors.length, 0);
	});

	it('validates an element inside the document', async () => {
		const soap = `<e><h/><b><code xmlns="${namespace}">x</code></b></e>`;
		const verdict = await engine.validate(soap, coded, { ...options, at: [1, 0] });
		assert.equal(verdict.status, 'checked');
		assert.deepEqual(
			verdict.errors.map(({ code, xpath }) => ({ code, xpath })),
			[{ code: 1840, xpath: '/*[1]/*[2]/*[1]' }],
		);
	});

	it('keeps as many errors as asked for, and says that there are more', async () => {
		const set = schemaOf(
			'many',
			'<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" type="xs:int" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>',
		);
		const document = `<a xmlns="${namespace}">${'<b>x</b>'.repeat(100)}</a>`;
		const verdict = await engine.validate(document, set, { at: [], maxErrors: 7 });
		assert.equal(verdict.status, 'checked');
		assert.equal(verdict.errors.length, 7);
		assert.equal(verdict.truncated, true);
		const all = await engine.validate(document, set, { at: [], maxErrors: 100 });
		assert.equal(all.status === 'checked' && all.truncated, false);
	});

	it('counts lines above 65535', async () => {
		const document = `<code xmlns="${namespace}"${'\n'.repeat(70_000)}>x</code>`;
		const verdict = await engine.validate(document, coded, options);
		assert.equal(verdict.status === 'checked' && verdict.errors[0]?.line, 70_001);
	});

	for (const [name, document] of [
		['an empty document', ''],
		['a document that is not closed', '<a><b></a>'],
		['a document with an unbound prefix', '<p:a/>'],
		['a binary file', '\u0000\u0001\u0002'],
	] as const) {
		it(`says that it does not parse ${name}`, async () => {
			const verdict = await engine.validate(document, text, options);
			assert.equal(verdict.status, 'not-parsed');
			assert.ok(verdict.errors.length > 0);
		});
	}

	it('judges a document with a namespace that is no URI', async () => {
		const document = `<tekst xmlns="${namespace}" xmlns:x="http://a>b"/>`;
		const verdict = await engine.validate(document, text, options);
		assert.deepEqual(verdict, { status: 'checked', errors: [], truncated: false });
	});

	it('keeps working through more schemas than it keeps, and after a schema that does not compile', async () => {
		const own = await createLibxmlEngine();
		for (let round = 0; round < 2; round++) {
			for (let index = 0; index < 40; index++) {
				const set = schemaOf(`number ${index}`, `<xs:element name="a${index}" type="xs:int"/>`);
				const verdict = await own.validate(`<a${index} xmlns="${namespace}">x</a${index}>`, set, options);
				assert.equal(verdict.status === 'checked' && verdict.errors[0]?.code, 1824);
				const broken = await own.validate('<a/>', schemaOf(`broken ${index}`, '<xs:element/>'), options);
				assert.equal(broken.status, 'schema-unusable');
			}
		}
		own.dispose();
	});
});

describe('compiling a schema set', () => {
	it('finds documents by relative names, with dots, spaces and letters of all kinds', async () => {
		const set = setOf('relative', {
			'a/b/entry één.xsd': xsd(
				'<xs:include schemaLocation="../../c%20d/%C3%A9.xsd"/><xs:element name="n" type="N"/>',
			),
			'c d/é.xsd': xsd('<xs:include schemaLocation="./e.xsd"/>'),
			'c d/e.xsd': xsd('<xs:simpleType name="N"><xs:restriction base="xs:int"/></xs:simpleType>'),
		});
		const verdict = await engine.validate(`<n xmlns="${namespace}">x</n>`, set, options);
		assert.equal(verdict.status === 'checked' && verdict.errors[0]?.code, 1824);
	});

	const unusable: readonly {
		readonly name: string;
		readonly documents: Readonly<Record<string, string>>;
		readonly errors: readonly {
			readonly document: string;
			readonly line: number;
			readonly message: RegExp;
		}[];
	}[] = [
		{
			name: 'a document that is not well-formed',
			documents: { 'a.xsd': '<schema' },
			errors: [{ document: 'a.xsd', line: 1, message: /Start Tag/ }],
		},
		{
			name: 'a document that is no schema',
			documents: { 'a.xsd': '<schema/>' },
			errors: [{ document: '', line: 0, message: /'a\.xsd' is not a schema/ }],
		},
		{
			name: 'a type that does not exist, with its file and line',
			documents: {
				'a.xsd': xsd('<xs:include schemaLocation="b.xsd"/>'),
				'b.xsd': xsd('\n\n<xs:element name="b" type="Weg"/>'),
			},
			errors: [{ document: 'b.xsd', line: 3, message: /'{urn:test}Weg' does not resolve/ }],
		},
		{
			name: 'a missing include',
			documents: { 'a.xsd': xsd('\n<xs:include schemaLocation="map/weg.xsd"/>') },
			errors: [{ document: 'a.xsd', line: 2, message: /'map\/weg\.xsd' for inclusion/ }],
		},
		{
			name: 'a missing import, when something does not resolve',
			documents: {
				'a.xsd': xsd(
					'<xs:import namespace="urn:b" schemaLocation="b.xsd"/>\n<xs:element name="a" xmlns:b="urn:b" type="b:B"/>',
				),
			},
			errors: [
				{ document: 'a.xsd', line: 1, message: /Failed to locate a schema at location 'b\.xsd'/ },
				{ document: 'a.xsd', line: 2, message: /'{urn:b}B' does not resolve/ },
			],
		},
	];
	for (const { name, documents, errors } of unusable) {
		it(`tells ${name}`, async () => {
			const verdict = await engine.validate('<a/>', setOf(name, documents), options);
			assert.equal(verdict.status, 'schema-unusable');
			assert.equal(verdict.errors.length, errors.length, JSON.stringify(verdict.errors));
			errors.forEach(({ document, line, message }, index) => {
				const error = verdict.errors[index];
				assert.deepEqual({ document: error?.document, line: error?.line }, { document, line });
				assert.match(error?.message ?? '', message);
			});
		});
	}

	it('lets a missing import be when nothing needs it', async () => {
		const set = setOf('unneeded', {
			'a.xsd': xsd('<xs:import namespace="urn:b" schemaLocation="b.xsd"/><xs:element name="a"/>'),
		});
		const verdict = await engine.validate(`<a xmlns="${namespace}"/>`, set, options);
		assert.deepEqual(verdict, { status: 'checked', errors: [], truncated: false });
	});

	it('tells that the entry is not in the set', async () => {
		const verdict = await engine.validate(
			'<a/>',
			{ id: 'none', entry: 'a.xsd', documents: new Map() },
			options,
		);
		assert.equal(verdict.status === 'schema-unusable' && verdict.errors[0]?.document, 'a.xsd');
	});
});

describe('attacks on the schema engine', () => {
	let folder: string;
	let secret: string;
	let server: Server;
	let address: string;
	let connections = 0;

	before(async () => {
		folder = mkdtempSync(join(tmpdir(), 'lz-attack-'));
		secret = join(folder, 'secret.xsd');
		// A schema as well as a secret: if it could be read, a document would be valid by it.
		writeFileSync(secret, xsd('<xs:element name="geheim" type="xs:string"/>'));
		server = createServer((_request, response) => response.end(xsd('')));
		server.on('connection', () => connections++);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret.xsd`;
	});

	after(() => {
		server.close();
		rmSync(folder, { recursive: true });
	});

	/** Places outside the set; the last ones are files that libxml2 in WebAssembly could open by itself. */
	function places(): readonly string[] {
		return [
			pathToFileURL(secret).href,
			secret,
			address,
			address.replace('http', 'ftp'),
			'/dev/stdin',
			'/dev/random',
			'/dev/tty',
		];
	}

	async function settled(): Promise<void> {
		await new Promise((resolve) => setImmediate(resolve));
		assert.equal(connections, 0, 'a connection was opened');
	}

	for (const kind of ['include', 'redefine']) {
		it(`an ${kind} of a file or an address is refused`, async () => {
			for (const place of places()) {
				const set = setOf(`${kind} ${place}`, {
					'a.xsd': xsd(`<xs:${kind} schemaLocation="${place}"/><xs:element name="a" type="xs:string"/>`),
				});
				const verdict = await engine.validate(`<geheim xmlns="${namespace}"/>`, set, options);
				assert.equal(verdict.status, 'schema-unusable', place);
			}
			await settled();
		});
	}

	it('an import of a file or an address finds nothing', async () => {
		for (const place of places()) {
			const set = setOf(`import ${place}`, {
				'a.xsd': xsd(`<xs:import namespace="${namespace}" schemaLocation="${place}"/>`, 'urn:a'),
			});
			const verdict = await engine.validate(`<geheim xmlns="${namespace}"/>`, set, options);
			assert.equal(verdict.status === 'checked' && verdict.errors[0]?.code, 1845, place);
		}
		await settled();
	});

	it('a path that climbs out of the set finds nothing', async () => {
		const set = setOf('climb', {
			'map/a.xsd': xsd('<xs:include schemaLocation="../../../../../../b.xsd"/>'),
			'b.xsd': xsd(''),
		});
		assert.equal((await engine.validate('<a/>', set, options)).status, 'schema-unusable');
	});

	it('xsi:schemaLocation in a document loads nothing, not even from the set', async () => {
		const set = setOf('hint', { 'a.xsd': xsd(''), 'b.xsd': xsd('<xs:element name="geheim"/>') });
		for (const place of [...places(), 'b.xsd', 'lopende-zaken:/schema-set/b.xsd']) {
			const document = `<geheim xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${namespace} ${place}"/>`;
			const verdict = await engine.validate(document, set, options);
			assert.deepEqual(verdict.status === 'checked' && verdict.errors.map(({ code }) => code), [1845], place);
		}
		await settled();
	});

	it('an external entity in a document is not read', async () => {
		for (const place of places()) {
			const document = `<!DOCTYPE tekst [<!ENTITY x SYSTEM "${place}">]><tekst xmlns="${namespace}">&x;</tekst>`;
			const verdict = await engine.validate(document, text, options);
			assert.equal(verdict.status, 'not-parsed', place);
			assert.match(verdict.errors[0]?.message ?? '', /entity reference/);
		}
		await settled();
	});

	it('external parameter entities and document types are not read', async () => {
		for (const place of places()) {
			for (const [doctype, status] of [
				[`<!DOCTYPE tekst SYSTEM "${place}">`, 'checked'],
				[`<!DOCTYPE tekst [<!ENTITY % x SYSTEM "${place}"> %x;]>`, 'checked'],
				[
					`<!DOCTYPE tekst [<!ENTITY % x SYSTEM "${place}"> <!ENTITY % y "<!ENTITY z SYSTEM '${place}?%x;'>"> %y;]>`,
					'not-parsed',
				],
			] as const) {
				const verdict = await engine.validate(`${doctype}<tekst xmlns="${namespace}"/>`, text, options);
				assert.equal(verdict.status, status, doctype);
				assert.doesNotMatch(JSON.stringify(verdict), /geheim/);
			}
		}
		await settled();
	});

	it('entities in a schema are not read from outside', async () => {
		for (const place of places()) {
			const entities = `<!DOCTYPE xs:schema [<!ENTITY x SYSTEM "${place}"><!ENTITY % p SYSTEM "${place}"> %p;]>`;
			const set = setOf(`entity ${place}`, {
				'a.xsd': xsd('<xs:include schemaLocation="b.xsd"/>'),
				'b.xsd': `${entities}${xsd('<xs:annotation><xs:documentation>&x;</xs:documentation></xs:annotation>')}`,
			});
			const verdict = await engine.validate(`<geheim xmlns="${namespace}"/>`, set, options);
			assert.ok(verdict.status !== 'checked' || verdict.errors[0]?.code === 1845, place);
		}
		await settled();
	});

	it('a billion laughs and quadratic blow-up are refused', async () => {
		const laughs = Array.from(
			{ length: 9 },
			(_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
		).join('');
		for (const document of [
			`<!DOCTYPE tekst [<!ENTITY l0 "lol">${laughs}]><tekst xmlns="${namespace}">&l9;</tekst>`,
			`<!DOCTYPE tekst [<!ENTITY q "${'q'.repeat(100_000)}">]><tekst xmlns="${namespace}">${'&q;'.repeat(20_000)}</tekst>`,
			`<!DOCTYPE tekst [<!ENTITY a "&b;"><!ENTITY b "&a;">]><tekst xmlns="${namespace}">&a;</tekst>`,
		]) {
			const before = process.memoryUsage().rss;
			const verdict = await engine.validate(document, text, options);
			assert.equal(verdict.status, 'not-parsed');
			assert.ok(process.memoryUsage().rss - before < 100_000_000);
		}
	});

	it('a document that is nested 100,000 deep is refused', async () => {
		const verdict = await engine.validate('<a>'.repeat(100_000) + '</a>'.repeat(100_000), text, options);
		assert.equal(verdict.status, 'not-parsed');
		assert.match(verdict.errors[0]?.message ?? '', /depth/i);
	});

	it('a text of 11 MB and one of 100 MB are refused', async () => {
		for (const size of [11_000_000, 100_000_000]) {
			const bytes = Buffer.alloc(size + 40, 'x');
			bytes.write(`<tekst xmlns="${namespace}">`);
			bytes.write('</tekst>', size + 32);
			const verdict = await engine.validate(bytes, text, options);
			assert.equal(verdict.status, 'not-parsed', `${size}`);
		}
	});

	it('works as ever after all that', async () => {
		const verdict = await engine.validate(`<tekst xmlns="${namespace}"/>`, text, options);
		assert.deepEqual(verdict, { status: 'checked', errors: [], truncated: false });
	});
});
