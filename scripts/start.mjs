// `npm start`: from a fresh clone to real messages that are checked in a real VS Code.
// `npm start -- --once` stops before the editor opens; `npm start -- --port N` chooses the port of the VS Code server.
import './requireNode.mjs';

const { randomBytes } = await import('node:crypto');
const { mkdtempSync, rmSync } = await import('node:fs');
const { tmpdir } = await import('node:os');
const { join } = await import('node:path');
const { parseArgs } = await import('node:util');
const { ensureDependencies } = await import('./dependencies.mjs');
const { ensurePrerequisites, findOnPath } = await import('./prerequisites.mjs');
const { root, sampleWorkspace } = await import('./project.mjs');
const { onStopSignal, runCommand } = await import('./runCommand.mjs');

try {
	await start(readOptions());
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}

function readOptions() {
	const { values } = parseArgs({
		options: { once: { type: 'boolean', default: false }, port: { type: 'string' } },
	});
	const port = values.port === undefined ? undefined : Number(values.port);
	if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
		throw new Error(`--port takes a number from 1 to 65535, and this is '${values.port}'.`);
	}
	return { once: values.once, port };
}

async function start({ once, port }) {
	await ensureDependencies();
	await build();
	await checkSamples();
	if (once) {
		return;
	}
	const code = findDesktopCode();
	if (code) {
		console.log('Opening the sample workspace in VS Code, with the extension loaded ...');
		await runCommand(code, [`--extensionDevelopmentPath=${root}`, sampleWorkspace]);
	} else {
		await serveWorkspace(port);
	}
}

async function build() {
	console.log('Building ...');
	const { status } = await runCommand(process.execPath, ['esbuild.mjs'], { cwd: root });
	if (status !== 0) {
		throw new Error('The build failed; its message is above.');
	}
}

/** The main job, once. The samples hold faults, so "errors found" (1) is how it should end. */
async function checkSamples() {
	console.log('Checking the sample messages in test/workspace ...\n');
	const { status } = await runCommand(process.execPath, ['dist/cli.cjs', 'validate', 'test/workspace'], {
		cwd: root,
	});
	if (status > 1) {
		throw new Error(`The command line failed with status ${status}; its message is above.`);
	}
}

/** The `code` of a VS Code that can open a window here; not that of a remote terminal, which cannot load a checkout. */
function findDesktopCode() {
	const isRemote = process.env.VSCODE_IPC_HOOK_CLI !== undefined;
	const isRoot = process.getuid?.() === 0;
	const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
	return isRemote || isRoot || !hasDisplay ? undefined : findOnPath(['code']);
}

/** Serves VS Code, with the packaged extension installed, until Ctrl-C. */
async function serveWorkspace(port) {
	const { packageExtension } = await import('./package.mjs');
	const { ensureVscodeServer, installExtension, startVscodeServer, versionForThisNode } =
		await import('./vscodeServer.mjs');

	const missing = await ensurePrerequisites(['ripgrep']);
	missing.forEach((sentence) => console.error(sentence));
	const version = versionForThisNode();
	const server = await ensureVscodeServer(version);
	console.log('\nPackaging the extension and installing it in the VS Code server ...');
	const dataFolder = mkdtempSync(join(tmpdir(), 'lopende-zaken-start-'));
	try {
		await installExtension(server, dataFolder, await packageExtension());
		const token = randomBytes(16).toString('hex');
		let asked = false;
		const stopAsked = new Promise((resolve) =>
			onStopSignal(() => {
				asked = true;
				resolve();
			}),
		);
		const { url, stop, ended } = await startVscodeServer(server, { dataFolder, token, port });
		const address = new URL(url);
		address.searchParams.set('tkn', token);
		address.searchParams.set('folder', sampleWorkspace);
		// What to try stands before whoever comes for the first time, instead of the welcome of VS Code.
		const guide = `vscode-remote://${address.host}${join(sampleWorkspace, 'LEESMIJ.md')}`;
		address.searchParams.set(
			'payload',
			JSON.stringify([
				['skipWelcome', 'true'],
				['openFile', guide],
			]),
		);
		console.log(
			`\nVS Code ${version} runs with the extension. Open this address in a browser on this machine:\n\n` +
				`  ${address}\n\nPress Ctrl-C to stop.`,
		);
		await Promise.race([stopAsked, ended]);
		await stop();
		if (!asked) {
			throw new Error('The VS Code server stopped by itself.');
		}
	} finally {
		rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
	}
}
