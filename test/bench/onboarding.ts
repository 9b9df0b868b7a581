import { tasks } from '../../src/onboarding/catalogue/catalogue';
import { createOverview } from '../../src/onboarding/overview';
import { createPlan } from '../../src/onboarding/planning/plan';
import { timelineSvg } from '../../src/onboarding/planning/timeline';
import { applyChange } from '../../src/onboarding/progress/changes';
import { formatProgress } from '../../src/onboarding/progress/formatProgress';
import type { Progress } from '../../src/onboarding/progress/progress';
import { readProgress } from '../../src/onboarding/progress/progressFile';
import { createTranslate } from '../../src/text';
import { beginningMunicipality } from '../fixtures/situations';
import { median, row, time } from './measure';

const today = '2027-03-01';

/** A file in which every task has a record with notes and evidence. */
const file = JSON.stringify({
	version: 1,
	situation: { ...beginningMunicipality, roles: { projectleider: 'P. Leider' } },
	tasks: Object.fromEntries(
		tasks.map(({ id }, index) => [
			id,
			{
				state: index % 2 === 0 ? 'done' : 'open',
				...(index % 2 === 0 ? { when: '2027-02-01' } : {}),
				notes: [{ when: '2027-02-01', text: 'Besproken met de leverancier.' }],
				evidence: [{ kind: 'ping', when: '2027-02-01T10:00:00Z', outcome: 'pong', summary: 'Pong' }],
			},
		]),
	),
});

/** The onboarding without the editor: from file to tasks with dates, a tick, and the picture. */
export async function onboarding(): Promise<void> {
	const t = createTranslate(() => 'nl');
	const progress = mustRead();
	const plan = createPlan(createOverview(progress), today);
	if (plan.kind !== 'plan') {
		throw new Error('The file of the bench should have a planning.');
	}
	for (const [what, aim, work] of [
		['all tasks, from the text of the file to states and dates', 'a part of 50 ms', open],
		['a tick: file read, changed, written and planned anew', 'a part of 100 ms', tick],
		['the picture of the planning', '', () => timelineSvg(createOverview(progress), plan, t)],
	] as const) {
		const cold = await time(work);
		const figures: number[] = [];
		for (let n = 0; n < 60; n++) {
			figures.push(await time(work));
		}
		row(
			`onboarding: ${what}`,
			`first ${cold.toFixed(1)} ms, median of 60 ${median(figures).toFixed(1)} ms`,
			aim,
		);
	}
}

function mustRead(): Progress {
	const reading = readProgress(file);
	if (reading.kind !== 'progress') {
		throw new Error(`The file of the bench should be sound: ${JSON.stringify(reading)}`);
	}
	return reading.progress;
}

function open(): void {
	createPlan(createOverview(mustRead()), today);
}

function tick(): void {
	const ticked = applyChange(mustRead(), { kind: 'mark-done', task: 'requirements', when: today });
	formatProgress(ticked);
	createPlan(createOverview(ticked), today);
}
