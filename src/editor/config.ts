import { isAbsolute } from 'node:path';
import { env, Uri, workspace, type Disposable, type WorkspaceFolder } from 'vscode';
import { warnDays } from '../certificates/warnDays';
import type { Language } from '../text';

/** When documents are checked without being asked for. */
export type ValidationRun = 'onSave' | 'onType' | 'off';

/** The settings, by their names below `lopendeZaken`. */
export type SettingKey =
	| 'language'
	| 'validation.run'
	| 'validation.maxFindings'
	| 'schemas.folders'
	| 'certificates.warnDays'
	| 'certificates.trust';

/** The settings of the user, read anew at each call. In an untrusted workspace VS Code leaves out the restricted ones. */
export interface Config {
	readonly language: () => Language;
	readonly validationRun: () => ValidationRun;
	/** Most findings to show in one document; 1 to 1000. */
	readonly maxFindings: () => number;
	/** Folders with official XSDs, absolute. A relative path counts from the (first) workspace folder. */
	readonly schemaFolders: () => readonly string[];
	/** Days before the end of a certificate from which on there is a warning; 0 to 1000. */
	readonly certificateWarnDays: () => number;
	/** Files with CA certificates that the user trusts, absolute. A relative path counts as in `schemaFolders`. */
	readonly trustFiles: () => readonly string[];
	/** Calls `listener` when one of `keys` may have another value. */
	readonly onDidChange: (keys: readonly SettingKey[], listener: () => void) => Disposable;
}

const section = 'lopendeZaken';

interface Limits {
	readonly least: number;
	readonly usual: number;
	readonly most: number;
}

/** As in package.json. VS Code shows no more findings in one document. */
const limits = {
	'validation.maxFindings': { least: 1, usual: 200, most: 1000 },
	'certificates.warnDays': warnDays,
} satisfies Partial<Record<SettingKey, Limits>>;

export function createConfig(): Config {
	const get = (key: SettingKey): unknown => workspace.getConfiguration(section).get(key);
	const number = (key: keyof typeof limits): number => {
		const value = Number(get(key));
		const { least, usual, most } = limits[key];
		return Number.isInteger(value) && value >= least ? Math.min(value, most) : usual;
	};
	const paths = (key: SettingKey): readonly string[] => {
		const values = get(key);
		return Array.isArray(values)
			? values
					.filter((value) => typeof value === 'string' && value.trim() !== '')
					.map((value: string) => absolutePath(value.trim()))
			: [];
	};
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
		maxFindings: () => number('validation.maxFindings'),
		schemaFolders: () => paths('schemas.folders'),
		certificateWarnDays: () => number('certificates.warnDays'),
		trustFiles: () => paths('certificates.trust'),
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

/**
 * A path of a setting, which counts from the workspace when it is relative, in the form that VS Code gives to those of all files: on
 * Windows with the drive in lower case. So paths of the same file are the same.
 */
export function absolutePath(path: string): string {
	const base = baseFolder()?.uri;
	return isAbsolute(path)
		? Uri.file(path).fsPath
		: base === undefined
			? path
			: Uri.joinPath(base, path).fsPath;
}
