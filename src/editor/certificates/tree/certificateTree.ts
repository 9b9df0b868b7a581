import {
	Disposable,
	EventEmitter,
	MarkdownString,
	ThemeColor,
	ThemeIcon,
	TreeItem,
	TreeItemCollapsibleState,
	window,
	workspace,
	type TreeDataProvider,
	type ViewBadge,
} from 'vscode';
import type { CommandId } from '../../commands';
import type { CertificateServices } from '../certificateServices';
import type { Words } from '../describe/words';
import { targetOfEntry } from '../inspectCommand';
import type { Surveyor } from '../survey';
import type { NodeWords } from './describeNode';
import {
	countUrgent,
	groupCertificates,
	signOf,
	type Entry,
	type Group,
	type GroupId,
	type Sign,
} from './groupCertificates';

type Node =
	| { readonly kind: 'group'; readonly group: Group }
	| { readonly kind: 'entry'; readonly entry: Entry; readonly group: GroupId };

/** Milliseconds after the start after which certificates are looked for, also when the view is not opened: for its badge. */
const quietStart = 5000;

/** The view with the certificates of the workspace. */
export function registerCertificateTree(services: CertificateServices, surveyor: Surveyor): Disposable {
	const { t, config } = services;
	const changed = new EventEmitter<undefined>();

	const words = (): Words => ({ t, language: config.language(), moment: new Date() });
	const groups = (): readonly Group[] =>
		groupCertificates(surveyor.newest()?.files ?? [], new Date(), config.certificateWarnDays());

	const provider: TreeDataProvider<Node> = {
		onDidChangeTreeData: changed.event,
		async getChildren(node) {
			if (node?.kind === 'group') {
				const { id, entries } = node.group;
				return entries.map((entry) => ({ kind: 'entry', entry, group: id }));
			}
			await surveyor.begin();
			return groups().map((group) => ({ kind: 'group', group }));
		},
		async getTreeItem(node) {
			const { describeEntry, describeGroup } = await import('./describeNode');
			return node.kind === 'group'
				? groupItem(node.group, describeGroup(node.group, config.certificateWarnDays(), words()))
				: entryItem(node, describeEntry(node.entry, workspace.asRelativePath(node.entry.file), words()));
		},
	};
	const view = window.createTreeView('lopendeZaken.certificates', {
		treeDataProvider: provider,
		showCollapseAll: true,
	});

	const badge = (count: number): ViewBadge | undefined => {
		const days = config.certificateWarnDays();
		switch (count) {
			case 0:
				return undefined;
			case 1:
				return { value: 1, tooltip: t('1 certificate has expired or expires within {0} days', days) };
			default:
				return {
					value: count,
					tooltip: t('{0} certificates have expired or expire within {1} days', count, days),
				};
		}
	};
	const show = (): void => {
		changed.fire(undefined);
		view.badge = badge(countUrgent(groups()));
		view.message =
			surveyor.newest()?.isPartial === true
				? t('There are more files in this workspace than are looked at: certificates may be missing here.')
				: '';
	};

	const start = setTimeout(() => {
		void surveyor.begin();
	}, quietStart);
	return Disposable.from(
		view,
		changed,
		surveyor.onDidSurvey(show),
		new Disposable(() => {
			clearTimeout(start);
		}),
	);
}

const icons: Readonly<Record<Sign, ThemeIcon>> = {
	expired: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
	expiring: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
	fine: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
	locked: new ThemeIcon('lock'),
	unsuitable: new ThemeIcon('circle-slash', new ThemeColor('list.errorForeground')),
};

function groupItem({ id }: Group, { label, description, spoken }: NodeWords): TreeItem {
	const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
	item.id = id;
	item.description = description;
	item.iconPath = icons[id];
	item.accessibilityInformation = { label: spoken };
	return item;
}

function entryItem(
	{ entry, group }: Extract<Node, { kind: 'entry' }>,
	{ label, description, tooltip, spoken }: NodeWords,
): TreeItem {
	const target = targetOfEntry(entry);
	const item = new TreeItem(label);
	item.id = `${group} ${entry.file} ${target.sha256 ?? ''}`;
	item.description = description;
	item.tooltip = new MarkdownString(tooltip);
	item.iconPath = icons[signOf(entry, group)];
	item.contextValue = 'certificate';
	item.accessibilityInformation = { label: spoken };
	item.command = {
		command: 'lopendeZaken.inspectCertificate' satisfies CommandId,
		title: '',
		arguments: [target],
	};
	return item;
}
