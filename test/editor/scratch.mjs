import { cpSync, mkdtempSync } from 'node:fs';
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
