// `npm test`: installs what is missing, runs all tests and tells the true sum. `npm test -- unit editor` runs some steps.
import './requireNode.mjs';

const { mkdtempSync, rmSync } = await import('node:fs');
const { tmpdir } = await import('node:os');
const { join } = await import('node:path');
const { countsVariable, readCounts } = await import('./counts.mjs');
const { ensureDependencies } = await import('./dependencies.mjs');
const { ensurePrerequisites } = await import('./prerequisites.mjs');
const { root } = await import('./project.mjs');
const { onStopSignal, runCommand } = await import('./runCommand.mjs');
const { vscodeVersions } = await import('./vscodeServer.mjs');

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly (readonly string[])[]} commands Arguments for Node, one command after the other.
 * @property {number} minutes The time limit of each command.
 * @property {readonly import('./prerequisites.mjs').Prerequisite[]} [needs]
 * @property {string} [after] The step that makes what this one uses.
 * @property {true} [counts] It tells how many tests passed and failed; a step that does not is one test.
 * @property {true} [optional] It skips itself, and says why, on a machine that lacks what it needs.
 */

const tool = (path) => join('node_modules', ...path.split('/'));

/** @type {readonly Step[]} */
const steps = [
	{ name: 'build', commands: [['esbuild.mjs']], minutes: 3 },
	{
		name: 'lint',
		commands: [
			[tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0'],
			[tool('prettier/bin/prettier.cjs'), '--check', '.'],
		],
		minutes: 10,
	},
	{
		name: 'types',
		// What runs in a web view has the names of a browser and not those of Node, so it is a project of its own.
		commands: ['tsconfig.json', 'src/editor/certificates/view/tsconfig.json'].map((project) => [
			...[tool('typescript/bin/tsc'), '--noEmit', '-p', project],
		]),
		minutes: 5,
	},
	{
		name: 'unit',
		commands: [
			[
				tool('mocha/bin/mocha.js'),
				'test/unit/**/*.test.ts',
				'--forbid-pending',
				'--reporter',
				'./scripts/mochaCounts.mjs',
			],
		],
		minutes: 15,
		after: 'build',
		counts: true,
	},
	{ name: 'nodes', commands: [['test/nodes/run.mjs']], minutes: 5, after: 'build', counts: true },
	{ name: 'tls', commands: [['test/tls/run.mjs']], minutes: 10, after: 'build', counts: true },
	{
		name: 'windows',
		commands: [['test/windows/run.mjs']],
		minutes: 20,
		after: 'build',
		counts: true,
		optional: true,
	},
	{ name: 'package', commands: [['scripts/checkPackage.mjs']], minutes: 5, counts: true },
	{
		name: 'oracle',
		commands: [['test/oracle/run.mjs']],
		minutes: 10,
		needs: ['xmllint'],
		counts: true,
	},
	{
		name: 'interop',
		commands: [['test/interop/run.mjs']],
		minutes: 12,
		after: 'build',
		counts: true,
		optional: true,
	},
	...vscodeVersions.map((version) => ({
		name: `editor-${version}`,
		commands: [['test/editor/run.mjs', '--version', version, '--packaged']],
		minutes: 30,
		needs: ['browser', 'ripgrep'],
		after: 'package',
		counts: true,
	})),
];

const chosen = chooseSteps(process.argv.slice(2));
const scratch = mkdtempSync(join(tmpdir(), 'lopende-zaken-test-'));
try {
	await ensureDependencies();
	const results = [];
	let stopped = false;
	onStopSignal(() => (stopped = true));
	for (const [index, step] of chosen.entries()) {
		if (stopped) {
			break;
		}
		results.push(await runStep(step, join(scratch, `${index}.counts`)));
	}
	report(results);
} catch (error) {
	console.error(error.message);
	report([{ name: 'install', passed: 0, failed: 1, seconds: 0, note: 'see above' }]);
} finally {
	rmSync(scratch, { recursive: true, force: true });
}

/** The steps that the words name (`editor` is all that begin so), with what those need; all when there are no words. */
function chooseSteps(words) {
	const names = new Set();
	for (const word of words) {
		const found = steps.filter(({ name }) => name === word || name.startsWith(`${word}-`));
		if (found.length === 0) {
			console.error(`There is no step '${word}'. The steps: ${steps.map(({ name }) => name).join(', ')}.`);
			process.exit(2);
		}
		found.forEach(({ name, after }) => [name, after].forEach((wanted) => names.add(wanted)));
	}
	return words.length === 0 ? steps : steps.filter(({ name }) => names.has(name));
}

/** @param {Step} step */
async function runStep(
	{ name, commands, minutes, needs = [], counts = false, optional = false },
	countsFile,
) {
	console.log(`\n=== ${name} ===`);
	const start = performance.now();
	const notes = [];
	const missing = await ensurePrerequisites(needs);
	if (missing.length > 0) {
		missing.forEach((sentence) => console.error(sentence));
		notes.push('something is missing: see above');
	}
	for (const args of missing.length > 0 ? [] : commands) {
		const { status, timedOut } = await runCommand(process.execPath, args, {
			cwd: root,
			timeoutSeconds: minutes * 60,
			env: { [countsVariable]: countsFile },
		});
		if (timedOut) {
			notes.push(`stopped after ${minutes} minutes`);
		} else if (status !== 0) {
			notes.push(`exit status ${status}`);
		}
	}
	const counted = counts ? readCounts(countsFile) : { passed: notes.length === 0 ? 1 : 0, failed: 0 };
	const ranNone = counts && notes.length === 0 && counted.passed + counted.failed === 0;
	if (ranNone && !optional) {
		notes.push('ran no test');
	}
	return {
		name,
		passed: counted.passed,
		// What went wrong before a test could fail is a failure as well.
		failed: notes.length > 0 ? Math.max(1, counted.failed) : counted.failed,
		seconds: (performance.now() - start) / 1000,
		note: ranNone && optional ? 'skipped: see above' : notes.join('; '),
	};
}

function report(results) {
	console.log('\nstep             passed  failed  seconds');
	for (const { name, passed, failed, seconds, note } of results) {
		const columns = [name.padEnd(15), String(passed).padStart(8), String(failed).padStart(8)];
		console.log(`${columns.join('')}${seconds.toFixed(1).padStart(9)}  ${note}`.trimEnd());
	}
	const sum = (key) => results.reduce((total, result) => total + result[key], 0);
	console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
	process.exitCode = sum('failed') === 0 ? 0 : 1;
}
