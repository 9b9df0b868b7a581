import assert from 'node:assert/strict';
import { change, recogniseText } from '../marked';
import { agreement } from './agreement';

const id = 'Voorbeeldservice_00000099000000011000_00000099000000022000_1';

function keysOf(text: string) {
	const { kind, subject } = recogniseText(text);
	return kind.uniqueKeys?.(subject) ?? [];
}

describe('The id of a CPA', () => {
	it('is unique, at its value', () => {
		const start = agreement.indexOf(id);
		assert.deepEqual(
			keysOf(agreement).map(({ code, key, span, data }) => ({ code, key, span, data })),
			[
				{
					code: 'cpa.id-duplicate',
					key: id,
					span: { start, end: start + id.length },
					data: { cpaId: id },
				},
			],
		);
	});

	it('has the same content in a copy, and another in a CPA that differs', () => {
		const content = (text: string): string | undefined => keysOf(text)[0]?.content;
		assert.equal(content(agreement.replace('?>\n', '?>\n<!-- kopie -->\n')), content(agreement));
		assert.notEqual(content(change(agreement, ['"agreed"', '"signed"'])), content(agreement));
	});

	it('says nothing where it is missing, empty or to be filled in', () => {
		for (const other of ['', '  ', '[uw_cpa_id]']) {
			assert.deepEqual(keysOf(change(agreement, [`cpaid="${id}"`, `cpaid="${other}"`])), []);
		}
		assert.deepEqual(keysOf(change(agreement, [`tp:cpaid="${id}"`, ''])), []);
	});
});
