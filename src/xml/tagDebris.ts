import { isQuote } from './attributeValue';
import { isIllegalCodeUnit, isNameCharacter, isNameStart, isWhiteSpace, skipWhiteSpace } from './characters';
import type { ParseState } from './parseState';

const slash = 0x2f;
const lessThan = 0x3c;
const equalsSign = 0x3d;
const greaterThan = 0x3e;

/** Whether what stands here ends all that a tag can hold. */
function endsTag(unit: number): boolean {
	return unit === greaterThan || unit === lessThan || Number.isNaN(unit);
}

/**
 * Reports what is no attribute and no end of the tag.
 *
 * @param name Of the element.
 * @returns Where it ends: before the next that can be an attribute or the end of the tag.
 */
export function skipUnexpected(state: ParseState, start: number, name: string): number {
	const { text } = state;
	let end = start;
	do {
		end = isQuote(text.charCodeAt(end)) ? endOfQuoted(text, end) : end + 1;
	} while (!endsUnexpected(text.charCodeAt(end)));
	const found = text.slice(start, end);
	// A forbidden character is a finding of its own.
	if (!Array.from(found).every((character) => isIllegalCodeUnit(character.charCodeAt(0)))) {
		state.report('xml.unexpected-in-tag', start, end, { found, name });
	}
	return end;
}

function endsUnexpected(unit: number): boolean {
	return isWhiteSpace(unit) || isNameStart(unit) || unit === slash || endsTag(unit);
}

/** After the quotation mark that closes the one at `open` in this tag, or after `open` when there is none. */
function endOfQuoted(text: string, open: number): number {
	const quote = text.charCodeAt(open);
	for (let end = open + 1; ; end++) {
		const unit = text.charCodeAt(end);
		if (unit === quote) {
			return end + 1;
		}
		if (endsTag(unit)) {
			return open + 1;
		}
	}
}

/** The end of a value in quotation marks and the equals sign before it. */
export function skipValue(text: string, equals: number): number {
	const quote = skipWhiteSpace(text, equals + 1);
	return isQuote(text.charCodeAt(quote)) ? endOfQuoted(text, quote) : quote;
}

/**
 * Reports characters that got into a name, and reads past the rest of the name.
 *
 * @param nameEnd Where the name ends as far as it is a name.
 * @param tag The name of the element.
 * @param isElement Whether it is the name of the element: what is followed by `=` is an attribute then.
 * @returns Where the name ends after all: `nameEnd` when nothing is wrong.
 */
export function skipBrokenName(state: ParseState, nameEnd: number, tag: string, isElement: boolean): number {
	const { text } = state;
	let end = nameEnd;
	while (breaksName(text, end)) {
		let broken = end + 1;
		while (breaksName(text, broken)) {
			broken++;
		}
		const found = text.slice(end, broken);
		if (!isIllegalCodeUnit(text.charCodeAt(end))) {
			state.report('xml.unexpected-in-tag', end, broken, { found, name: tag });
		}
		let restEnd = broken;
		while (isNameCharacter(text.charCodeAt(restEnd))) {
			restEnd++;
		}
		if (isElement && text.charCodeAt(restEnd) === equalsSign) {
			return broken;
		}
		end = restEnd;
	}
	return end;
}

/** Whether something stands here that can neither be part of a name nor follow it. */
function breaksName(text: string, position: number): boolean {
	const unit = text.charCodeAt(position);
	return !(
		isWhiteSpace(unit) ||
		isNameCharacter(unit) ||
		unit === equalsSign ||
		endsTag(unit) ||
		(unit === slash && !isNameCharacter(text.charCodeAt(position + 1))) ||
		(isQuote(unit) && isWholeValue(text, position))
	);
}

/** Whether a value in quotation marks stands here, as in `name"value"`. */
function isWholeValue(text: string, open: number): boolean {
	const end = endOfQuoted(text, open);
	const unit = text.charCodeAt(end);
	return (
		end > open + 1 &&
		!text.slice(open, end).includes('=') &&
		(isWhiteSpace(unit) || unit === slash || endsTag(unit))
	);
}
