import assert from 'node:assert/strict';
import { loadedAtStart } from '../loadedAtStart';

/** What a first XML document does not need before it has been checked. */
const heavy =
	/^(?:node_modules|l10n\/nl\/about|src\/(?:certificates|schema|onboarding)\/|src\/documents\/(?:registry|.+\/rules)|src\/validation\/explain)/;

describe('the start of the extension', () => {
	it('loads no rules, no words of findings, no library and no feature before it is used', async () => {
		assert.deepEqual(
			(await loadedAtStart('src/extension.ts')).filter((file) => heavy.test(file)),
			// They only say where a folder is, what a setting may be, and how files are called.
			[
				'src/certificates/authorityFolder.ts',
				'src/certificates/warnDays.ts',
				'src/certificates/fileExtensions.ts',
			],
		);
	});
});
