import assert from 'node:assert/strict';
import { summarizeCpa, type PartySummary } from '../../../../src/documents/cpa/summary';
import { ack, agreement, changeParty, cpaOf, elimination, readFixture } from './agreement';

function partiesOf(text: string): readonly PartySummary[] {
	return summarizeCpa(cpaOf(text)).parties;
}

function firstParty(text: string): PartySummary {
	const [party] = partiesOf(text);
	return party ?? assert.fail('there is a party');
}

const nonRepudiation = `<tp:SenderNonRepudiation>
	<tp:NonRepudiationProtocol>http://www.w3.org/2000/09/xmldsig#</tp:NonRepudiationProtocol>
	<tp:HashFunction>http://www.w3.org/2001/04/xmlenc#sha256</tp:HashFunction>
	<tp:SignatureAlgorithm>http://www.w3.org/2001/04/xmldsig-more#rsa-sha256</tp:SignatureAlgorithm>
	<tp:SigningCertificateRef tp:certId="A_ClientCertificaat"/>
</tp:SenderNonRepudiation>`;
const envelope = `<tp:SenderDigitalEnvelope>
	<tp:DigitalEnvelopeProtocol tp:version="1">http://www.w3.org/2001/04/xmlenc#</tp:DigitalEnvelopeProtocol>
	<tp:EncryptionAlgorithm>http://www.w3.org/2009/xmlenc11#aes128-gcm</tp:EncryptionAlgorithm>
</tp:SenderDigitalEnvelope>`;
const inSender = (content: string): readonly [string, string] => [
	'</tp:PersistDuration>\n\t\t\t</tp:ebXMLSenderBinding>',
	`</tp:PersistDuration>\n${content}\n\t\t\t</tp:ebXMLSenderBinding>`,
];

describe('The profile of a channel', () => {
	const cases: readonly (readonly [
		title: string,
		changes: readonly (readonly [string, string])[],
		profile: string | null,
	])[] = [
		['reliable messaging', [], 'osb-rm'],
		['reliable messaging that is signed', [inSender(nonRepudiation)], 'osb-rm-s'],
		['reliable messaging that is signed and encrypted', [inSender(nonRepudiation + envelope)], 'osb-rm-e'],
		['none when it encrypts without signing', [inSender(envelope)], null],
		['best effort', [ack('never'), elimination('never')], 'osb-be'],
		[
			'best effort that is signed',
			[ack('never'), elimination('never'), inSender(nonRepudiation)],
			'osb-be-s',
		],
		['none when each message decides', [ack('perMessage'), elimination('perMessage')], null],
		['none when reliability is half', [ack('never')], null],
	];
	for (const [title, changes, profile] of cases) {
		it(`is ${title}`, () => {
			assert.equal(firstParty(changeParty('A', ...changes)).channels[0]?.profile, profile);
		});
	}

	it('is told without a DocExchange too', () => {
		const text = changeParty('A', [
			'tp:docExchangeId="A_Uitwisseling">\n\t\t\t<tp:Mess',
			'tp:docExchangeId="Elders">\n\t\t\t<tp:Mess',
		]);
		assert.equal(firstParty(text).channels[0]?.profile, 'osb-rm');
	});
});

describe('The summary of a CPA', () => {
	it('follows the references of a channel', () => {
		const { name, oin, channels, ping } = firstParty(agreement);
		const [channel] = channels;
		assert.ok(channel);
		assert.equal(channels.length, 1);
		assert.equal(ping, channel);
		assert.deepEqual(
			{
				name,
				oin,
				isDefault: channel.isDefault,
				overrides: channel.overrides,
				carriesPing: channel.carriesPing,
				actions: channel.actions.map(({ direction, action }) => `${direction} ${action}`),
				endpoints: channel.endpoints.map(({ uri }) => uri.value),
				certificates: [channel.clientCertificate, channel.serverCertificate],
				retries: channel.sender?.retries?.value,
			},
			{
				name: 'Gemeente Voorbeeldstad (fictief)',
				oin: '00000099000000011000',
				isDefault: true,
				overrides: [],
				carriesPing: true,
				actions: ['send stuurZaakbericht', 'receive stuurAntwoord'],
				endpoints: ['https://ebms.voorbeeldstad.example/lopende-zaken'],
				certificates: ['A_ClientCertificaat', 'A_ServerCertificaat'],
				retries: '8',
			},
		);
	});

	it('tells which channel a Ping has by name, beside the default one', () => {
		const [, party] = partiesOf(readFixture('cpa-all-elements'));
		assert.deepEqual(
			party?.channels.map(({ channel, isDefault, overrides, carriesPing }) => ({
				id: channel.channelId,
				isDefault,
				overrides,
				carriesPing,
			})),
			[
				{ id: 'B_Signalen', isDefault: false, overrides: [], carriesPing: false },
				{ id: 'B_Kanaal', isDefault: true, overrides: ['Ping'], carriesPing: true },
			],
		);
		assert.equal(party.ping?.channel.channelId, 'B_Kanaal');
	});

	it('tells which channel a Ping has by name when another is the default one', () => {
		const [, party] = partiesOf(
			readFixture('cpa-all-elements').replace(
				'defaultMshChannelId="B_Kanaal"',
				'defaultMshChannelId="B_Signalen"',
			),
		);
		assert.deepEqual(
			party?.channels.map(({ isDefault, carriesPing }) => ({ isDefault, carriesPing })),
			[
				{ isDefault: true, carriesPing: false },
				{ isDefault: false, carriesPing: true },
			],
		);
	});

	it('has no channel for a Ping when the default one is not there', () => {
		const text = changeParty('A', ['defaultMshChannelId="A_Kanaal"', 'defaultMshChannelId="Nergens"']);
		const { ping, channels } = firstParty(text);
		assert.equal(ping, null);
		assert.deepEqual(
			channels.map(({ carriesPing, isDefault }) => [carriesPing, isDefault]),
			[[false, false]],
		);
	});

	it('tells of each certificate what it is for and whose it is', () => {
		assert.deepEqual(
			firstParty(agreement).certificates.map(({ certId, uses, state, oin }) => ({
				certId,
				uses,
				state,
				oin,
			})),
			[
				{ certId: 'A_ClientCertificaat', uses: ['client'], state: 'read', oin: '00000099000000011000' },
				{ certId: 'A_ServerCertificaat', uses: ['server'], state: 'read', oin: '00000099000000011000' },
			],
		);
	});

	it('takes the OIN of a party without the suffix of a test environment, and none of another scheme', () => {
		const partyId = '>00000099000000011000</tp:PartyId>';
		assert.equal(
			firstParty(changeParty('A', [partyId, '>00000099000000011000_OTA</tp:PartyId>'])).oin,
			'00000099000000011000',
		);
		assert.equal(firstParty(changeParty('A', [partyId, '>GEM-0599</tp:PartyId>'])).oin, null);
	});

	it('is there of a CPA in which everything is missing', () => {
		const cpa = cpaOf(
			'<CollaborationProtocolAgreement xmlns="http://www.oasis-open.org/committees/ebxml-cppa/schema/cpp-cpa-2_0.xsd"><PartyInfo/></CollaborationProtocolAgreement>',
		);
		const { parties, ...rest } = summarizeCpa(cpa);
		assert.deepEqual(rest, {
			nameSpan: { start: 1, end: 31 },
			cpaId: null,
			status: null,
			start: null,
			end: null,
		});
		assert.deepEqual(
			parties.map(({ ping, channels, oin }) => ({ ping, channels, oin })),
			[{ ping: null, channels: [], oin: null }],
		);
	});
});
