import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { compileBundledSchema, validateWithLibxml } from './libxml';
import { readCorpus, schemaFolder } from './messageCorpus';

const namespaces = { xs: 'http://www.w3.org/2001/XMLSchema' };
const files = readdirSync(schemaFolder).filter((file) => file.endsWith('.xsd'));

/** The names of the declarations that an XPath selects in a schema. */
function namesOf(file: string, xpath: string): readonly string[] {
	using document = XmlDocument.fromBuffer(readFileSync(join(schemaFolder, file)));
	return document
		.find(xpath, namespaces)
		.map((node) => (node instanceof XmlElement ? (node.attr('name')?.value ?? '') : ''));
}

const inDutch = 'xs:annotation/xs:documentation[@xml:lang="nl"][normalize-space()]';

describe('Our own schemas', () => {
	it('are the files that the product reads', () => {
		assert.deepEqual(files.sort(), [
			'bg0310.xsd',
			'consumerspecificatie.xsd',
			'cpa.xsd',
			'ebms-header.xsd',
			'ebms-soap.xsd',
			'ping-opdracht.xsd',
			'stuf0301.xsd',
			'xlink.xsd',
			'xml.xsd',
			'xmldsig.xsd',
			'zkn0310.xsd',
		]);
	});

	for (const file of files) {
		it(`documents each type, group and message of ${file} in Dutch`, () => {
			const undocumented = [
				`/*/xs:complexType[not(${inDutch})]`,
				`/*/xs:simpleType[not(${inDutch})]`,
				`/*/xs:group[not(${inDutch})]`,
				`/*/xs:attributeGroup[not(${inDutch})]`,
				`/*/xs:attribute[not(${inDutch})]`,
			].flatMap((xpath) => namesOf(file, xpath));
			assert.deepEqual(undocumented, []);
		});

		it(`says at the top of ${file} that it is ours, and what it leaves open`, () => {
			const text = readFileSync(join(schemaFolder, file), 'utf8');
			const [comment] = /<!--.*?-->/s.exec(text) ?? [''];
			assert.match(comment, /Written for "Lopende Zaken for VS Code"/);
			assert.match(comment, /not a publication of Logius/);
			assert.match(comment, /Left open|accepted unseen/);
			assert.equal(namesOf(file, `/*/xs:annotation[1]/xs:documentation[@xml:lang="nl"]`).length > 0, true);
		});
	}

	it('document each message element in Dutch', () => {
		for (const file of [
			'stuf0301.xsd',
			'zkn0310.xsd',
			'consumerspecificatie.xsd',
			'ping-opdracht.xsd',
			'cpa.xsd',
			'ebms-soap.xsd',
			'ebms-header.xsd',
		]) {
			assert.deepEqual(namesOf(file, `/*/xs:element[not(${inDutch})]`), [], file);
		}
	});

	it('fix the entity type of every entity and relation, for engines that look at it', () => {
		const loose = '/*/xs:complexType[xs:attribute[@ref="StUF:entiteittype"][not(@fixed)]]';
		assert.deepEqual(namesOf('zkn0310.xsd', loose), ['Relatie-vraag', 'Relatie-antwoord']);
		assert.deepEqual(namesOf('bg0310.xsd', loose), []);
	});

	it('hold the 35 elements of a zaak in their order', () => {
		const own = (xpath: string): readonly string[] => namesOf('zkn0310.xsd', xpath);
		assert.deepEqual(
			[
				...own('/*/xs:group[@name="zaakAanduiding"]/xs:sequence/xs:element'),
				...own('/*/xs:group[@name="zaakKenmerken"]/xs:sequence/xs:element'),
				...own('/*/xs:group[@name="zaakVerloop"]/xs:sequence/xs:element'),
				...['tijdvakGeldigheid', 'tijdstipRegistratie', 'extraElementen'],
				...own('/*/xs:complexType[@name="ZAK-kennisgeving"]/xs:sequence/xs:element'),
			],
			[
				...['identificatie', 'omschrijving', 'toelichting', 'kenmerk', 'anderZaakObject', 'resultaat'],
				...['startdatum', 'registratiedatum', 'publicatiedatum'],
				...['einddatumGepland', 'uiterlijkeEinddatum', 'einddatum', 'opschorting', 'verlenging'],
				...['betalingsIndicatie', 'laatsteBetaaldatum', 'archiefnominatie', 'datumVernietigingDossier'],
				...['zaakniveau', 'deelzakenIndicatie'],
				...['tijdvakGeldigheid', 'tijdstipRegistratie', 'extraElementen'],
				...['isVan', 'heeftBetrekkingOp', 'heeftAlsBelanghebbende', 'heeftAlsGemachtigde'],
				...['heeftAlsInitiator', 'heeftAlsUitvoerende', 'heeftAlsVerantwoordelijke'],
				...['heeftAlsOverigBetrokkene', 'heeftAlsDeelzaak', 'heeftBetrekkingOpAndere', 'heeft', 'leidtTot'],
			],
		);
	});
});

/** What the official schemas accept, although it is wrong for another reason: left to our rules. */
const leftToRules: readonly (readonly [what: string, file: string, from: string, to: string])[] = [
	['an impossible date', 'zakLk01-new-case', '<startdatum>20260309', '<startdatum>20261301'],
	['a date of four digits', 'zakLk01-new-case', '<startdatum>20260309', '<startdatum>2026'],
	['a date below zero', 'zakLk01-new-case', '<startdatum>20260309', '<startdatum>-20260309'],
	['a date with decimals', 'zakLk01-new-case', '<startdatum>20260309', '<startdatum>20260309.0'],
	['a time of nine digits', 'zakLk01-new-case', '20260309120000', '202603091'],
	['a BSN that fails the check', 'zakLk01-new-case', '999993653', '123456789'],
	['mutatiesoort W with one object', 'zakLk01-new-case', 'mutatiesoort>T<', 'mutatiesoort>W<'],
	['an empty reference', 'zakLk01-new-case', '3f0c6f0e-6a0b-4b7e-9d53-000000000001', ''],
	['nil without noValue', 'zakLk01-new-case', 'xsi:nil="true" StUF:noValue="geenWaarde"', 'xsi:nil="true"'],
	[
		'a status type that is added',
		'zakLk01-new-case',
		'"STT" StUF:verwerkingssoort="I"',
		'"STT" StUF:verwerkingssoort="T"',
	],
	['authentiek without BSN', 'zakLk01-new-case', '<BG:inp.bsn>999993653</BG:inp.bsn>', ''],
	['an error code that does not exist', 'Fo03', 'StUF016', 'StUF999'],
	['an unknown parameter', 'consumerspecificatie', 'name="PartyRef"', 'name="PartyReference"'],
	['a double parameter', 'consumerspecificatie', 'name="PartyRef"', 'name="PartyName"'],
	[
		'a certificate that is none',
		'consumerspecificatie',
		'<X509Certificate>',
		'<X509Certificate>[uw_client_certificaat_data]',
	],
	['another action than Ping', 'ping-opdracht', '>Ping<', '>Pong<'],
	['a reference to nothing', 'cpa', 'defaultMshChannelId="A_Kanaal"', 'defaultMshChannelId="Nergens"'],
	[
		'a reference to an element of another kind',
		'cpa',
		'defaultMshChannelId="A_Kanaal"',
		'defaultMshChannelId="A_Transport"',
	],
	[
		'a reference to the other party',
		'cpa',
		'defaultMshChannelId="A_Kanaal"',
		'defaultMshChannelId="B_Kanaal"',
	],
	['a CPA that ends before it starts', 'cpa', '2035-12-31T23', '2025-12-31T23'],
	['another version of ebMS', 'ebms-ping', 'eb:version="2.0"', 'eb:version="3.0"'],
	['a misspelt part of the header', 'ebms-ping-synchronous', 'eb:SyncReply', 'eb:SynchReply'],
];

describe('What our schemas leave to rules', () => {
	const corpus = new Map(readCorpus('valid').map((file) => [file.name, file]));

	for (const [what, name, from, to] of leftToRules) {
		it(`is ${what}`, () => {
			const file = corpus.get(name) ?? assert.fail(name);
			assert.ok(file.text.includes(from), `${name} has no ${from}`);
			using schema = compileBundledSchema(file.schema);
			assert.deepEqual(validateWithLibxml(schema, file.text.replace(from, to)), []);
		});
	}
});
