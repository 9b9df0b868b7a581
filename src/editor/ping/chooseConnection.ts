import { basename } from 'node:path';
import { QuickPickItemKind, window, workspace, type QuickPickItem } from 'vscode';
import { environmentInWords } from '../../ebms/environmentWords';
import type { Translate } from '../../text';
import type { Connection, Unusable } from './connection';
import { findCpaFiles, type CpaFile } from './cpaFiles';

/** What the user wants to send over. */
export type ChosenConnection =
	| { readonly kind: 'connection'; readonly connection: Connection }
	| { readonly kind: 'unusable'; readonly unusable: Unusable }
	/** A CPA that no connection is made of yet. */
	| { readonly kind: 'cpa'; readonly file: CpaFile }
	| { readonly kind: 'new' };

interface Item extends QuickPickItem {
	readonly chosen?: ChosenConnection;
}

/** Asks over which connection, or by which CPA of the workspace. */
export async function chooseConnection(
	connections: readonly (Connection | Unusable)[],
	t: Translate,
): Promise<ChosenConnection | undefined> {
	const items = findCpaFiles().then((files): readonly Item[] => [
		...connections.map((connection) => connectionItem(connection, t)),
		...cpaItems(files, connections, t),
		{ label: '', kind: QuickPickItemKind.Separator },
		{
			label: `$(add) ${t('New connection…')}`,
			detail: t('From a CPA, with your certificate. It is kept in the settings.'),
			chosen: { kind: 'new' },
		},
	]);
	const item = await window.showQuickPick(items, {
		title: t('Send an ebMS Ping'),
		placeHolder: t('Over which connection?'),
		matchOnDescription: true,
		matchOnDetail: true,
	});
	return item?.chosen;
}

function connectionItem(connection: Connection | Unusable, t: Translate): Item {
	if ('complaint' in connection) {
		return {
			label: `$(error) ${connection.name}`,
			detail: connection.complaint,
			chosen: { kind: 'unusable', unusable: connection },
		};
	}
	const { name, environment, source } = connection;
	return {
		label: `${environment === 'production' ? '$(warning)' : '$(plug)'} ${name}`,
		description: environmentInWords(environment, t).label,
		detail: source.kind === 'cpa' ? workspace.asRelativePath(source.file) : source.url,
		chosen: { kind: 'connection', connection },
	};
}

function cpaItems(
	files: readonly CpaFile[],
	connections: readonly (Connection | Unusable)[],
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
					label: `$(file-code) ${basename(file.path)}`,
					description: file.cpa.cpaId?.value ?? '',
					detail: workspace.asRelativePath(file.path),
					chosen: { kind: 'cpa', file },
				})),
			];
}
