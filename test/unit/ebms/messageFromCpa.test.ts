import assert from 'node:assert/strict';
import { recognise, runRules } from '../../../src/documents/registry';
import {
	cpaMessageKinds,
	messageFromCpa,
	type CpaMessageKind,
} from '../../../src/ebms/message/messageFromCpa';
import { parseXml } from '../../../src/xml/parse';
import { agreement, changeParty, cpaOf } from '../documents/cpa/agreement';

const now = new Date('2026-11-24T12:00:00.400Z');
const [own, other] = ['00000099000000011000', '00000099000000022000'];

function written(kind: CpaMessageKind, text = agreement, sender = 0) {
	const cpa = cpaOf(text);
	const from = cpa.parties[sender];
	assert.ok(from);
	const message = messageFromCpa(kind, cpa, from, now);
	return message.kind === 'message' ? message : assert.fail(message.problem.kind);
}

describe('A message that is written of a CPA', () => {
	for (const kind of cpaMessageKinds) {
		for (const sender of [0, 1]) {
			it(`is one that passes our own checks: ${kind} of party ${sender + 1}`, () => {
				const document = parseXml(written(kind, agreement, sender).text);
				assert.deepEqual(document.faults, []);
				const recognised = recognise(document);
				assert.equal(recognised?.kind.id, kind === 'ping-opdracht' ? kind : 'ebms-bericht');
				assert.deepEqual(runRules(recognised.kind, { document, root: recognised.root, now }), []);
			});
		}
	}

	it('goes from the party that was chosen to the other, with what the CPA says of them', () => {
		const { text } = written(
			'Ping',
			changeParty('B', [`>${other}</tp:PartyId>`, `>${other}_T</tp:PartyId>`]),
			1,
		);
		assert.match(
			text,
			new RegExp(
				`<eb:From>\\s*<eb:PartyId eb:type="urn:osb:oin">${other}_T</eb:PartyId>\\s*</eb:From>\\s*<eb:To>\\s*<eb:PartyId eb:type="urn:osb:oin">${own}</eb:PartyId>`,
			),
		);
		assert.match(text, /<eb:CPAId>Voorbeeldservice_00000099000000011000_00000099000000022000_1<\/eb:CPAId>/);
		assert.match(text, /<eb:MessageId>[0-9a-f-]{36}@ebms\.voorbeelddienst\.example<\/eb:MessageId>/);
		assert.match(text, /<eb:Timestamp>2026-11-24T12:00:00Z<\/eb:Timestamp>/);
		assert.doesNotMatch(text, /SyncReply/);
	});

	it("asks for an answer in the response when the sender's channel says so", () => {
		const text = changeParty('A', ['syncReplyMode="none"', 'syncReplyMode="mshSignalsOnly"']);
		for (const kind of ['Ping', 'StatusRequest'] as const) {
			assert.match(written(kind, text, 0).text, /<eb:SyncReply /);
			assert.doesNotMatch(written(kind, text, 1).text, /<eb:SyncReply /);
		}
	});

	it('names the actor of the channel in an acknowledgment', () => {
		assert.match(
			written('Acknowledgment').text,
			/<eb:Acknowledgment [^>]*soap:actor="urn:oasis:names:tc:ebxml-msg:actor:toPartyMSH">/,
		);
	});

	it('tells which MessageId in it is made up', () => {
		const standIns = cpaMessageKinds.map((kind) => {
			const { text, standIn } = written(kind);
			return standIn === null ? null : [text.split(standIn).length - 1, standIn.split('@')[1]];
		});
		assert.deepEqual(standIns, [
			null,
			[1, 'ebms.voorbeelddienst.example'],
			[2, 'ebms.voorbeelddienst.example'],
			[1, 'ebms.voorbeelddienst.example'],
			[1, 'ebms.voorbeeldstad.example'],
			null,
		]);
	});

	it('keeps what XML minds in the values of a CPA', () => {
		const text = agreement.replace('tp:cpaid="Voorbeeldservice_', 'tp:cpaid="A&amp;B&lt;&quot;_');
		for (const kind of ['Ping', 'ping-opdracht'] as const) {
			assert.deepEqual(parseXml(written(kind, text).text).faults, []);
		}
	});

	const problems: readonly (readonly [string, string, object])[] = [
		['has no id', agreement.replace(/tp:cpaid="[^"]*"/, 'tp:cpaid=" "'), { kind: 'no-cpa-id' }],
		[
			'has one party',
			agreement.replace(/\t<tp:PartyInfo tp:partyName="Voorbeelddienst[\s\S]*<\/tp:PartyInfo>\n/, ''),
			{ kind: 'party-count', count: 1 },
		],
		[
			'does not tell who the other party is',
			agreement.replace(`<tp:PartyId tp:type="urn:osb:oin">${other}</tp:PartyId>`, ''),
			{ kind: 'no-party-id', party: 'Voorbeelddienst (fictief)' },
		],
	];
	for (const [title, text, problem] of problems) {
		it(`cannot be when the CPA ${title}`, () => {
			const cpa = cpaOf(text);
			const [from] = cpa.parties;
			assert.ok(from);
			assert.deepEqual(messageFromCpa('Ping', cpa, from, now), { kind: 'problem', problem });
		});
	}

	it('is of a MSH without name when the party has no endpoint that can be read', () => {
		const text = changeParty('A', ['https://ebms.voorbeeldstad.example/lopende-zaken', 'ebms']);
		assert.match(written('Ping', text).text, /@localhost<\/eb:MessageId>/);
	});
});
