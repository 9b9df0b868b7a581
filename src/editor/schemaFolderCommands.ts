import { commands, Disposable, ProgressLocation, Uri, window } from 'vscode';
import { pathBelow } from '../pathBelow';
import { registerCommands, registerTrustedCommands, type CommandId } from './commands';
import { baseFolder, saveSchemaFolders } from './config';
import { summarise, summaryAddress } from './schemaFolderPage';
import type { Services } from './services';
import { isTrusted } from './trust';
import { trustReasons } from './trustReasons';

/** The commands with which the user chooses a schema folder and sees what is in it. */
export function registerSchemaFolderCommands(services: Services): Disposable {
	return Disposable.from(
		registerTrustedCommands(
			{ 'lopendeZaken.chooseSchemaFolder': (argument) => chooseFolder(argument, services) },
			services,
		),
		registerCommands(
			{ 'lopendeZaken.showSchemaFolder': (argument) => showFolder(argument, services) },
			services.faults,
		),
	);
}

async function chooseFolder(argument: unknown, services: Services): Promise<void> {
	const { config, faults, t } = services;
	const chosen = argument instanceof Uri ? argument : await askFolder(services);
	if (chosen === undefined || !isOnDisk(chosen, services)) {
		return;
	}
	const setting = settingFor(chosen);
	const others = config.schemaFolders().filter((folder) => folder !== chosen.fsPath);
	await saveSchemaFolders([setting, ...others.map((folder) => settingFor(Uri.file(folder)))]);
	const { entries } = await window.withProgress(
		{ location: ProgressLocation.Window, title: t('Lopende Zaken reads the schemas') },
		() => summarise(chosen.fsPath, services),
	);
	const isUsable = entries.some(({ outcome }) => outcome !== 'does-not-compile');
	const sentence = isUsable
		? t('Documents are now checked with the schemas in {0}, where these declare their root element.', setting)
		: t('Nothing in {0} can be used to check documents with.', setting);
	const show = isUsable ? window.showInformationMessage : window.showWarningMessage;
	faults.watch(offer(show(sentence, t('Show contents')), 'lopendeZaken.showSchemaFolder', chosen));
}

/** Executes a command when the only button of a message is pressed. */
async function offer(
	pressed: Thenable<string | undefined>,
	command: CommandId,
	argument?: Uri,
): Promise<void> {
	if ((await pressed) !== undefined) {
		await commands.executeCommand(command, argument);
	}
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
async function showFolder(argument: unknown, services: Services): Promise<void> {
	const { config, faults, t } = services;
	if (argument instanceof Uri) {
		if (!isOnDisk(argument, services)) {
			return;
		}
		await commands.executeCommand('vscode.open', summaryAddress(argument.fsPath));
		return;
	}
	const folders = config.schemaFolders();
	if (folders.length === 0 && !isTrusted(trustReasons['lopendeZaken.chooseSchemaFolder'](t), { faults, t })) {
		return;
	}
	if (folders.length === 0) {
		const message = window.showInformationMessage(
			t('No schema folder has been chosen yet.'),
			t('Choose the schema folder'),
		);
		faults.watch(offer(message, 'lopendeZaken.chooseSchemaFolder'));
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

/** Whether the schemas in a folder can be read; if not, the user is told. */
function isOnDisk({ scheme }: Uri, { faults, t }: Services): boolean {
	const isFile = scheme === 'file';
	if (!isFile) {
		faults.watch(
			window.showWarningMessage(
				t('A schema folder has to be on disk. Copy it to this computer, and choose it there.'),
			),
		);
	}
	return isFile;
}

/** A folder as it is written in the settings: relative inside the workspace, so that the setting can be shared. */
function settingFor(folder: Uri): string {
	const base = baseFolder()?.uri.fsPath;
	const path = base === undefined ? undefined : pathBelow(base, folder.fsPath);
	return path === undefined ? folder.fsPath : path || '.';
}
