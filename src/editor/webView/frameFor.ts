import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';
import type { Language } from '../../text';
import type { PageFrame } from './writePage';

/** What a page is made of: paths in the extension. */
export interface PageResources {
	readonly script: string;
	readonly styles: readonly string[];
}

/** What a page may read: scripts and styles of our own. */
export function resourceRoots(extensionUri: Uri): readonly Uri[] {
	return [Uri.joinPath(extensionUri, 'dist'), Uri.joinPath(extensionUri, 'media')];
}

/** Frames a page that runs one script of our own and takes styles of our own, neither inline, and reads nothing else. */
export function frameFor(
	webview: Webview,
	extensionUri: Uri,
	language: Language,
	{ script, styles }: PageResources,
): PageFrame {
	const nonce = randomBytes(18).toString('base64');
	const addressOf = (path: string): string =>
		webview.asWebviewUri(Uri.joinPath(extensionUri, path)).toString();
	return {
		language,
		nonce,
		policy: `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`,
		script: addressOf(script),
		styles: ['media/spoken.css', ...styles].map(addressOf),
	};
}
