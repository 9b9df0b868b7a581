import { window } from 'vscode';
import { steps } from '../../../onboarding/catalogue/catalogue';
import type { StepNumber } from '../../../onboarding/catalogue/task';
import { stepTitle } from '../../../onboarding/words';
import { chooseProject, isConnected } from '../chooseProject';
import type { Onboarding } from '../onboarding';
import { openWebPage } from '../webPage';
import { stepPageCommands, writeStepPage } from './writeStepPage';

/**
 * Opens the page of a step, or brings it to the front. It follows the progress file and the language.
 *
 * @param argument `{ folder, step }`: what is absent is asked.
 */
export async function openStep(argument: unknown, onboarding: Onboarding): Promise<void> {
	const { tree, t, pages } = onboarding;
	const project = await chooseProject(argument, onboarding, isConnected);
	const step = project === undefined ? undefined : (stepOf(argument) ?? (await askStep(onboarding)));
	if (project === undefined || step === undefined) {
		return;
	}
	const folder = project.folder.uri.toString();
	const key = `${folder}#step-${step}`;
	const open = pages.get(key);
	if (open !== undefined) {
		open.reveal();
		return;
	}
	const page = openWebPage('lopendeZaken.step', stepTitle(step, t), 'task.svg', onboarding, stepPageCommands);
	const write = (): void => {
		const now = tree.findStep(folder, step);
		if (now !== undefined) {
			page.show(stepTitle(step, t), writeStepPage(now, t));
		}
	};
	const listener = tree.onDidChangeTreeData(write);
	pages.set(key, page.panel);
	page.panel.onDidDispose(() => {
		listener.dispose();
		pages.delete(key);
	});
	write();
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
