import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { commands, env, Uri, ViewColumn, window, workspace, type WebviewPanel } from 'vscode';
import { curlCommand } from '../../ebms/ping/curlCommand';
import { savePing } from '../../ebms/ping/savePing';
import { explanationAddress } from '../explanationPage';
import type { Services } from '../services';
import type { Connection } from './connection';
import type { PingDocuments } from './pingDocuments';
import { curlSourcesOf, type SentPing } from './sentPing';
import { pingActions, writePingPage, type PingAction } from './writePingPage';

/** The view beside the editor with the last Ping. There is one, which the next Ping fills again. */
export interface PingView {
	readonly show: (sent: SentPing) => void;
	readonly dispose: () => void;
}

/**
 * @param sendAgain Sends another Ping over the same connection, as if it had been chosen anew.
 */
export function createPingView(
	{ t, config, faults }: Services,
	extensionUri: Uri,
	documents: PingDocuments,
	sendAgain: (connection: Connection) => Promise<unknown>,
): PingView {
	let panel: WebviewPanel | undefined;
	let shown: SentPing | undefined;

	async function act(action: PingAction, sent: SentPing): Promise<void> {
		const { request } = sent.result;
		switch (action) {
			case 'again':
				await sendAgain(sent.connection);
				break;
			case 'open':
				await documents.open(sent);
				break;
			case 'curl':
				if (request !== null) {
					await env.clipboard.writeText(curlCommand(request, curlSourcesOf(sent)));
					await panel?.webview.postMessage(t('Copied: {0}', 'curl'));
				}
				break;
			case 'save':
				await save(sent);
		}
	}

	async function save(sent: SentPing): Promise<void> {
		const [folder] =
			(await window.showOpenDialog({
				title: t('Folder to write request, response and report to; no secrets.'),
				openLabel: t('Save here'),
				canSelectFiles: false,
				canSelectFolders: true,
				...startFolder(sent.connection),
			})) ?? [];
		if (folder !== undefined) {
			await panel?.webview.postMessage(saveIn(folder.fsPath, sent));
		}
	}

	/** @returns What became of it, in a sentence. */
	function saveIn(folder: string, sent: SentPing): string {
		try {
			savePing(folder, sent.result, sent.report, curlSourcesOf(sent));
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
		show(sent) {
			shown = sent;
			if (panel === undefined) {
				panel = open();
			} else {
				panel.reveal(undefined, false);
			}
			const { webview } = panel;
			const nonce = randomBytes(18).toString('base64');
			const resource = (name: string): string =>
				webview.asWebviewUri(Uri.joinPath(extensionUri, 'media', 'ping', name)).toString();
			panel.title = t('Ping: {0}', sent.connection.name);
			webview.html = writePingPage(
				sent,
				{
					language: config.language(),
					nonce,
					policy: `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`,
					script: resource('view.js'),
					style: resource('view.css'),
				},
				t,
			);
		},
		dispose() {
			panel?.dispose();
		},
	};
}

function startFolder({ source }: Connection): { readonly defaultUri?: Uri } {
	const folder =
		source.kind === 'cpa' ? Uri.file(dirname(source.file)) : workspace.workspaceFolders?.[0]?.uri;
	return folder === undefined ? {} : { defaultUri: folder };
}
