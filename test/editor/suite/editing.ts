import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
	commands,
	ConfigurationTarget,
	Range,
	Uri,
	window,
	workspace,
	WorkspaceEdit,
	type TextDocument,
	type TextEditor,
} from 'vscode';

/** The folder that is open: a copy of the sample workspace. */
export function workspaceFolder(): string {
	const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
	if (folder === undefined) {
		throw new Error('These tests need an open folder.');
	}
	return folder;
}

/**
 * A file, that is not there yet, in a folder that was there when VS Code started: of what is in a new folder VS Code does
 * not always notice changes.
 */
export function watchedFile(name: string): Uri {
	return Uri.file(join(workspaceFolder(), 'koppeling', name));
}

/** A folder of a suite's own in the workspace, emptied before use. */
export interface SuiteFolder {
	readonly path: string;
	/** Writes a file without opening it. */
	write(name: string, content: string | Uint8Array): Uri;
	/** Removes the folder and all that is in it. */
	remove(): void;
}

export function createSuiteFolder(name: string): SuiteFolder {
	const path = join(workspaceFolder(), name);
	rmSync(path, { recursive: true, force: true });
	mkdirSync(path, { recursive: true });
	return {
		path,
		write(file, content) {
			const target = join(path, file);
			mkdirSync(dirname(target), { recursive: true });
			writeFileSync(target, content);
			return Uri.file(target);
		},
		remove() {
			rmSync(path, { recursive: true, force: true });
		},
	};
}

/** Opens a file in an editor, as a user does: `openTextDocument` would keep it from being closed for minutes. */
export async function open(uri: Uri): Promise<TextEditor> {
	await commands.executeCommand('vscode.open', uri, { preview: false });
	const editor = window.activeTextEditor;
	if (editor?.document.uri.toString() !== uri.toString()) {
		throw new Error(`${uri.fsPath} did not open`);
	}
	return editor;
}

/**
 * Writes a file until VS Code notices it: what is written while it is still beginning to watch a folder goes unnoticed,
 * and so does a file that is deleted again at once.
 */
export async function untilNoticed(file: Uri, content: string): Promise<void> {
	const watcher = workspace.createFileSystemWatcher('**', false, false, true);
	const write = (): void => {
		writeFileSync(file.fsPath, content);
	};
	write();
	const timer = setInterval(write, 1000);
	try {
		await new Promise<void>((resolve) => {
			const onEvent = (noticed: Uri): void => {
				if (noticed.toString() === file.toString()) {
					resolve();
				}
			};
			watcher.onDidCreate(onEvent);
			watcher.onDidChange(onEvent);
		});
	} finally {
		clearInterval(timer);
		watcher.dispose();
	}
}

/** Opens a new XML document that is not saved. */
export async function openUntitled(content: string): Promise<TextEditor> {
	return window.showTextDocument(await workspace.openTextDocument({ language: 'xml', content }));
}

/** Replaces the first occurrence of a text, without saving. */
export async function replace(document: TextDocument, before: string, after: string): Promise<void> {
	const start = document.getText().indexOf(before);
	if (start === -1) {
		throw new Error(`The document does not hold ${before}`);
	}
	const edit = new WorkspaceEdit();
	edit.replace(
		document.uri,
		new Range(document.positionAt(start), document.positionAt(start + before.length)),
		after,
	);
	await workspace.applyEdit(edit);
}

/** Changes a setting of ours for the workspace; `undefined` takes it away. */
export async function setSetting(name: string, value: unknown): Promise<void> {
	await workspace.getConfiguration('lopendeZaken').update(name, value, ConfigurationTarget.Workspace);
}

/** Closes all editors, without asking about unsaved changes. */
export async function closeAll(): Promise<void> {
	for (const { document } of window.visibleTextEditors) {
		if (document.isDirty) {
			await window.showTextDocument(document);
			await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		}
	}
	await commands.executeCommand('workbench.action.closeAllEditors');
}
