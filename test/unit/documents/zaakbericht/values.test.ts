import { assertFindings, change, type Expected } from '../marked';
import { answer, changeMessage, message, parts, question } from './messages';

type Case = readonly [name: string, source: string, expected: readonly Expected[]];

const error = (code: string, data: Expected[2]): Expected => [`zaakbericht.${code}`, 'error', data];

/** The message with another value at its start. */
const startdatum = (value: string): string => change(message, ['<startdatum>20260309</startdatum>', value]);
const statusTime = (value: string): string =>
	change(message, ['<datumStatusGezet>20260316100500<', `<datumStatusGezet>${value}<`]);
const bsn = (value: string): string => change(message, ['<BG:inp.bsn>999993653<', `<BG:inp.bsn>${value}<`]);
const legalPerson = (value: string): string =>
	change(
		message,
		[parts.initiator, ''],
		[
			parts.status,
			`<heeftAlsBelanghebbende StUF:entiteittype="ZAKBTRBLH" StUF:verwerkingssoort="T">
			<gerelateerde><nietNatuurlijkPersoon StUF:entiteittype="NNP" StUF:verwerkingssoort="I"><BG:inn.nnpId>${value}</BG:inn.nnpId><BG:authentiek StUF:metagegeven="true">N</BG:authentiek></nietNatuurlijkPersoon></gerelateerde>
		</heeftAlsBelanghebbende>${parts.initiator}${parts.status}`,
		],
	);
const tijdvak = (value: string): string =>
	change(message, [
		'</datumStatusGezet>',
		`</datumStatusGezet><StUF:tijdvakRelatie><StUF:beginRelatie>${value}</StUF:beginRelatie></StUF:tijdvakRelatie>`,
	]);

const dateFault = (value: string, fault: string, meant = ''): readonly Expected[] => [
	error('date-impossible', { value, fault, meant }),
];

const cases: readonly Case[] = [
	[
		'a BSN that fails the 11-proef',
		bsn('«123456789»'),
		[error('bsn-check-digit', { number: 'BSN', fault: 'check-digit' })],
	],
	[
		'a BSN that lost its leading zero',
		bsn('«10000008»'),
		[error('bsn-check-digit', { number: 'BSN', fault: 'leading-zero-lost' })],
	],
	['a BSN of zeros', bsn('«000000000»'), [error('bsn-zero', { number: 'BSN' })]],
	[
		'a BSN on a line of its own',
		bsn('\n\t\t«123456789»\n\t'),
		[error('bsn-check-digit', { number: 'BSN', fault: 'check-digit' })],
	],
	[
		'a BSN with a comment in it',
		bsn('«1234<!-- x -->56789»'),
		[error('bsn-check-digit', { number: 'BSN', fault: 'check-digit' })],
	],
	[
		'a BSN in CDATA',
		bsn('<![CDATA[«123456789»]]>'),
		[error('bsn-check-digit', { number: 'BSN', fault: 'check-digit' })],
	],
	['a BSN that is no number at all, which the schema says', bsn('geheim'), []],
	['a BSN of ten digits, which the schema says', bsn('1234567890'), []],
	[
		'a BSN that is not filled in, once',
		bsn('«[uw_bsn]»'),
		[['document.placeholder', 'error', { value: '[uw_bsn]' }]],
	],
	[
		'an RSIN that fails the 11-proef',
		legalPerson('«123456789»'),
		[error('bsn-check-digit', { number: 'RSIN', fault: 'check-digit' })],
	],
	['an RSIN of zeros', legalPerson('«000000000»'), [error('bsn-zero', { number: 'RSIN' })]],
	['a right RSIN', legalPerson('002220647'), []],

	['month 13', startdatum('<startdatum>«20211301»</startdatum>'), dateFault('20211301', 'month')],
	['30 February', startdatum('<startdatum>«20260230»</startdatum>'), dateFault('20260230', 'day')],
	['29 February in a leap year', startdatum('<startdatum>20240229</startdatum>'), []],
	['a year alone', startdatum('<startdatum>«2021»</startdatum>'), dateFault('2021', 'length')],
	['a negative date', startdatum('<startdatum>«-20260309»</startdatum>'), dateFault('-20260309', 'notation')],
	[
		'a date with a decimal point',
		startdatum('<startdatum>«20260309.0»</startdatum>'),
		dateFault('20260309.0', 'notation'),
	],
	['a date with blanks, which mean nothing there', startdatum('<startdatum> 20260309 </startdatum>'), []],
	[
		'a date with dashes',
		startdatum('<startdatum>«2026-03-09»</startdatum>'),
		dateFault('2026-03-09', 'not-digits', '20260309'),
	],
	[
		'a time without zone where a date belongs',
		startdatum('<startdatum>«2026-03-09T10:05:00»</startdatum>'),
		dateFault('2026-03-09T10:05:00', 'not-digits', '20260309'),
	],
	[
		'a date in words',
		startdatum('<startdatum>«9 maart 2026»</startdatum>'),
		dateFault('9 maart 2026', 'not-digits'),
	],
	['an empty date, which the schema says', startdatum('<startdatum></startdatum>'), []],
	['an incomplete date', startdatum('<startdatum StUF:indOnvolledigeDatum="M">20260101</startdatum>'), []],
	[
		'an incomplete date with zeros',
		startdatum('<startdatum StUF:indOnvolledigeDatum="M">«20260000»</startdatum>'),
		dateFault('20260000', 'month'),
	],
	[
		'a date with a zone',
		startdatum('<startdatum>«20260309Z»</startdatum>'),
		[error('time-zone', { value: '20260309Z', zone: 'Z', local: '20260309' })],
	],
	[
		'a time where a date belongs, on another day in the Netherlands',
		startdatum('<startdatum>«2026-03-09T23:30:00Z»</startdatum>'),
		[error('time-zone', { value: '2026-03-09T23:30:00Z', zone: 'Z', local: '20260310' })],
	],
	[
		'the date of birth of a person',
		change(message, [
			'J</BG:authentiek>',
			'J</BG:authentiek><BG:geboortedatum>«19700231»</BG:geboortedatum>',
		]),
		dateFault('19700231', 'day'),
	],
	[
		'the date in a type of status',
		change(message, [
			'<ingangsdatumObject xsi:nil="true" StUF:noValue="waardeOnbekend"/>',
			'<ingangsdatumObject>«20251301»</ingangsdatumObject>',
		]),
		dateFault('20251301', 'month'),
	],
	['a date in an answer', change(answer, ['20260420', '«20261320»']), dateFault('20261320', 'month')],
	['a date in a question', change(question, ['20260309', '«20261309»']), dateFault('20261309', 'month')],

	...[8, 10, 12, 14, 15, 16, 17].map((length): Case => [
		`a time of ${length} digits`,
		change(message, ['20260316101530123', '20260316101530123'.slice(0, length)]),
		[],
	]),
	...[9, 11, 13, 7, 18].map((length): Case => [
		`a time of ${length} digits, at its value`,
		change(message, ['20260316101530123', `«${'202603161015301234'.slice(0, length)}»`]),
		[error('time-length', { length })],
	]),
	[
		'a time in month 99',
		statusTime('«20219999»'),
		[error('time-impossible', { value: '20219999', fault: 'month', meant: '' })],
	],
	[
		'a time at hour 24',
		statusTime('«202603162400»'),
		[error('time-impossible', { value: '202603162400', fault: 'hour', meant: '' })],
	],
	[
		'a time with a Z behind it',
		statusTime('«20260316090500Z»'),
		[error('time-zone', { value: '20260316090500Z', zone: 'Z', local: '20260316100500' })],
	],
	[
		'a time as XML Schema writes it, in summer',
		statusTime('«2026-07-16T09:05:00.000Z»'),
		[error('time-zone', { value: '2026-07-16T09:05:00.000Z', zone: 'Z', local: '20260716110500' })],
	],
	[
		'a time with an offset',
		statusTime('«20260316090500-05:00»'),
		[error('time-zone', { value: '20260316090500-05:00', zone: '-05:00', local: '20260316150500' })],
	],
	[
		'a time without zone in the notation of XML Schema',
		statusTime('«2026-03-16T10:05:00»'),
		[
			error('time-impossible', {
				value: '2026-03-16T10:05:00',
				fault: 'not-digits',
				meant: '20260316100500',
			}),
		],
	],
	['the begin of a relation', tijdvak('«202603161»'), [error('time-length', { length: 9 })]],
	['the begin of a relation as short as a date', tijdvak('20260316'), []],

	[
		'an empty date that does not say why',
		change(message, [
			'<einddatum xsi:nil="true" StUF:noValue="geenWaarde"/>',
			'<«einddatum» xsi:nil="true"/>',
		]),
		[error('nil-without-novalue', { element: 'einddatum' })],
	],
	[
		'an empty element by xsi:nil="1" on two lines',
		change(message, [
			'<einddatum xsi:nil="true" StUF:noValue="geenWaarde"/>',
			'<«einddatum» xsi:nil="1">\n</einddatum>',
		]),
		[error('nil-without-novalue', { element: 'einddatum' })],
	],
	[
		'an empty relation that does not say why',
		change(message, [
			parts.isVan,
			'<«isVan» xsi:nil="true" StUF:entiteittype="ZAKZKT" StUF:verwerkingssoort="T"/>',
		]),
		[error('nil-without-novalue', { element: 'isVan' })],
	],
	[
		'xsi:nil="false" on an element with a value',
		startdatum('<startdatum xsi:nil="false">20260309</startdatum>'),
		[],
	],
	[
		'a group of elements that is nil, which takes no noValue',
		change(message, ['<startdatum>', '<resultaat xsi:nil="true"/><startdatum>']),
		[],
	],
	[
		'a gerelateerde of a role that is nil, which takes no noValue',
		change(message, [
			parts.initiator,
			`${parts.initiator
				.replaceAll('Initiator', 'Gemachtigde')
				.replace('ZAKBTRINI', 'ZAKBTRGMC')
				.replace(/<gerelateerde>.*<\/gerelateerde>/s, '<gerelateerde xsi:nil="true"/>')}${parts.initiator}`,
		]),
		[],
	],
	[
		'an object that is nil',
		change(changeMessage, [
			/<object.*?<\/object>/s.exec(changeMessage)?.[0] ?? '',
			'<object xsi:nil="true" StUF:entiteittype="ZAK" StUF:verwerkingssoort="W"/>',
		]),
		[],
	],
	[
		'a noValue in no namespace, which the schema says',
		change(message, [
			'<einddatum xsi:nil="true" StUF:noValue="geenWaarde"/>',
			'<einddatum xsi:nil="true" noValue="geenWaarde"/>',
		]),
		[],
	],
	['elements that a question asks for by name', question, []],
	[
		'an empty element in an answer that does not say why',
		change(answer, ['<ZKN:einddatum>20260420</ZKN:einddatum>', '<«ZKN:einddatum» xsi:nil="true"/>']),
		[error('nil-without-novalue', { element: 'einddatum' })],
	],

	[
		'a value that says that it is none',
		startdatum('<startdatum StUF:noValue="«geenWaarde»">20260309</startdatum>'),
		[error('novalue-with-value', { element: 'startdatum', noValue: 'geenWaarde' })],
	],
	[
		'a relation that says that it is none',
		change(message, ['<heeft StUF:entiteittype', '<heeft StUF:noValue="«waardeOnbekend»" StUF:entiteittype']),
		[error('novalue-with-value', { element: 'heeft', noValue: 'waardeOnbekend' })],
	],
	[
		'a text that is empty with noValue, without xsi:nil',
		change(message, [
			'<omschrijving>Aanvraag parkeervergunning</omschrijving>',
			'<omschrijving StUF:noValue="waardeOnbekend"/>',
		]),
		[],
	],
	[
		'a value with xsi:nil and noValue, which the schema says',
		startdatum('<startdatum xsi:nil="true" StUF:noValue="geenWaarde">20260309</startdatum>'),
		[],
	],

	[
		'a blank before an identification',
		change(message, ['<identificatie>', '<identificatie>« »']),
		[['zaakbericht.surrounding-whitespace', 'warning', { element: 'identificatie' }]],
	],
	[
		'a line end behind a reference',
		change(message, ['8a4b7d10</StUF', '8a4b7d10«\n»</StUF']),
		[['zaakbericht.surrounding-whitespace', 'warning', { element: 'referentienummer' }]],
	],
	[
		'blanks on both sides of a code',
		change(message, ['<zkt.code>VB0001</zkt.code>', '<zkt.code>« VB0001 »</zkt.code>']),
		[['zaakbericht.surrounding-whitespace', 'warning', { element: 'zkt.code' }]],
	],
	[
		'blanks around running text',
		change(message, ['<omschrijving>In behandeling<', '<omschrijving> In behandeling <']),
		[],
	],
	['blanks around a BSN, which the schema says', bsn(' 999993653 '), []],

	[
		'a relation with another entiteittype',
		change(message, ['"ZAKSTT"', '"«ZAKSTA»"']),
		[error('entity-type', { found: 'ZAKSTA', expected: 'ZAKSTT', element: 'heeft' })],
	],
	[
		'a status with another entiteittype',
		change(message, ['"STT"', '"«STA»"']),
		[error('entity-type', { found: 'STA', expected: 'STT', element: 'gerelateerde' })],
	],
	[
		'a person with another entiteittype',
		change(message, ['"NPS"', '"«PRS»"']),
		[error('entity-type', { found: 'PRS', expected: 'NPS', element: 'natuurlijkPersoon' })],
	],
	[
		'an object with another entiteittype',
		change(message, ['<object StUF:entiteittype="ZAK"', '<object StUF:entiteittype="«zak»"']),
		[error('entity-type', { found: 'zak', expected: 'ZAK', element: 'object' })],
	],
	[
		'an empty entiteittype, at the attribute',
		change(message, ['StUF:entiteittype="NPS"', '«StUF:entiteittype=""»']),
		[error('entity-type', { found: '', expected: 'NPS', element: 'natuurlijkPersoon' })],
	],
	[
		'a contact person of another role',
		change(message, [
			'<omschrijving>Initiator</omschrijving>',
			'<omschrijving>Initiator</omschrijving><heeftAlsAanspreekpunt StUF:entiteittype="«ZAKBTRGMCCTP»" StUF:verwerkingssoort="T"><gerelateerde StUF:entiteittype="CTP" StUF:verwerkingssoort="T"><isAanspreekpuntNamens StUF:entiteittype="CTPSUB" StUF:verwerkingssoort="T"><gerelateerde/></isAanspreekpuntNamens></gerelateerde></heeftAlsAanspreekpunt>',
		]),
		[
			error('entity-type', {
				found: 'ZAKBTRGMCCTP',
				expected: 'ZAKBTRINICTP',
				element: 'heeftAlsAanspreekpunt',
			}),
		],
	],
	['no entiteittype, which the schema says', change(message, [' StUF:entiteittype="STT"', '']), []],
	[
		'an entiteittype inside what the case is about, which no table tells',
		change(message, [
			parts.initiator,
			`<heeftBetrekkingOp StUF:entiteittype="ZAKOBJ" StUF:verwerkingssoort="T"><gerelateerde><vestiging StUF:entiteittype="XYZ" StUF:verwerkingssoort="I"/></gerelateerde></heeftBetrekkingOp>${parts.initiator}`,
		]),
		[],
	],
	[
		'an entiteittype in an answer',
		change(answer, ['"ZAKSTT"', '"«ZAK»"']),
		[error('entity-type', { found: 'ZAK', expected: 'ZAKSTT', element: 'heeft' })],
	],
];

describe('the values in a zaakbericht: the rules find', () => {
	for (const [name, source, expected] of cases) {
		it(`${expected.length === 0 ? 'nothing in ' : ''}${name}`, () => {
			assertFindings(source, expected);
		});
	}
});
