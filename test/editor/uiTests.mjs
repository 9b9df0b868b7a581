import { join } from 'node:path';
import process from 'node:process';
import { addCounts, countsVariable, readEachCounts } from '../../scripts/counts.mjs';
import { root } from '../../scripts/project.mjs';
import { runCommand } from '../../scripts/runCommand.mjs';

/** The time limit of the tests of the user interface, of each attempt. */
const minutes = 15;

/**
 * @typedef {object} UiRun
 * @property {string} url Where VS Code is served.
 * @property {import('playwright-core').BrowserServer} browser
 * @property {string} version Of VS Code.
 * @property {string} scratch A folder to write in.
 * @property {string} [grep] Only tests with these words.
 * @property {NodeJS.ProcessEnv} [env] What the tests are told besides.
 */

/**
 * Runs the tests that look at the workbench from outside, in plain Node. They open it with `ui/openWorkbench.ts`.
 *
 * A file of which a test failed is run once more, in new workbenches, and that is said: on a busy machine a workbench loses a
 * click or the focus now and then, in one of a hundred such runs, and with it all tests after that one. What is ours to mend
 * fails again. The counts are those of the last attempt of each file.
 *
 * @param {string} suites The folder that they are in.
 * @param {UiRun} run
 * @returns {Promise<boolean>} All tests passed.
 */
export async function runUiTests(suites, run) {
	const first = await attempt([`test/editor/${suites}/**/*.test.ts`], run, join(run.scratch, `${suites}-1`));
	const again = first.counts.filter(({ failed }) => failed > 0).map(({ file }) => file);
	// Without counts, or with failures of no known file, it was not a test that went wrong.
	if (first.passed || again.length === 0 || again.includes(undefined)) {
		return conclude(first.counts, first.passed);
	}
	console.log(`\nOnce more, in new workbenches: ${again.join(', ')}`);
	const second = await attempt(again, run, join(run.scratch, `${suites}-2`));
	const names = again.join(', ');
	console.log(second.passed ? `UNSTABLE: failed once, then passed: ${names}` : `Failed twice: ${names}`);
	return conclude(
		[...first.counts.filter(({ file }) => !again.includes(file)), ...second.counts],
		second.passed,
	);
}

/** Adds the counts to those of the whole run: at least one failure when it did not pass. */
function conclude(counts, passed) {
	counts.forEach(addCounts);
	if (!passed && counts.every(({ failed }) => failed === 0)) {
		addCounts({ passed: 0, failed: 1 });
	}
	return passed;
}

/** Runs the tests of some files once. */
async function attempt(files, { url, browser, version, grep, env }, countsFile) {
	const { status, timedOut } = await runCommand(
		process.execPath,
		[
			...['--import', 'tsx', join('node_modules', 'mocha', 'bin', 'mocha.js')],
			...['--no-config', '--timeout', '60000', '--forbid-only', '--forbid-pending', '--exit'],
			...['--reporter', './scripts/mochaCounts.mjs', ...(grep ? ['--grep', grep] : [])],
			...files,
		],
		{
			cwd: root,
			timeoutSeconds: minutes * 60,
			env: {
				[countsVariable]: countsFile,
				LOPENDE_ZAKEN_TEST_SERVER: url,
				LOPENDE_ZAKEN_TEST_BROWSER: browser.wsEndpoint(),
				LOPENDE_ZAKEN_TEST_VSCODE: version,
				...env,
			},
		},
	);
	if (timedOut) {
		console.error(`The tests of the user interface were stopped after ${minutes} minutes.`);
	}
	return { passed: status === 0, counts: readEachCounts(countsFile) };
}
