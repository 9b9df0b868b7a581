import { Disposable, languages, LanguageStatusSeverity, window, workspace, type Uri } from 'vscode';
import type { Translate } from '../text';
import type { CommandId } from './commands';
import type { Config } from './config';
import { countFindings, countsInWords } from './counts';
import { isOwnDocument, isXml, xmlFiles } from './documentChecks';
import type { Result } from './results';
import type { Services } from './services';
import { manageTrust } from './trust';

/** Shows, in the language status of an XML document, which kind it is, which schema was used and how it went. */
export function registerLanguageStatus({ results, checks, config, faults, t }: Services): Disposable {
	const item = languages.createLanguageStatusItem('lopendeZaken.document', xmlFiles);
	item.name = 'Lopende Zaken';
	/** The result that is described, or about to be. */
	let shown: Result | undefined;

	const describe = async (result: Result): Promise<void> => {
		const { kindName, schemaName } = await import('./findingWords');
		if (result !== shown) {
			return;
		}
		const { report, uri } = result;
		const findings = results.shown(uri);
		const counts = countFindings(findings);
		const kind = kindName(report.kind, t);
		const isForeign = report.kind === 'unknown' && report.schema === null && findings.length === 0;
		item.text = isForeign ? kind : `${kind}: ${countsInWords(counts, t)}`;
		item.detail = [
			report.kind === 'unknown' && report.schema === null
				? t('This is no document that Lopende Zaken knows.')
				: schemaName(report.schema, t),
			...(report.truncated ? [t('there is more; the first {0} are shown', report.findings.length)] : []),
		].join(' · ');
		item.severity =
			counts.error > 0
				? LanguageStatusSeverity.Error
				: counts.warning > 0
					? LanguageStatusSeverity.Warning
					: LanguageStatusSeverity.Information;
	};

	const update = (): void => {
		const document = window.activeTextEditor?.document;
		if (document === undefined || !isXml(document) || !isOwnDocument(document)) {
			return;
		}
		item.busy = checks.isBusy(document.uri);
		item.command = { command: 'lopendeZaken._showActions' satisfies CommandId, title: t('Actions') };
		shown = results.get(document.uri);
		if (shown !== undefined) {
			faults.watch(describe(shown));
			return;
		}
		item.severity = LanguageStatusSeverity.Information;
		item.text = item.busy ? t('Checking') : t('Not checked');
		item.detail =
			config.validationRun() === 'off' ? t('checking by itself is switched off in the settings') : '';
	};

	const updateIfActive = (uri: Uri | undefined): void => {
		if (uri === undefined || uri.toString() === window.activeTextEditor?.document.uri.toString()) {
			update();
		}
	};

	update();
	return Disposable.from(
		item,
		showRestriction(config, t),
		window.onDidChangeActiveTextEditor(update),
		results.onDidChange(updateIfActive),
		checks.onDidChangeBusy(updateIfActive),
		config.onDidChange(['language', 'validation.run'], update),
	);
}

/** Says, as long as the workspace is not trusted, that its schema folders do not count. */
function showRestriction(config: Config, t: Translate): Disposable {
	if (workspace.isTrusted) {
		return new Disposable(() => undefined);
	}
	const item = languages.createLanguageStatusItem('lopendeZaken.trust', xmlFiles);
	const write = (): void => {
		item.name = t('Trust in Lopende Zaken');
		item.text = t('Schema folders do not count');
		item.detail = t('you do not trust this workspace');
		item.command = { command: manageTrust, title: t('Manage trust') };
	};
	write();
	return Disposable.from(
		item,
		config.onDidChange(['language'], write),
		workspace.onDidGrantWorkspaceTrust(() => {
			item.dispose();
		}),
	);
}
