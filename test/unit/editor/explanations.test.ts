import assert from 'node:assert/strict';
import about from '../../../l10n/nl/about.json';
import { allTexts } from '../../../src/validation/explain';

describe('the explanation of a finding', () => {
	const english = new Set([...allTexts.values()].map((texts) => texts.about));

	it('is there in Dutch for every code', () => {
		const missing = [...allTexts].filter(([, texts]) => !(texts.about in about)).map(([code]) => code);
		assert.deepEqual(missing, []);
	});

	it('has no Dutch for what is said no more', () => {
		assert.deepEqual(
			Object.keys(about).filter((text) => !english.has(text)),
			[],
		);
	});
});
