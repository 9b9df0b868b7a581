import { isNameCharacter, isNameStart, isWhiteSpace, trimEnd } from './characters';
import type { ParseState } from './parseState';

const quotationMark = 0x22;
const apostrophe = 0x27;
const slash = 0x2f;
const greaterThan = 0x3e;
const lessThan = 0x3c;
const equalsSign = 0x3d;
const questionMark = 0x3f;

export function isQuote(unit: number): boolean {
	return unit === quotationMark || unit === apostrophe;
}

/** Which marks may close a value that a typographic mark opens; word processors mix them freely. */
const typographicQuotes = '“”„‟‘’‚‛';

/** Whether a value between quotation marks can have ended before this code unit. */
function endsAttribute(unit: number): boolean {
	return (
		isWhiteSpace(unit) ||
		unit === greaterThan ||
		unit === slash ||
		unit === questionMark ||
		Number.isNaN(unit)
	);
}

/**
 * Reads a value between quotation marks, of which the first stands at `open`, and leaves the position after it.
 *
 * @returns Where the value ends.
 */
export function readQuotedValue(state: ParseState, open: number, name: string): number {
	const text = state.text;
	const quote = text.charCodeAt(open);
	const close = text.indexOf(quote === quotationMark ? '"' : "'", open + 1);
	const lessThanAt = state.nextLessThan.from(open);
	if (close !== -1 && close < lessThanAt && endsAttribute(text.charCodeAt(close + 1))) {
		state.position = close + 1;
		if (state.nextAmpersand.from(open) < close) {
			state.checkReferences(open, close);
		}
		return close;
	}
	return readDoubtfulValue(state, open, close, name);
}

/** The rare cases: a `<` comes before the closing mark, nothing that may follow a value follows it, or there is none. */
function readDoubtfulValue(state: ParseState, open: number, close: number, name: string): number {
	const text = state.text;
	const lessThanAt = state.nextLessThan.from(open);
	if (close !== -1 && endsAttribute(text.charCodeAt(close + 1))) {
		return endAt(state, open, close, name);
	}
	if (close !== -1 && close < lessThanAt) {
		const nextName = startOfAttribute(text, open + 1, close);
		return nextName < close
			? endWithoutQuote(state, open, nextName, name)
			: endAt(state, open, endOfQuotes(text, close, lessThanAt), name);
	}
	const limit = endOfTagContent(text, open + 1, lessThanAt);
	const nextAttribute = text.slice(open + 1, limit).search(/\s[^\s"'<>=/]+\s*=\s*["']/);
	return endWithoutQuote(state, open, nextAttribute === -1 ? limit : open + 1 + nextAttribute, name);
}

/** Ends a value at `close`, and reports what may not stand in it. */
function endAt(state: ParseState, open: number, close: number, name: string): number {
	const { text } = state;
	for (let position = open + 1; position < close && !state.isFull; position++) {
		const unit = text.charCodeAt(position);
		if (unit === lessThan) {
			state.report('xml.less-than-in-attribute', position, position + 1, { name });
		} else if (unit === text.charCodeAt(open)) {
			state.report('xml.quote-in-attribute', position, position + 1, { name });
		}
	}
	state.checkReferences(open, close);
	state.position = close + 1;
	return close;
}

/** The number of quotation marks in one value that are looked at. */
const maxInnerQuotes = 20;

/**
 * When a quotation mark at `close` is followed by what cannot follow a value, a later one may be the right one: after
 * which the tag ends or the next attribute begins. Else it is `close`.
 */
function endOfQuotes(text: string, close: number, limit: number): number {
	const attribute = /[^\s"'<>=/]+\s*=\s*["']/y;
	attribute.lastIndex = close + 1;
	if (attribute.test(text)) {
		return close;
	}
	const following = /\s*\/?>|\s+[^\s"'<>=/]+\s*=\s*["']/y;
	const quote = text.charAt(close);
	let candidate = text.indexOf(quote, close + 1);
	for (let count = 0; count < maxInnerQuotes && candidate !== -1 && candidate < limit; count++) {
		following.lastIndex = candidate + 1;
		if (following.test(text)) {
			return candidate;
		}
		candidate = text.indexOf(quote, candidate + 1);
	}
	return close;
}

function endWithoutQuote(state: ParseState, open: number, limit: number, name: string): number {
	const end = trimEnd(state.text, open + 1, limit);
	state.report('xml.attribute-quote-unclosed', open, end, { name });
	state.lastUnclosedQuote = open;
	state.checkReferences(open, end);
	state.position = end;
	return end;
}

/** Where ` name=` begins that ends at `to`: the quotation mark there opens another value. Else `to`. */
function startOfAttribute(text: string, from: number, to: number): number {
	let position = trimEnd(text, from, to);
	if (text.charCodeAt(position - 1) !== equalsSign) {
		return to;
	}
	position = trimEnd(text, from, position - 1);
	const nameEnd = position;
	while (position > from && isNameCharacter(text.charCodeAt(position - 1))) {
		position--;
	}
	const isName = position < nameEnd && isNameStart(text.charCodeAt(position));
	return isName && position > from && isWhiteSpace(text.charCodeAt(position - 1)) ? position : to;
}

/** The first `>` or `/>`, not after `limit`. */
function endOfTagContent(text: string, from: number, limit: number): number {
	let position = from;
	while (position < limit && text.charCodeAt(position) !== greaterThan) {
		position++;
	}
	return position < limit && position > from && text.charCodeAt(position - 1) === slash
		? position - 1
		: position;
}

/** A value without straight quotation marks: what it is, and where it ends. */
interface UnquotedValue {
	readonly valueStart: number;
	readonly valueEnd: number;
}

/** Reads a value that begins without quotation mark, and leaves the position after it. Reports what it lacks. */
export function readUnquotedValue(state: ParseState, start: number, name: string): UnquotedValue {
	const text = state.text;
	const isTypographic = typographicQuotes.includes(text.charAt(start));
	const close = isTypographic ? findTypographicQuote(text, start + 1) : -1;
	if (close !== -1) {
		state.report('xml.typographic-quotes', start, close + 1, { name });
		state.checkReferences(start, close);
		state.position = close + 1;
		return { valueStart: start + 1, valueEnd: close };
	}
	let end = start;
	while (startsUnquotedValue(text, end) && !isWhiteSpace(text.charCodeAt(end))) {
		end++;
	}
	const value = text.slice(start, end);
	state.report('xml.attribute-quotes-missing', start, end, { name, value: value.replace(/["']$/, '') });
	state.checkReferences(start, end);
	state.position = end;
	return { valueStart: start, valueEnd: end };
}

/** The next typographic quotation mark in this tag; -1 when there is none. */
function findTypographicQuote(text: string, from: number): number {
	for (let position = from; ; position++) {
		const unit = text.charCodeAt(position);
		if (unit === greaterThan || unit === lessThan || Number.isNaN(unit)) {
			return -1;
		}
		if (typographicQuotes.includes(text.charAt(position))) {
			return position;
		}
	}
}

/** Whether the character here can be part of a value without quotation marks: the tag does not end. */
export function startsUnquotedValue(text: string, position: number): boolean {
	const unit = text.charCodeAt(position);
	return (
		!Number.isNaN(unit) &&
		unit !== greaterThan &&
		unit !== lessThan &&
		!(unit === slash && text.charCodeAt(position + 1) === greaterThan)
	);
}
