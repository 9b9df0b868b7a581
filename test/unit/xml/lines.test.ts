import { deepEqual, equal } from 'node:assert/strict';
import { createLineIndex } from '../../../src/xml/lines';

describe('Lines of a text', () => {
	const text = 'ab\ncd\r\n\re\u{1f600}f\n';
	//            012 345 6  7 8 9,10    11 12
	const rows: readonly (readonly [offset: number, line: number, character: number])[] = [
		[0, 0, 0],
		[1, 0, 1],
		[2, 0, 2],
		[3, 1, 0],
		[5, 1, 2],
		[7, 2, 0],
		[8, 3, 0],
		[9, 3, 1],
		[11, 3, 3],
		[12, 3, 4],
		[13, 4, 0],
	];
	for (const [offset, line, character] of rows) {
		it(`have offset ${offset} at line ${line}, character ${character}, and back`, () => {
			const lines = createLineIndex(text);
			deepEqual(lines.positionAt(offset), { line, character });
			equal(lines.offsetAt({ line, character }), offset);
		});
	}

	it('are counted, the last one after the last line end too', () => {
		equal(createLineIndex(text).lineCount, 5);
		equal(createLineIndex('').lineCount, 1);
		equal(createLineIndex('a\nb').lineCount, 2);
	});

	it('take an offset between \\r and \\n as the end of the line', () => {
		deepEqual(createLineIndex(text).positionAt(6), { line: 1, character: 2 });
	});

	it('take offsets outside the text as its ends', () => {
		deepEqual(createLineIndex(text).positionAt(-1), { line: 0, character: 0 });
		deepEqual(createLineIndex(text).positionAt(99), { line: 4, character: 0 });
	});

	it('take positions outside the text as the nearest one in it', () => {
		const lines = createLineIndex(text);
		equal(lines.offsetAt({ line: 1, character: 99 }), 5);
		equal(lines.offsetAt({ line: 99, character: 0 }), 13);
		equal(lines.offsetAt({ line: -1, character: 0 }), 0);
		equal(lines.offsetAt({ line: 0, character: -5 }), 0);
	});
});
