import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the clone. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The manifest of the product. */
export function readManifest() {
	return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}

/** The VSIX that `npm run package` makes. */
export function vsixFile() {
	const { name, version } = readManifest();
	return join(root, `${name}-${version}.vsix`);
}

/** The messages to try it on. */
export const sampleWorkspace = join(root, 'test', 'workspace');
