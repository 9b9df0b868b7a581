import { commands, Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import { explanationAddress } from '../../explanationAddress';
import type { Services } from '../../services';
import { frameFor, resourceRoots } from '../../webView/frameFor';
import type { PageFrame } from '../../webView/writePage';

/** A view beside the editor with a request and what came of it. There is one, which the next fills again. */
export interface RequestPanel {
	/** Begins the view when it is not there, and writes the page anew. */
	readonly show: (title: string, write: (frame: PageFrame) => string) => void;
	/** Says something in the page, aloud too. */
	readonly say: (sentence: string) => Promise<void>;
	readonly dispose: () => void;
}

/** @param onAction Told which button was pressed. */
export function createRequestPanel(
	{ config, faults }: Pick<Services, 'config' | 'faults'>,
	extensionUri: Uri,
	viewType: string,
	onAction: (action: string) => Promise<void>,
): RequestPanel {
	let panel: WebviewPanel | undefined;

	function open(title: string): WebviewPanel {
		const opened = window.createWebviewPanel(
			viewType,
			title,
			{ viewColumn: ViewColumn.Beside, preserveFocus: false },
			{ enableScripts: true, localResourceRoots: resourceRoots(extensionUri) },
		);
		opened.iconPath = Uri.joinPath(extensionUri, 'media', 'icon.svg');
		opened.webview.onDidReceiveMessage((message: unknown) => {
			const { action, code } = message as { readonly action?: string; readonly code?: string };
			if (action !== undefined) {
				faults.watch(onAction(action));
			} else if (code !== undefined) {
				faults.watch(commands.executeCommand('vscode.open', explanationAddress(code)));
			}
		});
		opened.onDidDispose(() => {
			panel = undefined;
		});
		return opened;
	}

	return {
		show(title, write) {
			if (panel === undefined) {
				panel = open(title);
			} else {
				panel.reveal(undefined, false);
			}
			const { webview } = panel;
			panel.title = title;
			webview.html = write(
				frameFor(webview, extensionUri, config.language(), {
					script: 'media/ping/view.js',
					styles: ['media/page.css', 'media/ping/view.css'],
				}),
			);
		},
		async say(sentence) {
			await panel?.webview.postMessage(sentence);
		},
		dispose() {
			panel?.dispose();
		},
	};
}
