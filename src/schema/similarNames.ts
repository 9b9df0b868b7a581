/**
 * The word that was probably meant: the nearest one whose distance is at most a share of its length, rounded. Capitals
 * count little, so that `Omschrijving` is near `omschrijving`.
 *
 * @param share From 0 to 1: how much of a word may be wrong.
 * @returns `undefined` when none is near enough.
 */
export function mostSimilar(word: string, candidates: readonly string[], share = 0.4): string | undefined {
	let best: string | undefined;
	let least = Infinity;
	for (const candidate of candidates) {
		const limit = Math.round(candidate.length * share);
		const distance = Math.min(
			levenshtein(word, candidate, limit),
			levenshtein(word.toLowerCase(), candidate.toLowerCase(), limit) + 0.5,
		);
		if (distance <= Math.max(limit, 0.5) && distance < least) {
			best = candidate;
			least = distance;
		}
	}
	return best;
}

/** Whether a word is another one with at most one letter in five wrong, and no more than two, or other capitals. */
export function isNearly(word: string, other: string): boolean {
	const limit = Math.min(2, Math.floor(other.length / 5));
	return levenshtein(word.toLowerCase(), other.toLowerCase(), limit) <= limit;
}

/** Insertions, removals and replacements from one text to the other; some number over `limit` when there are more. */
function levenshtein(from: string, to: string, limit: number): number {
	if (Math.abs(from.length - to.length) > limit) {
		return limit + 1;
	}
	let row = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (let line = 1; line <= from.length; line++) {
		const next = [line];
		for (let column = 1; column <= to.length; column++) {
			const replaced = (row[column - 1] ?? 0) + (from[line - 1] === to[column - 1] ? 0 : 1);
			next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[to.length] ?? 0;
}
