import { randomBytes } from 'node:crypto';
import { commands, env, Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import { messagesIn, type PingRecord } from '../../ebms/ping/pingRecord';
import { savePing } from '../../ebms/ping/savePing';
import { explanationAddress } from '../explanationPage';
import type { Services } from '../services';
import type { ShownPing } from './sentPing';
import { pingActions, writePingPage, type PingAction } from './writePingPage';

/** The view beside the editor with a Ping. There is one, which the next Ping fills again. */
export interface PingView {
	readonly show: (shown: ShownPing) => void;
	readonly dispose: () => void;
}

/** What the view has done by others. */
export interface PingViewActions {
	/** Sends another Ping over the connection of this name. */
	readonly again: (connection: string) => Promise<unknown>;
	/** Shows request and response as documents. */
	readonly open: (record: PingRecord) => Promise<void>;
	readonly compare: (record: PingRecord) => Promise<unknown>;
	/** Whether there is an earlier Ping to compare with. */
	readonly canCompare: (record: PingRecord) => boolean;
	/** The folder to begin with when it is saved. */
	readonly saveFolder: (connection: string) => Uri | undefined;
}

export function createPingView(
	{ t, config, faults }: Services,
	extensionUri: Uri,
	actions: PingViewActions,
): PingView {
	let panel: WebviewPanel | undefined;
	let shown: ShownPing | undefined;

	async function act(action: PingAction, ping: ShownPing): Promise<void> {
		const { record } = ping;
		switch (action) {
			case 'again':
				await actions.again(record.connection);
				break;
			case 'open':
				await actions.open(record);
				break;
			case 'compare':
				await actions.compare(record);
				break;
			case 'curl':
				await env.clipboard.writeText(record.curl ?? '');
				await panel?.webview.postMessage(t('Copied: {0}', 'curl'));
				break;
			case 'save':
				await save(ping);
		}
	}

	async function save(ping: ShownPing): Promise<void> {
		const start = actions.saveFolder(ping.record.connection);
		const [folder] =
			(await window.showOpenDialog({
				title: t('Folder to write request, response and report to; no secrets.'),
				openLabel: t('Save here'),
				canSelectFiles: false,
				canSelectFolders: true,
				...(start === undefined ? {} : { defaultUri: start }),
			})) ?? [];
		if (folder !== undefined) {
			await panel?.webview.postMessage(saveIn(folder.fsPath, ping));
		}
	}

	/** @returns What became of it, in a sentence. */
	function saveIn(folder: string, { record, result }: ShownPing): string {
		try {
			savePing(folder, result ?? messagesIn(record), record.report, record.curl);
			return t('Saved in {0}', folder);
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			return t('The folder {0} cannot be written: {1}.', folder, reason);
		}
	}

	function open(): WebviewPanel {
		const roots = [Uri.joinPath(extensionUri, 'media', 'ping')];
		const opened = window.createWebviewPanel(
			'lopendeZaken.ping',
			t('Ping'),
			{ viewColumn: ViewColumn.Beside, preserveFocus: false },
			{ enableScripts: true, localResourceRoots: roots },
		);
		opened.iconPath = Uri.joinPath(extensionUri, 'media', 'icon.svg');
		opened.webview.onDidReceiveMessage((message: unknown) => {
			const { action, code } = message as { readonly action?: string; readonly code?: string };
			const known = pingActions.find((one) => one === action);
			if (known !== undefined && shown !== undefined) {
				faults.watch(act(known, shown));
			} else if (code !== undefined) {
				faults.watch(commands.executeCommand('vscode.open', explanationAddress(code)));
			}
		});
		opened.onDidDispose(() => {
			panel = undefined;
			shown = undefined;
		});
		return opened;
	}

	return {
		show(ping) {
			const { record } = ping;
			shown = ping;
			if (panel === undefined) {
				panel = open();
			} else {
				panel.reveal(undefined, false);
			}
			const { webview } = panel;
			const nonce = randomBytes(18).toString('base64');
			const resource = (name: string): string =>
				webview.asWebviewUri(Uri.joinPath(extensionUri, 'media', 'ping', name)).toString();
			panel.title = t('Ping: {0}', record.connection);
			webview.html = writePingPage(
				record,
				{
					language: config.language(),
					nonce,
					policy: `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`,
					script: resource('view.js'),
					style: resource('view.css'),
					canCompare: actions.canCompare(record),
				},
				t,
			);
		},
		dispose() {
			panel?.dispose();
		},
	};
}
