import assert from 'node:assert/strict';
import type { FindingData } from '../../../src/finding';
import { textTable } from '../../../src/finding';
import { schemaTexts } from '../../../src/schema/texts';
import { createTranslate } from '../../../src/text';

const dutch = createTranslate(() => 'nl');
const english = createTranslate(() => 'en');
const table = textTable(schemaTexts);

const value = { element: 'BG:bsn', attribute: '', value: 'x' };

const cases: readonly {
	readonly code: keyof typeof schemaTexts;
	readonly data: FindingData;
	readonly problem: string;
	readonly cure: string;
}[] = [
	{
		code: 'schema.element-misplaced',
		data: { element: 'einddatumGepland', before: 'einddatum', after: '' },
		problem: 'Element `einddatumGepland` staat op de verkeerde plaats: het hoort vóór `einddatum`.',
		cure: 'Verplaats `einddatumGepland` naar vlak vóór `einddatum`.',
	},
	{
		code: 'schema.element-not-allowed',
		data: {
			element: 'omschrijvng',
			parent: 'object',
			similar: 'omschrijving',
			expected: ['omschrijving'],
			more: 0,
			open: false,
		},
		problem: 'Element `omschrijvng` mag hier in `object` niet staan: bedoelt u `omschrijving`?',
		cure: 'Hernoem het element in `omschrijving`, in de begintag en in de eindtag.',
	},
	{
		code: 'schema.element-not-allowed',
		data: { element: 'x', parent: 'object', similar: '', expected: ['a', 'b'], more: 3, open: false },
		problem: 'Element `x` mag hier in `object` niet staan. Wel toegestaan: `a`, `b` en nog 3.',
		cure: 'Verwijder het element, of gebruik een element dat hier wel is toegestaan.',
	},
	{
		code: 'schema.element-not-allowed',
		data: { element: 'x', parent: 'object', similar: '', expected: ['a', 'b'], more: 2, open: true },
		problem: 'Element `x` mag hier in `object` niet staan. Wel toegestaan: `a`, `b` en andere.',
		cure: 'Verwijder het element, of gebruik een element dat hier wel is toegestaan.',
	},
	{
		code: 'schema.element-missing',
		data: { elements: ['StUF:zender'], oneOf: false, parent: 'stuurgegevens', before: 'StUF:ontvanger' },
		problem: 'In `stuurgegevens` ontbreekt het element `StUF:zender`, vóór `StUF:ontvanger`.',
		cure: 'Voeg `StUF:zender` toe, vlak vóór `StUF:ontvanger`.',
	},
	{
		code: 'schema.value-too-long',
		data: { ...value, limit: 80, length: 93 },
		problem: 'De waarde `x` van element `BG:bsn` is te lang: hoogstens 80 tekens, dit zijn er 93.',
		cure: 'Kort de waarde in tot hoogstens 80 tekens.',
	},
	{
		code: 'schema.value-too-short',
		data: { ...value, value: '', limit: 1, length: 0 },
		problem: 'De lege waarde van element `BG:bsn` is niet toegestaan: minstens één teken.',
		cure: 'Vul een waarde in, of laat het element of attribuut weg waar dat mag.',
	},
	{
		code: 'schema.value-type',
		data: { ...value, attribute: 'datum', value: '01-02-2026', type: 'xs:date' },
		problem:
			'De waarde `01-02-2026` van attribuut `datum` van `BG:bsn` is niet geldig: verwacht wordt een datum in de vorm jjjj-mm-dd.',
		cure: 'Schrijf een datum in de vorm jjjj-mm-dd.',
	},
	{
		code: 'schema.value-pattern',
		data: { ...value, value: '1.23', pattern: '[0-9]{9}' },
		problem: 'De waarde `1.23` van element `BG:bsn` bestaat niet uit precies 9 cijfers.',
		cure: 'Schrijf precies 9 cijfers, zonder iets anders.',
	},
	{
		code: 'schema.value-pattern',
		data: { ...value, pattern: '\\d{8,17}' },
		problem: 'De waarde `x` van element `BG:bsn` bestaat niet uit 8 tot en met 17 cijfers.',
		cure: 'Schrijf 8 tot en met 17 cijfers, zonder iets anders.',
	},
	{
		code: 'schema.value-pattern',
		data: { ...value, pattern: '[1-9][0-9]{3}[A-Z]{0,2}' },
		problem:
			'De waarde `x` van element `BG:bsn` heeft niet de voorgeschreven vorm `[1-9][0-9]{3}[A-Z]{0,2}`.',
		cure: 'Schrijf de waarde in de voorgeschreven vorm.',
	},
	{
		code: 'schema.surrounding-whitespace',
		data: { element: 'BG:bsn', attribute: '' },
		problem: 'Rond de waarde van element `BG:bsn` staan spaties of regeleinden, en die horen bij de waarde.',
		cure: 'Haal ze weg; schrijf de waarde direct tussen de tags.',
	},
	{
		code: 'schema.value-not-in-list',
		data: { ...value, allowed: ['Lk01'], similar: '' },
		problem: 'De waarde `x` van element `BG:bsn` moet `Lk01` zijn: een andere waarde is niet toegestaan.',
		cure: 'Schrijf `Lk01`.',
	},
	{
		code: 'schema.value-not-in-list',
		data: { ...value, allowed: 'abcdefghij'.split(''), similar: '' },
		problem:
			'De waarde `x` van element `BG:bsn` staat niet in de lijst van toegestane waarden: `a`, `b`, `c`, `d`, `e`, `f`, `g`, `h` en nog 2.',
		cure: 'Kies een van de toegestane waarden.',
	},
];

describe('the words of schema findings', () => {
	for (const { code, data, problem, cure } of cases) {
		it(`say in Dutch: ${problem}`, () => {
			assert.equal(table.get(code)?.problem(data, dutch), problem);
			assert.equal(table.get(code)?.cure(data, dutch), cure);
		});
	}

	it('quote a long value in part, on one line', () => {
		const long = { ...value, value: 'woord\n\t'.repeat(40), limit: 80, length: 280 };
		assert.equal(
			table.get('schema.value-too-long')?.problem(long, english),
			`The value \`${'woord '.repeat(10)}…\` of element \`BG:bsn\` is too long: at most 80 characters, this one has 280.`,
		);
	});
});
