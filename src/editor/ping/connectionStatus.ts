import { Disposable, StatusBarAlignment, ThemeColor, window, workspace } from 'vscode';
import { environmentInWords } from '../../ebms/environmentWords';
import type { CommandId } from '../commands';
import type { Services } from '../services';
import type { Connections } from './connections';
import { lastOutcome } from './connectionWords';
import type { PingHistory } from './pingHistory';

/**
 * The active connection in the status bar; production in the colour of errors. Without connections it only shows beside a document of ours, to
 * make one.
 */
export function createConnectionStatus(
	{ t, config, results }: Pick<Services, 't' | 'config' | 'results'>,
	connections: Connections,
	history: PingHistory,
): Disposable {
	const item = window.createStatusBarItem('lopendeZaken.connection', StatusBarAlignment.Left, -1);
	item.command = 'lopendeZaken.chooseConnection' satisfies CommandId;

	function isOursOpen(): boolean {
		const document = window.activeTextEditor?.document;
		const kind = document && results.get(document.uri)?.report.kind;
		return kind !== undefined && kind !== 'unknown';
	}

	function show(): void {
		item.name = t('ebMS connection');
		const active = connections.active();
		if (!workspace.isTrusted || (active === undefined && !isOursOpen())) {
			item.hide();
			return;
		}
		if (active === undefined) {
			item.text = `$(plug) ${t('No ebMS connection')}`;
			item.tooltip = t('Make a connection, or practise with a partner on this computer.');
			item.accessibilityInformation = { label: t('No ebMS connection') };
			item.backgroundColor = undefined;
			item.color = undefined;
		} else {
			const { name, environment } = active;
			const isProduction = environment === 'production';
			const { label } = environmentInWords(environment, t);
			const last = lastOutcome(history.of(name)[0], t);
			item.text = isProduction ? `$(warning) ${label}: ${name}` : `$(plug) ${name} (${label})`;
			item.tooltip = `${t('Active ebMS connection: {0}, {1}.', name, label)}\n${last}\n${t('Click to send a Ping or to choose another.')}`;
			item.accessibilityInformation = {
				label: `${t('Active ebMS connection: {0}, {1}.', name, label)} ${last}`,
			};
			item.backgroundColor = isProduction ? new ThemeColor('statusBarItem.errorBackground') : undefined;
			item.color = isProduction ? new ThemeColor('statusBarItem.errorForeground') : undefined;
		}
		item.show();
	}

	show();
	return Disposable.from(
		item,
		connections.onDidChange(show),
		history.onDidChange(show),
		results.onDidChange(show),
		config.onDidChange(['language'], show),
		window.onDidChangeActiveTextEditor(show),
		workspace.onDidGrantWorkspaceTrust(show),
	);
}
