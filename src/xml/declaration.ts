import { trimEnd } from './characters';
import type { ParseState } from './parseState';
import type { XmlDeclaration } from './tree';

const opening = '<?xml';

/** The attributes that an XML declaration may have, in their order, with what their values look like. */
const attributes: readonly (readonly [name: string, value: RegExp])[] = [
	['version', /^1\.[0-9]*$/],
	['encoding', /^[A-Za-z][A-Za-z0-9._-]*$/],
	['standalone', /^(?:yes|no)$/],
];

/** Whether an XML declaration begins here, also one that lacks its `?`, as opposed to `<?xml-stylesheet` or `<xml>`. */
export function startsDeclaration(text: string, position: number): boolean {
	const start = /<(?:\?xml[\s?>]|xml\s+(?:version|encoding)\s*=)/y;
	start.lastIndex = position;
	return start.test(text);
}

/** Where the XML declaration ends that begins at `start`, and whether `?>` stands there. */
function endOfDeclaration(text: string, start: number): { readonly end: number; readonly isClosed: boolean } {
	const close = text.indexOf('>', start);
	if (close === -1) {
		const lineEnd = text.slice(start).search(/[\r\n<]/);
		return { end: lineEnd <= 0 ? text.length : start + lineEnd, isClosed: false };
	}
	const nextTag = text.indexOf('<', start + 1);
	if (nextTag !== -1 && nextTag < close) {
		return { end: trimEnd(text, start, nextTag), isClosed: false };
	}
	return { end: close + 1, isClosed: text.charAt(close - 1) === '?' };
}

/** Reads the XML declaration at the position (XML 1.0 §2.8 [23]), and leaves the position after it. */
export function readDeclaration(state: ParseState): XmlDeclaration {
	const { text, position: start } = state;
	const { end, isClosed } = endOfDeclaration(text, start);
	state.position = end;
	const nameEnd = start + (text.charAt(start + 1) === '?' ? opening.length : opening.length - 1);
	const contentEnd = start + text.slice(start, end).replace(/\??>?$/, '').length;
	const before = state.faults.length;
	const encoding = readAttributes(state, nameEnd, contentEnd);
	if (!isClosed || nameEnd < start + opening.length) {
		// What is wrong inside has the same cause.
		state.faults.length = before;
		if (isClosed) {
			state.report('xml.declaration-syntax', start, nameEnd, {});
		} else {
			state.report('xml.unterminated', start, nameEnd, { opening, closing: '?>' });
		}
	}
	return { span: { start, end }, encoding };
}

function readAttributes(state: ParseState, from: number, to: number): XmlDeclaration['encoding'] {
	const { text } = state;
	const attribute = /(\s+)([A-Za-z_][\w.-]*)(\s*=\s*)(?:"([^"<>]*)"|'([^'<>]*)')(?=[\s?>]|$)/y;
	let encoding: XmlDeclaration['encoding'] = undefined;
	let nextAllowed = 0;
	let position = from;
	for (;;) {
		attribute.lastIndex = position;
		const found = attribute.exec(text);
		if (found === null || attribute.lastIndex > to) {
			break;
		}
		const [whole, space = '', name = '', equals = '', double, single = ''] = found;
		const nameStart = position + space.length;
		const value = double ?? single;
		const valueSpan = {
			start: nameStart + name.length + equals.length + 1,
			end: position + whole.length - 1,
		};
		position = attribute.lastIndex;
		const index = attributes.findIndex(([known]) => known === name);
		if (index < nextAllowed) {
			state.report('xml.declaration-syntax', nameStart, position, {});
			return encoding;
		}
		if (nextAllowed === 0 && index > 0) {
			reportMissingVersion(state, from);
		}
		nextAllowed = index + 1;
		if (attributes[index]?.[1].test(value) === false) {
			state.report('xml.declaration-value', valueSpan.start, valueSpan.end, { name, value });
		}
		state.isStandalone ||= name === 'standalone' && value === 'yes';
		if (name === 'encoding') {
			encoding = { value, span: valueSpan };
		}
	}
	const rest = position + (/^\s*/.exec(text.slice(position, to))?.[0].length ?? 0);
	if (rest < to) {
		state.report('xml.declaration-syntax', rest, trimEnd(text, rest, to), {});
	} else if (nextAllowed === 0) {
		reportMissingVersion(state, from);
	}
	return encoding;
}

function reportMissingVersion(state: ParseState, nameEnd: number): void {
	state.report('xml.declaration-version-missing', nameEnd - 'xml'.length, nameEnd, {});
}
