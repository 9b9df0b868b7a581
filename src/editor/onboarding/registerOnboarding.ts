import {
	commands,
	Disposable,
	EventEmitter,
	window,
	type ExtensionContext,
	type TreeDataProvider,
} from 'vscode';
import { registerCommands } from '../commands';
import type { Services } from '../services';
import type { HappeningTeller } from './happenings';
import { fileHappening } from './validationHappenings';
import type { Onboarding } from './onboarding';
import type { OnboardingCommandId, onboardingCommands } from './onboardingCommands';
import type { TreeNode } from './tree/nodes';

interface Loaded {
	readonly onboarding: Onboarding;
	readonly table: typeof onboardingCommands;
	readonly take: (tell: HappeningTeller) => Promise<void>;
}

const commandIds: readonly OnboardingCommandId[] = [
	'lopendeZaken.setUpOnboarding',
	'lopendeZaken.showNextTask',
	'lopendeZaken.openTask',
	'lopendeZaken.openStep',
	'lopendeZaken.startTask',
	'lopendeZaken.addTaskNote',
	'lopendeZaken.markTaskBegun',
	'lopendeZaken.markTaskDone',
	'lopendeZaken.reopenTask',
	'lopendeZaken.markTaskNotApplicable',
	'lopendeZaken.waitForLogius',
	'lopendeZaken.setTaskLeadTime',
	'lopendeZaken.decideProposal',
	'lopendeZaken.openEvidence',
	'lopendeZaken.filterTasks',
	'lopendeZaken.clearTaskFilter',
	'lopendeZaken.openProgressFile',
	'lopendeZaken.repairProgressFile',
	'lopendeZaken.showPlanning',
	'lopendeZaken.exportPlanning',
	'lopendeZaken.makeReport',
];

/** The view with the tasks and its commands. Their code is run, and the progress file read, when the view shows or one of them is used. */
export function registerOnboarding(
	services: Services,
	context: ExtensionContext,
	surveyCertificates: Onboarding['surveyCertificates'],
): Disposable {
	const { faults, happenings, results } = services;
	const changed = new EventEmitter<void>();
	let loading: Promise<Loaded> | undefined;

	const load = async (): Promise<Loaded> => {
		const {
			createOnboarding,
			onboardingCommands: table,
			takeHappening,
			tick,
		} = await import('./onboardingParts');
		const onboarding = createOnboarding(services, context, view, surveyCertificates);
		context.subscriptions.push(
			onboarding,
			onboarding.tree.onDidChangeTreeData(() => {
				changed.fire();
			}),
			view.onDidChangeCheckboxState((change) => {
				faults.watch(tick(change, onboarding));
			}),
		);
		return { onboarding, table, take: (tell) => takeHappening(tell, onboarding) };
	};
	const loaded = (): Promise<Loaded> => (loading ??= load());
	const tree = async (): Promise<Onboarding['tree']> => (await loaded()).onboarding.tree;

	const provider: TreeDataProvider<TreeNode> = {
		onDidChangeTreeData: changed.event,
		getChildren: async (node) => (await tree()).getChildren(node),
		getTreeItem: async (node) => (await tree()).getTreeItem(node),
		resolveTreeItem: async (item, node, token) => (await tree()).resolveTreeItem?.(item, node, token),
		getParent: async (node) => (await tree()).getParent?.(node),
	};
	// VS Code opens a walkthrough by itself when an extension is installed, unless it is not to be shown yet at that moment.
	faults.watch(commands.executeCommand('setContext', 'lopendeZaken.isActive', true));
	const view = window.createTreeView('lopendeZaken.tasks', {
		treeDataProvider: provider,
		manageCheckboxStateManually: true,
		showCollapseAll: true,
	});
	return Disposable.from(
		changed,
		view,
		registerCommands(
			Object.fromEntries(
				commandIds.map((id) => [
					id,
					async (argument?: unknown) => {
						const { table, onboarding } = await loaded();
						await table[id](argument, onboarding);
					},
				]),
			),
			faults,
		),
		happenings.onDidHappen((tell) => {
			faults.watch(loaded().then(({ take }) => take(tell)));
		}),
		results.onDidChange((uri) => {
			const tell = uri === undefined ? undefined : fileHappening(uri, results);
			if (tell !== undefined) {
				happenings.report(tell);
			}
		}),
	);
}
