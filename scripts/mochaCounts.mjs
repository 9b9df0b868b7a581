import { reporters } from 'mocha';
import { addCounts } from './counts.mjs';

/** Mocha's `spec` reporter, which also adds the true numbers to the counts of the whole run. */
export default class MochaCounts extends reporters.Spec {
	constructor(runner, options) {
		super(runner, options);
		runner.once('end', () => addCounts({ passed: this.stats.passes, failed: this.stats.failures }));
	}
}
