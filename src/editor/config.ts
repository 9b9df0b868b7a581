import { isAbsolute, join } from 'node:path';
import { env, workspace, type Disposable, type WorkspaceFolder } from 'vscode';
import type { Language } from '../text';

/** When documents are checked without being asked for. */
export type ValidationRun = 'onSave' | 'onType' | 'off';

/** The settings, by their names below `lopendeZaken`. */
export type SettingKey = 'language' | 'validation.run' | 'validation.maxFindings' | 'schemas.folders';

/** The settings of the user, read anew at each call. In an untrusted workspace VS Code leaves out the restricted ones. */
export interface Config {
	readonly language: () => Language;
	readonly validationRun: () => ValidationRun;
	/** Most findings to show in one document; 1 to 1000. */
	readonly maxFindings: () => number;
	/** Folders with official XSDs, absolute. A relative path counts from the (first) workspace folder. */
	readonly schemaFolders: () => readonly string[];
	/** Calls `listener` when one of `keys` may have another value. */
	readonly onDidChange: (keys: readonly SettingKey[], listener: () => void) => Disposable;
}

const section = 'lopendeZaken';

/** VS Code shows no more in one document; see the minimum and maximum in package.json. */
const findingLimit = { least: 1, usual: 200, most: 1000 };

export function createConfig(): Config {
	const get = (key: SettingKey): unknown => workspace.getConfiguration(section).get(key);
	return {
		language() {
			const language = get('language');
			if (language === 'auto') {
				return env.language.toLowerCase().startsWith('nl') ? 'nl' : 'en';
			}
			return language === 'en' ? 'en' : 'nl';
		},
		validationRun() {
			const run = get('validation.run');
			return run === 'onType' || run === 'off' ? run : 'onSave';
		},
		maxFindings() {
			const most = Number(get('validation.maxFindings'));
			return Number.isInteger(most) && most >= findingLimit.least
				? Math.min(most, findingLimit.most)
				: findingLimit.usual;
		},
		schemaFolders() {
			const folders = get('schemas.folders');
			return Array.isArray(folders)
				? folders
						.filter((folder) => typeof folder === 'string' && folder.trim() !== '')
						.map((folder: string) => absolute(folder.trim()))
				: [];
		},
		onDidChange: (keys, listener) =>
			workspace.onDidChangeConfiguration((change) => {
				if (keys.some((key) => change.affectsConfiguration(`${section}.${key}`))) {
					listener();
				}
			}),
	};
}

/** The first folder on disk of the workspace: where relative paths of settings start. */
export function baseFolder(): WorkspaceFolder | undefined {
	return workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
}

/** Writes the setting `schemas.folders`: for the workspace when there is one, else for the user. */
export async function saveSchemaFolders(folders: readonly string[]): Promise<void> {
	const forUser = baseFolder() === undefined;
	await workspace.getConfiguration(section).update('schemas.folders' satisfies SettingKey, folders, forUser);
}

function absolute(folder: string): string {
	const base = baseFolder()?.uri.fsPath;
	return isAbsolute(folder) || base === undefined ? folder : join(base, folder);
}
