import assert from 'node:assert/strict';
import { certainRepairs, repairAll } from '../../../src/validation/repairAll';
import type { LocatedFinding } from '../../../src/validation/report';
import { edited } from '../../../src/xml/repair';
import { english, sample, withEngine } from './checking';
import { slipsOf } from './slips';

const message = sample('berichten/nieuwe-zaak.xml');

describe('The repair of all that needs no choice', () => {
	const check = withEngine();

	async function findingsIn(text: string): Promise<readonly LocatedFinding[]> {
		const { findings } = await check(text, { now: new Date('2026-06-01') });
		return findings;
	}

	async function repaired(text: string): Promise<string> {
		return edited(text, await repairAll(text, findingsIn, english));
	}

	it('makes right what was wrong in several ways, also where one fault hides another', async () => {
		const title = '<omschrijving>Aanvraag parkeervergunning</omschrijving>';
		const right = message.replace(title, '<omschrijving>Eten &amp; drinken</omschrijving>');
		// The bare ampersand leaves the schema nothing to say of what comes after it.
		const wrong = right
			.replace('&amp;', '&')
			.replace('<startdatum>20260309</startdatum>', '<startdatm>2026-03-09</startdatm>')
			.replace('>T</StUF:mutatiesoort>', '>\n\tT\n</StUF:mutatiesoort>')
			.replace('StUF:entiteittype="NPS"', 'StUF:entiteittype="ZAK"')
			.replaceAll('http://www.egem.nl/StUF/sector/bg/0310', 'https://www.egem.nl/StUF/sector/bg/0310');
		assert.equal(await repaired(wrong), right);
	});

	it('puts several elements back in their places', async () => {
		const names = ['identificatie', 'omschrijving', 'startdatum'];
		const lines = names.map((name) => new RegExp(`\\t\\t<${name}>.*\\n`).exec(message)?.[0] ?? '');
		assert.ok(message.includes(lines.join('')), 'They stand one after the other.');
		const wrong = message.replace(lines.join(''), lines.toReversed().join(''));
		assert.equal(await repaired(wrong), message);
	});

	it('changes the places at fault only', async () => {
		const wrong = message.replace('20260309<', '2026-03-09<').replace('>999993653<', '> 999993653<');
		const edits = await repairAll(wrong, findingsIn, english);
		assert.deepEqual(
			edits.map(({ span, text }) => [wrong.slice(span.start, span.end), text]),
			[
				['2026-03-09', '20260309'],
				[' ', ''],
			],
		);
	});

	const leftToTheUser: readonly (readonly [what: string, from: string, to: string])[] = [
		['what has several cures', '>T</StUF:mutatiesoort>', '>X</StUF:mutatiesoort>'],
		['what would be taken away', '<parameters>', '<parameters>los'],
		['an attribute too many', 'StUF:entiteittype="ZAK"', 'StUF:entiteittype="ZAK" soort="x"'],
		['what only the user knows', '999993653', '999993654'],
	];
	for (const [what, from, to] of leftToTheUser) {
		it(`leaves ${what} to the user`, async () => {
			const wrong = message.replace(from, to);
			assert.equal((await findingsIn(wrong)).length, 1);
			assert.deepEqual(await repairAll(wrong, findingsIn, english), []);
		});
	}

	it('keeps what was repaired when the text can be checked no more', async () => {
		const wrong = message.replace('20260309<', '2026-03-09<');
		let asked = 0;
		const once = async (text: string): Promise<readonly LocatedFinding[] | undefined> =>
			asked++ === 0 ? findingsIn(text) : undefined;
		assert.equal(edited(wrong, await repairAll(wrong, once, english)), message);
		assert.equal(asked, 2);
	});

	for (const file of [
		'berichten/nieuwe-zaak.xml',
		'berichten/antwoord-fo03.xml',
		'koppeling/consumerspecificatie.xml',
		'koppeling/ping.xml',
	]) {
		it(`leaves nothing undone and makes nothing worse, for every slip of the pen in ${file}`, async function () {
			this.timeout(120_000);
			const wrong: string[] = [];
			let changed = 0;
			for (const { name, text } of slipsOf(sample(file))) {
				const faults = await findingsIn(text);
				const result = await repaired(text);
				const left = await findingsIn(result);
				changed += result === text ? 0 : 1;
				if (left.length > faults.length || certainRepairs(result, left, english).length > 0) {
					wrong.push(`${name}: ${left.map(({ code }) => code).join()}`);
				}
			}
			assert.ok(changed > 5, `${String(changed)} texts were changed`);
			assert.deepEqual(wrong, []);
		});
	}
});
