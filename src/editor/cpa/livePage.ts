import { basename } from 'node:path';
import { Disposable, RelativePattern, Uri, workspace, type WebviewPanel } from 'vscode';
import type { Services } from '../services';
import { frameFor, resourceRoots } from '../webView/frameFor';
import { html, type Html } from '../webView/html';
import { writePage } from '../webView/writePage';

/** What a page shows at a moment. */
export interface LiveContent {
	readonly title: string;
	readonly body: Html;
}

/** A page of our own that shows documents, and follows them. */
export interface LivePageOptions {
	/** The documents: a change of one writes the page again. */
	readonly sources: readonly Uri[];
	/** Kept with the page, so that it can be shown again when VS Code starts. */
	readonly state: object;
	/** Writes the page as it is now. May hand over a first form of it that lacks what takes longer. */
	readonly write: (showFirst: (content: LiveContent) => void) => Promise<LiveContent>;
	/** What the buttons of the page do, by their `data-action`. */
	readonly actions: Readonly<Record<string, (request: PageRequest) => unknown>>;
}

/** The `data-` attributes of a button that was pressed. */
export type PageRequest = Readonly<
	Partial<Record<'action' | 'place' | 'side' | 'code' | 'as' | 'sha256', string>>
>;

/** Milliseconds without a change after which the page follows one. */
const rest = 300;

/**
 * Fills a panel with a page, and keeps it up to date until it is closed. The page has a script of our own and nothing inline; what it
 * shows comes as messages, so that focus and place survive a change.
 */
export function showLivePage(
	panel: WebviewPanel,
	{ sources, state, write, actions }: LivePageOptions,
	{ config, faults, results, t }: Services,
	extensionUri: Uri,
): void {
	let timer: NodeJS.Timeout | undefined;
	/** Counts the changes, so that one that was overtaken is not shown. */
	let newest = 0;

	/** @param isUpdate The page shows something already: then a form that lacks a part would only be a step back. */
	const show = async (isUpdate: boolean): Promise<void> => {
		const turn = ++newest;
		const post = ({ title, body }: LiveContent): void => {
			if (turn === newest) {
				panel.title = title;
				const said = isUpdate ? t('The page is up to date again.') : '';
				void panel.webview.postMessage({ body: body.html, said });
			}
		};
		post(await write(isUpdate ? () => undefined : post));
	};

	const refreshSoon = (): void => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			faults.watch(show(true));
		}, rest);
	};
	const isSource = (uri: Uri | undefined): boolean =>
		uri === undefined || sources.some((source) => source.toString() === uri.toString());

	panel.iconPath = Uri.joinPath(extensionUri, 'media', 'icon.svg');
	panel.webview.options = { enableScripts: true, localResourceRoots: resourceRoots(extensionUri) };
	const subscriptions = Disposable.from(
		...sources.map((source) => watchFile(source, refreshSoon)),
		workspace.onDidChangeTextDocument(({ document }) => {
			if (isSource(document.uri)) {
				refreshSoon();
			}
		}),
		results.onDidChange((uri) => {
			if (isSource(uri)) {
				refreshSoon();
			}
		}),
		config.onDidChange(['language', 'validation.maxFindings'], refreshSoon),
		workspace.onDidGrantWorkspaceTrust(refreshSoon),
		panel.webview.onDidReceiveMessage((request: PageRequest) => {
			// A page that was hidden begins anew.
			if (request.action === 'ready') {
				faults.watch(show(false));
			} else {
				faults.watch(Promise.resolve(actions[request.action ?? '']?.(request)));
			}
		}),
	);
	panel.onDidDispose(() => {
		newest++;
		clearTimeout(timer);
		subscriptions.dispose();
	});
	panel.webview.html = writePage(
		panel.title,
		html`<main id="view" data-state="${JSON.stringify(state)}"></main>
			<p id="said" class="spoken-only" role="status"></p>`,
		frameFor(panel.webview, extensionUri, config.language(), {
			script: 'media/cpa/view.js',
			styles: ['media/page.css', 'media/cpa/view.css'],
		}),
	);
}

function watchFile(file: Uri, onChange: () => void): Disposable {
	if (file.scheme !== 'file') {
		return new Disposable(() => undefined);
	}
	const name = basename(file.path).replace(/[[\]{}*?]/g, '[$&]');
	const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(file, '..'), name));
	return Disposable.from(
		watcher,
		watcher.onDidChange(onChange),
		watcher.onDidCreate(onChange),
		watcher.onDidDelete(onChange),
	);
}
