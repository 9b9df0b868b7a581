import assert from 'node:assert/strict';
import { EditedText } from '../../../src/xml/editedText';
import { edited, type Edit } from '../../../src/xml/repair';

const edit = (start: number, end: number, text: string): Edit => ({ span: { start, end }, text });

describe('A text that is edited in steps', () => {
	it('tells the changes of the original, each at its own place', () => {
		const text = new EditedText('een twee drie');
		text.apply([edit(9, 13, 'DRIE'), edit(0, 3, 'nul, een')]);
		assert.equal(text.text, 'nul, een twee DRIE');
		text.apply([edit(0, 5, ''), edit(9, 13, '2')]);
		assert.equal(text.text, 'een 2 DRIE');
		assert.deepEqual(text.edits(), [edit(0, 3, 'een'), edit(4, 8, '2'), edit(9, 13, 'DRIE')]);
	});

	it('knows of no change when nothing was changed, or only put in and taken away again', () => {
		const text = new EditedText('ab');
		assert.deepEqual(text.edits(), []);
		text.apply([edit(1, 1, 'x')]);
		assert.deepEqual(text.edits(), [edit(1, 1, 'x')]);
		text.apply([edit(1, 2, '')]);
		assert.deepEqual(text.edits(), []);
	});

	it('gets to the same text at once as in steps, whatever the steps', () => {
		// A generator of Lehmer (Park and Miller, 1988), so that each run has the same steps.
		let seed = 42;
		const below = (limit: number): number => {
			seed = (seed * 48_271) % 2_147_483_647;
			return seed % limit;
		};
		for (let run = 0; run < 300; run++) {
			const original = Array.from({ length: below(30) }, () => String.fromCharCode(97 + below(26))).join('');
			const text = new EditedText(original);
			let expected = original;
			for (let step = 0; step < 6; step++) {
				const cuts = Array.from({ length: 4 }, () => below(expected.length + 1)).toSorted((a, b) => a - b);
				const [a = 0, b = 0, c = 0, d = 0] = cuts;
				const edits = [
					edit(a, b, 'X'.repeat(below(3))),
					...(c > b ? [edit(c, d, 'Y'.repeat(below(3)))] : []),
				];
				expected = edited(expected, edits);
				text.apply(edits);
				assert.equal(text.text, expected);
			}
			const all = text.edits();
			assert.equal(edited(original, all), expected);
			assert.ok(all.every(({ span }, index) => span.start >= (all[index - 1]?.span.end ?? 0)));
		}
	});
});
