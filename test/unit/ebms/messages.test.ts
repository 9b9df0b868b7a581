import assert from 'node:assert/strict';
import type { PartyId } from '../../../src/ebms/connection';
import { comparePong } from '../../../src/ebms/message/checkPong';
import { createPingHeader, createReplyHeader } from '../../../src/ebms/message/createHeader';
import type { EbmsError, MessageHeader } from '../../../src/ebms/message/message';
import { rootPartOf } from '../../../src/ebms/message/multipart';
import { readMessage } from '../../../src/ebms/message/readMessage';
import {
	writeError,
	writeFault,
	writeMessage,
	type MessageContent,
} from '../../../src/ebms/message/writeMessage';

const from: PartyId = { value: '00000099999999910000_T', type: 'urn:osb:oin' };
const to: PartyId = { value: 'a<b>&"c"\t\n\r', type: null };
const now = new Date('2026-12-01T09:30:00.789Z');
const ping = createPingHeader({ from, to, cpaId: 'CPA $1' }, 'msh-a.example.org', now);
const reply = createReplyHeader(ping, 'Pong', 'msh-b.example.org', now);
const error: EbmsError = { code: 'Unknown', severity: 'Warning', location: null, description: null };

const read = (text: string): ReturnType<typeof readMessage> => readMessage(Buffer.from(text));

describe('The header of a Ping', () => {
	it('is the least that ebMS wants', () => {
		const { conversationId, messageId, ...rest } = ping;
		assert.match(conversationId, /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
		assert.match(messageId, /^[-0-9a-f]{36}@msh-a\.example\.org$/);
		assert.deepEqual(rest, {
			from: [from],
			to: [to],
			cpaId: 'CPA $1',
			service: 'urn:oasis:names:tc:ebxml-msg:service',
			serviceType: null,
			action: 'Ping',
			timestamp: '2026-12-01T09:30:00Z',
			refToMessageId: null,
		});
	});

	it('is answered by one with the parties swapped, in the same conversation', () => {
		assert.deepEqual(
			[reply.from, reply.to, reply.conversationId, reply.refToMessageId, reply.action],
			[[to], [from], ping.conversationId, ping.messageId, 'Pong'],
		);
		assert.notEqual(reply.messageId, ping.messageId);
	});
});

describe('A Pong beside its Ping', () => {
	it('is right when the CPA has white space around a PartyId or its id', () => {
		const spaced = { ...ping, from: [{ ...from, value: `\n${from.value} ` }], cpaId: ' CPA $1 ' };
		const pong = { ...reply, from: [to], to: [from] };
		const tidy = { ...pong, from: [{ ...to, value: to.value.trim() }] };
		assert.deepEqual(comparePong(spaced, tidy), []);
		assert.deepEqual(
			comparePong(spaced, { ...tidy, cpaId: 'CPA 2' }).map(({ part }) => part),
			['cpa-id'],
		);
	});
});

describe('A message that is written', () => {
	it('is the minimal Ping of the standard, to the letter', () => {
		const header: MessageHeader = {
			...ping,
			to: [{ value: '00000099999999920000_T', type: 'urn:osb:oin' }],
			conversationId: 'gesprek',
			messageId: 'bericht@msh-a.example.org',
		};
		assert.equal(
			writeMessage(header),
			`<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:eb="http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd">
  <soap:Header>
    <eb:MessageHeader eb:version="2.0" soap:mustUnderstand="1">
      <eb:From>
        <eb:PartyId eb:type="urn:osb:oin">00000099999999910000_T</eb:PartyId>
      </eb:From>
      <eb:To>
        <eb:PartyId eb:type="urn:osb:oin">00000099999999920000_T</eb:PartyId>
      </eb:To>
      <eb:CPAId>CPA $1</eb:CPAId>
      <eb:ConversationId>gesprek</eb:ConversationId>
      <eb:Service>urn:oasis:names:tc:ebxml-msg:service</eb:Service>
      <eb:Action>Ping</eb:Action>
      <eb:MessageData>
        <eb:MessageId>bericht@msh-a.example.org</eb:MessageId>
        <eb:Timestamp>2026-12-01T09:30:00Z</eb:Timestamp>
      </eb:MessageData>
    </eb:MessageHeader>
  </soap:Header>
  <soap:Body/>
</soap:Envelope>
`,
		);
	});

	const contents: readonly (readonly [
		string,
		MessageContent,
		Partial<ReturnType<typeof readMessage> & { readonly kind: 'message' }>,
	])[] = [
		['nothing', {}, {}],
		['SyncReply', { syncReply: true }, { syncReply: true }],
		[
			'errors',
			{ errors: [error, { ...error, severity: 'Error', location: 'a"b', description: '<&>' }] },
			{
				errors: [error, { ...error, severity: 'Error', location: 'a"b', description: '<&>' }],
			},
		],
		[
			'an acknowledgment',
			{ acknowledgment: { refToMessageId: 'x@y', timestamp: ping.timestamp } },
			{ acknowledged: 'x@y' },
		],
		['a StatusRequest', { statusRequest: { refToMessageId: 'x@y' } }, { statusRequested: 'x@y' }],
	];
	for (const [name, content, expected] of contents) {
		it(`is read back as it was, with ${name}`, () => {
			const header = { ...reply, from: [{ value: 'a<b>&"c"', type: null }] };
			assert.deepEqual(read(writeMessage(header, content)), {
				kind: 'message',
				header,
				errors: [],
				syncReply: false,
				acknowledged: null,
				statusRequested: null,
				...expected,
			});
		});
	}
});

describe('An answer that is read', () => {
	const fault = (text: string): string => writeFault({ code: 'Client', text });
	const cases: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
		['a Fault', fault('Nee'), { kind: 'fault', code: 'Client', text: 'Nee', errors: [] }],
		[
			'a Fault with an error as text',
			fault(writeError(error)),
			{ kind: 'fault', code: 'Client', text: writeError(error), errors: [error] },
		],
		[
			'a Fault with an error that has a DOCTYPE',
			fault(`<!DOCTYPE a>${writeError(error)}`),
			{ kind: 'fault', code: 'Client', text: `<!DOCTYPE a>${writeError(error)}`, errors: [] },
		],
		[
			'a Fault with an error in its detail',
			fault('Nee').replace('</soap:Fault>', `<detail>${writeError(error)}</detail></soap:Fault>`),
			{ kind: 'fault', code: 'Client', text: 'Nee', errors: [error] },
		],
		[
			'a Fault of SOAP 1.2',
			'<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text>Nee</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>',
			{ kind: 'fault', code: 'Sender', text: 'Nee', errors: [] },
		],
		['a DOCTYPE', '<!DOCTYPE a><a/>', { kind: 'doctype' }],
		['a page', '<!DOCTYPE html><html/>', { kind: 'xml', name: 'html', namespace: '' }],
		['other XML', '<a xmlns="urn:b"/>', { kind: 'xml', name: 'a', namespace: 'urn:b' }],
		['nothing', '', { kind: 'not-xml' }],
		['half a message', writeMessage(ping).slice(0, 500), { kind: 'not-xml' }],
	];
	for (const [name, text, expected] of cases) {
		it(`is told of ${name}`, () => {
			assert.deepEqual(read(text), expected);
		});
	}

	it('may have attributes without prefix, and its parts in another order', () => {
		const header = { ...reply, from: [from] };
		const text = writeMessage(header)
			.replaceAll('eb:type', 'type')
			.replace(/( *<eb:MessageData>[^]*<\/eb:MessageData>\n)/, '')
			.replace(
				'<eb:From>',
				'<eb:MessageData><eb:RefToMessageId>x</eb:RefToMessageId></eb:MessageData><eb:From>',
			);
		const message = read(text);
		assert.ok(message.kind === 'message');
		assert.deepEqual([message.header.from, message.header.refToMessageId], [[from], 'x']);
	});

	it('may be 5 MB, nested as deep as that goes', () => {
		assert.deepEqual(read('<a>'.repeat(1_700_000)), { kind: 'not-xml' });
	});
});

describe('The root part of a MIME message', () => {
	const related = (start: string): string => `multipart/related; type="text/xml"; boundary="a b";${start}`;
	const parts = (end: string): string =>
		[
			'inleiding',
			'--a b',
			'Content-ID: <1>',
			'',
			'een',
			'--a b',
			'content-id:  <2> ',
			'Content-Type: text/plain',
			'',
			'twee',
			end,
		].join('\r\n');
	const cases: readonly (readonly [string, string, string, string | undefined])[] = [
		['the whole body when it is not multipart', 'text/xml', '<a/>', '<a/>'],
		['the first', related(''), parts('--a b--'), 'een'],
		['the one that start names', related(' start="<2>"'), parts('--a b--\r\nuitleiding'), 'twee'],
		['the first when start names none', related(' start="<3>"'), parts('--a b--'), 'een'],
		['there without the last boundary', related(''), parts(''), 'een'],
		[
			'in base64',
			'multipart/related; boundary=x',
			'--x\nContent-Transfer-Encoding: base64\n\nPGEvPg==\n--x--',
			'<a/>',
		],
		['one without headers', 'multipart/related; boundary=x', '--x\r\n\r\n<a/>\r\n--x--', '<a/>'],
		['not there without a boundary', 'multipart/related', parts('--a b--'), undefined],
		['not there without parts', related(''), 'niets', undefined],
	];
	for (const [name, contentType, body, expected] of cases) {
		it(`is ${name}`, () => {
			const part = rootPartOf(contentType, Buffer.from(body));
			assert.equal(part && Buffer.from(part.body).toString(), expected);
		});
	}
});
