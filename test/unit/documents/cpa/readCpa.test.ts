import assert from 'node:assert/strict';
import { findCpa } from '../../../../src/documents/cpa/findCpa';
import { endpointOf, signalChannel, transportOf } from '../../../../src/documents/cpa/signalChannel';
import { parseXml } from '../../../../src/xml/parse';
import { agreement, changeParty, cpaOf, readFixture } from './agreement';

describe('A CPA is read', () => {
	const cpa = cpaOf(agreement);
	const [a, b] = cpa.parties;

	it('with its id, status and period, where they stand', () => {
		const placed = ({ cpaId, status, start, end }: typeof cpa) =>
			[cpaId, status, start, end].map((value) => value && agreement.slice(value.span.start, value.span.end));
		assert.deepEqual(placed(cpa), [
			'Voorbeeldservice_00000099000000011000_00000099000000022000_1',
			'agreed',
			'2026-01-01T00:00:00Z',
			'2035-12-31T23:59:59Z',
		]);
		assert.deepEqual(cpa.start?.moment, new Date('2026-01-01T00:00:00Z'));
		assert.deepEqual(cpa.end?.moment, new Date('2035-12-31T23:59:59Z'));
	});

	it('with its parties, their roles and what they send and receive', () => {
		assert.deepEqual(
			cpa.parties.map(({ name, partyIds, roles }) => ({
				name,
				partyIds: partyIds.map(({ value, type }) => [type?.value, value]),
				roles,
			})),
			[
				{
					name: 'Gemeente Voorbeeldstad (fictief)',
					partyIds: [['urn:osb:oin', '00000099000000011000']],
					roles: [
						{
							name: 'SR',
							service: { name: 'Voorbeelddienst:Voorbeeldservice:1', type: 'urn:osb:services' },
							actions: [
								{
									direction: 'send',
									action: 'stuurZaakbericht',
									channelIds: ['A_Kanaal'],
									packageId: 'Pakket_stuurZaakbericht',
								},
								{
									direction: 'receive',
									action: 'stuurAntwoord',
									channelIds: ['A_Kanaal'],
									packageId: 'Pakket_stuurAntwoord',
								},
							],
						},
					],
				},
				{
					name: 'Voorbeelddienst (fictief)',
					partyIds: [['urn:osb:oin', '00000099000000022000']],
					roles: [
						{
							name: 'SP',
							service: { name: 'Voorbeelddienst:Voorbeeldservice:1', type: 'urn:osb:services' },
							actions: [
								{
									direction: 'send',
									action: 'stuurAntwoord',
									channelIds: ['B_Kanaal'],
									packageId: 'Pakket_stuurAntwoord',
								},
								{
									direction: 'receive',
									action: 'stuurZaakbericht',
									channelIds: ['B_Kanaal'],
									packageId: 'Pakket_stuurZaakbericht',
								},
							],
						},
					],
				},
			],
		);
	});

	it('with its certificates and what each is for', () => {
		assert.deepEqual(
			a?.certificates.map(({ certId, uses, contents }) => [
				certId,
				uses,
				contents.map((content) => content.state === 'read' && content.certificate.subject.text),
			]),
			[
				[
					'A_ClientCertificaat',
					['client'],
					[
						'C=NL, O=Gemeente Voorbeeldstad (fictief), serialNumber=00000099000000011000, CN=ebms.voorbeeldstad.example',
					],
				],
				[
					'A_ServerCertificaat',
					['server'],
					[
						'C=NL, O=Gemeente Voorbeeldstad (fictief), serialNumber=00000099000000011000, CN=ebms.voorbeeldstad.example',
					],
				],
			],
		);
		const full = cpaOf(readFixture('cpa-all-elements'));
		assert.deepEqual(
			full.parties[1]?.certificates.map(({ certId, uses }) => [certId, uses]),
			[
				['B_ClientCertificaat', ['client', 'signing']],
				['B_ServerCertificaat', ['server', 'encryption', 'application']],
				['B_Anker', ['anchor']],
			],
		);
	});

	it('with the characteristics of its channels and what stands behind them', () => {
		const [channel] = a?.channels ?? [];
		assert.deepEqual(
			[
				channel?.syncReplyMode,
				channel?.ackRequested,
				channel?.ackSignatureRequested,
				channel?.duplicateElimination,
			].map((value) => value?.value),
			['none', 'always', 'never', 'always'],
		);
		assert.equal(channel?.actor, 'urn:oasis:names:tc:ebxml-msg:actor:toPartyMSH');
		assert.ok(a && channel);
		const { sends, receives, clientCertificateId, serverCertificateId } =
			transportOf(a, channel) ?? assert.fail();
		assert.deepEqual(
			[sends, receives, clientCertificateId, serverCertificateId],
			[true, true, 'A_ClientCertificaat', 'A_ServerCertificaat'],
		);
		const { retries, retryInterval, persistDuration } = a.exchanges[0]?.sender ?? {};
		assert.deepEqual(
			[retries, retryInterval, persistDuration].map((value) => value?.value),
			['8', 'PT3H', 'P1D'],
		);
	});

	it('with the defaults of the schema, and what stands inside other actions', () => {
		const [, full] = cpaOf(readFixture('cpa-all-elements')).parties;
		const signals = full?.channels.find(({ channelId }) => channelId === 'B_Signalen');
		assert.deepEqual(
			[signals?.syncReplyMode, signals?.ackRequested, signals?.duplicateElimination].map(
				(value) => value?.value,
			),
			['none', 'perMessage', 'perMessage'],
		);
		assert.deepEqual(
			full?.roles[0]?.actions.map(({ direction, action, channelIds }) => [direction, action, channelIds]),
			[
				['send', 'stuurAntwoord', ['B_Kanaal', 'B_Signalen']],
				['receive', 'binnen', ['B_Kanaal']],
				['receive', 'stuurZaakbericht', ['B_Kanaal']],
			],
		);
		assert.deepEqual(
			full.partyIds.map(({ value, type }) => [type?.value, value]),
			[
				['urn:osb:oin', '00000099000000022000'],
				['urn:voorbeeld:nummer', 'B-22'],
			],
		);
	});

	it('the same whatever the prefixes', () => {
		const plain = cpaOf(readFixture('cpa-best-effort-default-namespace'));
		assert.deepEqual(
			plain.parties.map(({ name, defaultChannelId }) => [name, defaultChannelId?.value]),
			cpa.parties.map(({ name, defaultChannelId }) => [name, defaultChannelId?.value]),
		);
	});

	it('as plain data, that can cross to a worker', () => {
		assert.deepEqual(structuredClone(cpa), cpa);
	});

	it('the default channel for a Ping, or one of its own', () => {
		assert.ok(a && b);
		assert.equal(signalChannel(a, 'Ping')?.channelId, 'A_Kanaal');
		assert.equal(endpointOf(b, signalChannel(b, 'Ping')), 'https://ebms.voorbeelddienst.example/ebms');

		const second = `\t\t<tp:DeliveryChannel tp:channelId="A_Ping" tp:transportId="A_Transport" tp:docExchangeId="A_Uitwisseling">
			<tp:MessagingCharacteristics tp:syncReplyMode="mshSignalsOnly"/>
		</tp:DeliveryChannel>\n`;
		const [own] = cpaOf(
			changeParty(
				'A',
				['\t\t<tp:Transport tp:', `${second}\t\t<tp:Transport tp:`],
				[
					'\t\t</tp:DocExchange>\n',
					'\t\t</tp:DocExchange>\n\t\t<tp:OverrideMshActionBinding tp:action="Ping" tp:channelId="A_Ping"/>\n',
				],
			),
		).parties;
		assert.ok(own);
		assert.equal(signalChannel(own, 'Ping')?.channelId, 'A_Ping');
		assert.equal(signalChannel(own, 'Pong')?.channelId, 'A_Kanaal');

		const [none] = cpaOf(
			changeParty('A', ['defaultMshChannelId="A_Kanaal"', 'defaultMshChannelId="B_Kanaal"']),
		).parties;
		assert.ok(none);
		assert.equal(signalChannel(none, 'Ping'), null);
		assert.equal(endpointOf(none, null), null);
	});

	it('only when it is one', () => {
		for (const text of ['', '<x/>', '<CollaborationProtocolAgreement/>']) {
			assert.equal(findCpa(parseXml(text)), undefined);
		}
	});

	it('also when nothing is in it', () => {
		const empty = cpaOf(
			'<CollaborationProtocolAgreement xmlns="http://www.oasis-open.org/committees/ebxml-cppa/schema/cpp-cpa-2_0.xsd"><PartyInfo/></CollaborationProtocolAgreement>',
		);
		assert.deepEqual(
			{ ...empty, parties: empty.parties.map((party) => ({ ...party, nameSpan: undefined })) },
			{
				nameSpan: { start: 1, end: 31 },
				cpaId: null,
				status: null,
				start: null,
				end: null,
				packageIds: [],
				parties: [
					{
						nameSpan: undefined,
						name: null,
						partyIds: [],
						roles: [],
						certificates: [],
						channels: [],
						transports: [],
						exchanges: [],
						defaultChannelId: null,
						overrides: [],
					},
				],
			},
		);
	});
});
