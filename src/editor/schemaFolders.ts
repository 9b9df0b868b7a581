import { stat } from 'node:fs/promises';
import {
	commands,
	Disposable,
	RelativePattern,
	Uri,
	window,
	workspace,
	type FileSystemWatcher,
} from 'vscode';
import type { CommandId } from './commands';
import { isOwnDocument, isXml } from './documentChecks';
import { summarise, summaryFolder } from './schemaFolderPage';
import type { Services } from './services';

/** Milliseconds of rest after which changed XSD files are read again: a copied set changes dozens of files at once. */
const settlePause = 300;

/** An XSD, or a folder: of files in a folder that is new or gone, VS Code does not always tell. */
const concernsSchemas = /\.xsd$|\/[^./]+$/i;

/** Keeps the checks on the schema folders of the settings, and tells what is in them. */
export function registerSchemaFolders(services: Services): Disposable {
	const { config, pages, pool, faults, t } = services;
	let watchers: readonly FileSystemWatcher[] = [];
	let pause: NodeJS.Timeout | undefined;

	const use = (): void => {
		pool.setSchemaFolders(config.schemaFolders());
		pages.refresh(summaryFolder);
		recheck(services);
	};
	const useSoon = (changed: Uri): void => {
		if (concernsSchemas.test(changed.path)) {
			clearTimeout(pause);
			pause = setTimeout(use, settlePause);
		}
	};
	const watch = (): void => {
		watchers.forEach((watcher) => {
			watcher.dispose();
		});
		watchers = config.schemaFolders().map((folder) => {
			const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.file(folder), '**'));
			// The listeners end with the watcher.
			watcher.onDidCreate(useSoon);
			watcher.onDidChange(useSoon);
			watcher.onDidDelete(useSoon);
			return watcher;
		});
	};
	const change = (): void => {
		watch();
		use();
		faults.watch(tellMissing(services));
	};

	watch();
	faults.watch(tellMissing(services));
	return Disposable.from(
		config.onDidChange(['schemas.folders'], change),
		workspace.onDidChangeWorkspaceFolders(change),
		workspace.onDidGrantWorkspaceTrust(change),
		config.onDidChange(['language'], () => {
			pages.refresh(summaryFolder);
		}),
		pages.add(summaryFolder, async (_, folder) => {
			const [summary, { writeSchemaSummary }] = await Promise.all([
				summarise(folder, services),
				import('./findingWords'),
			]);
			return writeSchemaSummary(summary, t);
		}),
		new Disposable(() => {
			clearTimeout(pause);
			watchers.forEach((watcher) => {
				watcher.dispose();
			});
		}),
	);
}

/** Checks again what was checked: its schema may be another one now. */
function recheck({ results, checks, config, faults }: Services): void {
	for (const document of workspace.textDocuments) {
		const wanted = config.validationRun() !== 'off' || results.get(document.uri) !== undefined;
		if (wanted && isOwnDocument(document) && isXml(document)) {
			faults.watch(checks.check(document, 'automatic'));
		}
	}
}

/** Says which folder of the settings is not there: without it, documents are held against other schemas than meant. */
async function tellMissing({ config, t }: Services): Promise<void> {
	for (const folder of config.schemaFolders()) {
		if (await isFolder(folder)) {
			continue;
		}
		const choose = t('Choose the schema folder');
		const sentence = t('The schema folder {0} of the settings is not there, so it is not used.', folder);
		if ((await window.showWarningMessage(sentence, choose)) === choose) {
			await commands.executeCommand('lopendeZaken.chooseSchemaFolder' satisfies CommandId);
		}
	}
}

async function isFolder(path: string): Promise<boolean> {
	try {
		return (await stat(path)).isDirectory();
	} catch {
		return false;
	}
}
