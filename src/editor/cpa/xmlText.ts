import { stat, readFile } from 'node:fs/promises';
import { workspace, type Uri } from 'vscode';
import type { CheckSource } from '../../validation/report';
import { readSource } from '../../validation/read';
import { openDocument } from '../documentChecks';

/** The text of a document as it is now, and what to check it by: the file itself when the text is what is on disk. */
export interface XmlText {
	readonly text: string;
	readonly source: CheckSource;
}

/** Bytes of a file that is read; CPAs have some tens of thousands. */
const largest = 2 * 1024 * 1024;

/** Reads a document as it stands in an editor, else from its file. `undefined` when it is gone, too large or no text. */
export async function readXmlText(uri: Uri): Promise<XmlText | undefined> {
	const document = openDocument(uri);
	if (document !== undefined) {
		const text = document.getText();
		const isOnDisk = uri.scheme === 'file' && !document.isDirty;
		return text.length > largest ? undefined : { text, source: isOnDisk ? { file: uri.fsPath } : { text } };
	}
	const bytes = await readBytes(uri);
	const read = bytes && readSource({ bytes });
	return read === undefined || read.status === 'not-read'
		? undefined
		: { text: read.text, source: uri.scheme === 'file' ? { file: uri.fsPath } : { text: read.text } };
}

async function readBytes(uri: Uri): Promise<Uint8Array | undefined> {
	try {
		if (uri.scheme !== 'file') {
			return await workspace.fs.readFile(uri);
		}
		const { size } = await stat(uri.fsPath);
		return size > largest ? undefined : await readFile(uri.fsPath);
	} catch {
		// Gone, or not ours to read.
		return undefined;
	}
}
