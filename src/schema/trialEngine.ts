import type { SchemaEngine, SchemaSet, SchemaVerdict } from './engine';

/** Validates copies of one document, within a budget. */
export interface TrialEngine {
	/**
	 * Which of these parents (indices) still have a content-model error.
	 *
	 * @returns `undefined` when the budget is spent.
	 */
	outline(copy: string, contentOf: readonly (readonly number[])[]): Promise<SchemaVerdict | undefined>;
	/**
	 * All errors of a copy.
	 *
	 * @returns `undefined` when the budget is spent.
	 */
	whole(copy: string): Promise<SchemaVerdict | undefined>;
}

/** UTF-16 units of copies that may be validated to find more faults. */
const budget = 40_000_000;

/** What a call costs besides its length: a small copy is not free. */
const callCost = 10_000;

/** How much more an outline costs than a document of the same length: it consists of tags only. */
const outlineFactor = 6;

/** @param at The message in each copy, as in `ValidateOptions`. */
export function createTrialEngine(
	engine: SchemaEngine,
	set: SchemaSet,
	at: readonly number[],
	maxErrors: number,
	signal: AbortSignal | undefined,
): TrialEngine {
	let spent = 0;
	function isAffordable(length: number): boolean {
		signal?.throwIfAborted();
		spent += length + callCost;
		return spent <= budget;
	}
	return {
		async outline(copy, contentOf) {
			return isAffordable(outlineFactor * copy.length)
				? engine.validate(copy, set, { at, maxErrors: contentOf.length, contentOf })
				: undefined;
		},
		async whole(copy) {
			return isAffordable(copy.length) ? engine.validate(copy, set, { at, maxErrors }) : undefined;
		},
	};
}
