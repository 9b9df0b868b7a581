import type { Answer, QuestionFrame } from './quickInput';

/** A question that adds its answer to those that were given before. */
export type Step<Draft> = (draft: Draft, frame: QuestionFrame) => Promise<Answer<Draft>>;

/**
 * Goes through questions, back and forth, until the last is answered.
 *
 * @returns `undefined` when the user gives up.
 */
export async function askInSteps<Draft>(
	title: string,
	steps: readonly Step<Draft>[],
	beginning: Draft,
): Promise<Draft | undefined> {
	let draft = beginning;
	let index = 0;
	for (let step = steps[index]; step !== undefined; step = steps[index]) {
		const answer = await step(draft, {
			title,
			step: index + 1,
			totalSteps: steps.length,
			canGoBack: index > 0,
		});
		if (answer === undefined) {
			return undefined;
		}
		if (answer.kind === 'back') {
			index--;
		} else {
			draft = answer.value;
			index++;
		}
	}
	return draft;
}

/** The draft with one more answer, if that was what the user gave. */
export function withPart<Draft extends object, Key extends keyof Draft>(
	draft: Draft,
	answer: Answer<NonNullable<Draft[Key]>>,
	key: Key,
): Answer<Draft> {
	return answer?.kind === 'answer' ? { kind: 'answer', value: { ...draft, [key]: answer.value } } : answer;
}
