import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleWorkspace } from '../../scripts/project.mjs';

/** A new temporary folder; `purpose` is in its name. */
export function scratchFolder(purpose) {
	return mkdtempSync(join(tmpdir(), `lopende-zaken-${purpose}-`));
}

/** A copy of the sample workspace, so that tests may change it. */
export function copyOfSampleWorkspace(folder) {
	const copy = join(folder, 'workspace');
	cpSync(sampleWorkspace, copy, { recursive: true });
	return copy;
}

/** A workspace whose one folder is in memory, where the development extension keeps it. */
export function workspaceInMemory(folder) {
	const file = join(folder, 'memory.code-workspace');
	mkdirSync(folder, { recursive: true });
	writeFileSync(file, JSON.stringify({ folders: [{ uri: 'lopende-zaken-memory:/', name: 'geheugen' }] }));
	return file;
}
