/** A place in a text as the Language Server Protocol counts: from 0, `character` in UTF-16 code units. */
export interface Position {
	readonly line: number;
	readonly character: number;
}

/** Tells lines from offsets and back. A line ends with `\n`, `\r\n` or `\r`. */
export interface LineIndex {
	readonly lineCount: number;
	/** An offset beyond the text is taken as its end; one within a line end belongs to the line before. */
	positionAt(offset: number): Position;
	/** What is outside the text or its line is taken as the nearest place that is in it. */
	offsetAt(position: Position): number;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

export function createLineIndex(text: string): LineIndex {
	const starts = lineStarts(text);

	/** The last line that starts at or before an offset. */
	const lineAt = (offset: number): number => {
		let low = 0;
		let high = starts.length;
		while (high - low > 1) {
			const middle = (low + high) >>> 1;
			if ((starts[middle] ?? 0) <= offset) {
				low = middle;
			} else {
				high = middle;
			}
		}
		return low;
	};

	/** Where the characters of a line end, before its line end. */
	const endOfLine = (line: number): number => {
		const next = starts[line + 1];
		if (next === undefined) {
			return text.length;
		}
		return text.charCodeAt(next - 1) === lineFeed && text.charCodeAt(next - 2) === carriageReturn
			? next - 2
			: next - 1;
	};

	return {
		lineCount: starts.length,
		positionAt(offset) {
			const within = Math.min(Math.max(offset, 0), text.length);
			const line = lineAt(within);
			return { line, character: Math.min(within, endOfLine(line)) - (starts[line] ?? 0) };
		},
		offsetAt({ line, character }) {
			if (line < 0) {
				return 0;
			}
			const start = starts[line];
			return start === undefined ? text.length : Math.min(start + Math.max(character, 0), endOfLine(line));
		},
	};
}

function lineStarts(text: string): readonly number[] {
	const starts = [0];
	const hasCarriageReturns = text.includes('\r');
	let feed = text.indexOf('\n');
	if (!hasCarriageReturns) {
		for (; feed !== -1; feed = text.indexOf('\n', feed + 1)) {
			starts.push(feed + 1);
		}
		return starts;
	}
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		if (unit === lineFeed || (unit === carriageReturn && text.charCodeAt(index + 1) !== lineFeed)) {
			starts.push(index + 1);
		}
	}
	return starts;
}
