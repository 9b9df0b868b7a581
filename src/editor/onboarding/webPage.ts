import { randomBytes } from 'node:crypto';
import { Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import type { Onboarding } from './onboarding';

/**
 * A page of our own in a web view: HTML in the colours of the theme, without anything from elsewhere. Its only script keeps open what is
 * open when the page is written anew.
 */
export interface WebPage {
	readonly panel: WebviewPanel;
	/** Writes the page anew, unless it is the same. @param body HTML whose texts are {@link escaped}. */
	readonly show: (title: string, body: string) => void;
}

/**
 * Opens an empty page.
 *
 * @param icon The name of a picture in `media/onboarding`.
 * @param commandIds The only commands that links of the page may run.
 */
export function openWebPage(
	type: string,
	title: string,
	icon: string,
	{ language, extensionUri }: Pick<Onboarding, 'language' | 'extensionUri'>,
	commandIds: readonly string[],
): WebPage {
	const media = Uri.joinPath(extensionUri, 'media', 'onboarding');
	const panel = window.createWebviewPanel(type, title, ViewColumn.Active, {
		enableScripts: true,
		enableCommandUris: commandIds,
		enableFindWidget: true,
		localResourceRoots: [media],
	});
	panel.iconPath = Uri.joinPath(media, icon);
	const script = panel.webview.asWebviewUri(Uri.joinPath(media, 'page.js')).toString();
	let shown = '';
	return {
		panel,
		show(newTitle, body) {
			const content = [language(), newTitle, body].join('\n');
			if (content === shown) {
				return;
			}
			shown = content;
			const nonce = randomBytes(16).toString('base64');
			panel.title = newTitle;
			panel.webview.html = `<!DOCTYPE html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}';">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(newTitle)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>${body.replaceAll('<style>', `<style nonce="${nonce}">`)}
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>`;
		},
	};
}

/** Text as HTML. */
export function escaped(text: string): string {
	const references: Readonly<Record<string, string>> = {
		'&': '&amp;',
		'<': '&lt;',
		'>': '&gt;',
		'"': '&quot;',
		"'": '&#39;',
	};
	return text.replace(/[&<>"']/g, (character) => references[character] ?? character);
}

/** A link that runs a command, in the form of a button. */
export function commandButton(
	command: string,
	argument: Readonly<Record<string, string | number | undefined>>,
	label: string,
	kind: 'primary' | 'secondary' = 'secondary',
): string {
	return `<a class="button ${kind}" href="${escaped(commandAddress(command, argument))}">${escaped(label)}</a>`;
}

export function commandAddress(
	command: string,
	argument: Readonly<Record<string, string | number | undefined>>,
): string {
	return `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
}

const style = `
body { padding: 0 2rem 3rem; color: var(--vscode-foreground); font: var(--vscode-font-weight) var(--vscode-font-size)/1.55 var(--vscode-font-family); }
main { max-width: 52rem; }
h1 { font-size: 1.7em; font-weight: 600; line-height: 1.25; margin: 1.4rem 0 .3rem; }
h2 { font-size: 1.15em; font-weight: 600; margin: 1.8rem 0 .4rem; }
p { margin: .5rem 0; }
ul, ol { margin: .4rem 0; padding-left: 1.4rem; }
li { margin: .25rem 0; }
a { color: var(--vscode-textLink-foreground); }
a:hover { color: var(--vscode-textLink-activeForeground); }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
.faint { color: var(--vscode-descriptionForeground); }
.lead { font-size: 1.08em; margin: .6rem 0 1rem; }
.state { display: inline-block; border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentColor)); border-radius: 1em; padding: .05em .75em; margin: .3rem 0; }
.state::before { content: "●"; margin-right: .5em; color: var(--vscode-descriptionForeground); }
.state.done::before { color: var(--vscode-charts-green); }
.state.ready::before { color: var(--vscode-charts-blue); }
.state.waiting::before { color: var(--vscode-charts-yellow); }
.actions { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0; }
.button { padding: .3rem .8rem; border-radius: 2px; text-decoration: none; border: 1px solid var(--vscode-button-border, transparent); }
.button.primary { background: var(--vscode-button-background); color: var(--vscode-button-foreground); }
.button.primary:hover { background: var(--vscode-button-hoverBackground); color: var(--vscode-button-foreground); }
.button.secondary { background: var(--vscode-button-secondaryBackground); color: var(--vscode-button-secondaryForeground); }
.button.secondary:hover { background: var(--vscode-button-secondaryHoverBackground); color: var(--vscode-button-secondaryForeground); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.2rem; margin: 1rem 0; }
dt { color: var(--vscode-descriptionForeground); }
dd { margin: 0; }
.box { border-left: 3px solid var(--vscode-charts-yellow); background: var(--vscode-textBlockQuote-background); padding: .5rem 1rem; margin: 1rem 0; }
.box.attention { border-left-color: var(--vscode-charts-blue); }
.box h2 { margin-top: .2rem; }
.picture { overflow-x: auto; }
.picture svg { width: 100%; height: auto; min-width: 44rem; max-width: 90rem; }
table { border-collapse: collapse; margin: .6rem 0; }
th, td { text-align: left; font-weight: normal; vertical-align: top; padding: .25rem .9rem .25rem 0; border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)); }
thead th { font-weight: 600; }
summary { cursor: pointer; }
summary h2 { display: inline; }
summary:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
details { margin: 1.8rem 0 .4rem; }
code { font-family: var(--vscode-editor-font-family); font-size: .92em; overflow-wrap: anywhere; }
`;
