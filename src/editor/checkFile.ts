import { basename } from 'node:path';
import { commands, Uri, window, type Disposable } from 'vscode';
import type { DocumentReport } from '../validation/report';
import { registerCommands } from './commands';
import { countFindings, countsInWords, type Counts } from './counts';
import { openDocument } from './documentChecks';
import type { Services } from './services';

/** What the command gives to whoever executes it. */
export interface FileVerdict {
	readonly kind: DocumentReport['kind'];
	readonly schema: DocumentReport['schema'];
	readonly counts: Counts;
}

/** The command that checks one file: the one in the editor, or the one that a menu names. */
export function registerCheckFile(services: Services): Disposable {
	return registerCommands(
		{ 'lopendeZaken.checkFile': (argument) => checkFile(argument, services) },
		services.faults,
	);
}

async function checkFile(argument: unknown, services: Services): Promise<FileVerdict | undefined> {
	const { checks, config, pool, results, faults, t } = services;
	const uri = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
	if (uri === undefined) {
		faults.watch(window.showInformationMessage(t('Open the XML file that you want to check first.')));
		return undefined;
	}
	const document = openDocument(uri);
	if (document === undefined && uri.scheme !== 'file') {
		faults.watch(window.showInformationMessage(t('Open the XML file that you want to check first.')));
		return undefined;
	}
	// Who asks for a check also wants changes in the schemas seen of which VS Code told nothing.
	if (config.schemaFolders().length > 0) {
		pool.setSchemaFolders(config.schemaFolders());
	}
	const report = await (document === undefined ? checks.checkClosed(uri) : checks.check(document, 'asked'));
	if (report === undefined) {
		return undefined;
	}
	const counts = countFindings(results.shown(uri));
	faults.watch(tell(uri, report, counts, services));
	return { kind: report.kind, schema: report.schema, counts };
}

async function tell(uri: Uri, report: DocumentReport, counts: Counts, { t }: Services): Promise<void> {
	const { kindName, schemaName } = await import('./findingWords');
	const sentence = t(
		'{0}: {1}. {2}, {3}.',
		basename(uri.path),
		countsInWords(counts, t),
		kindName(report.kind, t),
		schemaName(report.schema, t),
	);
	if (counts.error + counts.warning + counts.info === 0) {
		await window.showInformationMessage(sentence);
		return;
	}
	const showProblems = t('Show problems');
	const show = counts.error > 0 ? window.showWarningMessage : window.showInformationMessage;
	if ((await show(sentence, showProblems)) === showProblems) {
		await commands.executeCommand('workbench.actions.view.problems');
	}
}
