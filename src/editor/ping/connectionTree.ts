import {
	Disposable,
	EventEmitter,
	ThemeColor,
	ThemeIcon,
	TreeItem,
	TreeItemCollapsibleState,
	window,
	workspace,
	type TreeDataProvider,
} from 'vscode';
import { environmentInWords } from '../../ebms/environmentWords';
import type { Translate } from '../../text';
import type { Services } from '../services';
import { onDidChangeConnections, type Connection, type Unusable } from './connection';
import { localTime } from './moment';
import type { PastPing, PingHistory } from './pingHistory';

/** A connection in the view. */
export interface ConnectionNode {
	readonly kind: 'connection';
	readonly connection: Connection | Unusable;
	/** `null` when it cannot be told. */
	readonly endpoint: string | null;
}

type Node = ConnectionNode | { readonly kind: 'past'; readonly past: PastPing };

/** The view with the connections and what came of their Pings. */
export interface ConnectionTree {
	readonly refresh: () => void;
	readonly dispose: () => void;
}

/**
 * @param connections Reads them, with their endpoints: only asked when the view is seen.
 */
export function createConnectionTree(
	{ t, config }: Services,
	history: PingHistory,
	connections: () => Promise<readonly Omit<ConnectionNode, 'kind'>[]>,
): ConnectionTree {
	const changed = new EventEmitter<undefined>();
	const refresh = (): void => {
		changed.fire(undefined);
	};
	const provider: TreeDataProvider<Node> = {
		onDidChangeTreeData: changed.event,
		async getChildren(node) {
			if (node === undefined) {
				return (await connections()).map((one) => ({ kind: 'connection', ...one }));
			}
			return node.kind === 'connection'
				? history.of(node.connection.name).map((past) => ({ kind: 'past', past }))
				: [];
		},
		getTreeItem: (node) =>
			node.kind === 'past' ? pastItem(node.past) : connectionItem(node, history.of(node.connection.name), t),
	};
	const owned = Disposable.from(
		changed,
		window.createTreeView('lopendeZaken.connections', { treeDataProvider: provider, showCollapseAll: true }),
		history.onDidChange(refresh),
		onDidChangeConnections(refresh),
		config.onDidChange(['language'], refresh),
		workspace.onDidGrantWorkspaceTrust(refresh),
	);
	return {
		refresh,
		dispose() {
			owned.dispose();
		},
	};
}

function connectionItem(
	{ connection, endpoint }: ConnectionNode,
	pings: readonly PastPing[],
	t: Translate,
): TreeItem {
	const [last] = pings;
	const item = new TreeItem(
		connection.name,
		last === undefined ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed,
	);
	item.id = connection.name;
	if ('complaint' in connection) {
		item.description = connection.complaint;
		item.tooltip = connection.complaint;
		item.iconPath = new ThemeIcon('error', new ThemeColor('list.errorForeground'));
		return item;
	}
	const isProduction = connection.environment === 'production';
	const environment = environmentInWords(connection.environment, t).label;
	const when = last === undefined ? t('no Ping yet') : `${last.outcome}, ${localTime(new Date(last.at))}`;
	item.description = `${environment} · ${when}`;
	item.tooltip = [connection.name, environment, endpoint ?? t('endpoint unknown'), last?.summary ?? '']
		.filter((line) => line !== '')
		.join('\n');
	item.iconPath =
		last === undefined
			? new ThemeIcon('plug', isProduction ? new ThemeColor('list.warningForeground') : undefined)
			: iconOf(last);
	item.contextValue = connection.source.kind === 'cpa' ? 'connection cpa' : 'connection';
	item.accessibilityInformation = { label: `${connection.name}, ${environment}, ${when}` };
	return item;
}

function pastItem(past: PastPing): TreeItem {
	const item = new TreeItem(past.summary);
	item.description = `${localTime(new Date(past.at))} · ${past.duration.toFixed(0)} ms`;
	item.tooltip = `${past.summary}\n${past.outcome}`;
	item.iconPath = iconOf(past);
	return item;
}

function iconOf({ isSuccess }: PastPing): ThemeIcon {
	return isSuccess
		? new ThemeIcon('pass', new ThemeColor('testing.iconPassed'))
		: new ThemeIcon('error', new ThemeColor('list.errorForeground'));
}

/** The commands of the menus of the view get the node. */
export function nodeIn(argument: unknown): ConnectionNode | undefined {
	return typeof argument === 'object' && argument !== null && 'kind' in argument && 'connection' in argument
		? (argument as ConnectionNode)
		: undefined;
}
