import { assertFindings, change, type Expected } from '../marked';
import { changeMessage, message, parts } from './messages';

type Case = readonly [name: string, source: string, expected: readonly Expected[]];

const error = (code: string): Expected => [`zaakbericht.${code}`, 'error', {}];
const info = (code: string, data: Expected[2]): Expected => [`zaakbericht.${code}`, 'info', data];

const related = /<gerelateerde>.*<\/gerelateerde>/s.exec(parts.initiator)?.[0] ?? '';
const initiator = (to: string): string => change(message, [related, to]);
const person = (to: string): string =>
	change(message, [
		'<BG:authentiek StUF:metagegeven="true">J</BG:authentiek>',
		`<BG:authentiek StUF:metagegeven="true">J</BG:authentiek>${to}`,
	]);
const notPerson = (name: string): readonly Expected[] => [
	['zaakbericht.initiator-not-person', 'warning', { element: name }],
];
const bsn = '<BG:inp.bsn>999993653</BG:inp.bsn>';
const result = (text: string): string =>
	change(message, [
		'<startdatum>',
		`<resultaat><omschrijving>${text}</omschrijving></resultaat><startdatum>`,
	]);

const cases: readonly Case[] = [
	[
		'no initiator',
		change(message, [parts.initiator, ''], ['<object', '<«object»']),
		[error('initiator-missing')],
	],
	[
		'an initiator that is nil',
		change(message, [
			parts.initiator,
			'<«heeftAlsInitiator» xsi:nil="true" StUF:noValue="waardeOnbekend" StUF:entiteittype="ZAKBTRINI" StUF:verwerkingssoort="T"/>',
		]),
		[error('initiator-missing')],
	],
	[
		'an initiator whose gerelateerde is nil',
		initiator('<«gerelateerde» xsi:nil="true"/>'),
		[error('initiator-missing')],
	],
	[
		'an initiator without gerelateerde',
		change(message, [related, ''], ['<heeftAlsInitiator', '<«heeftAlsInitiator»']),
		[error('initiator-missing')],
	],
	[
		'an initiator in another namespace, which the schema says',
		change(message, [
			parts.initiator,
			parts.initiator.replaceAll('heeftAlsInitiator', 'BG:heeftAlsInitiator'),
		]),
		[],
	],

	[
		'an employee',
		initiator(
			'<gerelateerde><«medewerker» StUF:entiteittype="MDW" StUF:verwerkingssoort="I"><identificatie>123</identificatie></medewerker></gerelateerde>',
		),
		notPerson('medewerker'),
	],
	[
		'a department',
		initiator(
			'<gerelateerde><«organisatorischeEenheid» StUF:entiteittype="OEH" StUF:verwerkingssoort="I"/></gerelateerde>',
		),
		notPerson('organisatorischeEenheid'),
	],
	[
		'a company',
		initiator(
			'<gerelateerde><«nietNatuurlijkPersoon» StUF:entiteittype="NNP" StUF:verwerkingssoort="I"><BG:inn.nnpId>002220647</BG:inn.nnpId><BG:authentiek StUF:metagegeven="true">J</BG:authentiek></nietNatuurlijkPersoon></gerelateerde>',
		),
		notPerson('nietNatuurlijkPersoon'),
	],
	[
		'a branch',
		initiator(
			'<gerelateerde><«vestiging» StUF:entiteittype="VES" StUF:verwerkingssoort="I"><BG:vestigingsNummer>000012345678</BG:vestigingsNummer></vestiging></gerelateerde>',
		),
		notPerson('vestiging'),
	],

	[
		'no BSN',
		change(message, [bsn, ''], ['<natuurlijkPersoon', '<«natuurlijkPersoon»']),
		[error('bsn-missing')],
	],
	[
		'a BSN without value',
		change(message, [bsn, '<«BG:inp.bsn» xsi:nil="true" StUF:noValue="waardeOnbekend"/>']),
		[error('bsn-missing')],
	],
	[
		'a BSN in another namespace, which the schema says',
		change(message, [bsn, '<inp.bsn>999993653</inp.bsn>']),
		[],
	],
	[
		'another number than the BSN',
		change(
			message,
			[bsn, '<BG:anp.identificatie>12345678901234567</BG:anp.identificatie>'],
			['<natuurlijkPersoon', '<«natuurlijkPersoon»'],
		),
		[error('bsn-missing')],
	],
	[
		'a person that the receiver finds by its own key',
		change(message, [bsn, ''], ['<natuurlijkPersoon', '<natuurlijkPersoon StUF:sleutelOntvangend="1"']),
		[],
	],

	['no status', change(message, [parts.status, ''], ['<object', '<«object»']), [error('status-missing')]],
	[
		'a status that is nil',
		change(message, [
			parts.status,
			'<«heeft» xsi:nil="true" StUF:noValue="geenWaarde" StUF:entiteittype="ZAKSTT" StUF:verwerkingssoort="T"/>',
		]),
		[error('status-missing')],
	],

	[
		'no type of case',
		change(message, ['<zkt.code>VB0001</zkt.code>', ''], ['<isVan', '<«isVan»']),
		[error('case-type-missing')],
	],
	[
		'no type of case, and no isVan',
		change(message, ['<zkt.code>VB0001</zkt.code>', ''], [parts.isVan, ''], ['<object', '<«object»']),
		[error('case-type-missing')],
	],
	[
		'an empty type of case',
		change(message, ['<zkt.code>VB0001<', '<«zkt.code» StUF:noValue="waardeOnbekend"><']),
		[error('case-type-missing')],
	],
	[
		'a type of case in isVan',
		change(
			message,
			['<zkt.code>VB0001</zkt.code>', ''],
			[
				parts.isVan,
				'<isVan StUF:entiteittype="ZAKZKT" StUF:verwerkingssoort="T"><gerelateerde StUF:entiteittype="ZKT" StUF:verwerkingssoort="I"><omschrijving>Vergunning</omschrijving><code>VB0001</code></gerelateerde></isVan>',
			],
		),
		[],
	],
	['a type of case in the status alone', change(message, [parts.isVan, '']), []],

	['a result', result('«Verleend»'), [info('result-not-shown', { result: 'Verleend' })]],
	[
		'a result that the status tells too',
		change(result('Verleend'), ['>In behandeling<', '>Afgehandeld (verleend)<']),
		[],
	],
	[
		'a result without value',
		change(message, [
			'<startdatum>',
			'<resultaat><omschrijving StUF:noValue="geenWaarde"/></resultaat><startdatum>',
		]),
		[],
	],

	[
		'names',
		person('<«BG:geslachtsnaam»>Jansen</BG:geslachtsnaam><BG:voorletters>J.</BG:voorletters>'),
		[info('personal-data', { elements: ['geslachtsnaam', 'voorletters'] })],
	],
	[
		'an address',
		person('<«verblijfsadres»><BG:aoa.postcode>1234AB</BG:aoa.postcode></verblijfsadres>').replaceAll(
			'verblijfsadres',
			'BG:verblijfsadres',
		),
		[info('personal-data', { elements: ['verblijfsadres'] })],
	],
	['the date of birth', person('<BG:geboortedatum>19700201</BG:geboortedatum>'), []],
	[
		'names that are masked, and the gender that goes with it',
		person(
			'<BG:geslachtsnaam>XXX</BG:geslachtsnaam><BG:voornamen>xxx</BG:voornamen><BG:geslachtsaanduiding>M</BG:geslachtsaanduiding>',
		),
		[],
	],
	['names without value', person('<BG:geslachtsnaam xsi:nil="true" StUF:noValue="nietGeautoriseerd"/>'), []],

	[
		'all that is missing at once',
		change(message, [parts.initiator, ''], [parts.status, ''], ['<object', '<«object»']).replace(
			'«object»',
			'««object»»',
		),
		[error('initiator-missing'), error('status-missing')],
	],
	['a change, which leaves out what does not change', change(changeMessage, [parts.status, '']), []],
	[
		'a removal',
		change(
			message,
			['<StUF:mutatiesoort>T<', '<StUF:mutatiesoort>V<'],
			[parts.initiator, ''],
			[parts.status, ''],
		),
		[],
	],
	[
		'an object that is nil',
		change(message, [
			parts.object,
			'<object xsi:nil="true" StUF:entiteittype="ZAK" StUF:verwerkingssoort="T"/>',
		]),
		[],
	],
	[
		'an initiator without BSN in a change',
		change(changeMessage, [
			parts.status,
			`${parts.initiator.replace(bsn, '').replace('<natuurlijkPersoon', '<«natuurlijkPersoon»')}${parts.status}`,
		]),
		[error('bsn-missing')],
	],
];

describe('a zaakbericht to Lopende zaken: the rules find', () => {
	for (const [name, source, expected] of cases) {
		it(`${expected.length === 0 ? 'nothing in ' : ''}${name}`, () => {
			assertFindings(source, expected);
		});
	}
});
