import { relative } from 'node:path';
import process from 'node:process';
import { reporters, Runner } from 'mocha';
import { addCounts } from './counts.mjs';

const { EVENT_RUN_END, EVENT_TEST_FAIL, EVENT_TEST_PASS } = Runner.constants;

/** Mocha's `spec` reporter, which also adds the true numbers to the counts of the whole run: of each file, as far as it is known. */
export default class MochaCounts extends reporters.Spec {
	constructor(runner, options) {
		super(runner, options);
		const files = new Map();
		const count = (outcome) => (test) => {
			const counts = files.get(test.file) ?? { passed: 0, failed: 0 };
			files.set(test.file, { ...counts, [outcome]: counts[outcome] + 1 });
		};
		runner.on(EVENT_TEST_PASS, count('passed'));
		runner.on(EVENT_TEST_FAIL, count('failed'));
		runner.once(EVENT_RUN_END, () => {
			for (const [file, counts] of files) {
				addCounts({ ...counts, ...(file && { file: relative(process.cwd(), file) }) });
			}
		});
	}
}
