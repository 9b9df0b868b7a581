import { isWhiteSpace, skipWhiteSpace, trimEnd } from './characters';
import type { QualifiedName } from './names';
import { reportLostEnd, reportLostStart } from './lostTag';
import type { ElementNode, ParsedNode } from './nodes';
import type { ParseState } from './parseState';
import type { TreeBuilder } from './treeBuilder';

const lessThan = 0x3c;
const greaterThan = 0x3e;

/** The most elements that one finding about the end of the document names. */
const maxOthers = 50;

/** Matches end tags with open elements; finds the one fault behind a mismatch. */
export class EndTags {
	private readonly state: ParseState;
	private readonly tree: TreeBuilder;
	/** Elements that were reported as not closed, with the depth at which their end tag may still come, too late. */
	private readonly lateNames = new Map<QualifiedName, number>();

	constructor(state: ParseState, tree: TreeBuilder) {
		this.state = state;
		this.tree = tree;
	}

	/** Reads the end tag whose `</` stands at the position, and leaves the position after it. */
	read(isAfterStray: boolean): void {
		const { state, tree } = this;
		const start = state.position;
		const top = tree.top;
		if (top !== undefined) {
			const nameEnd = start + 2 + top.qualifiedName.name.length;
			if (
				state.text.charCodeAt(nameEnd) === greaterThan &&
				state.text.startsWith(top.qualifiedName.name, start + 2)
			) {
				state.position = nameEnd + 1;
				tree.end(start, nameEnd + 1, start + 2);
				return;
			}
		}
		this.readSlowly(start, isAfterStray);
	}

	/** Closes what is open where the document ends. */
	finish(): void {
		const { state, tree } = this;
		const end = state.text.length;
		if (tree.depth === 0) {
			return;
		}
		tree.keepTexts();
		this.closeDoubled();
		const innermost = tree.top;
		const isLost =
			innermost !== undefined &&
			tree.depth === 1 &&
			reportLostEnd(state, tree.topChildren(), innermost.name) >= 0;
		if (innermost !== undefined && !isLost) {
			const others = tree.openElements.slice(-1 - maxOthers, -1).reverse();
			const { start: nameStart, end: nameEnd } = innermost.nameSpan;
			const data = { name: innermost.name, before: '', others: others.map((element) => element.name) };
			const related = others.map((element) => ({ span: element.nameSpan }));
			state.report('xml.unclosed-element', nameStart, nameEnd, data, others.length > 0 ? related : undefined);
		}
		while (tree.top !== undefined) {
			tree.end(end, end, -1);
		}
	}

	private readSlowly(start: number, isAfterStray: boolean): void {
		const { state, tree } = this;
		tree.keepTexts();
		const { text } = state;
		const nameStart = skipWhiteSpace(text, start + 2);
		const name = state.names.read(text, nameStart);
		const nameEnd = nameStart + name.name.length;
		const faultsBefore = state.faults.length;
		const end = this.readEnd(start, nameStart, nameEnd, name);
		state.position = end;
		const isInvalid = state.faults.length > faultsBefore;
		if (name.name === '' || (isInvalid && !tree.isOpen(name))) {
			if (tree.top !== undefined) {
				tree.end(start, end, -1);
			}
		} else {
			this.match(name, start, nameStart, end, isAfterStray);
		}
	}

	/** Where the tag ends; reports what is wrong with it apart from its name. */
	private readEnd(start: number, nameStart: number, nameEnd: number, name: QualifiedName): number {
		const { state, tree } = this;
		const { text } = state;
		const rest = skipWhiteSpace(text, nameEnd);
		let close = rest;
		while (!endsTag(text.charCodeAt(close))) {
			close++;
		}
		if (text.charCodeAt(close) !== greaterThan) {
			const tag = text.slice(start, nameEnd);
			state.report('xml.unfinished-tag', name.name === '' ? start : nameStart, nameEnd, { tag });
			return nameEnd;
		}
		const meant = tree.isOpen(name) ? name : tree.top?.qualifiedName;
		const expected = meant === undefined ? '' : `</${meant.name}>`;
		if (name.name === '') {
			state.report('xml.invalid-end-tag', start, close + 1, { expected });
		} else if (rest < close) {
			state.report('xml.invalid-end-tag', rest, trimEnd(text, rest, close), { expected });
		} else if (isWhiteSpace(text.charCodeAt(start + 2))) {
			state.report('xml.invalid-end-tag', start + 2, nameStart, { expected });
		}
		return close + 1;
	}

	private match(
		name: QualifiedName,
		start: number,
		nameStart: number,
		end: number,
		isAfterStray: boolean,
	): void {
		const { state, tree } = this;
		const nameEnd = nameStart + name.name.length;
		if (tree.isOpen(name)) {
			while (tree.top !== undefined && tree.top.qualifiedName !== name) {
				this.closeUnclosed(name, start, nameStart);
			}
			tree.end(start, end, nameStart);
			this.forgetLate();
			return;
		}
		const top = tree.top;
		if (this.lateNames.get(name) === tree.depth) {
			this.lateNames.delete(name);
		} else if (top === undefined) {
			if (!isAfterStray || (tree.root?.qualifiedName !== name && !state.areDeclarationsDoubtful)) {
				state.report('xml.orphan-end-tag', nameStart, nameEnd, { name: name.name });
			}
		} else if (isNameOf(state, top, name)) {
			tree.end(start, end, nameStart);
		} else if (!state.isFull && reportLostStart(state, tree.topChildren(), name.name)) {
			return;
		} else if (
			state.isFull ||
			isRepeated(tree.topChildren(), name) ||
			state.nextUnbalancedEndTag(end) === top.name
		) {
			state.report('xml.orphan-end-tag', nameStart, nameEnd, { name: name.name });
		} else {
			const data = { name: name.name, expected: top.name };
			state.report('xml.end-tag-mismatch', nameStart, nameEnd, data, [{ span: top.nameSpan }]);
			tree.end(start, end, nameStart);
		}
	}

	/** Closes the innermost element, for which the end tag `name` at `start` comes too early. */
	private closeUnclosed(name: QualifiedName, start: number, nameStart: number): void {
		const { state, tree } = this;
		const top = tree.top;
		if (top === undefined) {
			return;
		}
		if (top.parent?.qualifiedName !== name && this.closeDoubled()) {
			return;
		}
		const lost = state.isFull ? -1 : reportLostEnd(state, tree.topChildren(), top.name);
		if (lost >= 0) {
			tree.endBefore(lost + 1, tree.topChildren()[lost]?.span.end ?? start);
			return;
		}
		const data = { name: top.name, before: `</${name.name}>`, others: [] };
		state.report('xml.unclosed-element', top.nameSpan.start, top.nameSpan.end, data, [
			{ span: { start: nameStart, end: nameStart + name.name.length } },
		]);
		if (state.isFull) {
			tree.end(start, start, -1);
			return;
		}
		this.lateNames.set(top.qualifiedName, -1);
		const leaf = leafPart(tree.topChildren());
		if (leaf === undefined) {
			tree.end(start, start, -1);
		} else {
			tree.endBefore(1, leaf.end);
		}
	}

	/** An end tag that comes too late can only come next to the element that was closed for lack of it. */
	private forgetLate(): void {
		for (const [late, depth] of this.lateNames) {
			if (depth === -1) {
				this.lateNames.set(late, this.tree.depth);
			} else if (depth > this.tree.depth) {
				this.lateNames.delete(late);
			}
		}
	}

	/** `<b>text<b>`: the slash of the second tag was forgotten. Without content between, it is more likely meant so. */
	private closeDoubled(): boolean {
		const { state, tree } = this;
		const inner = tree.top;
		const outer = inner?.parent;
		if (
			inner === undefined ||
			outer?.qualifiedName !== inner.qualifiedName ||
			inner.hasAttributes ||
			state.isFull ||
			!tree.childrenBeforeTop().some((node) => node.kind !== 'text' || node.trimmedSpan !== undefined)
		) {
			return false;
		}
		const { start, end } = inner.nameSpan;
		state.report('xml.slash-missing', start, end, { name: inner.name }, [{ span: outer.nameSpan }]);
		tree.takeStartTagAsEndTag();
		return true;
	}
}

/** Whether the name in the start tag was found faulty and is this one otherwise. */
function isNameOf(state: ParseState, element: ElementNode, name: QualifiedName): boolean {
	return (
		state.misnamed.has(element) || (element.namespace === undefined && element.localName === name.localName)
	);
}

/** Whether the element that was closed just now has this name: its end tag stands there twice. */
function isRepeated(before: readonly ParsedNode[], name: QualifiedName): boolean {
	const last = before.findLast((node) => node.kind !== 'text' || node.trimmedSpan !== undefined);
	return last?.kind === 'element' && last.qualifiedName === name && last.endNameStart >= 0;
}

function endsTag(unit: number): boolean {
	return unit === greaterThan || unit === lessThan || Number.isNaN(unit);
}

/**
 * When an element that is not closed begins with text and goes on with elements, then that text is all that it was meant
 * to hold: data has no mixed content. Gives the span of the text.
 */
function leafPart(children: readonly ParsedNode[]): ElementNode['span'] | undefined {
	const [first, ...rest] = children;
	return first?.kind === 'text' && first.value.trim() !== '' && rest.some((node) => node.kind === 'element')
		? first.span
		: undefined;
}
