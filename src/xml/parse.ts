import type { RelatedPlace } from '../finding';
import { isNameCharacter, isNameStart, isWhiteSpace, skipWhiteSpace, trimEnd } from './characters';
import { readDeclaration, startsDeclaration } from './declaration';
import { readDoctype, skipDoctype, startsDoctype } from './doctype';
import { collectFaults } from './documentFaults';
import { EndTags } from './endTag';
import { Markup } from './markup';
import { NameTable } from './names';
import { CharactersNode } from './nodes';
import { ParseState } from './parseState';
import { readStartTag } from './startTag';
import type { XmlDeclaration, XmlDoctype, XmlDocument } from './tree';
import type { XmlFindings } from './texts';
import { TreeBuilder } from './treeBuilder';
import { settleUnfinished } from './unfinishedTag';

const exclamationMark = 0x21;
const questionMark = 0x3f;
const slash = 0x2f;
const byteOrderMark = 0xfeff;

/**
 * Reads XML 1.0 (fifth edition) with namespaces. Never throws, never recurses, takes time in proportion to the text, and
 * goes on after a fault: the tree holds all that could be read, and each fault is one finding of `xml.*`, 500 at most.
 *
 * @param text The whole document, decoded. A byte order mark at its start is skipped.
 * @param names For who parses many documents: the same table for each saves time.
 */
export function parseXml(text: string, names = new NameTable()): XmlDocument {
	const document = new DocumentParser(text, names).parse();
	names.endDocument();
	return document;
}

class DocumentParser {
	private readonly text: string;
	private readonly state: ParseState;
	private readonly tree: TreeBuilder;
	private readonly endTags: EndTags;
	private readonly markup: Markup;
	private declaration: XmlDeclaration | undefined = undefined;
	private doctype: XmlDoctype | undefined = undefined;
	/** Something that may not stand there came after the root element: what follows has the same cause. */
	private isAfterStray = false;

	constructor(text: string, names: NameTable) {
		this.text = text;
		this.state = new ParseState(text, names);
		this.tree = new TreeBuilder(this.state);
		this.endTags = new EndTags(this.state, this.tree);
		this.markup = new Markup(this.state);
	}

	parse(): XmlDocument {
		const { text, state, tree } = this;
		const start = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
		state.position = start;
		if (startsDeclaration(text, start)) {
			this.declaration = readDeclaration(state);
		}
		this.readContent();
		this.endTags.finish();
		return {
			text,
			root: tree.root,
			children: tree.roots,
			declaration: this.declaration,
			doctype: this.doctype,
			faults: collectFaults(state, tree.root !== undefined),
		};
	}

	private readContent(): void {
		const { text, state } = this;
		const length = text.length;
		let textStart = state.position;
		while (state.position < length) {
			const lessThan = state.nextLessThan.from(state.position);
			const next = text.charCodeAt(lessThan + 1);
			const isMarkup =
				next === slash ||
				next === exclamationMark ||
				next === questionMark ||
				this.markup.startsUnknown(lessThan) ||
				this.startsElement(lessThan, next);
			const nameStart = isMarkup || !isWhiteSpace(next) ? undefined : this.nameAfterSpace(lessThan);
			if (!isMarkup && nameStart === undefined && lessThan < length) {
				state.report('xml.bare-less-than', lessThan, lessThan + 1, {});
				state.position = lessThan + 1;
				continue;
			}
			if (lessThan > textStart) {
				this.readText(textStart, lessThan);
			}
			state.position = lessThan;
			if (nameStart !== undefined) {
				this.readSpacedElement(lessThan, nameStart);
			} else if (lessThan < length) {
				this.readMarkup(next);
			}
			textStart = state.position;
		}
		if (textStart < length) {
			this.readText(textStart, length);
		}
	}

	/** Whether the `<` here begins a tag: also one with a name that is no name, when the rest looks like a tag. */
	private startsElement(lessThan: number, next: number): boolean {
		if (isNameStart(next)) {
			return true;
		}
		const tagLike = /<[^\s<>/=]+(?:\s*\/?>|\s+[^\s<>/=]+\s*=)/y;
		tagLike.lastIndex = lessThan;
		return isNameCharacter(next) && tagLike.test(this.text);
	}

	/** Where the name stands in what is a tag but for the space after its `<`, as the end tag that follows tells. */
	private nameAfterSpace(lessThan: number): number | undefined {
		const { text, state } = this;
		const spacedTag = /<(\s+)([^\s<>/=&]+)(?:\s[^<>]*|\/)?>/y;
		spacedTag.lastIndex = lessThan;
		const [tag, space = '', name = ''] = spacedTag.exec(text) ?? [];
		const nameStart = lessThan + 1 + space.length;
		return tag !== undefined &&
			isNameStart(text.charCodeAt(nameStart)) &&
			(tag.endsWith('/>') || state.nextUnbalancedEndTag(lessThan + tag.length) === name)
			? nameStart
			: undefined;
	}

	private readSpacedElement(lessThan: number, nameStart: number): void {
		const { state, text, tree } = this;
		const { name } = state.names.read(text, nameStart);
		// The `<` is no text, though it stands outside the tag as it is read.
		tree.keepTexts();
		state.report('xml.space-before-name', lessThan + 1, nameStart, { name });
		state.position = nameStart - 1;
		this.readElement();
	}

	private readText(start: number, end: number): void {
		const { text, state, tree, markup } = this;
		if (tree.top === undefined) {
			const trimmedStart = skipWhiteSpace(text, start);
			const trimmedEnd = trimEnd(text, trimmedStart, end);
			if (trimmedStart < trimmedEnd) {
				this.reportStray('xml.text-outside-root', trimmedStart, trimmedEnd, {});
				this.noteLostRoot(trimmedStart, trimmedEnd);
				tree.add(new CharactersNode('text', undefined, text, trimmedStart, trimmedEnd));
			}
			return;
		}
		tree.addText(start, end);
		if (state.nextAmpersand.from(start) < end) {
			state.checkReferences(start, end);
		}
		markup.checkText(start, end);
	}

	/** When the text before the root element looks like a tag without its `<`, most of what follows has the same cause. */
	private noteLostRoot(start: number, end: number): void {
		const { text, state, tree } = this;
		if (tree.root === undefined && isNameStart(text.charCodeAt(start)) && text.charAt(end - 1) === '>') {
			state.areDeclarationsDoubtful = true;
			this.isAfterStray = true;
		}
	}

	/** Reads the markup whose `<` stands at the position; `next` is what comes after that. */
	private readMarkup(next: number): void {
		const { text, state, tree, markup } = this;
		if (next === slash) {
			this.endTags.read(this.isAfterStray);
		} else if (next === questionMark) {
			tree.add(markup.readInstruction(tree.top));
		} else if (markup.startsUnknown(state.position)) {
			this.skipUnknown();
		} else if (next !== exclamationMark) {
			this.readElement();
		} else if (text.startsWith('<!--', state.position)) {
			tree.add(markup.readComment(tree.top));
		} else if (markup.startsCdata(state.position)) {
			const start = state.position;
			tree.add(markup.readCdata(tree.top));
			if (tree.top === undefined) {
				this.reportStray('xml.text-outside-root', start, state.position, {});
			}
		} else if (startsDoctype(text, state.position)) {
			this.readDoctype();
		} else {
			this.skipUnknown();
		}
	}

	private skipUnknown(): void {
		this.tree.keepTexts();
		this.markup.skipUnknown();
	}

	private readElement(): void {
		const { state, tree } = this;
		const mark = state.namespaces.mark();
		const tag = readStartTag(state, tree.top);
		const { element } = tag;
		if (tree.root !== undefined && tree.top === undefined) {
			const { start, end } = element.nameSpan;
			const names = { name: element.name, root: tree.root.name };
			this.reportStray('xml.second-root', start, end, names, [{ span: tree.root.nameSpan }]);
		}
		const isEmptyElement =
			tag.ending === '/>' || (tag.ending === 'unfinished' && !settleUnfinished(state, element));
		tree.begin(element, isEmptyElement, mark);
		if (tag.ending === 'unfinished' && isEmptyElement && element === tree.root) {
			// What it was meant to hold now stands after it.
			this.isAfterStray = true;
		}
	}

	private readDoctype(): void {
		const { state, tree, markup } = this;
		if (this.doctype !== undefined || tree.root !== undefined) {
			tree.keepTexts();
			skipDoctype(state);
		} else {
			this.doctype = readDoctype(state, markup);
		}
	}

	/** Reports what may not stand outside the root element; after it only the first of that. */
	private reportStray<C extends 'xml.text-outside-root' | 'xml.second-root'>(
		code: C,
		start: number,
		end: number,
		data: XmlFindings[C],
		related?: readonly RelatedPlace[],
	): void {
		if (!this.isAfterStray) {
			this.state.report(code, start, end, data, related);
			this.isAfterStray = this.tree.root !== undefined;
		}
	}
}
