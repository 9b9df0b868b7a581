import { commands } from 'vscode';
import type { Situation } from '../../onboarding/situation';
import { readSituation } from '../../onboarding/situationFile';
import type { JsonValue } from '../../onboarding/json';
import type { Translate } from '../../text';
import { calendarQuestion } from './calendarQuestion';
import type { Onboarding } from './onboarding';
import { chooseProject } from './chooseProject';
import { askChoice, type QuestionFrame } from '../questions/quickInput';
import { situationQuestions, unknownSituation, type SituationQuestion } from './situationQuestions';

/**
 * Asks for the situation: all of it the first time, later only what the user wants to change.
 *
 * @param argument `{ folder, situation }`: with a situation nothing is asked.
 */
export async function setUp(argument: unknown, onboarding: Onboarding): Promise<void> {
	const { t } = onboarding;
	const project = await chooseProject(argument, onboarding, () => true);
	if (project === undefined) {
		return;
	}
	if (project.reading.kind === 'damaged' || project.reading.kind === 'unreadable') {
		await commands.executeCommand('vscode.open', project.store.file);
		onboarding.tell(t('The progress file is damaged and is left as it is. Repair it first.'));
		return;
	}
	const before = project.connection?.overview.situation;
	const given = givenSituation(argument);
	const situation = given ?? (before === undefined ? await askAll(t) : await askChanges(before, t));
	if (situation === undefined || situation === before) {
		return;
	}
	const outcome = await project.store.setSituation(situation);
	if (outcome.kind === 'refused') {
		onboarding.tell(outcome.why(t));
		return;
	}
	await commands.executeCommand('setContext', 'lopendeZaken.isSetUp', true);
	if (before === undefined && given === undefined) {
		await commands.executeCommand('lopendeZaken.tasks.focus');
	}
}

function givenSituation(argument: unknown): Situation | undefined {
	if (typeof argument !== 'object' || argument === null || !('situation' in argument)) {
		return undefined;
	}
	const reading = readSituation(argument.situation as JsonValue);
	return reading.kind === 'situation' ? reading.situation : undefined;
}

/** One question after the other. @returns Undefined when the user gives up: then nothing is written. */
async function askAll(t: Translate): Promise<Situation | undefined> {
	const answered: Situation[] = [];
	for (;;) {
		const situation = answered.at(-1) ?? unknownSituation;
		const concerned = situationQuestions.filter(({ concerns }) => concerns(situation));
		const question = concerned[answered.length];
		if (question === undefined) {
			return situation;
		}
		const answer = await question.ask(
			situation,
			{
				title: titleOf(question, t),
				step: answered.length + 1,
				totalSteps: concerned.length,
				canGoBack: answered.length > 0,
			},
			t,
		);
		if (answer === undefined) {
			return undefined;
		}
		if (answer.kind === 'back') {
			answered.pop();
		} else {
			answered.push(answer.value);
		}
	}
}

/** Lists the answers, and lets the user change one after the other until the list is closed. */
async function askChanges(before: Situation, t: Translate): Promise<Situation | undefined> {
	let situation = before;
	for (;;) {
		const frame: QuestionFrame = { title: t('The situation of your organisation'), canGoBack: false };
		const now = situation;
		const chosen = await askChoice<SituationQuestion | null>(
			frame,
			t('Choose what you want to change'),
			[
				...[...situationQuestions, calendarQuestion]
					.filter(({ concerns }) => concerns(now))
					.map((question) => ({
						label: question.name(t),
						description: question.answer(now, t),
						value: question,
					})),
				{ label: `$(save) ${t('Save the changes')}`, value: null },
			],
			() => false,
		);
		if (chosen?.kind !== 'answer') {
			return undefined;
		}
		if (chosen.value === null) {
			return situation;
		}
		const answer = await chosen.value.ask(situation, { title: titleOf(chosen.value, t), canGoBack: true }, t);
		if (answer?.kind === 'answer') {
			situation = answer.value;
		}
	}
}

function titleOf(question: SituationQuestion, t: Translate): string {
	return t('Set up the connection: {0}', question.name(t));
}
