import {
	Disposable,
	EventEmitter,
	FileDecoration,
	ThemeColor,
	ThemeIcon,
	TreeItem,
	TreeItemCollapsibleState,
	Uri,
	window,
	workspace,
	type TreeDataProvider,
} from 'vscode';
import { environmentInWords } from '../../ebms/environmentWords';
import type { Translate } from '../../text';
import type { CommandId } from '../commands';
import type { Services } from '../services';
import type { ConfiguredConnection, Unusable } from './configuredConnection';
import type { Connections } from './connections';
import { lastOutcome } from './connectionWords';
import { localTime, shortMoment } from './moment';
import type { PartnerNews } from './partnerNews';
import type { PastPing } from './pastPing';
import type { PingHistory } from './pingHistory';

/** A connection in the view. */
export interface ConnectionNode {
	readonly kind: 'connection';
	readonly connection: ConfiguredConnection | Unusable;
	/** `null` when it cannot be told. */
	readonly endpoint: string | null;
}

/** A Ping in the view. */
export interface PastNode {
	readonly kind: 'past';
	readonly past: PastPing;
}

interface PartnerNode {
	readonly kind: 'partner';
}

type Node =
	| ConnectionNode
	/** Where a connection leads to, in a line of its own: the view may be narrow. */
	| { readonly kind: 'endpoint'; readonly url: string }
	| PastNode
	/** What came in at the partner on this machine. */
	| PartnerNode
	| { readonly kind: 'entry'; readonly entry: PartnerNews['entries'][number] };

/** What the view asks for when it is seen. */
export interface ConnectionTreeSources {
	readonly connections: Connections;
	readonly history: PingHistory;
	readonly endpointOf: (connection: ConfiguredConnection | Unusable) => Promise<string | null>;
	/** `undefined` when it does not run. */
	readonly partner: () => PartnerNews | undefined;
}

/** The view with the connections, what came of their Pings, and what came in at the partner on this machine. */
export interface ConnectionTree {
	/** To be called when the partner starts, stops, answers otherwise or gets something. */
	readonly onPartner: () => void;
	readonly dispose: () => void;
}

export function createConnectionTree(
	{ t, config }: Pick<Services, 't' | 'config'>,
	{ connections, history, endpointOf, partner }: ConnectionTreeSources,
): ConnectionTree {
	const changed = new EventEmitter<Node | undefined>();
	const refresh = (): void => {
		changed.fire(undefined);
	};
	const partnerNode: PartnerNode = { kind: 'partner' };
	let isPartnerShown = false;
	const roots = async (): Promise<readonly Node[]> => {
		isPartnerShown = partner() !== undefined;
		const partnerNodes = isPartnerShown ? [partnerNode] : [];
		return [
			...(await Promise.all(
				connections.all().map(async (connection): Promise<Node> => ({
					kind: 'connection',
					connection,
					endpoint: await endpointOf(connection),
				})),
			)),
			...partnerNodes,
		];
	};
	const provider: TreeDataProvider<Node> = {
		onDidChangeTreeData: changed.event,
		async getChildren(node) {
			switch (node?.kind) {
				case undefined:
					return [...(await roots())];
				case 'connection':
					return [
						...(node.endpoint === null ? [] : [{ kind: 'endpoint', url: node.endpoint } as const]),
						...history.of(node.connection.name).map((past): Node => ({ kind: 'past', past })),
					];
				case 'partner':
					return (partner()?.entries ?? []).map((entry) => ({ kind: 'entry', entry }));
				default:
					return [];
			}
		},
		getTreeItem(node) {
			switch (node.kind) {
				case 'connection':
					return 'complaint' in node.connection
						? unusableItem(node.connection)
						: connectionItem(
								{ connection: node.connection, endpoint: node.endpoint },
								history.of(node.connection.name),
								connections.active()?.name === node.connection.name,
								t,
							);
				case 'endpoint':
					return endpointItem(node.url, t);
				case 'past':
					return pastItem(node.past, history.before(node.past) !== undefined, t);
				case 'partner':
					return partnerItem(partner(), t);
				case 'entry':
					return entryItem(node.entry);
			}
		},
	};
	const owned = Disposable.from(
		changed,
		window.registerFileDecorationProvider({
			provideFileDecoration: ({ scheme, fragment }) =>
				scheme === decorated && fragment === 'production'
					? new FileDecoration(
							'P',
							environmentInWords('production', t).label,
							new ThemeColor('list.warningForeground'),
						)
					: undefined,
		}),
		window.createTreeView('lopendeZaken.connections', { treeDataProvider: provider, showCollapseAll: true }),
		history.onDidChange(refresh),
		connections.onDidChange(refresh),
		config.onDidChange(['language'], refresh),
		workspace.onDidGrantWorkspaceTrust(refresh),
	);
	return {
		// What is in the rest of the view stays where it is, as somebody may be opening it.
		onPartner() {
			const isShown = partner() !== undefined;
			changed.fire(isShown && isPartnerShown ? partnerNode : undefined);
		},
		dispose() {
			owned.dispose();
		},
	};
}

/** The scheme of the addresses by which VS Code asks how a connection is to look. */
const decorated = 'lopende-zaken-connection';

const failed = new ThemeIcon('error', new ThemeColor('list.errorForeground'));

function unusableItem({ name, complaint }: Unusable): TreeItem {
	const item = new TreeItem(name, TreeItemCollapsibleState.None);
	item.id = name;
	item.description = complaint;
	item.tooltip = complaint;
	item.iconPath = failed;
	item.accessibilityInformation = { label: `${name}: ${complaint}` };
	return item;
}

function connectionItem(
	{ connection, endpoint }: { readonly connection: ConfiguredConnection; readonly endpoint: string | null },
	pings: readonly PastPing[],
	isActive: boolean,
	t: Translate,
): TreeItem {
	const { name, environment, source } = connection;
	const [last] = pings;
	const item = new TreeItem(
		name,
		last === undefined && endpoint === null
			? TreeItemCollapsibleState.None
			: TreeItemCollapsibleState.Collapsed,
	);
	item.id = name;
	item.resourceUri = Uri.from({ scheme: decorated, path: `/${name}`, fragment: environment });
	const isProduction = environment === 'production';
	const { label } = environmentInWords(environment, t);
	const outcome = lastOutcome(last, t);
	const url = endpoint ?? t('endpoint unknown');
	item.description = [label, url.replace(/^https:\/\//, ''), outcome].join(' · ');
	item.tooltip = [
		isActive ? t('{0} (active)', name) : name,
		label,
		url,
		last === undefined ? outcome : `${last.summary} (${localTime(new Date(last.at))})`,
	].join('\n');
	item.iconPath =
		last !== undefined
			? iconOf(last)
			: new ThemeIcon(
					isProduction ? 'warning' : 'plug',
					isProduction ? new ThemeColor('list.warningForeground') : undefined,
				);
	item.contextValue = [
		'connection',
		...(source.kind === 'cpa' ? ['cpa'] : []),
		...(endpoint?.trim().toLowerCase().startsWith('https:') === true ? ['tls'] : []),
		...(pings.length > 0 ? ['history'] : []),
		...(pings.length > 1 ? ['compare'] : []),
		...(isActive ? ['active'] : ['idle']),
	].join(' ');
	item.accessibilityInformation = {
		label: [isActive ? t('{0} (active)', name) : name, label, url, outcome].join(', '),
	};
	return item;
}

function endpointItem(url: string, t: Translate): TreeItem {
	const item = new TreeItem(url);
	item.tooltip = t('Endpoint of the other party');
	item.iconPath = new ThemeIcon('globe');
	item.accessibilityInformation = { label: `${t('Endpoint of the other party')}: ${url}` };
	return item;
}

function pastItem(past: PastPing, canCompare: boolean, t: Translate): TreeItem {
	const at = new Date(past.at);
	const when = localTime(at);
	const item = new TreeItem(`${shortMoment(at)}  ${past.outcome}`);
	item.id = `${past.connection} ${past.at}`;
	item.description = `${past.duration.toFixed(0)} ms · ${past.summary}`;
	item.tooltip = `${past.summary}\n${past.outcome}, ${when}`;
	item.iconPath = iconOf(past);
	item.contextValue = canCompare ? 'past compare' : 'past';
	item.command = {
		title: t('Open this Ping'),
		command: 'lopendeZaken.openPing' satisfies CommandId,
		arguments: [{ kind: 'past', past } satisfies PastNode],
	};
	item.accessibilityInformation = { label: `${when}: ${past.summary}` };
	return item;
}

/** @param news `undefined` when it has just stopped: then the view is about to be filled anew. */
function partnerItem(news: PartnerNews | undefined, t: Translate): TreeItem {
	const { label, isFaulty, entries } = news ?? { label: '', isFaulty: false, entries: [] };
	const item = new TreeItem(
		t('Came in at the local ebMS partner'),
		entries.length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed,
	);
	item.id = 'partner ';
	item.description = [label, String(entries.length)].join(' · ');
	item.iconPath = new ThemeIcon('inbox', isFaulty ? new ThemeColor('list.warningForeground') : undefined);
	item.tooltip = t('What others sent to the partner in this window, the last first.');
	item.contextValue = 'partner';
	return item;
}

function entryItem({ time, what, outcome, isRefused }: PartnerNews['entries'][number]): TreeItem {
	const item = new TreeItem(what);
	item.description = outcome === '' ? time : `${time} · ${outcome}`;
	item.tooltip = `${time}  ${what}\n${outcome}`;
	item.iconPath = isRefused ? failed : new ThemeIcon('mail');
	item.accessibilityInformation = { label: [time, what, outcome].filter((part) => part !== '').join(', ') };
	return item;
}

function iconOf({ isSuccess, outcome }: PastPing): ThemeIcon {
	if (outcome === 'cancelled') {
		return new ThemeIcon('circle-slash');
	}
	return isSuccess ? new ThemeIcon('pass', new ThemeColor('testing.iconPassed')) : failed;
}

/** The commands of the menus of the view get the node. */
export function connectionIn(argument: unknown): ConnectionNode | undefined {
	return typeof argument === 'object' && argument !== null && 'kind' in argument && 'connection' in argument
		? (argument as ConnectionNode)
		: undefined;
}

/** The Ping that a node, a link or a piece of evidence names. */
export function pingIn(argument: unknown): Pick<PastPing, 'connection' | 'at'> | undefined {
	if (typeof argument !== 'object' || argument === null) {
		return undefined;
	}
	const named: unknown = 'past' in argument ? argument.past : argument;
	return typeof named === 'object' &&
		named !== null &&
		'connection' in named &&
		typeof named.connection === 'string' &&
		'at' in named &&
		typeof named.at === 'string'
		? { connection: named.connection, at: named.at }
		: undefined;
}
