import { Disposable } from 'vscode';
import { explanationFolder, writeExplanation } from './explanationPage';
import { registerPages } from './pages';
import { summaryFolder, writeSummary } from './schemaFolderPage';
import type { Services } from './services';

/** The pages that explain: the codes of findings, and what is in a schema folder. */
export function registerExplanations(services: Services): Disposable {
	const { config, t } = services;
	const pages = registerPages({
		[explanationFolder]: (code) => writeExplanation(code, config.language(), t),
		[summaryFolder]: (_, folder) => writeSummary(folder, services),
	});
	return Disposable.from(pages, config.onDidChange(['language'], pages.refresh));
}
