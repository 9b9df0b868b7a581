import { window } from 'vscode';
import { steps } from '../../../onboarding/catalogue/catalogue';
import type { StepNumber } from '../../../onboarding/catalogue/task';
import { stepTitle } from '../../../onboarding/words';
import { chooseProject, isConnected } from '../chooseProject';
import { openFollowingPage } from '../followingPage';
import type { Onboarding } from '../onboarding';
import { stepPageCommands, writeStepPage } from './writeStepPage';

/**
 * Opens the page of a step, or brings it to the front. It follows the progress file and the language.
 *
 * @param argument `{ folder, step }`: what is absent is asked.
 */
export async function openStep(argument: unknown, onboarding: Onboarding): Promise<void> {
	const { tree, t } = onboarding;
	const project = await chooseProject(argument, onboarding, isConnected);
	const step = project === undefined ? undefined : (stepOf(argument) ?? (await askStep(onboarding)));
	if (project === undefined || step === undefined) {
		return;
	}
	const folder = project.folder.uri.toString();
	openFollowingPage(
		{
			key: `${folder}#step-${step}`,
			type: 'lopendeZaken.step',
			icon: 'task.svg',
			commandIds: stepPageCommands,
			content: () => {
				const now = tree.findStep(folder, step);
				return now && { title: stepTitle(step, t), body: writeStepPage(now, t) };
			},
		},
		onboarding,
	);
}

function stepOf(argument: unknown): StepNumber | undefined {
	const named: unknown =
		typeof argument === 'object' && argument !== null ? Reflect.get(argument, 'step') : undefined;
	return steps.find(({ number }) => number === named)?.number;
}

async function askStep({ t }: Onboarding): Promise<StepNumber | undefined> {
	const chosen = await window.showQuickPick(
		steps.map(({ number, summary }) => ({ label: stepTitle(number, t), detail: summary(t), number })),
		{ title: t('About which step?') },
	);
	return chosen?.number;
}
