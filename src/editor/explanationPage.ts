import { Disposable, type Uri } from 'vscode';
import { pageAddress } from './pages';
import type { Services } from './services';

/** The folder of the pages that explain the codes of findings. */
const folder = 'uitleg';

/** @returns The address of the explanation of a finding's code: works offline and opens in the editor. */
export function explanationAddress(code: string): Uri {
	return pageAddress(folder, code);
}

/** The pages that explain what a finding links to. */
export function registerExplanations({ config, pages, t }: Services): Disposable {
	return Disposable.from(
		pages.add(folder, async (code) => {
			const { writeExplanation } = await import('./findingWords');
			return writeExplanation(code, config.language(), t);
		}),
		config.onDidChange(['language'], () => {
			pages.refresh(folder);
		}),
	);
}
