import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { scenarioOf } from '../../../src/onboarding/reports/scenarioOf';
import { dutch, english } from './given';

const read = (name: string): string => readFileSync(`test/workspace/${name}`, 'utf8');

describe('The scenario that a message is for', () => {
	it('has the BSN, the case and the status that the citizen should see', () => {
		assert.deepEqual(
			scenarioOf('berichten/volgende-status.xml', read('berichten/volgende-status.xml'), english),
			{
				name: 'volgende-status',
				message: 'berichten/volgende-status.xml',
				bsn: '999993653',
				expected: 'the case "Aanvraag parkeervergunning" is shown with the status "In behandeling"',
			},
		);
	});

	it('is found inside a SOAP envelope', () => {
		const file = 'berichten/in-soap-envelop.xml';
		assert.equal(scenarioOf(file, read(file), english)?.bsn, '999991905');
	});

	for (const [what, change, expected] of [
		['without a status', [/<heeft [^]*<\/heeft>/, ''], 'de zaak "Aanvraag parkeervergunning" is te zien'],
		[
			'without a description, which has a number',
			[/<omschrijving>Aanvraag[^<]*<\/omschrijving>/, ''],
			'de zaak "9999ZK2026000123" is te zien met de status "In behandeling"',
		],
		['without a case', [/<object [^]*<\/object>/, ''], undefined],
	] as const) {
		it(`tells what is known of a message ${what}`, () => {
			const text = read('berichten/volgende-status.xml').replace(change[0], change[1]);
			assert.equal(scenarioOf('a.XML', text, dutch)?.expected, expected);
		});
	}

	for (const file of ['koppeling/cpa.xml', 'berichten/antwoord-bv03.xml', 'berichten/antwoord-fo03.xml']) {
		it(`is none for ${file}`, () => {
			assert.equal(scenarioOf(file, read(file), english), null);
		});
	}

	it('is none for an answer to a question', () => {
		const text = read('berichten/volgende-status.xml').replaceAll('zakLk01', 'zakLa01');
		assert.equal(scenarioOf('a.xml', text, english), null);
	});
});
