import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { cachedFolder } from './cacheFolder.mjs';
import { installPackage, npmInstall } from './installPackage.mjs';
import { ensureNode, runsHere } from './otherNode.mjs';
import { findOnPath } from './prerequisites.mjs';
import { runCommand } from './runCommand.mjs';

/**
 * The VS Code servers that the npm package code-server carries: the oldest VS Code that the product supports, and the
 * newest that is published there. The product is tested on both. The newest ignores the extension and the tests that the
 * address of the workbench names, unless a flag tells it that a test drives it.
 */
const servers = {
	// It starts on every Node that the product supports.
	'1.100.3': { codeServer: '4.100.3', nodeMajor: undefined, testFlags: [] },
	'1.139.1': { codeServer: '4.139.1', nodeMajor: 24, testFlags: ['--enable-smoke-test-driver'] },
};

/** @typedef {keyof typeof servers} VscodeVersion */

/** The versions of VS Code to test on, the oldest first. */
export const vscodeVersions = /** @type {readonly VscodeVersion[]} */ (Object.keys(servers));

/** The newest version that runs on the Node that runs us. */
export function versionForThisNode() {
	return vscodeVersions.findLast((version) => runsHere(servers[version].nodeMajor));
}

/** The seconds within which a server answers on a slow machine; usually it is one or two. */
const startSeconds = 60;

/**
 * @typedef {object} VscodeServer
 * @property {string} node The Node to run it with.
 * @property {string} entry Its main script.
 * @property {readonly string[]} testFlags What it needs beside that to be driven by a test.
 */

/**
 * Gives the server of this version, which is installed in the cache folder first when it is not there.
 *
 * code-server's own start script is not used: it needs a compiled module, and the install scripts of the package want a
 * compiler and downloads. The server of VS Code inside it needs neither.
 *
 * @param {VscodeVersion} version
 * @returns {Promise<VscodeServer>}
 * @throws {Error} A sentence, when npm cannot install it.
 */
export async function ensureVscodeServer(version) {
	const { codeServer, nodeMajor, testFlags } = servers[version];
	const folder = await cachedFolder(`code-server-${codeServer}`, async (target) => {
		console.log(`Installing VS Code server ${version} (once; npm package code-server ${codeServer}) ...`);
		await installPackage(target, `code-server@${codeServer}`);
		await npmInstall(serverFolder(target), ['--omit=dev']);
	});
	linkRipgrep(serverFolder(folder));
	return {
		node: await ensureNode(nodeMajor),
		entry: join(serverFolder(folder), 'out', 'server-main.js'),
		testFlags,
	};
}

/**
 * Installs an extension for a server that will run with the same data folder.
 *
 * @param {VscodeServer} server
 * @param {string} dataFolder
 * @param {string} vsix The file to install.
 * @throws {Error} With the output of VS Code, when it refuses the file.
 */
export async function installExtension(server, dataFolder, vsix) {
	const { status, output } = await runCommand(
		server.node,
		[...serverArguments(server, dataFolder), '--install-extension', vsix, '--force'],
		{ quiet: true, timeoutSeconds: 120, env: { VSCODE_IPC_HOOK_CLI: undefined } },
	);
	// The status is 0 also when the extension was refused.
	if (status !== 0 || !output.includes('was successfully installed')) {
		throw new Error(`VS Code did not install ${vsix}:\n${output}`);
	}
}

/**
 * Starts a server on loopback, on a free port unless one is given.
 *
 * @param {VscodeServer} server
 * @param {object} options
 * @param {string} options.dataFolder Holds its settings, its logs and the installed extensions.
 * @param {string} [options.token] The connection token; without it everyone on this machine can connect.
 * @param {number} [options.port]
 * @param {NodeJS.ProcessEnv} [options.env] Variables for the extension host.
 * @param {boolean} [options.driven] A test will drive it.
 * @param {boolean} [options.trusting] Every folder is trusted, without a question; so it is unless this is false.
 * @returns {Promise<{url: string, stop: () => Promise<void>, ended: Promise<unknown>}>} `url` ends without a slash and
 *   has no token.
 * @throws {Error} With its output, when it does not start.
 */
export async function startVscodeServer(
	server,
	{ dataFolder, token, port = 0, env, driven = false, trusting = true },
) {
	const child = spawn(
		server.node,
		[
			...serverArguments(server, dataFolder),
			...['--host', '127.0.0.1', '--port', String(port)],
			...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
			...['--telemetry-level', 'off'],
			...(trusting ? ['--disable-workspace-trust'] : []),
			...(driven ? server.testFlags : []),
		],
		{
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, VSCODE_IPC_HOOK_CLI: undefined, ...env },
		},
	);
	const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
	const stop = async () => {
		const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
		child.kill('SIGTERM');
		await ended;
		clearTimeout(timer);
	};
	try {
		const url = await readAddress(child);
		return { url, stop, ended };
	} catch (error) {
		await stop();
		throw error;
	}
}

function readAddress(child) {
	return new Promise((resolve, reject) => {
		const lines = [];
		const fail = (reason) => {
			clearTimeout(timer);
			reject(new Error(`The VS Code server ${reason}.\n${lines.join('\n')}`));
		};
		const timer = setTimeout(() => fail(`did not start within ${startSeconds} seconds`), startSeconds * 1000);
		child.once('error', (error) => fail(`cannot be started: ${error.message}`));
		child.once('exit', (code) => fail(`ended at once, with status ${code}`));
		for (const stream of [child.stdout, child.stderr]) {
			createInterface({ input: stream }).on('line', (line) => {
				lines.push(line);
				const address = /Web UI available at (\S+)/.exec(line)?.[1];
				if (address !== undefined) {
					clearTimeout(timer);
					resolve(new URL(address).origin);
				}
			});
		}
	});
}

function serverArguments(server, dataFolder) {
	return [server.entry, '--accept-server-license-terms', '--server-data-dir', dataFolder];
}

function serverFolder(folder) {
	return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

/** Older servers look for ripgrep in a package whose install script would download it; give them the system's. */
function linkRipgrep(folder) {
	const link = join(folder, 'node_modules', '@vscode', 'ripgrep', 'bin', 'rg');
	const ripgrep = findOnPath(['rg']);
	if (!existsSync(dirname(dirname(link))) || existsSync(link) || ripgrep === undefined) {
		return;
	}
	mkdirSync(dirname(link), { recursive: true });
	try {
		symlinkSync(ripgrep, link);
	} catch (error) {
		if (error.code !== 'EEXIST') {
			throw error;
		}
	}
}
