import assert from 'node:assert/strict';
import { evidenceFiles } from '../../../src/onboarding/evidence/evidenceFiles';
import type { JsonObject } from '../../../src/onboarding/json';
import type { Evidence } from '../../../src/onboarding/progress/progress';

const sha256 = 'ab'.repeat(32);

function evidence(rest: JsonObject, file?: string): Evidence {
	const kept = file === undefined ? {} : { file, sha256 };
	return { kind: 'validation', when: '2027-06-08', outcome: 'valid', summary: '', ...kept, rest };
}

describe('The files of a piece of evidence', () => {
	const cases: readonly (readonly [string, Evidence, readonly object[]])[] = [
		['its own', evidence({}, 'a.xml'), [{ file: 'a.xml', sha256 }]],
		['none', evidence({ connection: 'preprod' }), []],
		[
			'those that were checked together',
			evidence({ files: [{ file: 'a.xml', sha256 }, { file: 'b.xml' }] }),
			[{ file: 'a.xml', sha256 }, { file: 'b.xml' }],
		],
		['none of what somebody made of the list', evidence({ files: 'a.xml' }), []],
		[
			'what is left of a list that somebody wrote in',
			evidence({ files: [null, 'a.xml', { sha256 }, { file: 7 }, { file: 'b.xml', sha256: 1 }] }),
			[{ file: 'b.xml' }],
		],
	];

	for (const [name, given, files] of cases) {
		it(`are ${name}`, () => {
			assert.deepEqual(evidenceFiles(given), files);
		});
	}
});
