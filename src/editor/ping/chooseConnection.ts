import { basename } from 'node:path';
import { QuickPickItemKind, ThemeIcon, window, workspace, type QuickPickItem } from 'vscode';
import type { ConnectionEnvironment } from '../../ebms/connection';
import { environmentInWords } from '../../ebms/environmentWords';
import type { Translate } from '../../text';
import type { ConfiguredConnection, Unusable } from './configuredConnection';
import type { Connections } from './connections';
import { findCpaFiles, type CpaFile } from './cpaFiles';

/** What the user wants to send over. */
export type ChosenConnection =
	| { readonly kind: 'connection'; readonly connection: ConfiguredConnection }
	| { readonly kind: 'unusable'; readonly unusable: Unusable }
	/** A CPA that no connection is made of yet. */
	| { readonly kind: 'cpa'; readonly file: CpaFile }
	| { readonly kind: 'new' };

interface Item extends QuickPickItem {
	readonly chosen?: ChosenConnection;
}

/**
 * Asks over which connection, or by which CPA of the workspace; the active one comes first.
 *
 * @param environment Only its connections; nothing is asked when there is one.
 */
export async function chooseConnection(
	connections: Pick<Connections, 'all' | 'active'>,
	t: Translate,
	environment?: ConnectionEnvironment,
): Promise<ChosenConnection | undefined> {
	const all = connections.all();
	const meant = all.filter((one) => environment === undefined || isOf(one, environment));
	const [only] = meant;
	if (environment !== undefined && only !== undefined && meant.length === 1) {
		return chosenFor(only);
	}
	const active = connections.active()?.name;
	const items = findCpaFiles().then((files): readonly Item[] => [
		...connectionItems(meant, active, t),
		...cpaItems(files, all, t),
		{ label: '', kind: QuickPickItemKind.Separator },
		newItem(t),
	]);
	const item = await window.showQuickPick(items, {
		title: t('Send an ebMS Ping'),
		placeHolder: questionFor(environment, meant, t),
		matchOnDescription: true,
		matchOnDetail: true,
	});
	return item?.chosen;
}

function isOf(one: ConfiguredConnection | Unusable, environment: ConnectionEnvironment): boolean {
	return 'environment' in one && one.environment === environment;
}

function questionFor(
	environment: ConnectionEnvironment | undefined,
	meant: readonly unknown[],
	t: Translate,
): string {
	return environment === undefined || meant.length > 0
		? t('Over which connection?')
		: t('There is no connection yet with this environment: {0}', environmentInWords(environment, t).label);
}

/** What the status bar offers: a Ping over the active connection, another connection, a new one, or the partner to practise with. */
export type StatusChoice =
	| { readonly kind: 'ping'; readonly name: string }
	| { readonly kind: 'activate'; readonly name: string }
	| { readonly kind: 'new' }
	| { readonly kind: 'partner' };

export async function chooseInStatusBar(
	connections: Pick<Connections, 'all' | 'active'>,
	t: Translate,
): Promise<StatusChoice | undefined> {
	const active = connections.active();
	const others = connections
		.all()
		.filter((one): one is ConfiguredConnection => 'source' in one && one.name !== active?.name);
	const items: readonly (QuickPickItem & { readonly choice?: StatusChoice })[] = [
		...(active === undefined
			? []
			: [
					{
						label: t('Send a Ping over {0}', active.name),
						iconPath: new ThemeIcon('radio-tower'),
						description: environmentInWords(active.environment, t).label,
						choice: { kind: 'ping', name: active.name } as const,
					},
				]),
		...(others.length === 0
			? []
			: [
					{ label: t('Make another the active one'), kind: QuickPickItemKind.Separator },
					...others.map((one) => ({
						...plainItem(one, t),
						choice: { kind: 'activate', name: one.name } as const,
					})),
				]),
		{ label: '', kind: QuickPickItemKind.Separator },
		{ ...newItem(t), choice: { kind: 'new' } },
		...(active === undefined
			? [
					{
						label: t('Start the local ebMS partner'),
						iconPath: new ThemeIcon('play'),
						detail: t('A partner on this computer, to practise with. It proves nothing about MijnOverheid.'),
						choice: { kind: 'partner' } as const,
					},
				]
			: []),
	];
	const item = await window.showQuickPick(items, { title: t('ebMS connection'), matchOnDetail: true });
	return item?.choice;
}

function newItem(t: Translate): Item {
	return {
		label: t('New connection…'),
		iconPath: new ThemeIcon('add'),
		detail: t('From a CPA, with your certificate. It is kept in the settings.'),
		chosen: { kind: 'new' },
	};
}

function connectionItems(
	all: readonly (ConfiguredConnection | Unusable)[],
	active: string | undefined,
	t: Translate,
): readonly Item[] {
	const first = all.filter(({ name }) => name === active);
	return [...first, ...all.filter(({ name }) => name !== active)].map((one) =>
		'complaint' in one
			? {
					label: one.name,
					iconPath: new ThemeIcon('error'),
					detail: one.complaint,
					chosen: chosenFor(one),
				}
			: {
					...plainItem(one, t, one.name === active),
					chosen: chosenFor(one),
				},
	);
}

function chosenFor(one: ConfiguredConnection | Unusable): ChosenConnection {
	return 'complaint' in one ? { kind: 'unusable', unusable: one } : { kind: 'connection', connection: one };
}

function plainItem(
	{ name, environment, source }: ConfiguredConnection,
	t: Translate,
	isActive = false,
): QuickPickItem {
	const { label } = environmentInWords(environment, t);
	return {
		label: name,
		// No part of the label: a screen reader would say the name of the icon.
		iconPath: new ThemeIcon(environment === 'production' ? 'warning' : 'plug'),
		description: isActive ? `${label} · ${t('active')}` : label,
		detail: source.kind === 'cpa' ? workspace.asRelativePath(source.file) : source.url,
	};
}

function cpaItems(
	files: readonly CpaFile[],
	connections: readonly (ConfiguredConnection | Unusable)[],
	t: Translate,
): readonly Item[] {
	const known = new Set(
		connections.flatMap((one) => ('source' in one && one.source.kind === 'cpa' ? [one.source.file] : [])),
	);
	const others = files.filter(({ path }) => !known.has(path));
	return others.length === 0
		? []
		: [
				{ label: t('CPAs in this workspace'), kind: QuickPickItemKind.Separator },
				...others.map((file): Item => ({
					label: basename(file.path),
					iconPath: new ThemeIcon('file-code'),
					description: file.cpa.cpaId?.value ?? '',
					detail: workspace.asRelativePath(file.path),
					chosen: { kind: 'cpa', file },
				})),
			];
}
