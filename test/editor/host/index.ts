import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { format } from 'node:util';
import Mocha from 'mocha';

/**
 * Runs the suites in the extension host. VS Code calls it, and takes a rejection for a failed run.
 *
 * The harness says by variables where the words go (`LOPENDE_ZAKEN_TEST_OUTPUT`, a file; the console when absent), which
 * folder of suites to run (`LOPENDE_ZAKEN_TEST_SUITES`, `suite` when absent) and which tests of it
 * (`LOPENDE_ZAKEN_TEST_GREP`).
 */
export async function run(): Promise<void> {
	const output = process.env['LOPENDE_ZAKEN_TEST_OUTPUT'];
	if (output !== undefined) {
		Mocha.reporters.Base.consoleLog = (...words: unknown[]) => {
			appendFileSync(output, `${format(...words)}\n`);
		};
	}
	const mocha = new Mocha({
		ui: 'bdd',
		timeout: 30_000,
		color: false,
		forbidOnly: true,
		forbidPending: true,
		reporter: join(__dirname, '..', '..', '..', 'scripts', 'mochaCounts.mjs'),
	});
	const grep = process.env['LOPENDE_ZAKEN_TEST_GREP'];
	if (grep) {
		mocha.grep(grep);
	}
	const suites = join(__dirname, '..', process.env['LOPENDE_ZAKEN_TEST_SUITES'] ?? 'suite');
	for (const file of readdirSync(suites).filter((name) => name.endsWith('.test.cjs'))) {
		mocha.addFile(join(suites, file));
	}
	await mocha.loadFilesAsync();
	const failures = await new Promise<number>((resolve) => mocha.run(resolve));
	if (failures > 0) {
		throw new Error(`${failures} failed`);
	}
}
