// `npm run test:windows`: the unit tests on Node for Windows, run by Wine, since the people who use the product mostly work on Windows.
// Paths with drives and backslashes, wildcards, workers, files and TLS are as on Windows then; what Wine cannot do is left out, and said.
import { build } from 'esbuild';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/project.mjs';
import { ensureWindowsNode } from '../../scripts/wine.mjs';

/** Tests by the beginning of their full name, with the reason why they are not run. */
const leftOut = [
	['links in a folder of XSDs', 'Wine makes no symbolic links'],
	['findInputs follows links', 'Wine makes no symbolic links'],
	['findInputs tells which link', 'Wine makes no symbolic links'],
	['validate ends with 1 when a file that was met', 'Wine makes no symbolic links'],
	['validate stops on Ctrl-C', 'a test cannot send a signal on Windows'],
	[
		'A program of ours that is to clean up does so when it is asked to end',
		'a test cannot send a signal on Windows',
	],
	['the start of', 'esbuild for Windows does not run in Wine'],
	['The limits of the partner leave nothing', 'it starts a process with esbuild, which does not run in Wine'],
	['A Ping as a command for curl works', 'it needs bash'],
	['Our own schemas over the message corpus', 'it needs xmllint'],
	['The CA certificates of PKIoverheid', '`fetch` makes no connection in Wine'],
	['The revocation of a certificate', '`fetch` makes no connection in Wine'],
	['certificate fetches the revocation lists', '`fetch` makes no connection in Wine'],
	['A Pong that comes after an Acknowledgment', '`fetch` makes no connection in Wine'],
];

const node = await ensureWindowsNode();
if ('missing' in node) {
	console.log(`Skipped: ${node.missing}`);
} else {
	const folder = mkdtempSync(join(tmpdir(), 'lopende-zaken-windows-'));
	try {
		process.exitCode = await runTests(folder);
	} finally {
		await node.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Runs all unit tests but those left out, and gives the exit status. */
async function runTests(folder) {
	console.log(`Node ${node.version} for Windows, in Wine. Left out:`);
	leftOut.forEach(([name, reason]) => console.log(`  ${name} …: ${reason}`));
	await build({
		entryPoints: ['src', 'test', 'scripts'].map((part) => `${part}/**/*.ts`),
		absWorkingDir: root,
		outbase: root,
		outdir: join(folder, 'compiled'),
		format: 'esm',
		target: 'node20',
		sourcemap: 'inline',
		logLevel: 'warning',
	});
	const all = join(folder, 'all.mjs');
	writeFileSync(
		all,
		testFiles()
			.map((file) => `await import('${windowsUrl(file)}');\n`)
			.join(''),
	);
	const { status, timedOut, output } = await node.run(
		[
			...['--import', windowsUrl(join(import.meta.dirname, 'compiled.mjs'))],
			join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'),
			...['--no-config', '--timeout', '60000', '--reporter', './scripts/mochaCounts.mjs'],
			...['--grep', leftOut.map(([name]) => `^${name}`).join('|'), '--invert'],
			all,
		],
		{ cwd: root, timeoutSeconds: 900, env: { COMPILED_TESTS: join(folder, 'compiled') } },
	);
	console.log(output);
	if (timedOut) {
		console.error('The tests were stopped: they did not end.');
	}
	return status === 0 && !timedOut ? 0 : 1;
}

function testFiles() {
	const folder = join(root, 'test', 'unit');
	return readdirSync(folder, { recursive: true })
		.filter((file) => file.endsWith('.test.ts'))
		.sort()
		.map((file) => join(folder, file));
}

/** The address of a file of this machine in Wine, where the drive Z holds all of them. */
function windowsUrl(path) {
	return pathToFileURL(path).href.replace('file:///', 'file:///Z:/');
}
