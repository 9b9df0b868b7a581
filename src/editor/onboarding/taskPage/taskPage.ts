import { findTask } from '../findTask';
import type { Onboarding } from '../onboarding';
import { openWebPage } from '../webPage';
import { taskPageCommands, writeTaskPage } from './writeTaskPage';

/** Opens the page of a task, or brings it to the front. It follows the progress file and the language. */
export async function openTask(argument: unknown, onboarding: Onboarding): Promise<void> {
	const node = await findTask(argument, onboarding, onboarding.t('Open task'));
	if (node === undefined) {
		return;
	}
	const { folder, task } = node;
	const { tree, t, pages } = onboarding;
	const key = `${folder}#${task}`;
	const open = pages.get(key);
	if (open !== undefined) {
		open.reveal();
		return;
	}
	const page = openWebPage(
		'lopendeZaken.task',
		node.view.task.title(t),
		'task.svg',
		onboarding,
		taskPageCommands,
	);
	const write = (): void => {
		const now = tree.find(folder, task);
		if (now !== undefined) {
			page.show(now.view.task.title(t), writeTaskPage(now, t));
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
