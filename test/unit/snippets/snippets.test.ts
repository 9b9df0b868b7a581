import assert from 'node:assert/strict';
import type { BundledSchemaId } from '../../../src/schema/bundled';
import { compileBundledSchema, validateWithLibxml } from '../schemas/libxml';
import { expandSnippet, expandSnippets, readSnippets, tabStops } from './expand';

const schemas: Readonly<Record<string, BundledSchemaId>> = {
	'lz-zaak-nieuw': 'stuf-zkn-0310',
	'lz-zaak-status': 'stuf-zkn-0310',
	'lz-zaak-afgesloten': 'stuf-zkn-0310',
	'lz-zaak-verwijzing': 'stuf-zkn-0310',
	'lz-bv03': 'stuf-0301',
	'lz-fo01': 'stuf-0301',
	'lz-fo03': 'stuf-0301',
	'lz-consumerspecificatie': 'consumerspecificatie',
	'lz-ping': 'ping-opdracht',
	'lz-ebms-ping': 'ebms',
	'lz-ebms-pong': 'ebms',
	'lz-ebms-message-error': 'ebms',
	'lz-ebms-acknowledgment': 'ebms',
	'lz-ebms-status-request': 'ebms',
};

/** A day and an hour with one digit each: these must be written with two. */
const date = new Date(2026, 2, 9, 8, 5, 7);

const snippets = [...readSnippets().values()].map(({ prefix, description, body }) => ({
	prefix,
	description,
	text: body.join('\n'),
}));

describe('The snippets', () => {
	it('are those of the design, each with a description', () => {
		assert.deepEqual(
			snippets.map(({ prefix }) => prefix),
			Object.keys(schemas),
		);
		for (const { prefix, description } of snippets) {
			assert.match(description, /^[A-Z].{20,}\.$/s, prefix);
		}
	});

	for (const { prefix, text } of snippets) {
		it(`${prefix} leads through its tab stops in the order of the text, to the end`, () => {
			const numbers = tabStops(text);
			assert.deepEqual(numbers, [...numbers.slice(0, -1).keys()].map((index) => index + 1).concat(0));
		});
	}

	for (const { prefix, body } of expandSnippets(date)) {
		it(`${prefix} expands to a document that its schema accepts`, () => {
			assert.deepEqual(errorsOf(prefix, body), []);
		});
	}

	for (const { prefix, text } of snippets.filter(({ text }) => text.includes('|}'))) {
		it(`${prefix} stays valid whatever the user chooses`, () => {
			for (const index of [0, 1, 2, 3, 4, 5]) {
				const body = expandSnippet(text, date, (options) => options[index] ?? options.at(-1) ?? '');
				assert.deepEqual(errorsOf(prefix, body), []);
			}
		});
	}

	it('write the time of the message to the second, and the day of today', () => {
		const body = bodyOf('lz-zaak-nieuw');
		assert.match(body, /<StUF:tijdstipBericht>20260309080507</);
		assert.match(body, /<startdatum>20260309</);
		assert.match(body, /<datumStatusGezet>20260309080507</);
	});

	it('repeat what belongs together', () => {
		assert.match(
			bodyOf('lz-zaak-status'),
			/sleutelVerzendend="9999ZK2026000001" .*<identificatie>9999ZK2026000001</s,
		);
		assert.match(bodyOf('lz-zaak-verwijzing'), /naam="verwijzing">https:\/\/[^<]*\/9999ZK2026000001</);
		assert.match(bodyOf('lz-ping'), /CPAId">Voorbeeldservice_00000099000000001000_00000004003214345001_1</);
	});

	it('tell the result of a closed case in its status', () => {
		const body = bodyOf('lz-zaak-afgesloten');
		assert.match(
			body,
			/<omschrijving>Verleend<.*<einddatum>20260309<.*<omschrijving>Afgehandeld \(Verleend\)</s,
		);
	});

	it('hold fictional parties, one test citizen and no key', () => {
		for (const { prefix, body } of expandSnippets(date)) {
			for (const [, oin] of body.matchAll(/\b(0000000[0-9A-Z]{13})\b/g)) {
				assert.ok(
					oin?.startsWith('00000099') === true || oin === '00000004003214345001',
					`${prefix}: ${String(oin)}`,
				);
			}
			for (const [, bsn] of body.matchAll(/<BG:inp.bsn>(.*?)</g)) {
				assert.equal(bsn, '999993653', prefix);
			}
			assert.doesNotMatch(body, /PRIVATE KEY/, prefix);
		}
	});
});

function errorsOf(prefix: string, body: string): ReturnType<typeof validateWithLibxml> {
	using schema = compileBundledSchema(schemas[prefix] ?? assert.fail(prefix));
	return validateWithLibxml(schema, body);
}

function bodyOf(prefix: string): string {
	return expandSnippets(date).find((snippet) => snippet.prefix === prefix)?.body ?? assert.fail(prefix);
}

describe('The expander of snippets', () => {
	const cases: readonly (readonly [what: string, snippet: string, expanded: string])[] = [
		['tab stops', 'a${1:b}${2:c}$0', 'abc'],
		['a mirror before its default', '$1-${1:x}', 'x-x'],
		['nested placeholders', '${1:a${2:b}c} $2', 'abc b'],
		['choices', '${1|een,twee|} $1', 'een een'],
		['commas and pipes in a choice', '${1|een\\, twee,drie\\|vier|}', 'een, twee'],
		['variables in a default', '${1:${CURRENT_YEAR}0101}', '20260101'],
		['escapes', '\\$1 \\} \\\\', '$1 } \\'],
		[
			'a fresh UUID each time',
			'$UUID $UUID',
			'00000000-0000-4000-8000-000000000001 00000000-0000-4000-8000-000000000002',
		],
	];
	for (const [what, snippet, expanded] of cases) {
		it(`knows ${what}`, () => {
			assert.equal(expandSnippet(snippet, date), expanded);
		});
	}

	for (const [what, snippet] of [
		['a transformation', '${1/a/b/}'],
		['a default for a variable', '${UUID:x}'],
		['an unknown variable', '$TM_FILENAME'],
		['a placeholder that does not end', '${1:a'],
		['a tab stop without default', '$1'],
		['two defaults', '${1:a}${1:b}'],
	] as const) {
		it(`refuses ${what}`, () => {
			assert.throws(() => expandSnippet(snippet, date));
		});
	}
});
