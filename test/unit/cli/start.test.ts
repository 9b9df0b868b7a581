import assert from 'node:assert/strict';
import { loadedAtStart } from '../loadedAtStart';

describe('the start of validate', () => {
	for (const entry of ['src/cli/commands/validate.ts', 'src/validation/engine.worker.ts']) {
		it(`loads nothing that judges certificates before there is one: ${entry}`, async () => {
			const judges =
				/(?:completeReports?|judgeCertificates|certificates\/(?:inspect|containers\/\w+Certificates|profile\/checks))\.ts$|node-forge/;
			const loaded = await loadedAtStart(entry);
			assert.ok(loaded.length > 100);
			assert.deepEqual(
				loaded.filter((file) => judges.test(file)),
				[],
			);
		});
	}
});
