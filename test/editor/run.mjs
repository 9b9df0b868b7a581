// Tests the extension, installed from its VSIX, in real VS Code servers driven by a headless browser.
//
//   node test/editor/run.mjs [--version 1.100.3]... [--only host|ui|virtual|speed|trust|images] [--grep WORDS] [--packaged] [--hosts 7]
//
// `host` and `ui` run in a workspace that is trusted; `virtual` in one whose folder is not on disk; `trust` in one that is not trusted,
// with a server that asks. `speed` prints how fast we are in an extension host that has loaded nothing of us, and with `--hosts` the medians of as many of them.
// `images`, which only runs when it is asked for, makes the pictures of docs/images: that is `npm run images`.
// `--packaged` uses the VSIX that is there instead of making one.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { addCounts, countsVariable, readCounts } from '../../scripts/counts.mjs';
import { packageExtension } from '../../scripts/package.mjs';
import { keepImages } from '../../scripts/keepImages.mjs';
import { ensurePrerequisites, findBrowser } from '../../scripts/prerequisites.mjs';
import { vsixFile } from '../../scripts/project.mjs';
import { onStopSignal } from '../../scripts/runCommand.mjs';
import {
	ensureVscodeServer,
	installExtension,
	startVscodeServer,
	vscodeVersions,
} from '../../scripts/vscodeServer.mjs';
import { bundleSuites, developmentExtension, testsEntry } from './bundle.mjs';
import { copyOfSampleWorkspace, scratchFolder, workspaceInMemory } from './scratch.mjs';
import { runUiTests } from './uiTests.mjs';

/** The time limit of the suites in the extension host. */
const hostMinutes = 10;

/** Keeps VS Code itself quiet, so that what a test sees is ours. */
const machineSettings = {
	'chat.disableAIFeatures': true,
	'extensions.autoCheckUpdates': false,
	'extensions.ignoreRecommendations': true,
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.startupEditor': 'none',
	'workbench.tips.enabled': false,
};

const browserFlags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const { values: options } = parseArgs({
	options: {
		version: { type: 'string', multiple: true, default: [...vscodeVersions] },
		only: { type: 'string' },
		grep: { type: 'string' },
		packaged: { type: 'boolean', default: false },
		hosts: { type: 'string', default: '1' },
	},
});

/**
 * What runs with one server: the suites of the extension host and of the user interface, each with its folder.
 *
 * @typedef {object} Run
 * @property {'trusted' | 'virtual' | 'speed' | 'trust' | 'images'} name
 * @property {boolean} trusting The server trusts every folder; else it asks.
 * @property {string} [host]
 * @property {string} [ui]
 * @property {(scratch: string) => string} [open] Makes the workspace of the host; a copy of the sample workspace unless told.
 * @property {true} [onRequest] It tests nothing: it only runs when it is asked for by its name.
 */

/** @type {readonly Run[]} */
const runs = [
	{ name: 'trusted', trusting: true, host: 'suite', ui: 'ui' },
	{ name: 'virtual', trusting: true, host: 'virtual', open: workspaceInMemory },
	{ name: 'speed', trusting: true, host: 'speed' },
	{ name: 'trust', trusting: false, host: 'restricted', ui: 'restricted-ui' },
	{ name: 'images', trusting: true, ui: 'images', onRequest: true },
];

try {
	process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}

/** @returns {Promise<boolean>} All tests passed. */
async function main() {
	const missing = await ensurePrerequisites(['browser', 'ripgrep']);
	if (missing.length > 0) {
		throw new Error(missing.join('\n'));
	}
	const vsix = options.packaged ? vsixFile() : await packageExtension();
	if (!existsSync(vsix)) {
		throw new Error(`There is no ${vsix} to test: packaging it failed.`);
	}
	await bundleSuites();
	const browser = await chromium.launchServer({ executablePath: findBrowser(), args: browserFlags });
	try {
		let passed = true;
		for (const version of options.version) {
			passed = (await testVersion(version, vsix, browser)) && passed;
		}
		return passed;
	} finally {
		await browser.close();
	}
}

async function testVersion(version, vsix, browser) {
	if (!vscodeVersions.includes(version)) {
		throw new Error(`There is no server of VS Code ${version}; there are ${vscodeVersions.join(' and ')}.`);
	}
	const server = await ensureVscodeServer(version);
	const folder = scratchFolder('editor-test');
	const dataFolder = join(folder, 'data');
	const settingsFolder = join(dataFolder, 'data', 'Machine');
	mkdirSync(settingsFolder, { recursive: true });
	writeFileSync(join(settingsFolder, 'settings.json'), JSON.stringify(machineSettings));
	await installExtension(server, dataFolder, vsix);

	const results = [];
	try {
		for (const run of runs) {
			const parts = partsOf(run);
			if (parts.length > 0) {
				const scratch = join(folder, run.name);
				mkdirSync(scratch);
				results.push(await testParts(run, parts, { server, dataFolder, scratch, version, browser }));
			}
		}
		return results.every(Boolean);
	} finally {
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** The parts of a run that are asked for. */
function partsOf({ name, onRequest = false, ...suites }) {
	const parts = ['host', 'ui'].filter((part) => suites[part] !== undefined);
	return options.only === name || (options.only === undefined && !onRequest)
		? parts
		: name === 'trusted'
			? parts.filter((part) => part === options.only)
			: [];
}

/** Runs parts of the tests with one server. */
async function testParts(run, parts, { server, dataFolder, scratch, version, browser }) {
	const report = { output: join(scratch, 'output.txt'), counts: join(scratch, 'counts') };
	const figures = join(scratch, 'figures');
	const running = await startVscodeServer(server, {
		dataFolder,
		driven: true,
		trusting: run.trusting,
		env: {
			LOPENDE_ZAKEN_TEST_OUTPUT: report.output,
			LOPENDE_ZAKEN_TEST_SUITES: run.host,
			LOPENDE_ZAKEN_TEST_GREP: options.grep ?? '',
			LOPENDE_ZAKEN_TEST_FIGURES: figures,
			[countsVariable]: report.counts,
		},
	});
	const releaseSignals = onStopSignal(() => void running.stop().then(() => process.exit(1)));
	const where = run.trusting ? '' : ', in a workspace that is not trusted';
	try {
		const results = [];
		if (parts.includes('host')) {
			console.log(`\nVS Code ${version}, in the extension host${where}`);
			const times = run.name === 'speed' ? Number(options.hosts) : 1;
			for (let time = 1; time <= times; time++) {
				const open = (again) => (run.open ?? copyOfSampleWorkspace)(join(scratch, `host-${time}${again}`));
				results.push(await runHostSuitesTwice(running.url, open, browser, report));
			}
			if (times > 1) {
				printMedians(figures);
			}
		}
		if (parts.includes('ui')) {
			console.log(`\nVS Code ${version}, in the browser${where}`);
			const { url } = running;
			const pictures = join(scratch, 'pictures');
			const env = { LOPENDE_ZAKEN_TEST_PICTURES: pictures };
			results.push(await runUiTests(run.ui, { url, browser, version, scratch, grep: options.grep, env }));
			if (run.name === 'images') {
				await keepImages(pictures);
			}
		}
		return results.every(Boolean);
	} finally {
		releaseSignals();
		await running.stop();
	}
}

/** Prints what the hosts have measured, with how busy the machine was in the last minutes. */
function printMedians(file) {
	const figures = new Map();
	for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
		const { what, milliseconds } = JSON.parse(line);
		figures.set(what, [...(figures.get(what) ?? []), milliseconds]);
	}
	console.log(
		`\nMedians (load of the machine ${loadavg()[1].toFixed(1)} on ${availableParallelism()} cores)`,
	);
	for (const [what, unsorted] of figures) {
		const sorted = unsorted.toSorted((one, other) => one - other);
		const median = sorted[Math.floor(sorted.length / 2)];
		console.log(
			`${what.padEnd(62)} median of ${sorted.length} ${median.toFixed(1)} ms, least ${sorted[0].toFixed(1)} ms`,
		);
	}
}

/** Runs the suites in an extension host, once more when a test fails: for the reasons told at `runUiTests`. */
async function runHostSuitesTwice(url, open, browserServer, report) {
	const first = await runHostSuites(url, open(''), browserServer, report);
	if (first.passed || first.counts.failed === 0) {
		addCounts(first.passed ? first.counts : { ...first.counts, failed: 1 });
		return first.passed;
	}
	console.log('\nOnce more, in a new workbench and a new workspace');
	const second = await runHostSuites(url, open('-again'), browserServer, report);
	console.log(second.passed ? 'UNSTABLE: failed once, then passed' : 'Failed twice');
	addCounts(second.passed ? second.counts : { ...second.counts, failed: Math.max(1, second.counts.failed) });
	return second.passed;
}

/**
 * Opens a workbench that runs the suites in its extension host, and waits until it tells how they went.
 *
 * @returns {Promise<{passed: boolean, counts: import('../../scripts/counts.mjs').Counts}>}
 */
async function runHostSuites(url, workspace, browserServer, report) {
	rmSync(report.output, { force: true });
	rmSync(report.counts, { force: true });
	const browser = await chromium.connect(browserServer.wsEndpoint());
	const page = await browser.newPage();
	const log = [];
	page.on('pageerror', (error) => log.push(String(error)));
	page.on('console', (message) => log.push(message.text()));
	let timer;
	try {
		await page.exposeFunction('codeAutomationLog', () => undefined);
		const exit = new Promise((resolve) => {
			timer = setTimeout(() => resolve('time-out'), hostMinutes * 60_000);
			void page.exposeFunction('codeAutomationExit', resolve);
		});
		await page.goto(workbenchAddress(url, workspace));
		const code = await exit;
		process.stdout.write(existsSync(report.output) ? readFileSync(report.output, 'utf8') : '');
		const counts = readCounts(report.counts);
		if (code === 0 && counts.passed > 0) {
			return { passed: true, counts };
		}
		const screenshot = join(scratchFolder('screenshot'), 'host.png');
		await page.screenshot({ path: screenshot });
		if (counts.failed === 0) {
			const reason = code === 'time-out' ? `did not end within ${hostMinutes} minutes` : `ended with ${code}`;
			console.error(`The suites ${reason}. The workbench said last:\n${log.slice(-20).join('\n')}`);
		}
		console.error(`Screenshot: ${screenshot}`);
		return { passed: false, counts };
	} finally {
		clearTimeout(timer);
		await browser.close();
	}
}

function workbenchAddress(url, workspace) {
	const remote = (path) => `vscode-remote://${new URL(url).host}${path}`;
	const address = new URL(url);
	address.searchParams.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', workspace);
	address.searchParams.set(
		'payload',
		JSON.stringify([
			['extensionDevelopmentPath', remote(developmentExtension)],
			['extensionTestsPath', remote(testsEntry)],
			['skipWelcome', 'true'],
			['skipReleaseNotes', 'true'],
		]),
	);
	return address.href;
}
