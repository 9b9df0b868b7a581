import { Disposable } from 'vscode';
import { explanationFolder } from './explanationAddress';
import type { Services } from './services';

/** The pages that explain what a finding links to. */
export function registerExplanations({ config, pages, t }: Services): Disposable {
	return Disposable.from(
		pages.add(explanationFolder, async (code) => {
			const { writeExplanation } = await import('./findingWords');
			return writeExplanation(code, config.language(), t);
		}),
		config.onDidChange(['language'], () => {
			pages.refresh(explanationFolder);
		}),
	);
}
