import { workspace, type Uri } from 'vscode';
import { openDocument } from '../documentChecks';
import type { CertificateSource } from './worker/protocol';

/**
 * What the worker has to read of a file, on disk or in another file system. A document that is open counts as it stands in the
 * editor, also when it is not saved.
 */
export async function certificateSource(uri: Uri): Promise<CertificateSource> {
	const document = openDocument(uri);
	if (document !== undefined && (document.isDirty || uri.scheme !== 'file')) {
		return { text: document.getText() };
	}
	return uri.scheme === 'file' ? { file: uri.fsPath } : { bytes: await workspace.fs.readFile(uri) };
}
