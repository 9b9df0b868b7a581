import { isNameCharacter, isNameStart, isWhiteSpace, skipWhiteSpace } from './characters';
import { NextOccurrence } from './nextOccurrence';
import type { ElementNode } from './nodes';
import { CharactersNode, CommentNode, InstructionNode } from './nodes';
import type { ParseState } from './parseState';

const commentOpening = '<!--';
const commentClosing = '-->';
const cdataOpening = '<![CDATA[';
const cdataClosing = ']]>';
const instructionOpening = '<?';
const instructionClosing = '?>';

const hyphen = 0x2d;
const greaterThan = 0x3e;
const lessThan = 0x3c;
const openingBracket = 0x5b;

/** Reads comments, CDATA sections and processing instructions. Each leaves the position after what it read. */
export class Markup {
	private readonly state: ParseState;
	private readonly nextCommentClosing: NextOccurrence;
	private readonly nextHyphens: NextOccurrence;
	private readonly nextCdataClosing: NextOccurrence;
	private readonly nextInstructionClosing: NextOccurrence;
	private readonly nextGreaterThan: NextOccurrence;

	constructor(state: ParseState) {
		this.state = state;
		this.nextCommentClosing = new NextOccurrence(state.text, commentClosing);
		this.nextHyphens = new NextOccurrence(state.text, '--');
		this.nextCdataClosing = new NextOccurrence(state.text, cdataClosing);
		this.nextInstructionClosing = new NextOccurrence(state.text, instructionClosing);
		this.nextGreaterThan = new NextOccurrence(state.text, '>');
	}

	/** Reports each `]]>` in a text. */
	checkText(start: number, end: number): void {
		let closing = this.nextCdataClosing.from(start);
		while (closing < end) {
			this.state.report('xml.cdata-end-in-text', closing, closing + cdataClosing.length, {});
			closing = this.nextCdataClosing.from(closing + cdataClosing.length);
		}
	}

	readComment(parent: ElementNode | undefined): CommentNode {
		const { state } = this;
		const { text, position: start } = state;
		const content = start + commentOpening.length;
		const closing = this.nextCommentClosing.from(content);
		const almost = this.almostClosing(content, closing);
		if (almost === undefined) {
			state.position = closing + commentClosing.length;
			this.reportHyphens(content, closing);
		} else {
			state.position = almost;
			const data = { opening: commentOpening, closing: commentClosing };
			state.report('xml.unterminated', start, content, data);
		}
		return new CommentNode(parent, start, Math.min(state.position, text.length));
	}

	/**
	 * Where a comment ends that has no closing of its own: there is none, or only that of a later comment while the
	 * line has something like one (`->`, `-- >`).
	 */
	private almostClosing(content: number, closing: number): number | undefined {
		const { text } = this.state;
		const isMissing = closing === text.length;
		if (!isMissing && this.nextHyphens.from(content) >= closing) {
			return undefined;
		}
		let lineEnd = content;
		while (lineEnd < closing && text.charCodeAt(lineEnd) !== 0x0a && text.charCodeAt(lineEnd) !== 0x0d) {
			lineEnd++;
		}
		const similar = /->|--\s+>|--!>/.exec(text.slice(content, lineEnd));
		if (isMissing) {
			return similar === null ? lineEnd : content + similar.index + similar[0].length;
		}
		const nextComment = text.indexOf(commentOpening, content);
		return similar !== null && nextComment !== -1 && nextComment < closing
			? content + similar.index + similar[0].length
			: undefined;
	}

	private reportHyphens(content: number, closing: number): void {
		const { state } = this;
		let start = this.nextHyphens.from(content);
		while (start < closing && !state.isFull) {
			let end = start + 2;
			while (end < closing && state.text.charCodeAt(end) === hyphen) {
				end++;
			}
			state.report('xml.double-hyphen', start, end, {});
			start = this.nextHyphens.from(end);
		}
	}

	startsCdata(position: number): boolean {
		return this.state.text.startsWith(cdataOpening, position);
	}

	readCdata(parent: ElementNode | undefined): CharactersNode {
		const { state } = this;
		const { text, position: start } = state;
		const content = start + cdataOpening.length;
		const closing = this.nextCdataClosing.from(content);
		if (closing < text.length) {
			state.position = closing + cdataClosing.length;
		} else {
			// Most hold the text of one element, so the next end tag is most likely that of the element.
			const endTag = text.indexOf('</', content);
			state.position = endTag === -1 ? text.length : endTag;
			const data = { opening: cdataOpening, closing: cdataClosing };
			state.report('xml.unterminated', start, content, data);
		}
		return new CharactersNode('cdata', parent, text, start, state.position);
	}

	readInstruction(parent: ElementNode | undefined): InstructionNode {
		const { state } = this;
		const { text, position: start } = state;
		const targetStart = start + instructionOpening.length;
		const target = isNameStart(text.charCodeAt(targetStart)) ? state.names.read(text, targetStart).name : '';
		const targetEnd = targetStart + target.length;
		const closing = this.nextInstructionClosing.from(targetEnd);
		if (closing < text.length) {
			state.position = closing + instructionClosing.length;
			this.checkTarget(start, target, targetEnd, closing);
		} else {
			state.position = endOfLineOrTag(text, targetEnd);
			const data = { opening: instructionOpening, closing: instructionClosing };
			state.report('xml.unterminated', start, targetEnd, data);
		}
		return new InstructionNode(parent, target, start, state.position);
	}

	private checkTarget(start: number, target: string, targetEnd: number, closing: number): void {
		const { state } = this;
		const { text } = state;
		const targetStart = start + instructionOpening.length;
		if (target === 'xml') {
			state.report('xml.declaration-not-first', start, targetEnd, {});
		} else if (target === '') {
			let end = targetStart;
			while (end < closing && isNameCharacter(text.charCodeAt(end))) {
				end++;
			}
			const written = text.slice(targetStart, end);
			state.report('xml.instruction-target', start, end, { target: written });
		} else if (target.toLowerCase() === 'xml' || target.includes(':')) {
			state.report('xml.instruction-target', targetStart, targetEnd, { target });
		} else if (targetEnd < closing && !isWhiteSpace(text.charCodeAt(targetEnd))) {
			let end = targetEnd;
			while (end < closing && !isWhiteSpace(text.charCodeAt(end))) {
				end++;
			}
			state.report('xml.instruction-target', targetStart, end, { target: text.slice(targetStart, end) });
		}
	}

	/** Whether something begins here that is almost a comment or a CDATA section, without `!`. */
	startsUnknown(position: number): boolean {
		const { text } = this.state;
		const next = text.charCodeAt(position + 1);
		const isLikely = next === hyphen || next === openingBracket;
		return isLikely && /^<(?:--|\[CDATA)/.test(text.slice(position, position + cdataOpening.length));
	}

	/** Reads past something that begins nothing known: by what it looks like, or else up to the next `>` or `<`. */
	skipUnknown(): void {
		const { state } = this;
		const { text, position: start } = state;
		const head = text.slice(start, start + cdataOpening.length);
		const misspelt = misspeltOpenings.find(([opening]) => opening.test(head));
		if (misspelt === undefined) {
			let nameEnd = start + 2;
			while (isNameCharacter(text.charCodeAt(nameEnd))) {
				nameEnd++;
			}
			this.reportUnknown(start, nameEnd);
			const nextTag = state.nextLessThan.from(nameEnd);
			const close = this.nextGreaterThan.from(nameEnd);
			state.position = close < nextTag ? close + 1 : nameEnd;
			return;
		}
		const [opening, closing] = misspelt;
		const openingEnd = start + (opening.exec(head)?.[0].length ?? 0);
		const next = closing === commentClosing ? this.nextCommentClosing : this.nextCdataClosing;
		const end = next.from(openingEnd);
		this.reportUnknown(start, openingEnd);
		state.position = end < text.length ? end + closing.length : openingEnd;
	}

	private reportUnknown(start: number, end: number): void {
		this.state.report('xml.unknown-markup', start, end, { markup: this.state.text.slice(start, end) });
	}
}

/** What people write for `<!--` and `<![CDATA[`, with what then ends it. */
const misspeltOpenings: readonly (readonly [opening: RegExp, closing: string])[] = [
	[/^<!?--?/, commentClosing],
	[/^<!?\[?(?:CDATA|CDAT|CDTA|CATA|DATA|CDAA)\[?/i, cdataClosing],
];

/** After the first `>`, or before the first `<` or line end. */
function endOfLineOrTag(text: string, from: number): number {
	let position = skipWhiteSpace(text, from) === text.length ? text.length : from;
	for (; position < text.length; position++) {
		const unit = text.charCodeAt(position);
		if (unit === greaterThan) {
			return position + 1;
		}
		if (unit === lessThan || unit === 0x0a || unit === 0x0d) {
			return position;
		}
	}
	return position;
}
