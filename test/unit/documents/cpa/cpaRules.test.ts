import assert from 'node:assert/strict';
import { runRules } from '../../../../src/documents/registry';
import { assertFindings, change, findingsOfText, readMarks, recogniseText, type Expected } from '../marked';
import { ack, agreement, changeParty, elimination, readFixture } from './agreement';

const rule = (code: string, severity: Expected[1], data: Expected[2] = {}): Expected => [
	`cpa.${code}`,
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

const inStatus = (value: string): string => change(agreement, ['"agreed"', `"«${value}»"`]);

describe('a CPA: of the agreement the rules find', () => {
	table([
		['nothing in one that is right', agreement, []],
		[
			'nothing in a best effort one with other prefixes',
			readFixture('cpa-best-effort-default-namespace'),
			[],
		],
		[
			'nothing but its status, and what an adapter does not import, in one that has all that CPPA knows',
			change(
				readFixture('cpa-all-elements'),
				['"signed"', '"«signed»"'],
				['<tp:Transport tp:transportId="B_Zender"', '<«tp:Transport» tp:transportId="B_Zender"'],
				['<tp:DocExchange tp:docExchangeId="B_Niets"/>', '<«tp:DocExchange» tp:docExchangeId="B_Niets"/>'],
			),
			[
				rule('status', 'warning', { status: 'signed' }),
				rule('one-way-transport', 'warning', { transportId: 'B_Zender', missing: 'TransportReceiver' }),
				rule('one-way-exchange', 'warning', {
					exchangeId: 'B_Niets',
					missing: 'ebXMLSenderBinding, ebXMLReceiverBinding',
				}),
			],
		],
		[
			'white space behind the id, which counts',
			change(agreement, [
				'"Voorbeeldservice_00000099000000011000_00000099000000022000_1"',
				'"«Voorbeeldservice_1 »"',
			]),
			[rule('id-space', 'warning', { cpaId: 'Voorbeeldservice_1 ' })],
		],
		['a proposal', inStatus('proposed'), [rule('status', 'warning', { status: 'proposed' })]],
		[
			'nothing in a status that does not exist, which the schema says',
			change(agreement, ['"agreed"', '"Agreed"']),
			[],
		],
		[
			'a period of more than ten years',
			change(agreement, ['>2035-12-31T23:59:59Z<', '>«2036-01-03T00:00:00Z»<']),
			[rule('period-long', 'info', { years: 10 })],
		],
		[
			'nothing in ten years and a day',
			change(agreement, ['>2035-12-31T23:59:59Z<', '>2036-01-01T23:59:59Z<']),
			[],
		],
		[
			'the wrong century',
			change(agreement, ['>2035-12-31T23:59:59Z<', '>«2135-12-31T23:59:59Z»<']),
			[rule('period-long', 'info', { years: 109 })],
		],
		[
			'an end before the start, once',
			change(agreement, ['>2035-12-31T23:59:59Z<', '>«2025-12-31T23:59:59Z»<']),
			[rule('period', 'error', { start: '2026-01-01T00:00:00Z', end: '2025-12-31T23:59:59Z' })],
		],
		[
			'an end that is the start, written in another zone',
			change(agreement, ['>2035-12-31T23:59:59Z<', '>«2026-01-01T01:00:00+01:00»<']),
			[rule('period', 'error', { start: '2026-01-01T00:00:00Z', end: '2026-01-01T01:00:00+01:00' })],
		],
		[
			'an agreement that has ended',
			change(agreement, ['>2035-12-31T23:59:59Z<', '>«2026-11-24T11:59:59.9Z»<']),
			[rule('expired', 'error', { end: '2026-11-24' })],
		],
		[
			'an agreement that has ended, without zone',
			change(agreement, ['>2035-12-31T23:59:59Z<', '> «2026-11-24T11:00:00» <']),
			[rule('expired', 'error', { end: '2026-11-24' })],
		],
		[
			'nothing in one that ends this moment',
			change(agreement, ['>2035-12-31T23:59:59Z<', '>2026-11-24T12:00:00Z<']),
			[],
		],
		[
			'an agreement that has not started',
			change(agreement, ['>2026-01-01T00:00:00Z<', '>«2026-12-01T00:00:00Z»<']),
			[rule('not-started', 'warning', { start: '2026-12-01' })],
		],
		[
			'nothing in dates that are none, which the schema says',
			change(
				agreement,
				['>2026-01-01T00:00:00Z<', '>2026-02-30T00:00:00Z<'],
				['>2035-12-31T23:59:59Z<', '>morgen<'],
			),
			[],
		],
	]);

	it('tells the same of another moment otherwise', () => {
		const { kind, subject } = recogniseText(agreement);
		const codes = (moment: string): readonly string[] =>
			runRules(kind, { ...subject, now: new Date(moment) }).map(({ code }) => code);
		assert.deepEqual(codes('2025-12-31T23:59:59Z'), ['cpa.not-started']);
		assert.deepEqual(codes('2026-01-01T00:00:00Z'), []);
		assert.deepEqual(codes('2036-01-01T00:00:00Z'), ['cpa.expired']);
		assert.deepEqual(codes('2080-01-01T00:00:00Z'), [
			'cpa.expired',
			'cpa.certificate-expired',
			'cpa.certificate-expired',
			'cpa.certificate-expired',
			'cpa.certificate-expired',
		]);
	});
});

const inPartyId = (content: string, type = ' tp:type="urn:osb:oin"'): string =>
	change(
		// Without certificates that belong to another OIN.
		agreement
			.replace(/\t\t<tp:Certificate [\s\S]*?<\/tp:Certificate>\n/g, '')
			.replace(/\t+<tp:(?:Client|Server)CertificateRef [^>]*>\n/g, ''),
		[
			'<tp:PartyId tp:type="urn:osb:oin">00000099000000011000</tp:PartyId>',
			content.includes('<') ? content : `<tp:PartyId${type}>${content}</tp:PartyId>`,
		],
	);

describe('a CPA: of the parties the rules find', () => {
	table([
		['nothing in the suffix of a test environment', inPartyId('00000099000000011000_OTA'), []],
		['nothing in the OIN of Logius', inPartyId('00000004003214345001'), []],
		[
			'an OIN that is too short',
			inPartyId('«99000000011000»'),
			[rule('party-id', 'error', { value: '99000000011000', reason: 'length' })],
		],
		[
			'an unknown suffix',
			inPartyId('«00000099000000011000_P»'),
			[rule('party-id', 'error', { value: '00000099000000011000_P', reason: 'length' })],
		],
		[
			'white space around it, which counts',
			inPartyId(' «00000099000000011000» '),
			[rule('party-id', 'error', { value: ' 00000099000000011000 ', reason: 'length' })],
		],
		[
			'an RSIN that fails the 11-proef',
			inPartyId('«00000001123456789000»'),
			[rule('party-id-doubtful', 'warning', { value: '00000001123456789000', reason: 'check-digit' })],
		],
		[
			'a prefix that no register has',
			inPartyId('«00000042123456789000»'),
			[rule('party-id-doubtful', 'warning', { value: '00000042123456789000', reason: 'prefix-unassigned' })],
		],
		[
			'no type',
			inPartyId('<«tp:PartyId»>00000099000000011000</tp:PartyId>'),
			[rule('party-type-missing', 'error', { value: '00000099000000011000' })],
		],
		[
			'another type of an OIN',
			inPartyId('00000099000000011000', ' tp:type="«urn:osb:OIN»"'),
			[rule('party-type', 'warning', { found: 'urn:osb:OIN' })],
		],
		[
			'two PartyIds of one type',
			inPartyId(
				'<tp:PartyId tp:type="urn:osb:oin">00000099000000011000_T</tp:PartyId><tp:PartyId tp:type="«urn:osb:oin»">00000099000000011000_O</tp:PartyId>',
			),
			[rule('party-type-twice', 'warning', { type: 'urn:osb:oin' })],
		],
		[
			'nothing in a party with a second number of another scheme',
			inPartyId(
				'<tp:PartyId tp:type="urn:voorbeeld:kvk">12345678</tp:PartyId><tp:PartyId tp:type="urn:osb:oin">00000099000000011000</tp:PartyId>',
			),
			[],
		],
		[
			'the PartyId of the other party, at the second',
			change(inPartyId('00000099000000011000'), ['>00000099000000022000<', '>«00000099000000011000»<']),
			[rule('party-same', 'warning', { value: '00000099000000011000' })],
		],
		[
			'nothing in a suffix that sets two parties apart',
			change(inPartyId('00000099000000011000_T'), ['>00000099000000022000<', '>00000099000000011000_A<']),
			[],
		],
		['nothing in another scheme', inPartyId('GEM-0599', ' tp:type="urn:voorbeeld:gemeentecode"'), []],
		['nothing in an empty PartyId, which the schema says', inPartyId(''), []],
		[
			'one to fill in, once',
			inPartyId('«[uw_oin]»'),
			[['document.placeholder', 'error', { value: '[uw_oin]' }]],
		],
	]);
});

const uri = 'https://ebms.voorbeeldstad.example/lopende-zaken';
const inUri = (value: string): string => changeParty('A', [uri, value]);
const tls = '<tp:TransportSecurityProtocol tp:version="1.2">TLS</tp:TransportSecurityProtocol>';
const asServer = (value: string): string =>
	changeParty('A', [`${tls}\n\t\t\t\t\t<tp:Server`, `${value}\n\t\t\t\t\t<tp:Server`]);
const inCharacteristics = (...changes: readonly (readonly [string, string])[]): string =>
	changeParty('A', ...changes);
const mode = (value: string): readonly [string, string] => [
	'syncReplyMode="none"',
	`syncReplyMode="${value}"`,
];
const kept = (value: string, retries = '8', interval = 'PT3H'): string =>
	changeParty('A', ['>P1D<', `>${value}<`], ['>8<', `>${retries}<`], ['>PT3H<', `>${interval}<`])
		// The other party keeps it longer than any of these.
		.replaceAll('PersistDuration>P2D<', 'PersistDuration>P1Y<');

describe('a CPA: of the connections the rules find', () => {
	table([
		[
			'http',
			inUri('«http»://ebms.voorbeeldstad.example/'),
			[
				rule('endpoint-not-https', 'error', {
					value: 'http://ebms.voorbeeldstad.example/',
					reason: 'scheme',
				}),
			],
		],
		[
			'no address',
			inUri('«ebms»'),
			[rule('endpoint-not-https', 'error', { value: 'ebms', reason: 'unreadable' })],
		],
		[
			'an address with a space in it',
			inUri('«https://ebms.voorbeeldstad.example/lopende zaken»'),
			[
				rule('endpoint-not-https', 'error', {
					value: 'https://ebms.voorbeeldstad.example/lopende zaken',
					reason: 'unreadable',
				}),
			],
		],
		[
			'an empty address',
			inUri('«»'),
			[rule('endpoint-not-https', 'error', { value: '', reason: 'unreadable' })],
		],
		[
			'another port',
			inUri('https://ebms.voorbeeldstad.example:«8443»/ebms'),
			[rule('endpoint-port', 'warning', { port: '8443' })],
		],
		[
			'a name of one network',
			inUri('https://«ebms01»/'),
			[rule('endpoint-local', 'warning', { host: 'ebms01', reason: 'name' })],
		],
		[
			'an IP address',
			inUri('https://«192.0.2.7»/'),
			[rule('endpoint-local', 'warning', { host: '192.0.2.7', reason: 'address' })],
		],
		[
			'this machine, whatever the port',
			inUri('https://«localhost»:9443/ebms'),
			[rule('endpoint-loopback', 'info', { host: 'localhost' })],
		],
		[
			'this machine by its address',
			inUri('https://«127.0.0.1»:9443/ebms'),
			[rule('endpoint-loopback', 'info', { host: '127.0.0.1' })],
		],
		[
			'this machine by its address of version 6',
			inUri('https://«[::1]»/ebms'),
			[rule('endpoint-loopback', 'info', { host: '[::1]' })],
		],
		[
			'an address to fill in, once',
			inUri('«[uw_endpoint_voor_lopendezaken_koppeling]»'),
			[['document.placeholder', 'error', { value: '[uw_endpoint_voor_lopendezaken_koppeling]' }]],
		],

		[
			'TLS 1.0',
			asServer(tls.replace('1.2', '«1.0»')),
			[rule('tls-version', 'warning', { protocol: 'TLS 1.0' })],
		],
		[
			'TLS 1.1 in the name',
			asServer(tls.replace(' tp:version="1.2"', '').replace('>TLS<', '>«TLSv1.1»<')),
			[rule('tls-version', 'warning', { protocol: 'TLS 1.1' })],
		],
		[
			'SSL, whatever its version',
			asServer(tls.replace('"1.2"', '"3.0"').replace('>TLS<', '>«SSL»<')),
			[rule('tls-version', 'warning', { protocol: 'SSL 3.0' })],
		],
		['nothing in TLS 1.3', asServer(tls.replace('1.2', '1.3')), []],
		['nothing in TLS without version', asServer(tls.replace(' tp:version="1.2"', '')), []],

		[
			'a reply that no profile has',
			inCharacteristics(mode('«signalsAndResponse»')),
			[rule('sync-reply', 'warning', { mode: 'signalsAndResponse', profile: 'any' })],
		],
		['nothing in mshSignalsOnly with reliable messaging', inCharacteristics(mode('mshSignalsOnly')), []],
		[
			'mshSignalsOnly with best effort',
			inCharacteristics(mode('«mshSignalsOnly»'), ack('never'), elimination('never')),
			[rule('sync-reply', 'warning', { mode: 'mshSignalsOnly', profile: 'best-effort' })],
		],
		[
			'nothing in mshSignalsOnly when each message decides',
			inCharacteristics(mode('mshSignalsOnly'), ack('perMessage'), elimination('perMessage')),
			[],
		],
		['nothing in a mode that does not exist, which the schema says', inCharacteristics(mode('async')), []],
		[
			'acknowledgments without elimination of duplicates',
			inCharacteristics(elimination('«never»')),
			[rule('profile-mixed', 'warning', { ackRequested: 'always', duplicateElimination: 'never' })],
		],
		[
			'elimination of duplicates without acknowledgments',
			inCharacteristics(ack('never'), elimination('«always»')),
			[rule('profile-mixed', 'warning', { ackRequested: 'never', duplicateElimination: 'always' })],
		],

		[
			'messages that are kept too short',
			kept('«PT23H59M59S»'),
			[
				rule('persist-duration', 'warning', {
					persistDuration: 'PT23H59M59S',
					retries: '8',
					retryInterval: 'PT3H',
				}),
			],
		],
		[
			'what the other party keeps shorter than it is resent to it',
			changeParty('B', ['>P2D<', '>«PT12H»<']),
			[
				rule('persist-duration', 'warning', {
					persistDuration: 'PT12H',
					retries: '8',
					retryInterval: 'PT3H',
				}),
			],
		],
		[
			'nothing in what the other party keeps but that is never sent to it',
			changeParty(
				'B',
				['>P2D<', '>PT12H<'],
				['tp:action="stuurZaakbericht"', 'tp:action="ontvangIetsAnders"'],
			),
			[],
		],
		['nothing in exactly as long', kept('PT24H'), []],
		['nothing in a month of 31 days', kept('P1M', '31', 'P1D'), []],
		[
			'a month that is too short',
			kept('«P1M»', '32', 'P1D'),
			[rule('persist-duration', 'warning', { persistDuration: 'P1M', retries: '32', retryInterval: 'P1D' })],
		],
		['nothing in durations that are none, which the schema says', kept('1D', '8', '3 uur'), []],
		['nothing in a number of retries that is none', kept('PT1H', 'acht'), []],

		[
			'a default channel over which nobody can send',
			changeParty(
				'A',
				['defaultMshChannelId="A_Kanaal"', 'defaultMshChannelId="«A_Kanaal»"'],
				[
					/\t+<tp:TransportReceiver>[\s\S]*<\/tp:TransportReceiver>\n/.exec(
						agreement.slice(0, agreement.indexOf('tp:DocExchange')),
					)?.[0] ?? '',
					'',
				],
			),
			[rule('no-endpoint', 'warning', { channelId: 'A_Kanaal' })],
		],
	]);

	const part = (name: string): string =>
		new RegExp(`\\t+<tp:${name}[ >][\\s\\S]*?</tp:${name}>\\n`).exec(agreement)?.[0] ?? '';
	const exchange = ['<tp:DocExchange tp', '<«tp:DocExchange» tp'] as const;
	table([
		[
			'an exchange that only receives, which an adapter does not import',
			changeParty('A', exchange, [part('ebXMLSenderBinding'), '']),
			[
				rule('one-way-exchange', 'warning', {
					exchangeId: 'A_Uitwisseling',
					missing: 'ebXMLSenderBinding',
				}),
			],
		],
		[
			'an exchange that only sends',
			changeParty('A', exchange, [part('ebXMLReceiverBinding'), '']),
			[
				rule('one-way-exchange', 'warning', {
					exchangeId: 'A_Uitwisseling',
					missing: 'ebXMLReceiverBinding',
				}),
			],
		],
		[
			'nothing in an exchange of which no channel makes use',
			changeParty('A', [
				'\t\t<tp:DocExchange ',
				'\t\t<tp:DocExchange tp:docExchangeId="A_Over"/>\n\t\t<tp:DocExchange ',
			]),
			[],
		],
		[
			'a transport that only receives',
			changeParty('A', ['<tp:Transport tp', '<«tp:Transport» tp'], [part('TransportSender'), '']),
			[rule('one-way-transport', 'warning', { transportId: 'A_Transport', missing: 'TransportSender' })],
		],
		[
			'a transport beside that of the signals that only sends',
			changeParty('A', [
				'\t\t<tp:DocExchange ',
				`\t\t<«tp:Transport» tp:transportId="A_Zender">\n${part('TransportSender')}\t\t</tp:Transport>\n\t\t<tp:DocExchange `,
			]),
			[rule('one-way-transport', 'warning', { transportId: 'A_Zender', missing: 'TransportReceiver' })],
		],
		[
			'nothing in a CPA that breaks off in a transport',
			agreement.slice(0, agreement.indexOf('<tp:TransportReceiver>')),
			[],
		],
	]);

	it('points from a duration that is too short at the retries', () => {
		const text = kept('PT1H');
		const [finding] = findingsOfText(text);
		assert.deepEqual(
			finding?.related?.map(({ span }) => text.slice(span.start, span.end)),
			['8', 'PT3H'],
		);
	});

	it('does not judge a channel for signals as best effort', () => {
		const text = changeParty(
			'A',
			mode('mshSignalsOnly'),
			ack('never'),
			elimination('never'),
			['<tp:DeliveryChannel tp:channelId="A_Kanaal"', '<tp:DeliveryChannel tp:channelId="A_Signalen"'],
			['defaultMshChannelId="A_Kanaal"', 'defaultMshChannelId="A_Signalen"'],
			[
				'\t\t<tp:Transport tp:transportId',
				`\t\t<tp:DeliveryChannel tp:channelId="A_Kanaal" tp:transportId="A_Transport" tp:docExchangeId="A_Uitwisseling">
			<tp:MessagingCharacteristics/>
		</tp:DeliveryChannel>
		<tp:Transport tp:transportId`,
			],
		);
		assert.deepEqual(findingsOfText(text), []);
	});
});

const certificateOf = (certId: string): string =>
	new RegExp(`<tp:Certificate tp:certId="${certId}">[\\s\\S]*?</tp:Certificate>`).exec(agreement)?.[0] ?? '';
const client = certificateOf('A_ClientCertificaat');
const base64 = /<ds:X509Certificate>\s*([\s\S]*?)\s*<\/ds:X509Certificate>/.exec(client)?.[1] ?? '';
const serial = /<ds:X509SerialNumber>(\d+)</.exec(client)?.[1] ?? '';
const inClient = (from: string, to: string): string =>
	change(agreement, [client, change(client, [from, to])]);
const unreadable = (reason: string): Expected => rule('certificate-unreadable', 'error', { reason });

describe('a CPA: of the certificates the rules find', () => {
	table([
		[
			'no certificate',
			inClient(
				/<ds:X509Data>[\s\S]*<\/ds:X509Data>/.exec(client)?.[0] ?? '',
				'<ds:KeyName>x</ds:KeyName>',
			).replace('<tp:Certificate ', '<«tp:Certificate» '),
			[rule('certificate-missing', 'warning', { certId: 'A_ClientCertificaat' })],
		],
		[
			'no KeyInfo, which the schema says',
			change(agreement, [client, '<tp:Certificate tp:certId="A_ClientCertificaat"/>']),
			[],
		],
		[
			'an empty certificate',
			inClient(base64, '').replace('<ds:X509Certificate>', '<«ds:X509Certificate»>'),
			[unreadable('empty')],
		],
		[
			'the lines of PEM',
			inClient(base64, `«-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----»`),
			[unreadable('pem')],
		],
		['no base64', inClient(base64, '«dit is geen certificaat!»'), [unreadable('base64')]],
		['base64 of something else', inClient(base64, '«SGFsbG8sIHdlcmVsZCE=»'), [unreadable('truncated')]],
		['half a certificate', inClient(base64, `«${base64.slice(0, 389)}»`), [unreadable('truncated')]],
		[
			'a certificate to fill in, once',
			inClient(base64, '«[uw_client_certificaat_data]»'),
			[['document.placeholder', 'error', { value: '[uw_client_certificaat_data]' }]],
		],
		[
			'a second one of the chain that cannot be read',
			inClient(
				'</ds:X509Certificate>',
				'</ds:X509Certificate>\n<ds:X509Certificate>«x»</ds:X509Certificate>',
			),
			[unreadable('base64')],
		],
		[
			'the certificate of the other party',
			change(agreement, [
				client,
				certificateOf('B_ClientCertificaat')
					.replace('B_', 'A_')
					.replace('<tp:Certificate ', '<«tp:Certificate» '),
			]),
			[
				rule('certificate-oin', 'warning', {
					certId: 'A_ClientCertificaat',
					oin: '00000099000000022000',
					partyId: '00000099000000011000',
				}),
			],
		],
		[
			'another serial number beside it',
			inClient(`>${serial}<`, '>«123456789»<'),
			[rule('certificate-serial', 'warning', { written: '123456789', real: serial })],
		],
		['nothing in leading zeros of a serial number', inClient(`>${serial}<`, `>00${serial}<`), []],
	]);
});

describe('a CPA: of its references the rules find', () => {
	const missing = (id: string, expected: string, known: readonly string[]): Expected =>
		rule('reference-missing', 'error', { id, expected, known });
	const wrongKind = (id: string, expected: string, found: string, known: readonly string[]): Expected =>
		rule('reference-kind', 'error', { id, expected, found, known });
	const wrongParty = (id: string, expected: string, party: string, known: readonly string[]): Expected =>
		rule('reference-party', 'error', { id, expected, party, known });
	const packages = ['Pakket_Signaal', 'Pakket_stuurZaakbericht', 'Pakket_stuurAntwoord'];
	table([
		[
			'a default channel that does not exist',
			changeParty('A', ['defaultMshChannelId="A_Kanaal"', 'defaultMshChannelId="«Kanaal_A»"']),
			[missing('Kanaal_A', 'DeliveryChannel', ['A_Kanaal'])],
		],
		[
			'a default channel that is a transport',
			changeParty('A', ['defaultMshChannelId="A_Kanaal"', 'defaultMshChannelId="«A_Transport»"']),
			[wrongKind('A_Transport', 'DeliveryChannel', 'Transport', ['A_Kanaal'])],
		],
		[
			'a default channel of the other party',
			changeParty('A', ['defaultMshChannelId="A_Kanaal"', 'defaultMshChannelId="«B_Kanaal»"']),
			[wrongParty('B_Kanaal', 'DeliveryChannel', 'same', ['A_Kanaal'])],
		],
		[
			'a default package that is none',
			changeParty('B', ['defaultMshPackageId="Pakket_Signaal"', 'defaultMshPackageId="«Envelop»"']),
			[wrongKind('Envelop', 'Packaging', 'SimplePart', packages)],
		],
		[
			'a package of an action that does not exist',
			changeParty('A', ['packageId="Pakket_stuurZaakbericht"', 'packageId="«Pakket»"']),
			[missing('Pakket', 'Packaging', packages)],
		],
		[
			'a transport of the other party',
			changeParty('B', ['tp:transportId="B_Transport" tp:doc', 'tp:transportId="«A_Transport»" tp:doc']),
			[wrongParty('A_Transport', 'Transport', 'same', ['B_Transport'])],
		],
		[
			'an exchange that does not exist',
			changeParty(
				'B',
				[
					'tp:docExchangeId="B_Uitwisseling">\n\t\t\t<tp:Mess',
					'tp:docExchangeId=" «Uitwisseling» ">\n\t\t\t<tp:Mess',
				].map((part) => part.replace(' «Uitwisseling» ', '«Uitwisseling»')) as [string, string],
			),
			[missing('Uitwisseling', 'DocExchange', ['B_Uitwisseling'])],
		],
		[
			'a client certificate of the other party',
			changeParty(
				'A',
				['<tp:ClientCertificateRef tp:certId="A_Client', '<tp:ClientCertificateRef tp:certId="B_Client'],
				['B_ClientCertificaat"/>', '«B_ClientCertificaat»"/>'],
			).replace('"B_«', '"«B_'),
			[
				wrongParty('B_ClientCertificaat', 'Certificate', 'same', [
					'A_ClientCertificaat',
					'A_ServerCertificaat',
				]),
			],
		],
		[
			'a binding to an action of the same party',
			changeParty('A', ['>B_Ontvangt_stuurZaakbericht<', '>«A_Ontvangt_stuurAntwoord»<']),
			[
				wrongParty('A_Ontvangt_stuurAntwoord', 'ThisPartyActionBinding', 'other', [
					'B_Ontvangt_stuurZaakbericht',
				]),
			],
		],
		[
			'a binding to what the other party sends too',
			changeParty('A', ['>B_Ontvangt_stuurZaakbericht<', '>«B_Verstuurt_stuurAntwoord»<']),
			[rule('binding-direction', 'error', { id: 'B_Verstuurt_stuurAntwoord', direction: 'CanSend' })],
		],
		[
			'a binding to what the other party receives too',
			changeParty('A', ['>B_Verstuurt_stuurAntwoord<', '>«B_Ontvangt_stuurZaakbericht»<']),
			[rule('binding-direction', 'error', { id: 'B_Ontvangt_stuurZaakbericht', direction: 'CanReceive' })],
		],
		[
			'a part of a package that does not exist',
			agreement.replace('idref="Bericht"', 'idref="«Berichten»"'),
			[
				missing('Berichten', 'SimplePart', [
					'Envelop',
					'Bericht',
					'Samenstelling_Signaal',
					'Samenstelling_stuurZaakbericht',
					'Samenstelling_stuurAntwoord',
				]),
			],
		],
		[
			'nothing in ids with white space around them',
			changeParty('A', ['defaultMshChannelId="A_Kanaal"', 'defaultMshChannelId=" A_Kanaal "']),
			[],
		],
		[
			'nothing in ids that cannot be, which the schema says',
			changeParty('A', ['defaultMshChannelId="A_Kanaal"', 'defaultMshChannelId="1 kanaal"']),
			[],
		],
		[
			'nothing in an id without prefix, which the schema says',
			changeParty('A', ['<tp:DeliveryChannel tp:channelId', '<tp:DeliveryChannel channelId']),
			[],
		],
		['nothing in a CPA that breaks off', agreement.slice(0, agreement.indexOf('<tp:DeliveryChannel')), []],
		[
			'nothing but what the schema says without packages',
			agreement.replace(/\t<tp:Packaging[\s\S]*(?=<\/tp:Collaboration)/, ''),
			[],
		],
		[
			'nothing but what the schema says with one party',
			agreement.replace(/\t<tp:PartyInfo tp:partyName="Voorbeelddienst[\s\S]*<\/tp:PartyInfo>\n/, ''),
			[],
		],
	]);

	it('an id that does not exist once, with the other references to it', () => {
		const { text, spans } = readMarks(
			change(agreement.replaceAll('"A_Kanaal"', '"«A_Kanaal»"').replaceAll('>A_Kanaal<', '>«A_Kanaal»<'), [
				'tp:channelId="«A_Kanaal»"',
				'tp:channelId="A_Hoofdkanaal"',
			]),
		);
		assert.equal(spans.length, 3);
		const findings = findingsOfText(text);
		assert.deepEqual(
			findings.map(({ code, span, data, related }) => [
				code,
				span,
				data,
				related?.map((place) => place.span),
			]),
			[
				[
					'cpa.reference-missing',
					spans[0],
					{ id: 'A_Kanaal', expected: 'DeliveryChannel', known: ['A_Hoofdkanaal'] },
					spans.slice(1),
				],
			],
		);
	});

	it('nothing else of a CPA of which any one element is missing, however it breaks', () => {
		for (const [element] of agreement.matchAll(/<([\w:.]+)[^<>]*>[^<>]*<\/\1>|<[\w:.]+[^<>]*\/>/g)) {
			assert.ok(Array.isArray(findingsOfText(agreement.replace(element, ''))));
		}
		for (let length = 200; length < agreement.length; length += 97) {
			assert.ok(Array.isArray(findingsOfText(agreement.slice(0, length))));
		}
	});
});
