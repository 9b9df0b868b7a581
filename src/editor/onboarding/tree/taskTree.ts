import { EventEmitter, type Event, type TreeDataProvider } from 'vscode';
import { needs } from '../../../onboarding/evidence/propose';
import type { StepNumber } from '../../../onboarding/catalogue/task';
import type { Translate } from '../../../text';
import type { Proposals } from '../proposals';
import type { Project, Projects } from '../projects';
import {
	isShown,
	partsOf,
	type FolderNode,
	type StepNode,
	type TaskFilter,
	type TaskNode,
	type TreeNode,
} from './nodes';
import { treeItem } from './treeItems';
import { partTooltip, stepTooltip, taskTooltip } from './tooltips';

/** Steps, tasks and what hangs below them, of each folder. */
export interface TaskTree extends TreeDataProvider<TreeNode> {
	readonly onDidChangeTreeData: Event<void>;
	readonly refresh: () => void;
	/** The task that can be done first: of one folder, or of the first that has one. */
	readonly next: (folder?: string) => TaskNode | undefined;
	/** All tasks of a folder, also those that the filter hides. */
	readonly all: (folder: string) => readonly TaskNode[];
	/** A task, also when the filter hides it. */
	readonly find: (folder: string, task: string) => TaskNode | undefined;
	readonly findStep: (folder: string, step: StepNumber) => StepNode | undefined;
}

export function createTaskTree(
	projects: Projects,
	proposals: Proposals,
	filter: () => TaskFilter,
	t: Translate,
): TaskTree {
	const changed = new EventEmitter<void>();

	const folderNode = (project: Project): FolderNode => ({
		kind: 'folder',
		folder: project.folder.uri.toString(),
		project,
	});
	const stepNodes = (project: Project, parent: FolderNode | undefined): readonly StepNode[] => {
		const { connection, folder } = project;
		return connection === null
			? []
			: connection.overview.steps.map((view) => ({
					kind: 'step',
					folder: folder.uri.toString(),
					step: view.step.number,
					parent,
					connection,
					view,
				}));
	};
	const taskNodes = (parent: StepNode): readonly TaskNode[] =>
		parent.view.tasks.map((view) => ({
			kind: 'task',
			folder: parent.folder,
			task: view.task.id,
			parent,
			connection: parent.connection,
			view,
			// A task that was ticked meanwhile, here or by a colleague, needs none.
			proposals: proposals.of(parent.folder, view.task.id).filter(({ evidence }) => needs(view, evidence)),
		}));
	const shownTasks = (parent: StepNode): readonly TaskNode[] =>
		taskNodes(parent).filter(({ view }) => isShown(view, filter()));
	const partNodes = (parent: TaskNode): readonly TreeNode[] => {
		const seen = new Map<string, number>();
		return partsOf(parent).map((part) => {
			const index = seen.get(part.kind) ?? 0;
			seen.set(part.kind, index + 1);
			return { kind: 'part', folder: parent.folder, task: parent.task, parent, part, index };
		});
	};
	const steps = (): readonly StepNode[] => {
		const loaded = projects.loaded();
		return loaded.flatMap((project) =>
			stepNodes(project, loaded.length > 1 ? folderNode(project) : undefined),
		);
	};
	const allTasks = (folder: string): readonly TaskNode[] =>
		steps()
			.filter((step) => step.folder === folder)
			.flatMap(taskNodes);
	const roots = async (): Promise<readonly TreeNode[]> => {
		const all = await projects.all();
		return all.length > 1 && all.some(({ connection }) => connection !== null)
			? all.map(folderNode)
			: steps().filter((step) => shownTasks(step).length > 0);
	};

	return {
		onDidChangeTreeData: changed.event,
		refresh: () => {
			changed.fire();
		},
		getTreeItem: (node) => treeItem(node, t),
		resolveTreeItem: (item, node) => {
			item.tooltip =
				node.kind === 'task'
					? taskTooltip(node, t)
					: node.kind === 'step'
						? stepTooltip(node, t)
						: node.kind === 'part'
							? partTooltip(node, t)
							: node.project.folder.uri.fsPath;
			return item;
		},
		getChildren: async (node) => {
			switch (node?.kind) {
				case undefined:
					return [...(await roots())];
				case 'folder':
					return stepNodes(node.project, node).filter((step) => shownTasks(step).length > 0);
				case 'step':
					return [...shownTasks(node)];
				case 'task':
					return [...partNodes(node)];
				case 'part':
					return [];
			}
		},
		getParent: (node) => (node.kind === 'folder' ? undefined : node.parent),
		next: (folder) =>
			steps()
				.filter((step) => folder === undefined || step.folder === folder)
				.flatMap(taskNodes)
				.find(({ view, connection }) => connection.overview.next === view),
		all: allTasks,
		find: (folder, task) => allTasks(folder).find((node) => node.task === task),
		findStep: (folder, number) => steps().find((node) => node.folder === folder && node.step === number),
	};
}
