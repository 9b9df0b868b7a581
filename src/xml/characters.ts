/** Character classes of XML 1.0 (fifth edition) §2.2 and §2.3, by UTF-16 code unit. */

const startsName = 1;
const continuesName = 2;

/**
 * `[first, last]` of NameStartChar. A surrogate stands for the characters beyond U+FFFF: the high ones up to U+DB7F lead
 * to U+EFFFF, the last name character. Whether surrogates come in pairs is for {@link findIllegalCharacters}.
 */
const nameStartRanges: readonly (readonly [number, number])[] = [
	[0x3a, 0x3a],
	[0x41, 0x5a],
	[0x5f, 0x5f],
	[0x61, 0x7a],
	[0xc0, 0xd6],
	[0xd8, 0xf6],
	[0xf8, 0x2ff],
	[0x370, 0x37d],
	[0x37f, 0x1fff],
	[0x200c, 0x200d],
	[0x2070, 0x218f],
	[0x2c00, 0x2fef],
	[0x3001, 0xd7ff],
	[0xd800, 0xdb7f],
	[0xf900, 0xfdcf],
	[0xfdf0, 0xfffd],
];

/** `[first, last]` of the characters that NameChar has beyond NameStartChar. */
const nameContinueRanges: readonly (readonly [number, number])[] = [
	[0x2d, 0x2e],
	[0x30, 0x39],
	[0xb7, 0xb7],
	[0x300, 0x36f],
	[0x203f, 0x2040],
	[0xdc00, 0xdfff],
];

function classifyCodeUnits(): Uint8Array {
	const classes = new Uint8Array(0x10000);
	for (const [first, last] of nameStartRanges) {
		classes.fill(startsName | continuesName, first, last + 1);
	}
	for (const [first, last] of nameContinueRanges) {
		classes.fill(continuesName, first, last + 1);
	}
	return classes;
}

const classes = classifyCodeUnits();

/** Makes 0, which is no name, of NaN: as an index that would have V8 look up each unit the slow way ever after. */
const unitMask = 0xffff;

/** Whether a name may start with this code unit. `NaN` (past the end) is no name. */
export function isNameStart(unit: number): boolean {
	return ((classes[unit & unitMask] ?? 0) & startsName) !== 0;
}

/** Whether a name may go on with this code unit. `NaN` (past the end) is no name. */
export function isNameCharacter(unit: number): boolean {
	return (classes[unit & unitMask] ?? 0) !== 0;
}

/** Where the name that begins at `from` ends; `from` itself when none begins there. */
export function nameEnd(text: string, from: number): number {
	let position = from;
	while (isNameCharacter(text.charCodeAt(position))) {
		position++;
	}
	return position;
}

/** White space of XML 1.0 §2.3: space, tab, carriage return, line feed. */
export function isWhiteSpace(unit: number): boolean {
	return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

/** Where the white space that begins at `from` ends. */
export function skipWhiteSpace(text: string, from: number): number {
	let position = from;
	while (isWhiteSpace(text.charCodeAt(position))) {
		position++;
	}
	return position;
}

/** Where the white space that precedes `to` begins, not before `from`. */
export function trimEnd(text: string, from: number, to: number): number {
	let position = to;
	while (position > from && isWhiteSpace(text.charCodeAt(position - 1))) {
		position--;
	}
	return position;
}

/** Whether XML allows this Unicode code point (XML 1.0 §2.2 Char). */
export function isLegalCodePoint(codePoint: number): boolean {
	return codePoint < 0x20
		? codePoint === 0x09 || codePoint === 0x0a || codePoint === 0x0d
		: codePoint < 0xd800 ||
				(codePoint > 0xdfff && codePoint < 0xfffe) ||
				(codePoint > 0xffff && codePoint <= 0x10ffff);
}

/** Whether this code unit by itself is a character that XML forbids. A surrogate is judged with its neighbour only. */
export function isIllegalCodeUnit(unit: number): boolean {
	return unit < 0x20 ? !isWhiteSpace(unit) : unit >= 0xfffe;
}

/** What may be forbidden: surrogates are only so without their other half. A regular expression sees it five times as fast. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const suspect = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;

const highSurrogateFirst = 0xd800;
const lowSurrogateFirst = 0xdc00;
const surrogateLast = 0xdfff;

/**
 * Finds the characters that XML forbids anywhere in a document: control characters, U+FFFE and U+FFFF, and halves of
 * surrogate pairs.
 *
 * @param found Called for each run of such characters.
 * @param limit The number of runs after which searching stops.
 */
export function findIllegalCharacters(
	text: string,
	limit: number,
	found: (start: number, end: number) => void,
): void {
	const first = text.search(suspect);
	if (first === -1) {
		return;
	}
	const length = text.length;
	let runs = 0;
	let runEnd = -1;
	let runStart = -1;
	for (let index = first; index < length; index++) {
		const unit = text.charCodeAt(index);
		if (unit >= 0x20 ? unit < highSurrogateFirst : isWhiteSpace(unit)) {
			continue;
		}
		if (unit >= highSurrogateFirst && unit <= surrogateLast) {
			const next = text.charCodeAt(index + 1);
			if (unit < lowSurrogateFirst && next >= lowSurrogateFirst && next <= surrogateLast) {
				index++;
				continue;
			}
		} else if (unit > surrogateLast && unit < 0xfffe) {
			continue;
		}
		if (index !== runEnd) {
			if (runEnd !== -1) {
				found(runStart, runEnd);
				runs++;
			}
			if (runs === limit) {
				return;
			}
			runStart = index;
		}
		runEnd = index + 1;
	}
	if (runEnd !== -1) {
		found(runStart, runEnd);
	}
}
