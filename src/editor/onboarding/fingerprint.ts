import { createHash } from 'node:crypto';
import { workspace, type Uri } from 'vscode';

/** SHA-256 of a file as it is on disk, in lower-case hexadecimal. */
export async function fingerprint(file: Uri): Promise<string> {
	return createHash('sha256')
		.update(await workspace.fs.readFile(file))
		.digest('hex');
}
