import assert from 'node:assert/strict';
import { createRandom, type Random } from '../../oracle/mutate';
import { elementAt } from '../../../src/xml/navigate';
import { parseXml } from '../../../src/xml/parse';
import type { XmlElement } from '../../../src/xml/tree';
import { sample, withEngine } from './checking';
import { applied, slipsOf, type Slip } from './slips';

const seed = 2026;
const rounds = 120;
const faultsAtOnce = 3;

/** A slip of the pen, with the element whose children or attributes it is about. */
interface PlacedSlip extends Slip {
	readonly within: XmlElement | undefined;
}

describe('Several faults at once', () => {
	const check = withEngine();
	const message = sample('berichten/afgesloten-zaak.xml');

	async function codesIn(text: string): Promise<readonly string[]> {
		const { findings } = await check(text, { now: new Date('2026-06-01') });
		return findings
			.filter(({ severity }) => severity === 'error')
			.map(({ code }) => code)
			.sort();
	}

	it(`give the findings that each of them gives alone (seed ${String(seed)})`, async function () {
		this.timeout(60_000);
		const random = createRandom(seed);
		const document = parseXml(message);
		const slips = slipsOf(message)
			// What a message must hold depends on its mutatiesoort and on whom it is for: these do change what another fault gives.
			.filter(({ name }) => !/mutatiesoort|ontvanger|organisatie|applicatie/.test(name))
			.map((slip): PlacedSlip => {
				const element = elementAt(document, slip.edits[0]?.[0] ?? 0);
				return { ...slip, within: element?.parent };
			});
		const alone = new Map<PlacedSlip, readonly string[]>();
		const wrong: string[] = [];
		for (let round = 0; round < rounds; round++) {
			const chosen = chooseApart(slips, random);
			const expected: string[] = [];
			for (const slip of chosen) {
				const codes = alone.get(slip) ?? (await codesIn(slip.text));
				alone.set(slip, codes);
				expected.push(...codes);
			}
			const text = applied(
				message,
				chosen.flatMap(({ edits }) => edits).toSorted((one, other) => one[0] - other[0]),
			);
			const found = await codesIn(text);
			if (found.join() !== expected.sort().join()) {
				wrong.push(
					`${chosen.map(({ name }) => name).join(' + ')}: ${found.join()} instead of ${expected.join()}`,
				);
			}
		}
		assert.deepEqual(wrong, []);
	});
});

/** Slips in different parents, none of which stands in another: neither hides what the other one does. */
function chooseApart(slips: readonly PlacedSlip[], random: Random): readonly PlacedSlip[] {
	const chosen: PlacedSlip[] = [];
	let left = slips;
	while (chosen.length < faultsAtOnce) {
		const slip = left[random(left.length)];
		if (slip === undefined) {
			// What was chosen leaves no room.
			return chosen;
		}
		chosen.push(slip);
		left = left.filter(({ within }) => isApart(within, slip.within));
	}
	return chosen;
}

function isApart(one: XmlElement | undefined, other: XmlElement | undefined): boolean {
	return one !== undefined && other !== undefined && !isIn(one, other) && !isIn(other, one);
}

function isIn(element: XmlElement, container: XmlElement): boolean {
	return element.span.start >= container.span.start && element.span.end <= container.span.end;
}
