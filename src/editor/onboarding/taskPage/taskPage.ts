import { findTask } from '../findTask';
import { openFollowingPage } from '../followingPage';
import type { Onboarding } from '../onboarding';
import { taskPageCommands, writeTaskPage } from './writeTaskPage';

/** Opens the page of a task, or brings it to the front. It follows the progress file and the language. */
export async function openTask(argument: unknown, onboarding: Onboarding): Promise<void> {
	const node = await findTask(argument, onboarding, onboarding.t('Open task'));
	if (node === undefined) {
		return;
	}
	const { folder, task } = node;
	const { tree, t } = onboarding;
	openFollowingPage(
		{
			key: `${folder}#${task}`,
			type: 'lopendeZaken.task',
			icon: 'task.svg',
			commandIds: taskPageCommands,
			content: () => {
				const now = tree.find(folder, task);
				return now && { title: now.view.task.title(t), body: writeTaskPage(now, t) };
			},
		},
		onboarding,
	);
}
