import {
	TreeItem,
	TreeItemCheckboxState,
	TreeItemCollapsibleState,
	ThemeColor,
	ThemeIcon,
	Uri,
} from 'vscode';
import { neededDocuments } from '../../../onboarding/catalogue/documents';
import { canBeFinished } from '../../../onboarding/overview';
import { documentName, stepTitle, whoDoesIt } from '../../../onboarding/words';
import type { Translate } from '../../../text';
import { startActionOf } from '../taskActions';
import {
	addressOf,
	idOf,
	partsOf,
	type FolderNode,
	type PartNode,
	type StepNode,
	type TaskNode,
	type TreeNode,
} from './nodes';
import { partIcons, taskIcon } from './statusIcons';
import { taskDescription } from './taskWords';
import { standing } from './tooltips';

/** A row of the tree. Its tooltip comes later, when somebody asks for it. */
export function treeItem(node: TreeNode, t: Translate): TreeItem {
	const item = itemOf(node, t);
	item.id = idOf(node);
	return item;
}

function itemOf(node: TreeNode, t: Translate): TreeItem {
	switch (node.kind) {
		case 'folder':
			return folderItem(node, t);
		case 'step':
			return stepItem(node, t);
		case 'task':
			return taskItem(node, t);
		case 'part':
			return partItem(node, t);
	}
}

function folderItem({ project }: FolderNode, t: Translate): TreeItem {
	const { connection, folder, reading } = project;
	const item = new TreeItem(
		folder.name,
		connection === null ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Expanded,
	);
	item.iconPath = new ThemeIcon('root-folder');
	item.description =
		connection !== null
			? `${connection.overview.counts.done}/${connection.overview.counts.total}`
			: reading.kind === 'absent'
				? t('not set up yet')
				: t('the progress file is damaged');
	item.contextValue = connection === null ? `folder ${reading.kind}` : 'folder connected';
	item.accessibilityInformation = { label: `${folder.name}, ${item.description}` };
	if (connection === null) {
		item.command =
			reading.kind === 'absent'
				? {
						command: 'lopendeZaken.setUpOnboarding',
						title: '',
						arguments: [{ folder: folder.uri.toString() }],
					}
				: { command: 'vscode.open', title: '', arguments: [project.store.file] };
	}
	return item;
}

function stepItem({ view, connection }: StepNode, t: Translate): TreeItem {
	const { step, counts, tasks } = view;
	const { next } = connection.overview;
	const title = stepTitle(step.number, t);
	const holdsNext = next !== null && tasks.includes(next);
	const item = new TreeItem(
		title,
		holdsNext ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
	);
	item.description =
		counts.total > 0 ? `${counts.done}/${counts.total}` : counts.notApplicable > 0 ? t('not applicable') : '';
	item.contextValue = 'step';
	item.accessibilityInformation = {
		label:
			counts.total > 0
				? t('{0}, {1} of {2} tasks done', title, counts.done, counts.total)
				: t('{0}, {1}', title, counts.notApplicable > 0 ? t('not applicable') : t('continuous')),
	};
	return item;
}

function taskItem(node: TaskNode, t: Translate): TreeItem {
	const { view, connection } = node;
	const { task, status } = view;
	const { overview, planned, file } = connection;
	const isNext = overview.next === view;
	const title = task.title(t);
	const item = new TreeItem(
		title,
		partsOf(node).length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed,
	);
	item.description = taskDescription(view, connection, t);
	item.iconPath =
		node.proposals.length > 0
			? new ThemeIcon('lightbulb', new ThemeColor('charts.yellow'))
			: taskIcon(view, isNext, planned.get(task.id)?.timeliness);
	item.contextValue = contextOf(node);
	const label = [
		title,
		// The reason why it does not apply begins with saying that it does not.
		...(view.reason === null ? [item.description] : []),
		standing(view, overview, t),
		...(node.proposals.length > 0 ? [t('there is a proposal')] : []),
		whoDoesIt(view, t),
	].filter((part) => part !== '');
	item.accessibilityInformation = { label: [...new Set(label)].join(', ') };
	item.command = {
		command: 'lopendeZaken.openTask',
		title: t('Open task'),
		arguments: [{ folder: node.folder, task: node.task }],
	};
	if (status !== 'not-applicable' && canBeFinished(view) && file.kind === 'sound') {
		const isDone = status === 'done';
		item.checkboxState = {
			state: isDone ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
			tooltip: isDone ? t('Open again') : t('Mark as done'),
			accessibilityInformation: { label: isDone ? t('{0}, done', title) : t('{0}, not done', title) },
		};
	}
	return item;
}

/** Words that the menus of package.json look for. */
function contextOf({ view, connection, proposals }: TaskNode): string {
	return [
		'task',
		view.status,
		...(view.record.begunOn === undefined ? [] : ['begun']),
		...(view.excluded ? ['excluded'] : []),
		...(canBeFinished(view) ? ['finite'] : []),
		...(connection.file.kind === 'sound' ? ['editable'] : []),
		...(startActionOf(view.task) === undefined ? [] : ['startable']),
		...(proposals.length > 0 ? ['proposed'] : []),
	].join(' ');
}

function partItem(node: PartNode, t: Translate): TreeItem {
	const { part } = node;
	const [kind, words] = partWords(node, t);
	const item = new TreeItem(words, TreeItemCollapsibleState.None);
	item.iconPath = new ThemeIcon(partIcons[part.kind]);
	item.contextValue = `part ${part.kind}`;
	item.accessibilityInformation = { label: `${kind}: ${words}` };
	switch (part.kind) {
		case 'proposal':
			item.description = kind;
			item.command = {
				command: 'lopendeZaken.decideProposal',
				title: t('Decide'),
				arguments: [{ folder: node.folder, task: node.task }],
			};
			break;
		case 'document': {
			const address = addressOf(part.document);
			if (address !== undefined) {
				item.command = { command: 'vscode.open', title: t('Open'), arguments: [Uri.parse(address)] };
			}
			break;
		}
		case 'evidence':
			item.description = part.evidence.when.slice(0, 10);
			item.command = {
				command: 'lopendeZaken.openEvidence',
				title: t('Open'),
				arguments: [{ folder: node.folder, task: node.task, index: node.index }],
			};
			break;
		case 'note':
			item.description = part.note.when.slice(0, 10);
			break;
		case 'attention':
			break;
	}
	return item;
}

function partWords({ part }: PartNode, t: Translate): readonly [kind: string, words: string] {
	switch (part.kind) {
		case 'proposal':
			return [t('proposal to mark it as done'), part.proposal.why];
		case 'attention':
			return [t('Point of attention'), part.remark.text(t)];
		case 'document':
			return [t('Document'), documentName(neededDocuments[part.document], t)];
		case 'evidence':
			return [t('Evidence'), part.evidence.summary];
		case 'note':
			return [t('Note'), part.note.text];
	}
}
