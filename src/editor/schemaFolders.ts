import { isAbsolute, relative } from 'node:path';
import {
	commands,
	Disposable,
	RelativePattern,
	Uri,
	window,
	workspace,
	type FileSystemWatcher,
} from 'vscode';
import { registerCommands, type CommandId } from './commands';
import { baseFolder, saveSchemaFolders } from './config';
import { isOwnDocument, isXml } from './documentChecks';
import { summaryAddress } from './schemaFolderPage';
import type { Services } from './services';

/** Milliseconds of rest after which changed XSD files are read again: a copied set changes dozens of files at once. */
const settlePause = 300;

/** An XSD, or a folder: of files in a folder that is new or gone, VS Code does not always tell. */
const concernsSchemas = /\.xsd$|\/[^./]+$/i;

/** Keeps the checks on the schema folders of the settings, and lets the user choose one and see what is in it. */
export function registerSchemaFolders(services: Services): Disposable {
	const { config, pool, faults } = services;
	let watchers: readonly FileSystemWatcher[] = [];
	let pause: NodeJS.Timeout | undefined;

	const use = (): void => {
		pool.setSchemaFolders(config.schemaFolders());
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
	};

	watch();
	return Disposable.from(
		config.onDidChange(['schemas.folders'], change),
		workspace.onDidChangeWorkspaceFolders(change),
		workspace.onDidGrantWorkspaceTrust(change),
		registerCommands(
			{
				'lopendeZaken.chooseSchemaFolder': (argument) => chooseFolder(argument, services),
				'lopendeZaken.showSchemaFolder': (argument) => showFolder(argument, services),
			},
			faults,
		),
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

async function chooseFolder(argument: unknown, services: Services): Promise<void> {
	const { config, faults, t } = services;
	if (!workspace.isTrusted) {
		faults.watch(
			window.showInformationMessage(t('Schema folders are only used in a workspace that you trust.')),
		);
		return;
	}
	const chosen = argument instanceof Uri ? argument : await askFolder(services);
	if (chosen === undefined) {
		return;
	}
	const setting = settingFor(chosen);
	const others = config.schemaFolders().filter((folder) => folder !== chosen.fsPath);
	await saveSchemaFolders([setting, ...others.map((folder) => settingFor(Uri.file(folder)))]);
	const showContents = t('Show contents');
	const tell = async (): Promise<void> => {
		const choice = await window.showInformationMessage(
			t(
				'Documents are now checked with the schemas in {0}, where these declare their root element.',
				setting,
			),
			showContents,
		);
		if (choice === showContents) {
			await commands.executeCommand('lopendeZaken.showSchemaFolder' satisfies CommandId, chosen);
		}
	};
	faults.watch(tell());
}

async function askFolder({ config, t }: Services): Promise<Uri | undefined> {
	const known = config.schemaFolders()[0];
	const start = known === undefined ? baseFolder()?.uri : Uri.file(known);
	const chosen = await window.showOpenDialog({
		canSelectFiles: false,
		canSelectFolders: true,
		title: t('Choose the folder with the official XSD files'),
		openLabel: t('Use this folder'),
		...(start === undefined ? {} : { defaultUri: start }),
	});
	return chosen?.[0];
}

/** Opens the page about a folder: the one that is named, the only one of the settings, or the one that is picked. */
async function showFolder(argument: unknown, { config, faults, t }: Services): Promise<void> {
	if (argument instanceof Uri) {
		await commands.executeCommand('vscode.open', summaryAddress(argument.fsPath));
		return;
	}
	const folders = config.schemaFolders();
	if (folders.length === 0) {
		const choose = t('Choose the schema folder');
		const tell = async (): Promise<void> => {
			const choice = await window.showInformationMessage(t('No schema folder has been chosen yet.'), choose);
			if (choice === choose) {
				await commands.executeCommand('lopendeZaken.chooseSchemaFolder' satisfies CommandId);
			}
		};
		faults.watch(tell());
		return;
	}
	const folder =
		folders.length === 1
			? folders[0]
			: await window.showQuickPick(folders, { title: t('Which schema folder?') });
	if (folder !== undefined) {
		await commands.executeCommand('vscode.open', summaryAddress(folder));
	}
}

/** A folder as it is written in the settings: relative inside the workspace, so that the setting can be shared. */
function settingFor(folder: Uri): string {
	const base = baseFolder()?.uri.fsPath;
	const path = base === undefined ? folder.fsPath : relative(base, folder.fsPath);
	return path.startsWith('..') || isAbsolute(path) ? folder.fsPath : path.replaceAll('\\', '/') || '.';
}
