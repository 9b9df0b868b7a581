import { assertFindings, change, type Expected } from '../marked';
import { answer, changeMessage, message, otherReceiver, parts, question } from './messages';

type Case = readonly [name: string, source: string, expected: readonly Expected[]];

const error = (code: string, data: Expected[2] = {}): Expected => [`zaakbericht.${code}`, 'error', data];
const warning = (code: string, data: Expected[2] = {}): Expected => [`zaakbericht.${code}`, 'warning', data];
const info = (code: string, data: Expected[2] = {}): Expected => [`zaakbericht.${code}`, 'info', data];

const forOthers = change(message, [
	parts.receiver,
	otherReceiver.replace('Zakenmagazijn', '«Zakenmagazijn»'),
]);
const unexpected = info('receiver-unexpected', { receiver: 'Zakenmagazijn' });

const reference = '<StUF:referentienummer>3f0c6f0e-6a0b-4b7e-9d53-1c2e8a4b7d10</StUF:referentienummer>';
const sender = (value: string): string =>
	change(message, ['<StUF:organisatie>00000099000000001000<', `<StUF:organisatie>${value}<`]);
const closed = (end: string): string =>
	change(message, ['<einddatum xsi:nil="true" StUF:noValue="geenWaarde"/>', end]);

const cases: readonly Case[] = [
	['a message in which all is right', message, []],
	['a change with two objects as the standard writes it', changeMessage, []],
	['an answer', answer, []],
	['a question', question, []],

	[
		'an empty referentienummer',
		change(message, [reference, '<«StUF:referentienummer»> </StUF:referentienummer>']),
		[error('reference-empty')],
	],
	['no referentienummer, which the schema says', change(message, [reference, '']), []],

	[
		'a receiver that is the sender',
		change(
			message,
			[parts.receiver, parts.sender.replaceAll('StUF:zender', 'StUF:ontvanger')],
			[
				'<StUF:ontvanger>\n\t\t\t<StUF:organisatie>00000099000000001000',
				'<«StUF:ontvanger»>\n\t\t\t<StUF:organisatie>00000099000000001000',
			],
			[
				'<StUF:applicatie>VoorbeeldZaaksysteem</StUF:applicatie>\n\t\t\t<StUF:administratie>Gemeente Voorbeeldstad</StUF:administratie>\n\t\t</StUF:ontvanger>',
				'<StUF:applicatie>«VoorbeeldZaaksysteem»</StUF:applicatie>\n\t\t\t<StUF:administratie>Gemeente Voorbeeldstad</StUF:administratie>\n\t\t</StUF:ontvanger>',
			],
		),
		[
			error('sender-equals-receiver', {
				system: '00000099000000001000, VoorbeeldZaaksysteem, Gemeente Voorbeeldstad',
			}),
			info('receiver-unexpected', {
				receiver: '00000099000000001000, VoorbeeldZaaksysteem, Gemeente Voorbeeldstad',
			}),
		],
	],
	[
		'a receiver that differs from the sender in administratie only',
		change(forOthers, [
			otherReceiver.replace('Zakenmagazijn', '«Zakenmagazijn»'),
			parts.sender
				.replaceAll('StUF:zender', 'StUF:ontvanger')
				.replace('VoorbeeldZaaksysteem', '«VoorbeeldZaaksysteem»')
				.replace('Gemeente Voorbeeldstad', 'Test'),
		]),
		[info('receiver-unexpected', { receiver: '00000099000000001000, VoorbeeldZaaksysteem, Test' })],
	],

	[
		'no organisatie of the sender',
		change(
			message,
			['<StUF:organisatie>00000099000000001000</StUF:organisatie>', ''],
			['<StUF:zender>', '<«StUF:zender»>'],
		),
		[error('sender-organisation-missing')],
	],
	[
		'an empty organisatie of the sender',
		change(message, ['<StUF:organisatie>00000099000000001000<', '<«StUF:organisatie»><']),
		[error('sender-organisation-missing')],
	],
	['a sender that is no OIN', sender('«0363»'), [warning('sender-oin', { value: '0363', reason: 'length' })]],
	[
		'a sender with the suffix of a PartyId',
		sender('«00000099000000001000_T»'),
		[warning('sender-oin', { value: '00000099000000001000_T', reason: 'length' })],
	],
	[
		'a sender whose RSIN fails the 11-proef',
		sender('«00000001123456789000»'),
		[warning('sender-oin', { value: '00000001123456789000', reason: 'check-digit' })],
	],
	['a sender with a real OIN', sender('00000001002220647000'), []],
	[
		'a sender that is not filled in',
		sender('«[uw_oin]»'),
		[['document.placeholder', 'error', { value: '[uw_oin]' }]],
	],
	['no sender at all, which the schema says', change(message, [parts.sender, '']), []],

	['another receiver', forOthers, [unexpected]],
	[
		'another receiver, and a sender that need not be an OIN then',
		change(forOthers, [
			'<StUF:organisatie>00000099000000001000</StUF:organisatie>',
			'<StUF:organisatie>0363</StUF:organisatie>',
		]),
		[unexpected],
	],
	[
		'another receiver, and what only Lopende zaken asks',
		change(
			forOthers,
			[parts.initiator, ''],
			[parts.status, ''],
			['<startdatum>', '<resultaat><omschrijving>Verleend</omschrijving></resultaat><startdatum>'],
		),
		[unexpected],
	],
	[
		'another receiver, and what StUF asks',
		change(forOthers, ['<BG:inp.bsn>999993653<', '<BG:inp.bsn>«123456789»<']),
		[unexpected, error('bsn-check-digit', { number: 'BSN', fault: 'check-digit' })],
	],
	[
		'Lopende zaken by its OIN alone',
		change(
			message,
			['<StUF:applicatie>MijnOverheid<', '<StUF:applicatie>LZ-test<'],
			[parts.initiator, ''],
			['<object', '<«object»'],
		),
		[error('initiator-missing')],
	],
	[
		'Lopende zaken by its applicatie alone',
		change(
			message,
			['<StUF:organisatie>00000004003214345001</StUF:organisatie>', ''],
			[parts.initiator, ''],
			['<object', '<«object»'],
		),
		[error('initiator-missing')],
	],
	['no receiver, which the schema says', change(message, [parts.receiver, ''], [parts.initiator, '']), []],
	[
		'a receiver to fill in',
		change(
			message,
			['<StUF:organisatie>00000004003214345001<', '<StUF:organisatie>«[lz_oin]»<'],
			['<StUF:applicatie>MijnOverheid<', '<StUF:applicatie>Test<'],
		),
		[['document.placeholder', 'error', { value: '[lz_oin]' }]],
	],

	[
		'an empty indicatorOvername',
		change(message, ['<StUF:indicatorOvername>V<', '<«StUF:indicatorOvername»><']),
		[error('indicator-empty')],
	],
	[
		'no indicatorOvername, which the schema says',
		change(message, ['<StUF:indicatorOvername>V</StUF:indicatorOvername>', '']),
		[],
	],

	[
		'an addition with two objects',
		change(changeMessage, ['<StUF:mutatiesoort>W<', '<StUF:mutatiesoort>«V»<']),
		[error('mutation-object-count', { mutation: 'V', count: 2 })],
	],
	...['W', 'C', 'F'].map((mutation): Case => [
		`one object with mutatiesoort ${mutation}`,
		change(message, ['<StUF:mutatiesoort>T<', `<StUF:mutatiesoort>«${mutation}»<`]),
		[error('mutation-object-count', { mutation, count: 1 })],
	]),
	['a removal with one object', change(message, ['<StUF:mutatiesoort>T<', '<StUF:mutatiesoort>V<']), []],
	['no objects, which the schema says', change(message, [parts.object, '']), []],
	[
		'three objects, which the schema says',
		change(changeMessage, [
			'</zakLk01>',
			'<object xsi:nil="true" StUF:entiteittype="ZAK" StUF:verwerkingssoort="W"/></zakLk01>',
		]),
		[],
	],
	[
		'an unknown mutatiesoort, which the schema says',
		change(message, ['<StUF:mutatiesoort>T<', '<StUF:mutatiesoort>X<']),
		[],
	],

	[
		'a case without identificatie',
		change(message, ['<identificatie>9999ZK2026000123</identificatie>', ''], ['<object', '<«object»']),
		[error('identification-missing')],
	],
	[
		'a case that the receiver finds by its own key',
		change(
			message,
			['<identificatie>9999ZK2026000123</identificatie>', ''],
			['StUF:sleutelVerzendend', 'StUF:sleutelOntvangend'],
		),
		[],
	],
	[
		'an identificatie without value for a reason',
		change(message, [
			'<identificatie>9999ZK2026000123</identificatie>',
			'<identificatie xsi:nil="true" StUF:noValue="waardeOnbekend"/>',
		]),
		[],
	],
	[
		'an empty identificatie, which the schema says',
		change(message, ['<identificatie>9999ZK2026000123</identificatie>', '<identificatie/>']),
		[],
	],
	['a case without identificatie in an answer, which holds what was asked', answer, []],

	...['T', 'W', 'V', 'E', 'R', 'S', 'O'].map((kind): Case => [
		`a status with verwerkingssoort ${kind}`,
		change(message, [
			'StUF:entiteittype="STT" StUF:verwerkingssoort="I"',
			`StUF:entiteittype="STT" StUF:verwerkingssoort="«${kind}»"`,
		]),
		[error('status-processing-kind', { found: kind })],
	]),
	[
		'a status with an unknown verwerkingssoort, which the schema says',
		change(message, [
			'StUF:entiteittype="STT" StUF:verwerkingssoort="I"',
			'StUF:entiteittype="STT" StUF:verwerkingssoort="X"',
		]),
		[],
	],

	[
		'an end before the start',
		closed('<einddatum>«20260308»</einddatum>'),
		[error('end-before-start', { start: '20260309', end: '20260308' })],
	],
	['an end on the day of the start', closed('<einddatum>20260309</einddatum>'), []],
	[
		'an end in the month of the start, whose day is unknown',
		closed('<einddatum StUF:indOnvolledigeDatum="D">20260301</einddatum>'),
		[],
	],
	[
		'an end in the month before, whose day is unknown',
		closed('<einddatum StUF:indOnvolledigeDatum="D">«20260228»</einddatum>'),
		[error('end-before-start', { start: '20260309', end: '20260228' })],
	],
	[
		'an end that does not exist, once',
		closed('<einddatum>«20250230»</einddatum>'),
		[error('date-impossible', { value: '20250230', fault: 'day', meant: '' })],
	],
	[
		'an end before the start in an answer',
		change(answer, ['20260420', '«20260308»']),
		[error('end-before-start', { start: '20260309', end: '20260308' })],
	],
	['an end before the start in a question, which are criteria', question, []],
	[
		'an end before the start in the old object, which is what is corrected',
		change(
			changeMessage,
			['<StUF:mutatiesoort>W<', '<StUF:mutatiesoort>C<'],
			[
				'<omschrijving>Aanvraag parkeervergunning</omschrijving>\n\t\t<isVan xsi:nil="true" StUF:noValue="waardeOnbekend" StUF:entiteittype="ZAKZKT" StUF:verwerkingssoort="I"/>\n\t\t<heeft xsi',
				'<omschrijving>Aanvraag parkeervergunning</omschrijving><startdatum>20260309</startdatum><einddatum>20260308</einddatum>\n\t\t<isVan xsi:nil="true" StUF:noValue="waardeOnbekend" StUF:entiteittype="ZAKZKT" StUF:verwerkingssoort="I"/>\n\t\t<heeft xsi',
			],
		),
		[],
	],

	[
		'a status before the start',
		change(message, ['>20260316100500<', '>«20260308235959»<']),
		[warning('status-before-start', { start: '20260309', status: '20260308235959' })],
	],
	['a status on the day of the start', change(message, ['>20260316100500<', '>20260309000000<']), []],
	[
		'a status as short as a date',
		change(message, ['>20260316100500<', '>«20260316»<']),
		[info('status-without-time')],
	],
	[
		'a status as short as an hour',
		change(message, ['>20260316100500<', '>«2026031610»<']),
		[info('status-without-time')],
	],
	['a status to the minute', change(message, ['>20260316100500<', '>202603161005<']), []],
];

describe('a zaakbericht as a whole: the rules find', () => {
	for (const [name, source, expected] of cases) {
		it(`${expected.length === 0 ? 'nothing in ' : ''}${name}`, () => {
			assertFindings(source, expected);
		});
	}
});
