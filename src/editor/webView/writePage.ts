import type { Language } from '../../text';
import { html, type Html } from './html';

/** Where a page gets its script and its styles, and the rest of what it needs of a web view. */
export interface PageFrame {
	readonly language: Language;
	/** Of the script: nothing else runs. */
	readonly nonce: string;
	/** The Content-Security-Policy. */
	readonly policy: string;
	readonly script: string;
	readonly styles: readonly string[];
}

/** A whole page, as the web view takes it. */
export function writePage(title: string, body: Html, frame: PageFrame): string {
	return html`<!DOCTYPE html>
		<html lang="${frame.language}">
			<head>
				<meta charset="utf-8" />
				<meta http-equiv="Content-Security-Policy" content="${frame.policy}" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>${title}</title>
				${frame.styles.map((style) => html`<link rel="stylesheet" href="${style}" />`)}
			</head>
			<body>
				${body}
				<script nonce="${frame.nonce}" src="${frame.script}"></script>
			</body>
		</html>`.html;
}
