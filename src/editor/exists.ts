import { workspace, type Uri } from 'vscode';

/** Whether a file is there and can be reached. */
export async function exists(file: Uri): Promise<boolean> {
	try {
		await workspace.fs.stat(file);
		return true;
	} catch {
		return false;
	}
}
