import assert from 'node:assert/strict';
import { entryInWords } from '../../../../src/ebms/partner/entryWords';
import { readMessage } from '../../../../src/ebms/message/readMessage';
import type { EbmsError } from '../../../../src/ebms/message/message';
import { createTranslate } from '../../../../src/text';
import { zaakbericht } from '../../../bench/corpus';
import { parties } from '../../../../src/ebms/partner/parties';
import {
	ackRequested,
	envelope,
	messageEnvelope,
	partyWithRole,
	syncReply,
	withPayload,
	type EnvelopeParts,
} from './envelopes';
import { post, practise, realCheck, type Practice, type RawRequest } from './practice';

const english = createTranslate(() => 'en');
const payload = zaakbericht(4000, 3);

describe('The partner that gets a message of the service', function () {
	this.timeout(60_000);
	let practice: Practice;
	let validator: Awaited<ReturnType<typeof realCheck>>;
	let number = 0;

	before(async () => {
		validator = await realCheck();
		practice = await practise({ check: validator.check });
	});
	after(async () => {
		await practice.partner.close();
		validator[Symbol.dispose]();
	});

	interface Answered {
		readonly action: string;
		readonly acknowledged: string | null;
		readonly errors: readonly EbmsError[];
		readonly told: string;
		readonly body: string;
	}

	async function send(request: RawRequest): Promise<Answered> {
		const count = practice.entries.length + 1;
		const { status, body } = await post(practice.connection, request);
		await practice.arrived(count);
		assert.equal(status, 200);
		assert.deepEqual((await validator.check(body)).faults, []);
		const message = readMessage(Buffer.from(body));
		assert.ok(message.kind === 'message');
		const entry = practice.entries.at(-1);
		assert.ok(entry);
		return {
			action: message.header.action,
			acknowledged: message.acknowledged,
			errors: message.errors,
			told: entryInWords(entry, english).slice(10),
			body,
		};
	}

	const newId = (): string => `bericht-${++number}@test.example`;

	it('acknowledges a zakLk01 that is right', async () => {
		const messageId = newId();
		const { action, acknowledged, errors, told, body } = await send(
			withPayload(messageEnvelope({ messageId }), payload),
		);
		assert.deepEqual(
			{ action, acknowledged, errors },
			{ action: 'Acknowledgment', acknowledged: messageId, errors: [] },
		);
		assert.equal(told, `zakLk01 from 00000099000000011000 (${messageId}): checked, right and acknowledged`);
		// As the AckRequested says: an MSH may refuse an Acknowledgment of another actor than its CPA names.
		assert.match(body, /<eb:Acknowledgment [^>]*soap:actor="urn:oasis:names:tc:ebxml-msg:actor:toPartyMSH"/);
	});

	it('acknowledges the same message again, without looking at its payload again', async () => {
		const messageId = newId();
		await send(withPayload(messageEnvelope({ messageId }), payload));
		const { action, told } = await send(withPayload(messageEnvelope({ messageId }), 'iets anders'));
		assert.equal(action, 'Acknowledgment');
		assert.match(told, /: came before, so only acknowledged again$/);
	});

	it('says that a message has come in when its status is asked', async () => {
		const messageId = newId();
		await send(withPayload(messageEnvelope({ messageId }), payload));
		const { body } = await post(practice.connection, {
			body: envelope({
				action: 'StatusRequest',
				body: `<eb:StatusRequest eb:version="2.0"><eb:RefToMessageId>${messageId}</eb:RefToMessageId></eb:StatusRequest>`,
			}),
		});
		assert.match(body, /eb:messageStatus="Received"/);
	});

	it('answers a payload that is not right with an ErrorList, and takes the message when it is repaired', async () => {
		const messageId = newId();
		const wrong = payload.replace('999993653', '999993654');
		const { action, errors, told } = await send(withPayload(messageEnvelope({ messageId }), wrong));
		const line = payload.slice(0, payload.indexOf('999993653')).split('\n').length;
		assert.equal(action, 'MessageError');
		assert.equal(errors[0]?.code, 'OtherXml');
		assert.equal(errors[0].location, 'cid:inhoud@voorbeeld.example');
		assert.equal(
			errors[0].description,
			`line ${line}: This BSN fails the 11-proef, so it does not exist. (zaakbericht.bsn-check-digit)`,
		);
		assert.equal(
			told,
			`zakLk01 from 00000099000000011000 (${messageId}): answered with an ErrorList (OtherXml): errors in the payload: 1; the first in line ${line}: This BSN fails the 11-proef, so it does not exist.`,
		);
		const repaired = await send(withPayload(messageEnvelope({ messageId }), payload));
		assert.equal(repaired.action, 'Acknowledgment');
		assert.match(repaired.told, /: checked, right and acknowledged$/);
	});

	it('answers a payload that is no zakLk01 with an ErrorList', async () => {
		const { errors } = await send(
			withPayload(messageEnvelope({ messageId: newId() }), '<iets xmlns="urn:anders"/>'),
		);
		assert.deepEqual(errors, [
			{
				code: 'OtherXml',
				severity: 'Error',
				location: 'cid:inhoud@voorbeeld.example',
				description: 'The payload is no zakLk01 message.',
			},
		]);
	});

	it('finds the payload also when the reference is percent-encoded', async () => {
		const body = messageEnvelope({ messageId: newId() }).replace('cid:inhoud@', 'cid:inhoud%40');
		assert.equal((await send(withPayload(body, payload))).action, 'Acknowledgment');
	});

	const nextMsh = ackRequested.replace('toPartyMSH', 'nextMSH');
	const order =
		'<eb:MessageOrder eb:version="2.0" s:mustUnderstand="1"><eb:SequenceNumber>0</eb:SequenceNumber></eb:MessageOrder>';

	/** What is wrong in the header, and the error that it gives. */
	const wrongHeaders: readonly (readonly [
		what: string,
		parts: EnvelopeParts,
		code: string,
		location: string,
	])[] = [
		[
			'from before the CPA',
			{ timestamp: '2001-01-01T00:00:00Z' },
			'Inconsistent',
			'//eb:MessageHeader/eb:CPAId',
		],
		[
			'from after the CPA',
			{ timestamp: '2101-01-01T00:00:00Z' },
			'Inconsistent',
			'//eb:MessageHeader/eb:CPAId',
		],
		[
			'of another service',
			{ service: '<eb:Service eb:type="urn:osb:services">anders</eb:Service>' },
			'ValueNotRecognized',
			'//eb:MessageHeader/eb:Service',
		],
		['with another action', { action: 'zakLk02' }, 'ValueNotRecognized', '//eb:MessageHeader/eb:Action'],
		[
			'without DuplicateElimination',
			{ more: '' },
			'Inconsistent',
			'//eb:MessageHeader/eb:DuplicateElimination',
		],
		['without AckRequested', { header: syncReply }, 'Inconsistent', '//eb:AckRequested'],
		[
			'that wants a signed acknowledgment',
			{ header: `${syncReply}${ackRequested.replace('"false"', '"true"')}` },
			'Inconsistent',
			'//eb:AckRequested/@eb:signed',
		],
		[
			'that wants an acknowledgment of the next MSH',
			{ header: `${syncReply}${nextMsh}` },
			'NotSupported',
			'//eb:AckRequested/@soap:actor',
		],
		['without SyncReply, which the CPA asks for', { header: ackRequested }, 'Inconsistent', '//eb:SyncReply'],
		[
			'with MessageOrder',
			{ header: `${syncReply}${order}${ackRequested}` },
			'NotSupported',
			'//eb:MessageOrder',
		],
		[
			'without the Role of the sender',
			{ from: partyWithRole(parties.us, '') },
			'Inconsistent',
			'//eb:MessageHeader/eb:From/eb:Role',
		],
		[
			'without the Role of the receiver',
			{ to: partyWithRole(parties.them, '') },
			'Inconsistent',
			'//eb:MessageHeader/eb:To/eb:Role',
		],
		[
			'with a Role of the sender that is not in the CPA',
			{ from: partyWithRole(parties.us, 'Ontvanger') },
			'Unknown',
			'//eb:MessageHeader/eb:From/eb:Role',
		],
		[
			'with a Role of the receiver that is not in the CPA',
			{ to: partyWithRole(parties.them, 'Zaakhouder') },
			'ValueNotRecognized',
			'//eb:MessageHeader/eb:To/eb:Role',
		],
		[
			'that came too late',
			{ timeToLive: '2002-01-01T00:00:00Z' },
			'TimeToLiveExpired',
			'//eb:MessageData/eb:TimeToLive',
		],
		['without Manifest', { body: '' }, 'MimeProblem', '//eb:Manifest'],
	];
	for (const [what, parts, code, location] of wrongHeaders) {
		it(`answers a message ${what} with ${code}`, async () => {
			const { action, errors } = await send(
				withPayload(messageEnvelope({ messageId: newId(), ...parts }), payload),
			);
			assert.equal(action, 'MessageError');
			assert.deepEqual(
				errors.map((error) => [error.code, error.severity, error.location]),
				[[code, 'Error', location]],
			);
		});
	}

	it('answers a reference to a part that is not there with MimeProblem', async () => {
		const { errors } = await send(
			withPayload(messageEnvelope({ messageId: newId() }), payload, 'anders@voorbeeld.example'),
		);
		assert.deepEqual(
			errors.map(({ code, location }) => [code, location]),
			[['MimeProblem', '//eb:Manifest/eb:Reference/@xlink:href']],
		);
	});

	it('tells all that is wrong in a header at once', async () => {
		const { errors } = await send(
			withPayload(messageEnvelope({ messageId: newId(), header: syncReply, more: '' }), payload),
		);
		assert.deepEqual(
			errors.map(({ location }) => location),
			['//eb:MessageHeader/eb:DuplicateElimination', '//eb:AckRequested'],
		);
	});

	it('made no fault of its own in all this', () => {
		assert.deepEqual(practice.faults, []);
	});
});
