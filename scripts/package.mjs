// `npm run package`: one VSIX for all platforms, of a production build, with the licences of what is in it.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { root, vsixFile } from './project.mjs';
import { runCommand } from './runCommand.mjs';

const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');

/**
 * Makes the VSIX. vsce runs the script `vscode:prepublish` first: the production build and the notices.
 *
 * @returns {Promise<string>} Its path.
 * @throws {Error} With the output of vsce, when it refuses.
 */
export async function packageExtension() {
	const file = vsixFile();
	// A VSIX of an earlier run must never pass for this one.
	rmSync(file, { force: true });
	const { status, output } = await runCommand(
		process.execPath,
		[
			vsce,
			'package',
			'--no-dependencies',
			'--allow-missing-repository',
			'--no-rewrite-relative-links',
			'--out',
			file,
		],
		{ cwd: root, quiet: true, timeoutSeconds: 240 },
	);
	if (status !== 0) {
		throw new Error(`The extension could not be packaged:\n${output}`);
	}
	return file;
}

/** @returns {Promise<readonly string[]>} The paths of the files that go into the VSIX, sorted. */
export async function listPackagedFiles() {
	const { status, output } = await runCommand(process.execPath, [vsce, 'ls', '--no-dependencies'], {
		cwd: root,
		quiet: true,
		timeoutSeconds: 120,
	});
	if (status !== 0) {
		throw new Error(`vsce could not list the files of the VSIX:\n${output}`);
	}
	return output.split('\n').filter(Boolean).sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	try {
		console.log(await packageExtension());
	} catch (error) {
		console.error(error.message);
		process.exitCode = 1;
	}
}
