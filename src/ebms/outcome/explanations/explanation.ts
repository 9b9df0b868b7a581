import type { Translate } from '../../../text';
import type { Outcome, OutcomeKind } from '../outcome';
import type { RequestWords } from './requestWords';

/** An outcome in the reader's language. Whole sentences. */
export interface OutcomeExplanation {
	/** What came of it, in one sentence. */
	readonly summary: string;
	/** What that means. */
	readonly meaning: string;
	/** Likely causes, the likeliest first; empty when nothing is wrong. */
	readonly causes: readonly string[];
	/** What to do, in order. */
	readonly next: readonly string[];
}

/** The words for some of the outcomes. */
export type Explainers<K extends OutcomeKind> = {
	readonly [Kind in K]: (
		outcome: Outcome & { readonly kind: Kind },
		t: Translate,
		words: RequestWords,
	) => OutcomeExplanation;
};
