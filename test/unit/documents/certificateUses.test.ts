import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { recognise } from '../../../src/documents/registry';
import { parseXml } from '../../../src/xml/parse';

/** What a document uses its certificates for, with the first characters of what stands there. */
function usesIn(text: string): readonly object[] {
	const document = parseXml(text);
	const recognised = recognise(document);
	assert.ok(recognised?.kind.certificateUses);
	return recognised.kind
		.certificateUses({ document, root: recognised.root, now: new Date('2026-11-24T00:00:00Z') })
		.map(({ within, ...use }) => ({ ...use, at: text.slice(within.start, within.start + 30) }));
}

function specification(partyId: string, endpoint: string): string {
	return `<osb-ebms-service-specificatie><parameters name="SR">
<parameter name="PartyId">${partyId}</parameter>
<parameter name="EndpointUri">${endpoint}</parameter>
<parameter name="ClientCert"/>
<parameter name="ServerCert"/>
</parameters></osb-ebms-service-specificatie>`;
}

describe('What a Consumerspecificatie uses its certificates for', () => {
	const oin = '00000003999999910000';
	const cases: readonly (readonly [
		title: string,
		partyId: string,
		endpoint: string,
		oin: string | null,
		host: string | null,
	])[] = [
		['the party and the endpoint', oin, 'https://ebms.voorbeeld.nl/msh', oin, 'ebms.voorbeeld.nl'],
		['the party without suffix', `${oin}_OTA`, 'https://ebms.voorbeeld.nl/', oin, 'ebms.voorbeeld.nl'],
		['the host without port', oin, 'https://ebms.voorbeeld.nl:8443/', oin, 'ebms.voorbeeld.nl'],
		['no party when the OIN is none', '123', 'https://ebms.voorbeeld.nl/', null, 'ebms.voorbeeld.nl'],
		['no host when it is a local name', oin, 'https://localhost/', oin, null],
		['no host when the address is none', oin, 'ebms.voorbeeld.nl', oin, null],
		['no host of what is not filled in', oin, 'https://[vul in]/', oin, null],
	];
	for (const [title, partyId, endpoint, expectedOin, host] of cases) {
		it(`says ${title}`, () => {
			assert.deepEqual(usesIn(specification(partyId, endpoint)), [
				{ purpose: 'client', host: null, oin: expectedOin, at: '<parameter name="ClientCert"/>' },
				{ purpose: 'server', host, oin: expectedOin, at: '<parameter name="ServerCert"/>' },
			]);
		});
	}
});

describe('What a CPA uses its certificates for', () => {
	it('is what the transports of the party refer to it for', () => {
		const text = readFileSync('test/workspace/koppeling/cpa.xml', 'utf8');
		const base64 = [...text.matchAll(/X509Certificate>\s*(\S{30})/g)].map(([, start]) => start);
		assert.deepEqual(usesIn(text), [
			{ purpose: 'both', host: 'ebms.voorbeeldstad.example', oin: '00000099000000001000', at: base64[0] },
			{ purpose: 'both', host: 'ebms.voorbeelddienst.example', oin: '00000099000000002000', at: base64[1] },
		]);
	});
});
