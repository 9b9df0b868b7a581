import { window } from 'vscode';
import type { Proposal } from '../../onboarding/evidence/propose';
import type { HappeningTeller } from './happenings';
import type { Onboarding } from './onboarding';
import { findTask } from './findTask';
import { changeTask } from './taskCommands';
import { today } from './today';
import type { TaskNode } from './tree/nodes';

/** Takes in what happened, for each folder that is set up, and tells which tasks may be ticked. Nothing is ticked here. */
export async function takeHappening(tell: HappeningTeller, onboarding: Onboarding): Promise<void> {
	const { projects, proposals, tree, t } = onboarding;
	for (const project of await projects.all()) {
		if (project.connection === null) {
			continue;
		}
		const fresh = proposals.take(project, await tell(project.folder));
		const folder = project.folder.uri.toString();
		const [first] = fresh;
		if (first === undefined) {
			continue;
		}
		const titles = fresh.flatMap(({ task }) => tree.find(folder, task)?.view.task.title(t) ?? []);
		const look = t('Look at the proposal');
		const sentence = t('{0} This speaks for: {1}.', first.why, titles.join('; '));
		onboarding.faults.watch(
			window.showInformationMessage(sentence, look).then(async (pressed) => {
				if (pressed === look) {
					await decideAll(folder, fresh, onboarding);
				}
			}),
		);
	}
}

async function decideAll(folder: string, fresh: readonly Proposal[], onboarding: Onboarding): Promise<void> {
	for (const { task } of fresh) {
		await decideProposal({ folder, task }, onboarding);
	}
}

/** Shows why a task may be ticked and what that does not show, and lets the user decide. */
export async function decideProposal(argument: unknown, onboarding: Onboarding): Promise<void> {
	const { t } = onboarding;
	const node = await findTask(argument, onboarding, t('Decide'));
	const proposal = node?.proposals.at(-1);
	if (node === undefined || proposal === undefined) {
		return;
	}
	const chosen = await window.showQuickPick(
		[
			{
				label: `$(check) ${t('Mark as done')}`,
				detail: t('The evidence is kept with the task.'),
				decision: 'done' as const,
			},
			{
				label: `$(verified) ${t('Keep the evidence, the task stays open')}`,
				detail: proposal.remains ?? t('There is more to do before the task is done.'),
				decision: 'evidence' as const,
			},
			{
				label: `$(close) ${t('Decline')}`,
				detail: t('This evidence is not proposed again.'),
				decision: 'declined' as const,
			},
		],
		{ title: node.view.task.title(t), placeHolder: proposal.why },
	);
	if (chosen === undefined) {
		return;
	}
	await settle(node, proposal, chosen.decision, onboarding);
}

async function settle(
	node: TaskNode,
	{ evidence }: Proposal,
	decision: 'done' | 'evidence' | 'declined',
	onboarding: Onboarding,
): Promise<void> {
	const { folder, task } = node;
	if (decision === 'declined') {
		await onboarding.proposals.settle(folder, task, 'declined');
		return;
	}
	const changed = await changeTask(
		node,
		onboarding,
		{ kind: 'add-evidence', task, evidence },
		...(decision === 'done' ? [{ kind: 'mark-done', task, when: today() } as const] : []),
	);
	if (changed) {
		await onboarding.proposals.settle(folder, task, 'accepted');
	}
}
