import assert from 'node:assert/strict';
import { readContainer } from '../../../../src/certificates/containers/readContainer';
import { containerTexts, type ContainerFindings } from '../../../../src/certificates/containerTexts';
import { textTable } from '../../../../src/finding';
import { createTranslate } from '../../../../src/text';
import { damagedContainer, originals, password } from './damagedContainer';

/** How many documents; the seed of each is its number, so that each can be made again. */
const documents = 2_000;

describe('Damaged containers', () => {
	const texts = textTable<ContainerFindings>(containerTexts);
	const translate = [createTranslate(() => 'nl'), createTranslate(() => 'en')];

	it(`are read without a crash and within two seconds each (${documents})`, function () {
		this.timeout(120_000);
		for (let seed = 1; seed <= documents; seed++) {
			const { name, bytes, ...options } = damagedContainer(seed);
			const begun = performance.now();
			const container = readContainer(bytes, options);
			const took = performance.now() - begun;
			assert.ok(took < 2000, `${name}, seed ${seed} took ${took} ms`);
			for (const { code, data, span } of container.findings) {
				const { problem, cure } = texts.get(code) ?? assert.fail(code);
				for (const t of translate) {
					assert.doesNotMatch(`${problem(data, t)} ${cure(data, t)}`, /undefined|\{\d\}|NaN/, `seed ${seed}`);
				}
				assert.ok(span.start >= 0 && span.start <= span.end && span.end <= bytes.length, `seed ${seed}`);
			}
		}
	});

	it('are not damaged before: the originals have certificates or a request', () => {
		for (const [name, bytes] of originals) {
			const container = readContainer(bytes, { password });
			assert.ok(container.state === 'read', name);
			assert.ok(container.entries.length + container.requests.length > 0, name);
		}
	});
});
