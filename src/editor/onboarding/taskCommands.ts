import { commands, TreeItemCheckboxState, window, workspace, type TreeCheckboxChangeEvent } from 'vscode';
import { roleIds, roleTexts, type RoleId } from '../../onboarding/catalogue/roles';
import type { TaskView } from '../../onboarding/overview';
import { durationOf } from '../../onboarding/planning/plan';
import type { Change } from '../../onboarding/progress/changes';
import { maxWorkingDays } from '../../onboarding/progress/progress';
import { chooseProject } from './chooseProject';
import { findTask } from './findTask';
import type { Onboarding } from './onboarding';
import { startActionOf } from './taskActions';
import { allows } from './taskDecisions';
import { today } from './today';
import { noFilter, type TaskNode, type TreeNode } from './tree/nodes';

/** Changes the record of a task. A refusal is told. @returns Whether it was changed. */
export async function changeTask(
	{ folder }: Pick<TaskNode, 'folder'>,
	{ projects, t, tell, tree }: Onboarding,
	...changes: readonly Change[]
): Promise<boolean> {
	const project = await projects.find(folder);
	const outcome = await project?.store.change(...changes);
	if (outcome?.kind === 'refused') {
		tell(outcome.why(t));
		// The check box shows what the user wanted: show again what is.
		tree.refresh();
	}
	return outcome?.kind === 'changed';
}

/** Who ticks: the person that the user's own role has in the situation. */
function signature({ connection }: TaskNode, { filter }: Onboarding): { readonly by?: string } {
	const { role } = filter();
	const name = role === null ? undefined : connection.overview.situation.roles[role];
	return name === undefined ? {} : { by: name };
}

export async function tick(
	{ items }: TreeCheckboxChangeEvent<TreeNode>,
	onboarding: Onboarding,
): Promise<void> {
	for (const [node, state] of items) {
		if (node.kind === 'task') {
			await changeTask(
				node,
				onboarding,
				state === TreeItemCheckboxState.Checked
					? { kind: 'mark-done', task: node.task, when: today(), ...signature(node, onboarding) }
					: { kind: 'reopen', task: node.task },
			);
		}
	}
}

export async function markDone(argument: unknown, onboarding: Onboarding): Promise<void> {
	const node = await findTask(argument, onboarding, onboarding.t('Mark as done'), allows.finish);
	if (node !== undefined) {
		await changeTask(node, onboarding, {
			kind: 'mark-done',
			task: node.task,
			when: today(),
			...signature(node, onboarding),
		});
	}
}

export async function begin(argument: unknown, onboarding: Onboarding): Promise<void> {
	const node = await findTask(argument, onboarding, onboarding.t('Mark as begun'), allows.begin);
	if (node !== undefined) {
		await changeTask(node, onboarding, { kind: 'begin', task: node.task, on: today() });
	}
}

export async function reopen(argument: unknown, onboarding: Onboarding): Promise<void> {
	const node = await findTask(argument, onboarding, onboarding.t('Open again'), allows.reopen);
	if (node !== undefined) {
		await changeTask(node, onboarding, { kind: 'reopen', task: node.task });
	}
}

export async function waitForLogius(argument: unknown, onboarding: Onboarding): Promise<void> {
	const node = await findTask(argument, onboarding, onboarding.t('Wait for Logius'), allows.handOver);
	if (node !== undefined) {
		await changeTask(node, onboarding, { kind: 'wait-for-logius', task: node.task, since: today() });
	}
}

export async function markNotApplicable(argument: unknown, onboarding: Onboarding): Promise<void> {
	const { t } = onboarding;
	const node = await findTask(argument, onboarding, onboarding.t('Mark as not applicable'), allows.leaveOut);
	if (node === undefined) {
		return;
	}
	const reason = await window.showInputBox({
		title: t('Not applicable: {0}', node.view.task.title(t)),
		prompt: t('Why does this task not apply? You may leave it empty.'),
	});
	if (reason === undefined) {
		return;
	}
	const why = reason.trim();
	await changeTask(node, onboarding, {
		kind: 'mark-not-applicable',
		task: node.task,
		when: today(),
		...(why === '' ? {} : { reason: why }),
		...signature(node, onboarding),
	});
}

export async function addNote(argument: unknown, onboarding: Onboarding): Promise<void> {
	const { t } = onboarding;
	const node = await findTask(argument, onboarding, onboarding.t('Add a note'));
	if (node === undefined) {
		return;
	}
	const text = await window.showInputBox({
		title: t('Note: {0}', node.view.task.title(t)),
		prompt: t('The note is kept with the task, for you and your colleagues.'),
	});
	if (text !== undefined && text.trim() !== '') {
		await changeTask(node, onboarding, {
			kind: 'add-note',
			task: node.task,
			note: { when: today(), text: text.trim(), ...signature(node, onboarding) },
		});
	}
}

export async function setLeadTime(argument: unknown, onboarding: Onboarding): Promise<void> {
	const { t } = onboarding;
	const node = await findTask(argument, onboarding, onboarding.t('Set the lead time'), allows.plan);
	if (node === undefined) {
		return;
	}
	const text = await window.showInputBox({
		title: t('Lead time of {0}', node.view.task.title(t)),
		prompt: t('Working days, 1 to {0}. Leave it empty for the time of the manual.', maxWorkingDays),
		value: String(durationOf(node.view) ?? ''),
		validateInput: (value) =>
			value.trim() === '' || isWorkingDays(Number(value))
				? undefined
				: t('Give a whole number from 1 to {0}.', maxWorkingDays),
	});
	if (text !== undefined) {
		const workingDays = text.trim() === '' ? undefined : Number(text);
		await changeTask(node, onboarding, { kind: 'set-lead-time', task: node.task, workingDays });
	}
}

function isWorkingDays(value: number): boolean {
	return Number.isInteger(value) && value >= 1 && value <= maxWorkingDays;
}

/** The editor has a command for it, and it is to be done. */
function canStart(view: TaskView): boolean {
	return startActionOf(view.task) !== undefined && allows.leaveOut(view);
}

/** Runs the command that does the task. */
export async function startTask(argument: unknown, onboarding: Onboarding): Promise<void> {
	const node = await findTask(argument, onboarding, onboarding.t('Begin with the task'), canStart);
	const action = node && startActionOf(node.view.task);
	if (action !== undefined) {
		await commands.executeCommand(action.command, { folder: node?.folder, ...action.argument });
	}
}

export async function showNextTask(
	argument: unknown,
	{ view, tree, projects, t, tell }: Onboarding,
): Promise<void> {
	await projects.all();
	const node = tree.next(typeof argument === 'string' ? argument : undefined);
	if (node === undefined) {
		tell(t('No task can be done now.'));
		return;
	}
	await view.reveal(node, { select: true, focus: true, expand: false });
}

export async function filterTasks({ filter, setFilter, t }: Onboarding): Promise<void> {
	const { openOnly, role } = filter();
	const named = roleIds.map((id) => ({
		label: roleTexts[id].name(t),
		detail: roleTexts[id].about(t),
		role: id,
	}));
	const chosen = await window.showQuickPick<{
		readonly label: string;
		readonly detail?: string;
		readonly description?: string;
		readonly role?: RoleId;
		readonly openOnly?: boolean;
	}>(
		[
			{ label: t('All tasks') },
			{
				label: openOnly ? t('Also tasks that are done') : t('Open tasks only'),
				openOnly: !openOnly,
			},
			...named.map((item) => ({
				...item,
				label: t('My role: {0}', item.label),
				description: item.role === role ? t('chosen') : '',
			})),
		],
		{ title: t('Which tasks do you want to see?') },
	);
	if (chosen === undefined) {
		return;
	}
	await setFilter(
		chosen.role !== undefined
			? { openOnly, role: chosen.role === role ? null : chosen.role }
			: chosen.openOnly !== undefined
				? { openOnly: chosen.openOnly, role }
				: noFilter,
	);
}

export async function repairFile(argument: unknown, onboarding: Onboarding): Promise<void> {
	const { t, tell } = onboarding;
	const project = await chooseProject(argument, onboarding, ({ reading }) => reading.kind === 'damaged');
	const outcome = await project?.store.repair();
	switch (outcome?.kind) {
		case undefined:
		case 'changed':
			return;
		case 'refused':
			tell(outcome.why(t));
			return;
		case 'repaired':
			tell(
				t(
					'The progress file has been repaired. The damaged one is kept as {0}.',
					workspace.asRelativePath(outcome.kept),
				),
			);
	}
}

export async function openFile(argument: unknown, onboarding: Onboarding): Promise<void> {
	const project = await chooseProject(argument, onboarding, ({ reading }) => reading.kind !== 'absent');
	if (project !== undefined) {
		await commands.executeCommand('vscode.open', project.store.file);
	}
}
