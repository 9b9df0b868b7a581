import assert from 'node:assert/strict';
import type { Certificate } from '../../../../src/certificates/certificate';
import type { Cpa, CpaParty } from '../../../../src/documents/cpa/agreement';
import {
	compareSpecification,
	type Comparison,
} from '../../../../src/documents/cpa/comparison/compareSpecification';
import { findOwnParty } from '../../../../src/documents/cpa/comparison/findOwnParty';
import { readSpecifications } from '../../../../src/documents/cpa/comparison/readSpecifications';
import {
	writeConsumerspecificatie,
	type SpecificationParts,
} from '../../../../src/documents/consumerspecificatie/writeConsumerspecificatie';
import { parseXml } from '../../../../src/xml/parse';
import { makePki } from '../../certificates/pki/makePki';
import { change } from '../marked';
import { agreement, changeParty, cpaOf } from './agreement';

const own = '00000099000000011000';
const other = '00000099000000022000';

function partyOf(cpa: Cpa, partyId = own): CpaParty {
	return findOwnParty(cpa, partyId) ?? assert.fail('the party is found');
}

function certificateOf(party: CpaParty, certId: string): Certificate {
	const content = party.certificates.find((one) => one.certId === certId)?.contents[0];
	return content?.state === 'read' ? content.certificate : assert.fail('the certificate is read');
}

const party = partyOf(cpaOf(agreement));
const parts: SpecificationParts = {
	partyName: 'Gemeente Voorbeeldstad (fictief)',
	partyId: own,
	endpoint: 'https://ebms.voorbeeldstad.example/lopende-zaken',
	client: certificateOf(party, 'A_ClientCertificaat'),
	server: certificateOf(party, 'A_ServerCertificaat'),
};

function specification(changed: Partial<SpecificationParts> = {}): string {
	return writeConsumerspecificatie({ ...parts, ...changed });
}

function compare(text: string, cpa = agreement): Comparison {
	const [first, ...others] = readSpecifications(parseXml(text)) ?? [];
	assert.ok(first);
	return compareSpecification([first, ...others], partyOf(cpaOf(cpa)));
}

/** The differences with their data, as `subject: code`. */
function differences(text: string, cpa = agreement): readonly (readonly [string, object])[] {
	return compare(text, cpa).rows.flatMap(({ subject, finding }) =>
		finding === null ? [] : [[`${subject}: ${finding.code}`, finding.data] as const],
	);
}

const uri = 'https://ebms.voorbeeldstad.example/lopende-zaken';
const elsewhere = (endpoint: string): string => specification({ endpoint });

describe('A Consumerspecificatie beside the CPA that was made of it', () => {
	it('has all five subjects, equal when the CPA took them over', () => {
		const { rows } = compare(specification());
		assert.deepEqual(
			rows.map(({ subject, finding }) => [subject, finding]),
			[
				['name', null],
				['party-id', null],
				['endpoint', null],
				['client-certificate', null],
				['server-certificate', null],
			],
		);
		const [, , endpoint] = rows;
		assert.deepEqual(
			endpoint?.cpa.map(({ span }) => agreement.slice(span.start, span.end)),
			[uri],
		);
	});

	const cases: readonly (readonly [
		title: string,
		text: string,
		expected: readonly (readonly [string, object])[],
		cpa?: string,
	])[] = [
		['white space in the name', specification({ partyName: ' Gemeente  Voorbeeldstad (fictief)\n' }), []],
		[
			'another name',
			specification({ partyName: 'Voorbeeldstad' }),
			[
				[
					'name: comparison.name',
					{ specification: 'Voorbeeldstad', cpa: 'Gemeente Voorbeeldstad (fictief)' },
				],
			],
		],
		[
			'the OIN of the other party',
			specification({ partyId: other }),
			[['party-id: comparison.party-id', { specification: other, cpa: own }]],
		],
		[
			'a suffix that only the CPA has',
			specification(),
			[['party-id: comparison.party-suffix', { specification: own, cpa: `${own}_T` }]],
			changeParty('A', [`>${own}</tp:PartyId>`, `>${own}_T</tp:PartyId>`]),
		],
		[
			'a host in capitals and port 443',
			elsewhere(uri.replace('ebms.v', 'EBMS.V').replace('ple/', 'ple:443/')),
			[],
		],
		...(
			[
				['http://ebms.voorbeeldstad.example/lopende-zaken', 'scheme'],
				['https://msh.voorbeeldstad.example/lopende-zaken', 'host'],
				['https://ebms.voorbeeldstad.example:8443/lopende-zaken', 'port'],
				['https://ebms.voorbeeldstad.example/lopende-zaken/', 'path'],
				['https://ebms.voorbeeldstad.example/lopende-zaken#hier', 'whole'],
				['ebms', 'whole'],
			] as const
		).map(
			([address, part]) =>
				[
					`an address of which the ${part} differs (${address})`,
					elsewhere(address),
					[['endpoint: comparison.endpoint', { specification: address, cpa: uri, part }]],
				] as const,
		),
		[
			'a renewed client certificate',
			specification({ client: parts.server }),
			[['client-certificate: comparison.client-certificate', { relation: 'renewed' }]],
		],
		[
			'the certificate of another as server',
			specification({ server: makePki().g1.leaf().certificate }),
			[['server-certificate: comparison.server-certificate', { relation: 'other' }]],
		],
		[
			'a CPA that names no client certificate',
			specification(),
			[['client-certificate: comparison.missing', { subject: 'client-certificate', side: 'cpa' }]],
			changeParty('A', [/\t+<tp:ClientCertificateRef [^>]*>\n/.exec(agreement)?.[0] ?? '', '']),
		],
		[
			'a Consumerspecificatie that still has to be filled in',
			elsewhere('[uw_endpoint_voor_lopendezaken_koppeling]'),
			[['endpoint: comparison.missing', { subject: 'endpoint', side: 'specification' }]],
		],
		[
			'a certificate in the Consumerspecificatie that cannot be read',
			specification().replace(/(<parameter name="ClientCert">[^]*?<X509Certificate>)[^<]*/, '$1bijna'),
			[
				[
					'client-certificate: comparison.unreadable',
					{ subject: 'client-certificate', side: 'specification' },
				],
			],
		],
		[
			'a certificate in the CPA that cannot be read',
			specification(),
			[['client-certificate: comparison.unreadable', { subject: 'client-certificate', side: 'cpa' }]],
			agreement.replace(/<ds:X509Certificate>[^<]*/, '<ds:X509Certificate>bijna'),
		],
		[
			'a Consumerspecificatie without parameters in its group',
			'<osb-ebms-service-specificatie><parameters name="SR"/></osb-ebms-service-specificatie>',
			(['name', 'party-id', 'endpoint', 'client-certificate', 'server-certificate'] as const).map(
				(subject) => [`${subject}: comparison.missing`, { subject, side: 'specification' }],
			),
		],
	];
	for (const [title, text, expected, cpa] of cases) {
		it(`tells ${expected.length === 0 ? 'nothing of' : 'of'} ${title}`, () => {
			assert.deepEqual(differences(text, cpa), expected);
		});
	}

	it('holds every channel against it, and tells of the one that differs', () => {
		const cpa = changeParty('A', [
			'\t\t<tp:Transport tp:transportId="A_Transport">',
			`\t\t<tp:DeliveryChannel tp:channelId="A_Signalen" tp:transportId="A_Signaaltransport" tp:docExchangeId="A_Uitwisseling"><tp:MessagingCharacteristics/></tp:DeliveryChannel>
\t\t<tp:Transport tp:transportId="A_Signaaltransport"><tp:TransportReceiver><tp:TransportProtocol>HTTP</tp:TransportProtocol><tp:Endpoint tp:uri="https://signalen.voorbeeldstad.example/"/></tp:TransportReceiver></tp:Transport>
\t\t<tp:Transport tp:transportId="A_Transport">`,
		]);
		const [, , endpoint] = compare(specification(), cpa).rows;
		assert.deepEqual(
			endpoint?.cpa.map((value) => value.kind === 'text' && value.text),
			[uri, 'https://signalen.voorbeeldstad.example/'],
		);
		assert.deepEqual(endpoint.finding?.data, {
			specification: uri,
			cpa: 'https://signalen.voorbeeldstad.example/',
			part: 'host',
		});
	});

	it('takes of several groups that of the party', () => {
		const text = specification().replace(
			'<osb-ebms-service-specificatie>',
			`<osb-ebms-service-specificatie><parameters name="SP"><parameter name="PartyId">${other}</parameter></parameters>`,
		);
		const comparison = compare(text);
		assert.equal(comparison.specification.role, 'SR');
		assert.ok(comparison.rows.every(({ finding }) => finding === null));
	});

	it('takes of several PartyIds the one that is meant', () => {
		const partyId = `<tp:PartyId tp:type="urn:osb:oin">${own}</tp:PartyId>`;
		const cpa = changeParty('A', [
			partyId,
			`<tp:PartyId tp:type="urn:voorbeeld:gemeentecode">0599</tp:PartyId>${partyId}`,
		]);
		assert.deepEqual(differences(specification(), cpa), []);
	});
});

describe('Our own party in a CPA', () => {
	const named = (cpa: string, partyId: string | null): string | null | undefined =>
		findOwnParty(cpaOf(cpa), partyId)?.name;

	it('is the one with the PartyId, or with its OIN whatever the suffix', () => {
		assert.equal(named(agreement, own), 'Gemeente Voorbeeldstad (fictief)');
		assert.equal(named(agreement, `${other}_OTA`), 'Voorbeelddienst (fictief)');
	});

	it('is not known without a PartyId, by that of a stranger, or when both answer to it', () => {
		assert.equal(named(agreement, null), undefined);
		assert.equal(named(agreement, '00000099000000033000'), undefined);
		assert.equal(named(agreement.replaceAll(other, own), own), undefined);
	});

	it('is the one with exactly this suffix when only that sets two parties apart', () => {
		const cpa = change(
			agreement,
			[`>${own}</tp:PartyId>`, `>${own}_O</tp:PartyId>`],
			[`>${other}</tp:PartyId>`, `>${own}_T</tp:PartyId>`],
		);
		assert.equal(named(cpa, `${own}_T`), 'Voorbeelddienst (fictief)');
		assert.equal(named(cpa, own), undefined);
	});
});

describe('A Consumerspecificatie', () => {
	it('is only read when it is one', () => {
		assert.equal(readSpecifications(parseXml(agreement)), undefined);
		assert.equal(readSpecifications(parseXml('')), undefined);
		assert.deepEqual(readSpecifications(parseXml('<osb-ebms-service-specificatie/>')), []);
	});
});
