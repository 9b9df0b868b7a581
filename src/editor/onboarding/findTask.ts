import type { TaskView } from '../../onboarding/overview';
import { stepTitle } from '../../onboarding/words';
import { chooseProject, isConnected, taskOf } from './chooseProject';
import type { Onboarding } from './onboarding';
import { askChoice } from '../questions/quickInput';
import type { TaskNode } from './tree/nodes';
import { taskDescription } from './tree/taskWords';
import { standing } from './tree/tooltips';

/**
 * The task that a command is about: that of its argument, or the one that is selected in sight; else the user says which. Which it is must
 * never come as a surprise.
 *
 * @param purpose What is to be done with it, as the title of the question.
 * @param isMeant Which tasks the command can be about; another one is refused with how it stands.
 */
export async function findTask(
	argument: unknown,
	onboarding: Onboarding,
	purpose: string,
	isMeant: (view: TaskView) => boolean = () => true,
): Promise<TaskNode | undefined> {
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
		return askTask(folder, purpose, isMeant, onboarding);
	}
	const node = tree.find(folder, id);
	if (node === undefined) {
		tell(t('There is no such task.'));
		return undefined;
	}
	if (!isMeant(node.view)) {
		const { task } = node.view;
		tell(
			t(
				'{0}: that cannot be done now ({1}).',
				task.title(t),
				standing(node.view, node.connection.overview, t),
			),
		);
		return undefined;
	}
	return node;
}

/** Lists the tasks that can be meant, with the next one to begin with. */
async function askTask(
	folder: string,
	purpose: string,
	isMeant: (view: TaskView) => boolean,
	{ tree, t, tell }: Onboarding,
): Promise<TaskNode | undefined> {
	const next = tree.next(folder);
	const meant = tree.all(folder).filter(({ view }) => isMeant(view));
	if (meant.length === 0) {
		tell(t('There is no task for which that can be done now.'));
		return undefined;
	}
	const answer = await askChoice(
		{ title: purpose, canGoBack: false },
		t('About which task?'),
		meant.map((node) => ({
			label: node.view.task.title(t),
			description: taskDescription(node.view, node.connection, t),
			detail: stepTitle(node.view.task.step, t),
			value: node,
		})),
		({ task }) => task === next?.task,
	);
	return answer?.kind === 'answer' ? answer.value : undefined;
}
