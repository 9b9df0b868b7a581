// `npm run test:desktop`: the suites of test/editor/suite in a desktop VS Code, which @vscode/test-electron downloads.
//
//   node test/editor/desktop.mjs [VERSION]     the version of VS Code, `stable` when absent
//
// On Linux without a display: `xvfb-run -a npm run test:desktop`.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import {
	downloadAndUnzipVSCode,
	resolveCliArgsFromVSCodeExecutablePath,
	runTests,
} from '@vscode/test-electron';
import { cacheFolder } from '../../scripts/cacheFolder.mjs';
import { packageExtension } from '../../scripts/package.mjs';
import { runCommand } from '../../scripts/runCommand.mjs';
import { bundleSuites, developmentExtension, testsEntry } from './bundle.mjs';
import { copyOfSampleWorkspace, scratchFolder } from './scratch.mjs';

const version = process.argv[2] ?? 'stable';
const scratch = scratchFolder('desktop-test');
try {
	await main();
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
} finally {
	rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}

async function main() {
	const vscodeExecutablePath = await download();
	const profile = [
		`--user-data-dir=${join(scratch, 'user')}`,
		`--extensions-dir=${join(scratch, 'extensions')}`,
	];
	await install(vscodeExecutablePath, await packageExtension(), profile);
	await bundleSuites();
	await runTests({
		vscodeExecutablePath,
		extensionDevelopmentPath: developmentExtension,
		extensionTestsPath: testsEntry,
		launchArgs: [copyOfSampleWorkspace(scratch), ...profile, '--disable-workspace-trust', '--skip-welcome'],
	});
}

async function download() {
	try {
		return await downloadAndUnzipVSCode({ version, cachePath: join(cacheFolder(), 'vscode-desktop') });
	} catch (error) {
		throw new Error(
			`VS Code (${version}) cannot be downloaded from here: ${error.message}. These tests need that download. ` +
				'The same suites run without it, in a VS Code server from npm: `npm run test:editor`.',
			{ cause: error },
		);
	}
}

async function install(executable, vsix, profile) {
	const [command, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable);
	const { status, output } = await runCommand(
		command,
		[...args, ...profile, '--install-extension', vsix, '--force'],
		{
			quiet: true,
		},
	);
	if (status !== 0) {
		throw new Error(`VS Code did not install ${vsix}:\n${output}`);
	}
}
