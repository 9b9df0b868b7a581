import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';
import type { Language } from '../../text';

/** Where the web view may read: its script and its style, nothing else. */
export function pageRoots(extensionUri: Uri): readonly Uri[] {
	return [Uri.joinPath(extensionUri, 'dist'), Uri.joinPath(extensionUri, 'media', 'certificates')];
}

/** The page of the web view: empty places that its script fills. Neither inline script nor inline style is allowed. */
export function writePage(webview: Webview, extensionUri: Uri, language: Language, title: string): string {
	const nonce = randomBytes(18).toString('base64');
	const script = webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'certificateView.js'));
	const style = webview.asWebviewUri(Uri.joinPath(extensionUri, 'media', 'certificates', 'view.css'));
	const policy = ["default-src 'none'", `style-src ${webview.cspSource}`, `script-src 'nonce-${nonce}'`].join(
		'; ',
	);
	return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${style.toString()}">
</head>
<body>
<p id="busy" role="status"></p>
<main id="view"></main>
<p id="spoken" role="status"></p>
<script nonce="${nonce}" src="${script.toString()}"></script>
</body>
</html>`;
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
