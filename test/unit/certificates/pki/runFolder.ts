import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder of this run for keys and files; it is removed when the run ends. */
export function runFolder(): string {
	const folder = join(tmpdir(), `lopende-zaken-certificates-${process.pid}`);
	if (!existsSync(folder)) {
		mkdirSync(folder, { mode: 0o700 });
		process.once('exit', () => {
			rmSync(folder, { recursive: true, force: true });
		});
	}
	return folder;
}
