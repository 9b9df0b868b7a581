import { basename } from 'node:path';
import { commands, window, workspace, type Uri, type WebviewPanel } from 'vscode';
import { findCpa } from '../../documents/cpa/findCpa';
import { summarizeCpa } from '../../documents/cpa/summary';
import { createLineIndex } from '../../xml/lines';
import { parseXml } from '../../xml/parse';
import type { CommandId } from '../commands';
import { explanationAddress } from '../explanationAddress';
import { html } from '../webView/html';
import type { PingAs } from '../ping/cpaLenses';
import type { Services } from '../services';
import { showLivePage, type LiveContent, type LivePageOptions } from './livePage';
import { placeText } from './placeText';
import { revealPlace } from './revealPlace';
import { writeCpaPage, type CpaPageModel } from './writeCpaPage';
import { readXmlText } from './xmlText';

/** Fills a panel with the summary of a CPA, and follows the document. */
export function showCpaPage(panel: WebviewPanel, uri: Uri, services: Services, extensionUri: Uri): void {
	showLivePage(
		panel,
		{
			sources: [uri],
			state: { cpa: uri.toString() },
			write: (showFirst) => writeContent(uri, services, showFirst),
			actions: actionsOn(uri),
		},
		services,
		extensionUri,
	);
}

async function writeContent(
	uri: Uri,
	{ pool, results, config, judgement, t }: Services,
	showFirst: (content: LiveContent) => void,
): Promise<LiveContent> {
	const name = basename(uri.path);
	const title = t('CPA: {0}', name);
	const read = await readXmlText(uri);
	if (read === undefined) {
		return { title, body: html`<p>${t('{0} is gone, or cannot be read.', name)}</p>` };
	}
	const document = parseXml(read.text);
	const cpa = findCpa(document);
	if (cpa === undefined) {
		return {
			title,
			body: html`<p>${t('{0} is no CPA: its root element is no CollaborationProtocolAgreement.', name)}</p>
				<p><button type="button" data-action="open">${t('Open the file')}</button></p>`,
		};
	}
	const lines = createLineIndex(read.text);
	const moment = new Date();
	const page = (found: Pick<CpaPageModel, 'findings' | 'truncated'>): LiveContent => ({
		title,
		body: writeCpaPage(
			{
				name,
				summary: summarizeCpa(cpa),
				canPing: workspace.isTrusted && uri.scheme === 'file',
				moment,
				...found,
			},
			{
				t,
				language: config.language(),
				moment,
				placeOf: ({ start, end }) =>
					placeText({ start: lines.positionAt(start), end: lines.positionAt(end) }),
			},
		),
	});
	showFirst(page({ findings: null, truncated: false }));
	const result = await pool.check(read.source, {
		maxFindings: config.maxFindings(),
		key: `cpa ${uri.toString()}`,
	});
	if (result.status !== 'checked') {
		return page({ findings: null, truncated: false });
	}
	const { findings, truncated } = await judgement.complete(result.report, read.source);
	// What only the comparison with other files says.
	const others = results.shown(uri).filter(({ code }) => code === 'cpa.id-duplicate');
	return page({ findings: [...others, ...findings], truncated });
}

function actionsOn(uri: Uri): LivePageOptions['actions'] {
	const run = (command: CommandId, argument: unknown): PromiseLike<unknown> =>
		commands.executeCommand(command, argument);
	return {
		reveal: ({ place }) => revealPlace(uri, place ?? ''),
		explain: ({ code }) => commands.executeCommand('vscode.open', explanationAddress(code ?? '')),
		ping: ({ as }) => run('lopendeZaken._pingAs', { file: uri.fsPath, as: as ?? '' } satisfies PingAs),
		inspect: ({ sha256 }) => run('lopendeZaken.inspectCertificate', { file: uri, sha256 }),
		compare: () => run('lopendeZaken.compareCpa', uri),
		message: () => run('lopendeZaken.newEbmsMessage', uri),
		open: () => window.showTextDocument(uri),
	};
}
