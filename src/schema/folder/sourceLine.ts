/** The line of an offset, 0-based; lines end at a line feed, as libxml2 counts them. */
export function lineAt(text: string, offset: number): number {
	let line = 0;
	for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
		line++;
	}
	return line;
}

/** The span of a line without its line end; empty at the end of the text for a line that is not there. */
export function lineSpan(text: string, line: number): { readonly start: number; readonly end: number } {
	let start = 0;
	for (let passed = 0; passed < line; passed++) {
		const next = text.indexOf('\n', start);
		if (next < 0) {
			return { start: text.length, end: text.length };
		}
		start = next + 1;
	}
	const next = text.indexOf('\n', start);
	const end = next < 0 ? text.length : next;
	return { start, end: text[end - 1] === '\r' && end > start ? end - 1 : end };
}
