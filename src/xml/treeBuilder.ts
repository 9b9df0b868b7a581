import type { QualifiedName } from './names';
import { CharactersNode, withTexts, type ElementNode, type ParsedNode } from './nodes';
import type { ParseState } from './parseState';

/**
 * The elements that are open, and the tree as far as it is known.
 *
 * Nodes wait in one list until their parent is closed and takes them: no array of children ever grows, which keeps both
 * time and memory low.
 */
export class TreeBuilder {
	/** The first element. */
	root: ElementNode | undefined = undefined;
	/** The innermost open element. */
	top: ElementNode | undefined = undefined;
	private readonly state: ParseState;
	private readonly open: ElementNode[] = [];
	/** For each open element where its children begin in {@link waiting}. */
	private readonly firstChildren: number[] = [];
	/** For each open element what to restore of the namespaces. */
	private readonly namespaceMarks: number[] = [];
	private readonly waiting: ParsedNode[] = [];
	/**
	 * Whether runs of text are nodes from the start. As long as a document is sound they are not: what stands between the
	 * other nodes is text.
	 */
	private keepsTexts = false;
	/** Where the last run of text ends that was not made a node. */
	private textEnd = 0;

	constructor(state: ParseState) {
		this.state = state;
	}

	get depth(): number {
		return this.open.length;
	}

	/** The open elements, outermost first. */
	get openElements(): readonly ElementNode[] {
		return this.open;
	}

	/** The nodes outside all elements, once all elements are closed. */
	get roots(): readonly ParsedNode[] {
		return this.waiting.slice();
	}

	add(node: ParsedNode): void {
		this.waiting.push(node);
	}

	/** Takes in a run of text in the innermost element. */
	addText(start: number, end: number): void {
		if (this.keepsTexts) {
			this.waiting.push(new CharactersNode('text', this.top, this.state.text, start, end));
		} else {
			this.textEnd = end;
		}
	}

	/**
	 * Makes nodes of the text in the open elements, and of all text to come: before something is skipped that is neither a
	 * node nor text, and before nodes change places.
	 */
	keepTexts(): void {
		if (this.keepsTexts) {
			return;
		}
		this.keepsTexts = true;
		const nodes = this.waiting.slice();
		const starts = this.firstChildren.slice();
		this.waiting.length = starts[0] ?? nodes.length;
		for (const [depth, element] of this.open.entries()) {
			const inside = nodes.slice(starts[depth], starts[depth + 1]);
			this.firstChildren[depth] = this.waiting.length;
			for (const node of withTexts(element, inside, element === this.top ? this.textEnd : -1)) {
				this.waiting.push(node);
			}
		}
	}

	/** Takes in an element that has just begun. `namespaceMark` is of before its tag. */
	begin(element: ElementNode, isEmptyElement: boolean, namespaceMark: number): void {
		this.root ??= element;
		this.waiting.push(element);
		if (isEmptyElement) {
			element.contentEnd = element.startTagEnd;
			element.end = element.startTagEnd;
			this.state.namespaces.restore(namespaceMark);
			return;
		}
		this.open.push(element);
		this.firstChildren.push(this.waiting.length);
		this.namespaceMarks.push(namespaceMark);
		element.qualifiedName.openCount++;
		this.top = element;
	}

	/** Closes the innermost element. An end name of -1 is for an element without end tag. */
	end(contentEnd: number, end: number, endNameStart: number): void {
		const element = this.top;
		const firstChild = this.firstChildren.pop();
		const namespaceMark = this.namespaceMarks.pop();
		if (element === undefined || firstChild === undefined || namespaceMark === undefined) {
			return;
		}
		this.open.pop();
		this.top = element.parent;
		element.contentEnd = contentEnd;
		element.end = end;
		element.endNameStart = endNameStart;
		element.qualifiedName.openCount--;
		this.state.namespaces.restore(namespaceMark);
		if (this.waiting.length > firstChild) {
			element.take(this.waiting.slice(firstChild), this.keepsTexts);
			this.waiting.length = firstChild;
		} else if (this.keepsTexts) {
			element.take([], true);
		}
	}

	isOpen(name: QualifiedName): boolean {
		return name.openCount > 0;
	}

	/** What the innermost element holds so far. */
	topChildren(): readonly ParsedNode[] {
		return this.waiting.slice(this.firstChildren.at(-1) ?? 0);
	}

	/** What the element around the innermost one holds before that. */
	childrenBeforeTop(): readonly ParsedNode[] {
		return this.waiting.slice(this.firstChildren.at(-2) ?? 0, (this.firstChildren.at(-1) ?? 0) - 1);
	}

	/** Closes the innermost element before its child number `from`, and gives the rest to its parent. */
	endBefore(from: number, end: number): void {
		const rest = this.waiting.splice((this.firstChildren.at(-1) ?? 0) + from);
		const parent = this.top?.parent;
		this.end(end, end, -1);
		this.adopt(parent, rest);
	}

	/** Takes the start tag of the innermost element as the end tag of the one around it, which then is closed. */
	takeStartTagAsEndTag(): void {
		const inner = this.top;
		if (inner === undefined) {
			return;
		}
		const rest = this.waiting.splice(this.firstChildren.at(-1) ?? 0);
		this.end(inner.startTagEnd, inner.startTagEnd, -1);
		this.waiting.pop();
		const parent = this.top?.parent;
		this.end(inner.start, inner.startTagEnd, inner.nameSpan.start);
		this.adopt(parent, rest);
	}

	private adopt(parent: ElementNode | undefined, nodes: readonly ParsedNode[]): void {
		for (const node of nodes) {
			node.parent = parent;
			this.waiting.push(node);
		}
	}
}
