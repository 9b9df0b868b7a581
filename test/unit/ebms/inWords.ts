import assert from 'node:assert/strict';
import type { OutcomeExplanation } from '../../../src/ebms/outcome/explanations/explanation';
import { createTranslate, type Language, type Translate } from '../../../src/text';

/** Whatever comes is explained in both languages, in whole sentences without empty places. */
export function assertInWords(
	explain: (t: Translate) => OutcomeExplanation,
	{ hasCauses, hasNext }: { readonly hasCauses: boolean; readonly hasNext: boolean },
): void {
	for (const language of ['nl', 'en'] as const satisfies readonly Language[]) {
		const { summary, meaning, causes, next } = explain(createTranslate(() => language));
		for (const sentence of [summary, meaning, ...causes, ...next]) {
			assert.match(sentence, /[.?"]$|^De server verwijst door|^The server refers/, sentence);
			assert.doesNotMatch(sentence, /\{\d\}|undefined|\bnull\b|"\n| {2}/, sentence);
		}
		assert.ok(causes.length > 0 || !hasCauses);
		assert.ok(next.length > 0 || !hasNext);
	}
}
