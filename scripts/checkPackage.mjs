// Packages the extension and checks what is in it: no tests, no sources, no keys, small, and it works from there.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { addCounts } from './counts.mjs';
import { listPackagedFiles, packageExtension } from './package.mjs';
import { readManifest, root, sampleWorkspace } from './project.mjs';
import { runCommand } from './runCommand.mjs';
import { ensureVscodeServer, installExtension, vscodeVersions } from './vscodeServer.mjs';

/** The most that the product may weigh. */
const largestVsix = 1_000_000;

const required = [
	'CHANGELOG.md',
	'LICENSE',
	'README.md',
	'ThirdPartyNotices.txt',
	'dist/certificateView.js',
	'dist/certificates.worker.mjs',
	'dist/cli.cjs',
	'dist/engine.worker.mjs',
	'dist/extension.cjs',
	'dist/extension.mjs',
	'dist/cli.mjs',
	'dist/libxml2.wasm.br',
	'docs/findings.md',
	'package.json',
	'package.nls.json',
];

const allowed = [
	/^dist\/chunks\/[\w-]+\.mjs$/,
	/^package\.nls\.\w+\.json$/,
	/^schemas\/[\w.-]+\.(xsd|json)$/,
	/^snippets\/[\w-]+\.(json|code-snippets)$/,
	/^media\/[\w/-]+\.(png|svg|md|css|js)$/,
];

const folder = mkdtempSync(join(tmpdir(), 'lopende-zaken-package-'));
const counts = { passed: 0, failed: 0 };
let vsix = '';

await check('the extension is packaged', async () => {
	vsix = await packageExtension();
});
if (vsix !== '') {
	await checkContents();
}

rmSync(folder, { recursive: true, force: true });
addCounts(counts);
process.exitCode = counts.failed === 0 ? 0 : 1;

async function checkContents() {
	let files = [];
	let installed = '';
	await check(`the VSIX is smaller than ${largestVsix} bytes`, () => {
		const { size } = statSync(vsix);
		assert.ok(size < largestVsix, `it is ${size} bytes`);
	});
	await check('it holds all that the product needs', async () => {
		files = await listPackagedFiles();
		assert.deepEqual(
			required.filter((file) => !files.includes(file)),
			[],
		);
	});
	await check('it holds nothing else: no tests, sources, fixtures or keys', () => {
		assert.deepEqual(
			files.filter((file) => !required.includes(file) && !allowed.some((pattern) => pattern.test(file))),
			[],
		);
	});
	await check('it names the licences of libxml2 and its WebAssembly build', () => {
		const notices = readFileSync(join(root, 'ThirdPartyNotices.txt'), 'utf8');
		assert.match(notices, /^libxml2-wasm \S+ \(MIT\)$/m);
		assert.match(notices, /Daniel Veillard/);
	});
	await check('VS Code installs it', async () => {
		await installExtension(await ensureVscodeServer(vscodeVersions[0]), folder, vsix);
		const { publisher, name, version } = readManifest();
		installed = join(folder, 'extensions', `${publisher}.${name}-${version}`);
		assert.ok(
			existsSync(installed),
			`there is no ${installed}, but ${readdirSync(join(folder, 'extensions'))}`,
		);
	});
	await check('the command line in it validates the sample messages', async () => {
		const { status, output } = await runCommand(
			process.execPath,
			[join(installed, 'dist', 'cli.cjs'), 'validate', '--format', 'json', sampleWorkspace],
			{ cwd: folder, quiet: true, timeoutSeconds: 60 },
		);
		assert.equal(status, 1, `the samples hold faults, so the exit status is 1:\n${output}`);
		const { summary } = JSON.parse(output);
		assert.ok(summary.valid > 0 && summary.errors > 0, output);
	});
}

async function check(title, test) {
	try {
		await test();
		counts.passed += 1;
		console.log(`  ok      ${title}`);
	} catch (error) {
		counts.failed += 1;
		console.log(`  FAILED  ${title}: ${error.message}`);
	}
}
