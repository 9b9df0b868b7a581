import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { allTexts } from '../../../src/validation/explain';
import { findingsDocument } from '../../../src/validation/findingsDocument';

describe('docs/findings.md', () => {
	it('is what `npm run docs` writes today', () => {
		assert.equal(
			readFileSync(new URL('../../../docs/findings.md', import.meta.url), 'utf8'),
			findingsDocument(),
			'Run npm run docs and commit the result',
		);
	});

	it('has every code once, under an anchor of its own', () => {
		const anchors = [...findingsDocument().matchAll(/<a id="([^"]+)">/g)].map(([, code]) => code);
		assert.deepEqual(anchors.toSorted(), [...allTexts.keys()].toSorted());
	});

	it('says where every rule comes from and what it means', () => {
		for (const [code, texts] of allTexts) {
			assert.match(code, /^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/);
			assert.notEqual(texts.source.trim(), '', code);
			assert.match(texts.about, /[.?]$/, code);
		}
	});
});
