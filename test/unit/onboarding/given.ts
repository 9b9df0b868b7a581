import assert from 'node:assert/strict';
import type { JsonObject } from '../../../src/onboarding/json';
import { createOverview, type Overview, type TaskView } from '../../../src/onboarding/overview';
import { createPlan, type Plan } from '../../../src/onboarding/planning/plan';
import { applyChange, type Change } from '../../../src/onboarding/progress/changes';
import { createProgress, type Progress } from '../../../src/onboarding/progress/progress';
import type { Situation } from '../../../src/onboarding/situation';
import { readSituation } from '../../../src/onboarding/situationFile';
import { createTranslate } from '../../../src/text';
import { beginningMunicipality } from '../../fixtures/situations';

export const dutch = createTranslate(() => 'nl');
export const english = createTranslate(() => 'en');

/** A municipality that has nothing yet and begins on Monday 4 January 2027. */
export const beginner: JsonObject = { ...beginningMunicipality, network: 'internet' };

export function situation(answers: JsonObject = {}): Situation {
	const { start, ...others } = beginner;
	const anchor = 'production' in answers ? {} : { start };
	const reading = readSituation({ ...others, ...anchor, ...answers });
	return reading.kind === 'situation' ? reading.situation : assert.fail(JSON.stringify(reading.problems));
}

export function progressAfter(answers: JsonObject, ...changes: readonly Change[]): Progress {
	return changes.reduce(applyChange, createProgress(situation(answers)));
}

export function overviewAfter(answers: JsonObject, ...changes: readonly Change[]): Overview {
	return createOverview(progressAfter(answers, ...changes));
}

export function done(...tasks: readonly string[]): readonly Change[] {
	return tasks.map((task) => ({ kind: 'mark-done', task, when: '2027-01-20' }));
}

export function viewOf(overview: Overview, id: string): TaskView {
	return overview.tasks.find(({ task }) => task.id === id) ?? assert.fail(`no task ${id}`);
}

export function planOf(overview: Overview, today: string): Plan {
	const planning = createPlan(overview, today);
	return planning.kind === 'plan' ? planning : assert.fail('nothing planned');
}

/** Every combination of answers. */
export function allSituations(): readonly JsonObject[] {
	const flags = [false, true];
	return ['government', 'supplier'].flatMap((organisation) =>
		flags.flatMap((hasOin) =>
			flags.flatMap((hasAdapter) =>
				flags.flatMap((hasCertificates) =>
					['internet', 'diginetwerk'].flatMap((network) =>
						['stuf', 'mo'].map((messageStandard) => ({
							organisation,
							hasOin,
							hasAdapter,
							hasCertificates,
							network,
							messageStandard,
						})),
					),
				),
			),
		),
	);
}

/** Numbers from 0 up to 1, the same at each run (a linear congruential generator, Numerical Recipes). */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}
