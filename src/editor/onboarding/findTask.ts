import { stepTitle } from '../../onboarding/words';
import { chooseProject, isConnected, taskOf } from './chooseProject';
import type { Onboarding } from './onboarding';
import { askChoice } from './quickInput';
import type { TaskNode } from './tree/nodes';
import { taskDescription } from './tree/taskWords';

/**
 * The task that a command is about: that of its argument, or the one that is selected in sight; else the user says which. Which it is must
 * never come as a surprise.
 */
export async function findTask(argument: unknown, onboarding: Onboarding): Promise<TaskNode | undefined> {
	const { tree, view, t, tell } = onboarding;
	const selected = view.visible ? view.selection[0] : undefined;
	const meant = taskOf(argument) === undefined ? (selected ?? argument) : argument;
	const project = await chooseProject(meant, onboarding, isConnected);
	if (project === undefined) {
		return undefined;
	}
	const folder = project.folder.uri.toString();
	const id = taskOf(meant);
	if (id === undefined) {
		return askTask(folder, onboarding);
	}
	const node = tree.find(folder, id);
	if (node === undefined) {
		tell(t('There is no such task.'));
	}
	return node;
}

/** Lists all tasks, with the next one to begin with. */
async function askTask(folder: string, { tree, t }: Onboarding): Promise<TaskNode | undefined> {
	const next = tree.next(folder);
	const answer = await askChoice(
		{ title: t('About which task?'), canGoBack: false },
		t('Choose a task'),
		tree.all(folder).map((node) => ({
			label: node.view.task.title(t),
			description: taskDescription(node.view, node.connection, t),
			detail: stepTitle(node.view.task.step, t),
			value: node,
		})),
		({ task }) => task === next?.task,
	);
	return answer?.kind === 'answer' ? answer.value : undefined;
}
