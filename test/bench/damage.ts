/** A small seeded generator (mulberry32), so that a run can be repeated. */
export function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** Pieces that hurt a parser. */
const shards: readonly string[] = [
	'<',
	'>',
	'&',
	'"',
	"'",
	'/',
	'=',
	'<!--',
	'-->',
	'<![CDATA[',
	']]>',
	'<?',
	'?>',
	'<!DOCTYPE a [',
	']>',
	'&#0;',
	'&#x;',
	'&amp',
	'\u0000',
	'\uD800',
	'\uFFFE',
	'xmlns=""',
	'xmlns:xml="x"',
	'</',
	'/>',
	'<a:b:c>',
	'\u0085',
	' xsi:nil="true"',
];

/** Damages a text in one to six places: cuts, doubles, swaps or puts in shards. */
export function damage(text: string, random: () => number): string {
	let damaged = text;
	const times = 1 + Math.floor(random() * 6);
	for (let n = 0; n < times; n++) {
		const at = Math.floor(random() * damaged.length);
		const length = 1 + Math.floor(random() * (random() < 0.1 ? 400 : 20));
		const piece = damaged.slice(at, at + length);
		switch (Math.floor(random() * 4)) {
			case 0:
				damaged = damaged.slice(0, at) + damaged.slice(at + length);
				break;
			case 1:
				damaged = damaged.slice(0, at) + piece + damaged.slice(at);
				break;
			case 2: {
				const to = Math.floor(random() * damaged.length);
				damaged = damaged.slice(0, to) + piece + damaged.slice(to);
				break;
			}
			default:
				damaged =
					damaged.slice(0, at) + (shards[Math.floor(random() * shards.length)] ?? '') + damaged.slice(at);
		}
	}
	return damaged;
}
