import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { FileSystemError, Uri, workspace } from 'vscode';

/*
 * For each file VS Code asks its window first whether somebody provides its scheme. The window is busy when a view has just opened: it took
 * 4 to 50 ms to answer. What is on a disk of this machine needs no such question.
 */

/**
 * Reads a file as UTF-8; undefined when it is not there.
 *
 * @throws When it is there and cannot be read.
 */
export async function readTextFile(file: Uri): Promise<string | undefined> {
	try {
		const bytes = isOnDisk(file) ? await readFile(file.fsPath) : await workspace.fs.readFile(file);
		return new TextDecoder().decode(bytes);
	} catch (error) {
		if (isAbsence(error)) {
			return undefined;
		}
		throw error;
	}
}

/**
 * Writes a file as UTF-8, and its folder when that is not there.
 *
 * @throws When it cannot be written.
 */
export async function writeTextFile(file: Uri, text: string): Promise<void> {
	const bytes = new TextEncoder().encode(text);
	if (!isOnDisk(file)) {
		await workspace.fs.writeFile(file, bytes);
		return;
	}
	await mkdir(Uri.joinPath(file, '..').fsPath, { recursive: true });
	await writeFile(file.fsPath, bytes);
}

function isOnDisk({ scheme }: Uri): boolean {
	return scheme === 'file';
}

function isAbsence(error: unknown): boolean {
	return error instanceof FileSystemError
		? error.code === 'FileNotFound'
		: error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
