import assert from 'node:assert/strict';
import { languageOf } from '../../../src/cli/language';

describe('languageOf', () => {
	const cases: readonly (readonly [args: readonly string[], language: string])[] = [
		[[], 'nl'],
		[['validate', 'a.xml'], 'nl'],
		[['--lang', 'en', 'validate'], 'en'],
		[['validate', '--lang', 'en', '--help'], 'en'],
		[['--lang=en'], 'en'],
		[['--lang', 'en', '--lang=nl'], 'nl'],
		[['--lang', 'fr'], 'nl'],
		[['--lang'], 'nl'],
		[['validate', '--', '--lang', 'en'], 'nl'],
	];
	for (const [args, language] of cases) {
		it(`reads "${args.join(' ')}" as ${language}`, () => {
			assert.equal(languageOf(args), language);
		});
	}
});
