import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { entryInWords } from '../../../../src/ebms/partner/entryWords';
import { readMessage } from '../../../../src/ebms/message/readMessage';
import { createTranslate } from '../../../../src/text';
import { envelope, type EnvelopeParts } from './envelopes';
import { post, practise, realCheck, type Practice, type RawRequest, type RawResponse } from './practice';

const english = createTranslate(() => 'en');

describe('The partner that gets a signal', function () {
	this.timeout(60_000);
	let practice: Practice;
	let validator: Awaited<ReturnType<typeof realCheck>>;

	before(async () => {
		validator = await realCheck();
		practice = await practise({ check: validator.check });
	});
	after(async () => {
		await practice.partner.close();
		validator[Symbol.dispose]();
	});

	/** Sends it, and gives the answer and what the list says of it without the time. */
	async function send(request: RawRequest): Promise<RawResponse & { readonly told: string }> {
		const count = practice.entries.length + 1;
		const response = await post(practice.connection, request);
		await practice.arrived(count);
		const entry = practice.entries.at(-1);
		assert.ok(entry);
		return { ...response, told: entryInWords(entry, english).slice(10) };
	}

	const faultIn = (body: string): string => {
		const message = readMessage(Buffer.from(body));
		assert.equal(message.kind, 'fault');
		return `${message.code}: ${message.text}`;
	};

	it('answers a Ping in the response, with the parties swapped and a reference to it', async () => {
		const { status, headers, body, told } = await send({ body: envelope() });
		assert.equal(status, 200);
		assert.equal(headers['content-type'], 'text/xml; charset=UTF-8');
		assert.equal(headers['soapaction'], '"ebXML"');
		const message = readMessage(Buffer.from(body));
		assert.ok(message.kind === 'message');
		const { from, to, action, service, serviceType, conversationId, refToMessageId } = message.header;
		assert.deepEqual(
			{ from, to, action, service, serviceType, conversationId, refToMessageId },
			{
				from: [{ value: '00000099000000022000', type: 'urn:osb:oin' }],
				to: [{ value: '00000099000000011000', type: 'urn:osb:oin' }],
				action: 'Pong',
				service: 'urn:oasis:names:tc:ebxml-msg:service',
				serviceType: null,
				conversationId: 'gesprek-1',
				refToMessageId: 'bericht-1@voorbeeld.example',
			},
		);
		assert.equal(told, 'Ping from 00000099000000011000 (bericht-1@voorbeeld.example): answered with a Pong');
	});

	it('writes a Pong that our own validator finds right', async () => {
		const { body } = await send({ body: envelope() });
		assert.deepEqual((await validator.check(body)).faults, []);
	});

	/** Refused with an empty 500. */
	const refusedEmpty: readonly (readonly [what: string, request: RawRequest, told: string])[] = [
		[
			'another method',
			{ method: 'GET' },
			'Request that is no ebMS message: refused (500): the method is GET and not POST',
		],
		[
			'no Content-Type',
			{ body: envelope(), headers: { 'content-type': '' } },
			'Request that is no ebMS message: refused (500): Content-Type is missing',
		],
		['no body', {}, 'Request that is no ebMS message: refused (500): the body is empty'],
		[
			'a compressed body',
			{ body: envelope(), headers: { 'content-encoding': 'gzip' } },
			'Request that is no ebMS message: refused (500): the body is compressed (Content-Encoding gzip), which an ebMS adapter does not expect',
		],
		[
			'multipart without parts',
			{ body: envelope(), headers: { 'content-type': 'multipart/related; boundary=x' } },
			'Request that is no ebMS message: refused (500): it says that it is multipart but has no parts',
		],
		[
			'a DOCTYPE',
			{ body: envelope().replace('<s:Envelope', '<!DOCTYPE s:Envelope>\n<s:Envelope') },
			'Request that is no ebMS message: refused (500): it has a DOCTYPE',
		],
		[
			'no XML',
			{ body: 'Hallo' },
			'Request that is no ebMS message: refused (500): it is no SOAP envelope with a MessageHeader of ebMS 2.0',
		],
		[
			'SOAP without ebMS',
			{ body: '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>' },
			'Request that is no ebMS message: refused (500): it is no SOAP envelope with a MessageHeader of ebMS 2.0',
		],
	];
	for (const [what, request, expected] of refusedEmpty) {
		it(`answers ${what} with an empty 500`, async () => {
			const { status, body, told } = await send(request);
			assert.deepEqual({ status, body, told }, { status: 500, body: '', told: expected });
		});
	}

	it('answers an envelope that is not valid by the schema with an empty 500, and says in the list why', async () => {
		const { status, body, told } = await send({
			body: envelope().replace(/<eb:ConversationId>.*?<\/eb:ConversationId>/, ''),
		});
		assert.deepEqual({ status, body }, { status: 500, body: '' });
		assert.equal(
			told,
			'Ping from 00000099000000011000 (bericht-1@voorbeeld.example): refused (500): the envelope is not valid; in line 5: `eb:MessageHeader` lacks the element `eb:ConversationId`, before `eb:Service`.',
		);
	});

	const own = '<eb:PartyId eb:type="urn:osb:oin">00000099000000011000</eb:PartyId>';
	const error = (code: string, location: string, description: string): string =>
		`Client: <eb:Error xmlns:eb="http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd" eb:errorCode="${code}" eb:severity="Error" eb:location="${location}">\n  <eb:Description xml:lang="en">${description}</eb:Description>\n</eb:Error>`;
	const place = '//eb:MessageHeader';

	/** Refused with a SOAP Fault. */
	const refusedFault: readonly (readonly [what: string, parts: EnvelopeParts, fault: string])[] = [
		['an unknown CPA', { cpaId: 'anders' }, 'Client: CPA anders not found!'],
		['another version', { version: '3.0' }, error('Inconsistent', `${place}/@eb:version`, 'Invalid value.')],
		[
			'an unknown sender',
			{ from: own.replace('011', '033') },
			error('Inconsistent', `${place}/eb:From/eb:PartyId`, 'Value not found.'),
		],
		[
			'a sender with another type',
			{ from: own.replace('urn:osb:oin', 'string') },
			error('Inconsistent', `${place}/eb:From/eb:PartyId`, 'Value not found.'),
		],
		[
			'one sender too many',
			{ from: `${own}${own.replace('urn:osb:oin', 'urn:anders').replace('011', '033')}` },
			error('Inconsistent', `${place}/eb:From/eb:PartyId`, 'Value not found.'),
		],
		[
			'a message to oneself',
			{ to: own },
			error('Inconsistent', `${place}/eb:To/eb:PartyId`, 'Value not found.'),
		],
		[
			'a signal with a type of Service',
			{ service: '<eb:Service eb:type="string">urn:oasis:names:tc:ebxml-msg:service</eb:Service>' },
			error('Unknown', `${place}/eb:Service`, 'No DeliveryChannel found.'),
		],
	];
	for (const [what, parts, expected] of refusedFault) {
		it(`answers ${what} with a SOAP Fault`, async () => {
			const { status, body } = await send({ body: envelope(parts) });
			assert.equal(status, 500);
			assert.equal(faultIn(body), expected);
		});
	}

	it('answers a SOAPAction without its quotes with a SOAP Fault, before it looks at anything else', async () => {
		const { status, body, told } = await send({ body: 'Hallo', headers: { soapaction: 'ebXML' } });
		assert.equal(status, 500);
		assert.equal(faultIn(body), 'Client: SOAPAction is not "ebXML".');
		assert.equal(
			told,
			'Request that is no ebMS message: refused (SOAP Fault): SOAPAction is ebXML and not "ebXML" with its quotes',
		);
	});

	it('looks at the CPA before the client certificate, and at that before the version', async () => {
		const folder = dirname(practice.connection.cert);
		const stranger = { cert: join(folder, 'them.pem'), key: join(folder, 'them.key') };
		const first = await send({ ...stranger, body: envelope({ cpaId: 'anders', version: '3.0' }) });
		const second = await send({ ...stranger, body: envelope({ version: '3.0' }) });
		assert.equal(faultIn(first.body), 'Client: CPA anders not found!');
		assert.equal(faultIn(second.body), 'Client: Invalid SSL Client Certificate!');
		assert.match(second.told, /not that of the CPA but C=NL, O=TRIAL Lokale oefenpartner, /);
	});

	it('tells the status of a message', async () => {
		const { status, body } = await send({
			body: envelope({
				action: 'StatusRequest',
				body: '<eb:StatusRequest eb:version="2.0"><eb:RefToMessageId>nooit@voorbeeld.example</eb:RefToMessageId></eb:StatusRequest>',
			}),
		});
		assert.equal(status, 200);
		assert.match(body, /eb:messageStatus="NotRecognized"/);
		assert.deepEqual((await validator.check(body)).faults, []);
	});

	it('takes note of a Pong without an answer', async () => {
		const { status, body, told } = await send({
			body: envelope({ action: 'Pong' }).replace(
				'</eb:Timestamp>',
				'</eb:Timestamp><eb:RefToMessageId>x@voorbeeld.example</eb:RefToMessageId>',
			),
		});
		assert.deepEqual({ status, body }, { status: 204, body: '' });
		assert.match(told, /: taken note of$/);
	});

	it('answers an unknown signal with an ErrorList', async () => {
		const { status, body } = await send({ body: envelope({ action: 'Pang' }) });
		const message = readMessage(Buffer.from(body));
		assert.equal(status, 200);
		assert.deepEqual(message.kind === 'message' && message.errors.map(({ code }) => code), [
			'ValueNotRecognized',
		]);
	});

	it('keeps what a sender writes on one line of the list, and short', async () => {
		const { told } = await send({ body: envelope({ messageId: `a\nb${'x'.repeat(5000)}` }) });
		assert.equal(told.includes('\n'), false);
		assert.ok(told.length < 400);
	});

	it('made no fault of its own in all this', () => {
		assert.deepEqual(practice.faults, []);
	});

	it('has a CPA that our own validator finds right', async () => {
		assert.deepEqual(await validator.check(readFileSync(practice.connection.cpa, 'utf8')), {
			kind: 'cpa',
			faults: [],
		});
	});
});
