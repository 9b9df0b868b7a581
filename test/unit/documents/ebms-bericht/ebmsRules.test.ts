import assert from 'node:assert/strict';
import { assertFindings, change, findingsOfText, recogniseText, type Expected } from '../marked';
import { readFixture } from '../cpa/agreement';

const ping = readFixture('ebms-ping');
const pong = readFixture('ebms-pong');
const synchronous = readFixture('ebms-ping-synchronous');
const error = readFixture('ebms-message-error');
const acknowledgment = readFixture('ebms-acknowledgment');
const question = readFixture('ebms-status-request');
const response = readFixture('ebms-status-response');
const business = readFixture('ebms-business-message');

const rule = (code: string, severity: Expected[1], data: Expected[2] = {}): Expected => [
	`ebms-bericht.${code}`,
	severity,
	data,
];

type Case = readonly [title: string, source: string, expected: readonly Expected[]];

function table(cases: readonly Case[]): void {
	for (const [title, source, expected] of cases) {
		it(title, () => {
			assertFindings(source, expected);
		});
	}
}

/** Changes a text at the first place only. */
const first = (text: string, from: string, to: string): string => {
	assert.ok(text.includes(from), from);
	return text.replace(from, () => to);
};

describe('an ebMS message: the rules find nothing in', () => {
	table(
		[
			'ebms-ping',
			'ebms-ping-synchronous',
			'ebms-pong',
			'ebms-pong-default-namespace',
			'ebms-message-error',
			'ebms-acknowledgment',
			'ebms-status-request',
			'ebms-status-response',
			'ebms-business-message',
		].map((name): Case => [name, readFixture(name), []]),
	);
});

const eb = 'http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd';
const part = (name: string): string => `<eb:${name} eb:version="2.0" soap:mustUnderstand="1"/>`;
const inHeader = (content: string, text = ping): string =>
	change(text, ['\t</soap:Header>', `${content}\t</soap:Header>`]);
const inBody = (content: string): string =>
	change(ping, ['<soap:Body/>', `<soap:Body>${content}</soap:Body>`]);

describe('an ebMS message: of its parts the rules find', () => {
	table([
		[
			'another namespace, and nothing else',
			ping
				.replace(eb, eb.replace('.xsd', ''))
				.replace('<eb:MessageHeader', '<«eb:MessageHeader»')
				.replace('>Ping<', '>ping<'),
			[rule('namespace', 'error', { found: eb.replace('.xsd', ''), expected: eb })],
		],
		[
			'a misspelt part',
			synchronous.replace('<eb:SyncReply', '<«eb:SynchReply»'),
			[rule('unknown-part', 'error', { part: 'eb:SynchReply', place: 'Header', similar: 'SyncReply' })],
		],
		[
			'an unknown part, once',
			inBody('<«eb:Bijlage»/>'),
			[rule('unknown-part', 'error', { part: 'eb:Bijlage', place: 'Body', similar: '' })],
		],
		[
			'a part of the Body in the Header',
			inHeader('<«eb:Manifest» eb:version="2.0"/>'),
			[rule('misplaced-part', 'error', { part: 'eb:Manifest', place: 'Header', belongs: 'Body' })],
		],
		[
			'a part of the Header in the Body, once',
			inBody(part('SyncReply').replace('eb:SyncReply', '«eb:SyncReply»')),
			[rule('misplaced-part', 'error', { part: 'eb:SyncReply', place: 'Body', belongs: 'Header' })],
		],
		[
			'a part that stands there twice',
			inHeader(part('SyncReply').replace('eb:SyncReply', '«eb:SyncReply»'), synchronous),
			[rule('part-twice', 'error', { part: 'eb:SyncReply' })],
		],
		[
			'nothing in a request for two acknowledgments',
			inHeader(
				'<eb:AckRequested eb:version="2.0" soap:mustUnderstand="1" eb:signed="false" soap:actor="urn:oasis:names:tc:ebxml-msg:actor:nextMSH"/>',
				business,
			),
			[],
		],
		['nothing in parts of others', inHeader('<x:Iets xmlns:x="urn:x"/>'), []],
		[
			'another version',
			first(ping, 'eb:version="2.0"', 'eb:version="«3.0»"'),
			[rule('version', 'error', { found: '3.0' })],
		],
		[
			'another version of another part',
			change(business, [
				'<eb:Manifest eb:id="inhoud" eb:version="2.0"',
				'<eb:Manifest eb:id="inhoud" eb:version="«1.0»"',
			]),
			[rule('version', 'error', { found: '1.0' })],
		],
		[
			'a header that need not be understood',
			change(ping, ['mustUnderstand="1"', 'mustUnderstand="«0»"']),
			[rule('must-understand', 'error')],
		],
		[
			'nothing in true, which the schema says',
			change(ping, ['mustUnderstand="1"', 'mustUnderstand="true"']),
			[],
		],
		[
			'another actor of SyncReply',
			change(synchronous, [
				'"http://schemas.xmlsoap.org/soap/actor/next"',
				'"«urn:oasis:names:tc:ebxml-msg:actor:toPartyMSH»"',
			]),
			[
				rule('sync-reply-actor', 'error', {
					found: 'urn:oasis:names:tc:ebxml-msg:actor:toPartyMSH',
					expected: 'http://schemas.xmlsoap.org/soap/actor/next',
				}),
			],
		],
	]);
});

const manifest =
	'<«eb:Manifest» eb:version="2.0"><eb:Reference xlink:href="cid:x" xmlns:xlink="http://www.w3.org/1999/xlink"/></eb:Manifest>';
const reference = /\s*<eb:RefToMessageId>[^<]*<\/eb:RefToMessageId>/;

describe('an ebMS message: of signals the rules find', () => {
	table([
		[
			'a Ping with a Manifest',
			inBody(manifest),
			[rule('payload-in-signal', 'error', { action: 'Ping', part: 'eb:Manifest' })],
		],
		[
			'a Ping with anything else in its Body',
			inBody('<«x» xmlns="urn:x"/>'),
			[rule('payload-in-signal', 'error', { action: 'Ping', part: 'x' })],
		],
		[
			'a question about a status with a Manifest',
			change(question, ['\t</soap:Body>', `${manifest}\t</soap:Body>`]),
			[rule('payload-in-signal', 'error', { action: 'StatusRequest', part: 'eb:Manifest' })],
		],
		[
			'a Pong without reference',
			pong.replace(reference, '').replace('<eb:MessageData>', '<«eb:MessageData»>'),
			[rule('reference-missing', 'error', { action: 'Pong' })],
		],
		[
			'an acknowledgment without reference',
			acknowledgment.replace(reference, '').replace('<eb:MessageData>', '<«eb:MessageData»>'),
			[rule('reference-missing', 'error', { action: 'Acknowledgment' })],
		],
		[
			'an answer about a status without reference',
			response.replace(reference, '').replace('<eb:MessageData>', '<«eb:MessageData»>'),
			[rule('reference-missing', 'error', { action: 'StatusResponse' })],
		],
		[
			'an error without reference, less surely',
			error.replace(reference, '').replace('<eb:MessageData>', '<«eb:MessageData»>'),
			[rule('error-reference-missing', 'warning')],
		],
		[
			'an error message without errors',
			error
				.replace(/\s*<eb:ErrorList[\s\S]*<\/eb:ErrorList>/, '')
				.replace('>MessageError<', '>«MessageError»<'),
			[rule('part-missing', 'error', { action: 'MessageError', part: 'ErrorList', place: 'Header' })],
		],
		[
			'an error message whose list is misspelt, once',
			error.replace('<eb:ErrorList', '<«eb:ErorList»').replace('</eb:ErrorList', '</eb:ErorList'),
			[rule('unknown-part', 'error', { part: 'eb:ErorList', place: 'Header', similar: 'ErrorList' })],
		],
		[
			'an acknowledgment of nothing',
			acknowledgment
				.replace(/\s*<eb:Acknowledgment[\s\S]*<\/eb:Acknowledgment>/, '')
				.replace('>Acknowledgment<', '>«Acknowledgment»<'),
			[rule('part-missing', 'error', { action: 'Acknowledgment', part: 'Acknowledgment', place: 'Header' })],
		],
		[
			'a question about no status',
			question
				.replace(/<eb:StatusRequest[\s\S]*<\/eb:StatusRequest>/, '')
				.replace('>StatusRequest<', '>«StatusRequest»<'),
			[rule('part-missing', 'error', { action: 'StatusRequest', part: 'StatusRequest', place: 'Body' })],
		],
		[
			'an acknowledgment that asks for one',
			inHeader(
				'<«eb:AckRequested» eb:version="2.0" soap:mustUnderstand="1" eb:signed="false"/>',
				acknowledgment,
			),
			[rule('ack-requested', 'error', { action: 'Acknowledgment' })],
		],
		['nothing in a message of an application with payload', business, []],
		['nothing of what is missing where the text breaks off', pong.slice(0, pong.indexOf('<eb:RefTo')), []],
		[
			'an unknown action',
			change(ping, ['>Ping<', '>«ping»<']),
			[rule('action', 'error', { found: 'ping', similar: 'Ping' })],
		],
		[
			'an action of an application',
			change(ping, ['>Ping<', '>«stuurZaakbericht»<']),
			[rule('action', 'error', { found: 'stuurZaakbericht', similar: '' })],
		],
		[
			'a type of the service of ebXML',
			change(ping, ['<eb:Service>', '<eb:Service «eb:type="string"»>']),
			[rule('service-type', 'error', { found: 'string' })],
		],
		[
			'a Ping to an application',
			change(ping, ['>urn:oasis:names:tc:ebxml-msg:service<', '>«urn:oasis:names:tc:ebxml-msg»<']),
			[rule('service', 'warning', { found: 'urn:oasis:names:tc:ebxml-msg', action: 'Ping' })],
		],
		[
			'a service that is no URI and has no type',
			change(business, [
				'<eb:Service eb:type="urn:osb:services">Voorbeelddienst:Voorbeeldservice:1',
				'<«eb:Service»>Voorbeeldservice',
			]),
			[rule('service-type-missing', 'warning', { found: 'Voorbeeldservice' })],
		],
		[
			'nothing in a service that is a URI',
			change(business, [
				' eb:type="urn:osb:services">Voorbeelddienst:Voorbeeldservice:1',
				'>urn:voorbeeld:service',
			]),
			[],
		],
	]);
});

const from = '<eb:PartyId eb:type="urn:osb:oin">00000099000000011000_T</eb:PartyId>';
const inFrom = (value: string): string => change(ping, [from, value]);
const timestamp = '>2026-12-01T09:30:00Z<';

describe('an ebMS message: of the values in its header the rules find', () => {
	table([
		[
			'a PartyId without type',
			inFrom('<«eb:PartyId»>00000099000000011000_T</eb:PartyId>'),
			[rule('party-type-missing', 'error', { value: '00000099000000011000_T' })],
		],
		['nothing in a type without prefix, which the schema says', inFrom(from.replace('eb:type', 'type')), []],
		[
			'the type of the example in the manual',
			inFrom(from.replace('"urn:osb:oin"', '"«string»"')),
			[rule('party-type', 'warning', { found: 'string' })],
		],
		[
			'a PartyId that is no OIN',
			inFrom(from.replace('00000099000000011000_T', '«11000»')),
			[rule('party-id', 'error', { value: '11000', reason: 'length' })],
		],
		[
			'white space around a PartyId',
			inFrom(from.replace('00000099000000011000_T', ' «00000099000000011000_T»')),
			[rule('party-id', 'error', { value: ' 00000099000000011000_T', reason: 'length' })],
		],
		[
			'a doubtful OIN',
			inFrom(from.replace('00000099000000011000_T', '«00000001123456789000»')),
			[rule('party-id-doubtful', 'warning', { value: '00000001123456789000', reason: 'check-digit' })],
		],
		[
			'two PartyIds of one type',
			inFrom(`${from}${from.replace('"urn:osb:oin"', '"«urn:osb:oin»"')}`),
			[rule('party-type-twice', 'error', { type: 'urn:osb:oin' })],
		],
		[
			'nothing in two PartyIds of different types',
			inFrom(`${from}<eb:PartyId eb:type="urn:voorbeeld:nummer">B-22</eb:PartyId>`),
			[],
		],
		[
			'a PartyId to fill in, once',
			inFrom(from.replace('00000099000000011000_T', '«[uw_oin]»')),
			[['document.placeholder', 'error', { value: '[uw_oin]' }]],
		],
		[
			'a MessageId without domain',
			first(
				ping,
				'0d3c6c9e-7d0b-4a56-8a0b-6c1a5c2f9e01@msh-a.example.org',
				'«0d3c6c9e-7d0b-4a56-8a0b-6c1a5c2f9e01»',
			),
			[rule('message-id', 'warning', { found: '0d3c6c9e-7d0b-4a56-8a0b-6c1a5c2f9e01' })],
		],
		[
			'a moment in another zone',
			change(ping, [timestamp, '>«2026-12-01T10:30:00+01:00»<']),
			[rule('timestamp-zone', 'warning', { zone: '+01:00', utc: '2026-12-01T09:30:00Z' })],
		],
		[
			'a moment without zone',
			change(ping, [timestamp, '>«2026-12-01T10:30:00»<']),
			[rule('timestamp-zone', 'warning', { zone: '', utc: '' })],
		],
		['nothing in milliseconds', change(ping, [timestamp, '>2026-12-01T09:30:00.123Z<']), []],
		['nothing in what is no moment, which the schema says', change(ping, [timestamp, '>2026-12-01<']), []],
		[
			'a moment without zone in an acknowledgment',
			acknowledgment.replace(
				/(<eb:Acknowledgment[\s\S]*?<eb:Timestamp>)2026-12-01T09:30:01Z/,
				'$1«2026-12-01T09:30:01»',
			),
			[rule('timestamp-zone', 'warning', { zone: '', utc: '' })],
		],
		[
			'a message that has expired before it was sent',
			change(business, ['>2026-12-03T09:30:00Z<', '>«2026-12-01T09:30:00Z»<']),
			[rule('time-to-live', 'error')],
		],
		[
			'a severity that is too low',
			change(error, ['eb:highestSeverity="Error"', 'eb:highestSeverity="«Warning»"']),
			[rule('highest-severity', 'error', { found: 'Warning', expected: 'Error' })],
		],
		[
			'a severity that is too high',
			change(
				error,
				['eb:highestSeverity="Error"', 'eb:highestSeverity="«Error»"'],
				['eb:severity="Error"', 'eb:severity="Warning"'],
			),
			[rule('highest-severity', 'error', { found: 'Error', expected: 'Warning' })],
		],
		[
			'an unknown error code',
			change(error, ['"ValueNotRecognized"', '"«ValueNotRecognised»"']),
			[rule('error-code', 'warning', { found: 'ValueNotRecognised', similar: 'ValueNotRecognized' })],
		],
		[
			'nothing in an error code of another context',
			change(error, [
				'eb:errorCode="ValueNotRecognized"',
				'eb:codeContext="urn:voorbeeld:codes" eb:errorCode="E42"',
			]),
			[],
		],
	]);
});

describe('an ebMS message', () => {
	it('points from a second part at the first', () => {
		const text = inHeader(part('SyncReply'), synchronous);
		const start = text.indexOf('eb:SyncReply');
		assert.deepEqual(findingsOfText(text)[0]?.related, [
			{ span: { start, end: start + 'eb:SyncReply'.length } },
		]);
	});

	it('is recognised by its header, and a message in its Body goes before', () => {
		assert.equal(recogniseText(ping).kind.id, 'ebms-bericht');
		const inside = inBody('<zakLk01 xmlns="http://www.egem.nl/StUF/sector/zkn/0310"/>');
		const found = recogniseText(inside);
		assert.equal(found.kind.id, 'zaakbericht');
		assert.equal(found.subject.root.localName, 'zakLk01');
	});

	it('works on every beginning of a message, however it breaks off', () => {
		for (const text of [ping, error, business, response]) {
			for (let length = text.indexOf('<eb:MessageHeader') + 20; length < text.length; length += 11) {
				assert.ok(Array.isArray(findingsOfText(text.slice(0, length))));
			}
		}
	});
});
