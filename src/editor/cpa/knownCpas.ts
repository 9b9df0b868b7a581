import { commands, type Disposable } from 'vscode';
import type { Services } from '../services';

/** The context key by which menus know the CPAs: the paths of those that were checked. */
const contextKey = 'lopendeZaken.cpaPaths';

/** Tells the menus which files are CPAs, by what the checks recognised. */
export function followKnownCpas({ results, faults }: Services): Disposable {
	let told = '';
	const tell = (): void => {
		const paths = new Set<string>();
		for (const { uri, report } of results.all()) {
			if (report.kind === 'cpa') {
				// On Windows menus know a file by its path with backslashes.
				paths.add(uri.path).add(uri.fsPath);
			}
		}
		const list = [...paths].sort();
		if (list.join('\n') !== told) {
			told = list.join('\n');
			faults.watch(commands.executeCommand('setContext', contextKey, list));
		}
	};
	return results.onDidChange(tell);
}
