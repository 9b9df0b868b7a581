import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findCpa } from '../../../src/documents/cpa/findCpa';
import type { Cpa } from '../../../src/documents/cpa/agreement';
import { factsOfCpa } from '../../../src/onboarding/reports/factsOfCpa';
import { parseXml } from '../../../src/xml/parse';

const sample = readFileSync('test/workspace/koppeling/cpa.xml', 'utf8');
const ours = '00000099000000001000';
const theirs = '00000099000000002000';
const ourEndpoint = 'https://ebms.voorbeeldstad.example/lopende-zaken';
const theirEndpoint = 'https://ebms.voorbeelddienst.example/ebms';

function cpaOf(text: string): Cpa {
	return findCpa(parseXml(text)) ?? assert.fail('no CPA');
}

describe('What a CPA says of a connection', () => {
	it('has parties, endpoints, end and the messages each way', () => {
		assert.deepEqual(factsOfCpa(cpaOf(sample), ours), {
			cpaId: `Voorbeeldservice_${ours}_${theirs}_1`,
			cpaEnd: '2035-12-31',
			theirEndpoint,
			ourEndpoint,
			ourName: 'Gemeente Voorbeeldstad (fictief)',
			theirName: 'Voorbeelddienst (fictief)',
			theirOin: theirs,
			ourOin: ours,
			flows: [
				{ direction: 'out', actions: ['stuurZaakbericht'], signals: true, endpoint: theirEndpoint },
				{ direction: 'in', actions: ['stuurAntwoord'], signals: true, endpoint: ourEndpoint },
			],
		});
	});

	it('turns round for the other party', () => {
		const { ourOin, flows } = factsOfCpa(cpaOf(sample), theirs);
		assert.equal(ourOin, theirs);
		assert.deepEqual(flows, [
			{ direction: 'out', actions: ['stuurAntwoord'], signals: true, endpoint: ourEndpoint },
			{ direction: 'in', actions: ['stuurZaakbericht'], signals: true, endpoint: theirEndpoint },
		]);
	});

	it('tells only what concerns both when it is not known which party we are', () => {
		assert.deepEqual(factsOfCpa(cpaOf(sample), null), {
			cpaId: `Voorbeeldservice_${ours}_${theirs}_1`,
			cpaEnd: '2035-12-31',
		});
	});

	it('keeps the number that was given when the CPA does not have it', () => {
		assert.deepEqual(factsOfCpa(cpaOf(sample), '00000001002220647000'), {
			cpaId: `Voorbeeldservice_${ours}_${theirs}_1`,
			cpaEnd: '2035-12-31',
			ourOin: '00000001002220647000',
		});
	});

	it('sets messages apart that arrive elsewhere than the signals', () => {
		const other = sample
			.replace(
				/<tp:DeliveryChannel tp:channelId="B_Kanaal"/,
				'<tp:DeliveryChannel tp:channelId="B_Zaak" tp:transportId="B_ZaakTransport" tp:docExchangeId="B_Uitwisseling"><tp:MessagingCharacteristics/></tp:DeliveryChannel>$&',
			)
			.replace(
				/<tp:Transport tp:transportId="B_Transport"/,
				'<tp:Transport tp:transportId="B_ZaakTransport"><tp:TransportReceiver><tp:Endpoint tp:uri="https://zaken.example/"/></tp:TransportReceiver></tp:Transport>$&',
			)
			.replace(/(tp:id="B_Ontvangt_stuurZaakbericht"[^]*?<tp:ChannelId>)B_Kanaal/, '$1B_Zaak');
		assert.deepEqual(
			factsOfCpa(cpaOf(other), ours).flows?.filter(({ direction }) => direction === 'out'),
			[
				{ direction: 'out', actions: [], signals: true, endpoint: theirEndpoint },
				{
					direction: 'out',
					actions: ['stuurZaakbericht'],
					signals: false,
					endpoint: 'https://zaken.example/',
				},
			],
		);
	});
});
