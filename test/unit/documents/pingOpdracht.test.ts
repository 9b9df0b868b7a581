import { assertFindings, change, type Expected } from './marked';

const service = '<Metadata name="Service">urn:oasis:names:tc:ebxml-msg:service</Metadata>';
const action = '<Metadata name="Action" type="string">Ping</Metadata>';
const cpaId = '<Metadata name="CPAId">lz_voorbeeld_1</Metadata>';
const from = '<Metadata name="From" type="urn:osb:oin">00000001002220647000</Metadata>';
const to = '<Metadata name="To" type="urn:osb:oin">00000004003214345001</Metadata>';

const ping = `<?xml version="1.0" encoding="UTF-8"?>
<MessageMetadataDocument documentId="PingMMD" protocol="ebXML" protocolVersion="2.0">
	${from}
	${to}
	${service}
	${action}
	${cpaId}
</MessageMetadataDocument>`;

/** The example of the manual, as it is printed. */
const example = `<MessageMetadataDocument documentId="PingMMD" protocol="ebXML" protocolVersion="2.0">
<Metadata name="From" type="«string»">«[uw_oin/PartyID]»</Metadata>
<Metadata name="To" type="«string»">«[lz_oin/PartyID]»</Metadata>
<Metadata name="Service">urn:oasis:names:tc:ebxml-msg:service</Metadata>
<Metadata name="Action" type="string">Ping</Metadata>
<Metadata name="CPAId">«[CPA_ID_tussen_uw_organisatie_en_BB]»</Metadata>
</MessageMetadataDocument>`;

const rule = (code: string, severity: Expected[1], data: Expected[2] = {}): Expected => [
	`ping-opdracht.${code}`,
	severity,
	data,
];
const placeholder = (value: string): Expected => ['document.placeholder', 'error', { value }];
const stringType = rule('party-type', 'warning', { found: 'string' });
const partyId = (metadata: string, value: string, reason: string): Expected =>
	rule('party-id', 'error', { metadata, value, reason });
const root = ['<MessageMetadataDocument', '<«MessageMetadataDocument»'] as const;

describe('a Ping-opdracht: the rules find', () => {
	const cases: readonly (readonly [string, string, readonly Expected[]])[] = [
		['nothing in one that is right', ping, []],
		[
			'what is to do in the example of the manual',
			example,
			[
				stringType,
				placeholder('[uw_oin/PartyID]'),
				stringType,
				placeholder('[lz_oin/PartyID]'),
				placeholder('[CPA_ID_tussen_uw_organisatie_en_BB]'),
			],
		],
		[
			'another service',
			change(ping, [service, '<Metadata name="Service">«urn:osb:services:x»</Metadata>']),
			[rule('service', 'error', { found: 'urn:osb:services:x' })],
		],
		[
			'an empty service',
			change(ping, [service, '<«Metadata» name="Service"/>']),
			[rule('service', 'error', { found: '' })],
		],
		['no service', change(ping, [service, ''], root), [rule('service', 'error', { found: '' })]],
		['another action', change(ping, ['>Ping<', '>«ping»<']), [rule('action', 'error', { found: 'ping' })]],
		['no action', change(ping, [action, ''], root), [rule('action', 'error', { found: '' })]],
		[
			'nothing in the service and action of a business message',
			change(
				ping,
				['>Ping<', '>verstuur<'],
				['>urn:oasis:names:tc:ebxml-msg:service<', '>urn:x<'],
				[cpaId, `${cpaId}<MessagePayloads><Payload id="1"/></MessagePayloads>`],
			),
			[],
		],

		[
			'a sender that is no OIN',
			change(ping, ['>00000001002220647000<', '>«0363»<']),
			[partyId('From', '0363', 'length')],
		],
		[
			'an empty receiver',
			change(ping, [to, '<«Metadata» name="To" type="urn:osb:oin"> </Metadata>']),
			[partyId('To', '', 'missing')],
		],
		['no receiver', change(ping, [to, ''], root), [partyId('To', '', 'missing')]],
		[
			'nothing in a PartyId with the suffix of a test environment',
			change(ping, ['>00000001002220647000<', '>00000001002220647000_T<']),
			[],
		],
		[
			'nothing in a PartyId of another type',
			change(ping, [from, '<Metadata name="From" type="urn:x:duns">123456789</Metadata>']),
			[],
		],
		[
			'a PartyId without type that is no OIN',
			change(ping, [from, '<Metadata name="From">«123456789»</Metadata>']),
			[partyId('From', '123456789', 'length')],
		],
		[
			'a PartyId whose RSIN fails the 11-proef',
			change(ping, ['>00000001002220647000<', '>«00000001123456789000»<']),
			[rule('party-id-doubtful', 'warning', { value: '00000001123456789000', reason: 'check-digit' })],
		],
		[
			'the type of the example',
			change(ping, ['name="From" type="urn:osb:oin"', 'name="From" type="«string»"']),
			[stringType],
		],

		[
			'an empty CPAId',
			change(ping, [cpaId, '<«Metadata» name="CPAId"></Metadata>']),
			[rule('cpa-id-empty', 'error')],
		],
		['nothing where the adapter picks the CPA', change(ping, [cpaId, '']), []],

		[
			'another version',
			change(ping, ['protocolVersion="2.0"', 'protocolVersion="«3.0»"']),
			[rule('version', 'error', { attribute: 'protocolVersion', found: '3.0', expected: '2.0' })],
		],
		[
			'another protocol',
			change(ping, ['protocol="ebXML"', 'protocol="«AS4»"']),
			[rule('version', 'error', { attribute: 'protocol', found: 'AS4', expected: 'ebXML' })],
		],
		[
			'nothing where the version is missing, which the schema says',
			change(ping, [' protocolVersion="2.0"', '']),
			[],
		],
	];
	for (const [title, source, expected] of cases) {
		it(title, () => {
			assertFindings(source, expected);
		});
	}
});
