import type { Span } from '../finding';
import type { AttributeNode, AttributeTable } from './attributes';
import { nameEnd, skipWhiteSpace, trimEnd } from './characters';
import type { QualifiedName } from './names';
import { characterValue, normaliseLineEnds } from './references';
import type { XmlCharacters, XmlComment, XmlElement, XmlInstruction, XmlNode } from './tree';

/**
 * The nodes of the tree. They keep bare offsets, and make spans and values when asked: a tree of 5 MB has some half a
 * million spans, of which a check looks at a few.
 */

const nothing: readonly never[] = Object.freeze([]);

/** What the nodes of a document have in common. */
export interface NodeSource {
	readonly text: string;
	readonly attributes: AttributeTable;
}

export class ElementNode implements XmlElement {
	readonly kind = 'element';
	readonly source: NodeSource;
	qualifiedName: QualifiedName;
	parent: ElementNode | undefined;
	readonly start: number;
	namespace: string | undefined;
	/** The row of its first attribute in the table of the document, until nodes are made of them. */
	private attributeSource: number | readonly AttributeNode[];
	/** Without the runs of text between them, as long as {@link hasTexts} is false: all other text is text then. */
	private nodes: readonly ParsedNode[];
	private hasTexts: boolean;
	startTagEnd: number;
	contentEnd: number;
	/** -1 while the element is open. */
	end: number;
	/** -1 without an end tag. */
	endNameStart: number;

	constructor(
		source: NodeSource,
		qualifiedName: QualifiedName,
		parent: ElementNode | undefined,
		start: number,
	) {
		this.source = source;
		this.qualifiedName = qualifiedName;
		this.parent = parent;
		this.start = start;
		this.namespace = undefined;
		this.attributeSource = nothing;
		this.nodes = nothing;
		this.hasTexts = false;
		this.startTagEnd = start;
		this.contentEnd = start;
		this.end = -1;
		this.endNameStart = -1;
	}

	/** Takes in its children. With `hasTexts` false, the text between these nodes is still to be made into nodes. */
	take(nodes: readonly ParsedNode[], hasTexts: boolean): void {
		this.nodes = nodes;
		this.hasTexts = hasTexts;
	}

	/** Takes in its attributes: those in the table of the document from the row `first` to the end of the start tag. */
	takeAttributes(first: number): void {
		this.attributeSource = first;
	}

	get hasAttributes(): boolean {
		return this.attributeSource !== nothing;
	}

	get attributes(): readonly AttributeNode[] {
		if (typeof this.attributeSource === 'number') {
			this.attributeSource = this.source.attributes.nodesOf(this, this.attributeSource);
		}
		return this.attributeSource;
	}

	attributeValue(namespace: string, localName: string): string | undefined {
		return typeof this.attributeSource === 'number'
			? this.source.attributes.find(this.attributeSource, this.startTagEnd, namespace, localName)
			: this.attributeSource.find((node) => node.localName === localName && node.namespace === namespace)
					?.value;
	}

	get children(): readonly XmlNode[] {
		if (!this.hasTexts) {
			this.take(withTexts(this, this.nodes, this.contentEnd), true);
		}
		return this.nodes;
	}

	get markup(): readonly XmlNode[] {
		return this.nodes;
	}

	get onlyText(): CharactersNode | undefined {
		const { nodes } = this;
		if (this.hasTexts) {
			const [first] = nodes;
			return nodes.length === 1 && first instanceof CharactersNode && first.kind === 'text'
				? first
				: undefined;
		}
		return nodes.length === 0 && this.startTagEnd < this.contentEnd
			? textNode(this, this.startTagEnd, this.contentEnd)
			: undefined;
	}

	get name(): string {
		return this.qualifiedName.name;
	}

	get prefix(): string {
		return this.qualifiedName.prefix;
	}

	get localName(): string {
		return this.qualifiedName.localName;
	}

	get span(): Span {
		return { start: this.start, end: this.end };
	}

	get nameSpan(): Span {
		return { start: this.start + 1, end: this.start + 1 + this.qualifiedName.name.length };
	}

	get startTagSpan(): Span {
		return { start: this.start, end: this.startTagEnd };
	}

	get contentSpan(): Span {
		return { start: this.startTagEnd, end: this.contentEnd };
	}

	get endNameSpan(): Span | undefined {
		const start = this.endNameStart;
		return start === -1 ? undefined : { start, end: nameEnd(this.source.text, start) };
	}
}

/**
 * Puts the text between nodes among them.
 *
 * @param nodes The other nodes in `element`.
 * @param end Where the last text ends.
 */
export function withTexts(
	element: ElementNode,
	nodes: readonly ParsedNode[],
	end: number,
): readonly ParsedNode[] {
	const all: ParsedNode[] = [];
	let position = element.startTagEnd;
	for (const node of nodes) {
		if (node.start > position) {
			all.push(textNode(element, position, node.start));
		}
		all.push(node);
		position = node.end;
	}
	if (end > position) {
		all.push(textNode(element, position, end));
	}
	return all.length === 0 ? nothing : all;
}

function textNode(parent: ElementNode, start: number, end: number): CharactersNode {
	return new CharactersNode('text', parent, parent.source.text, start, end);
}

const cdataOpening = '<![CDATA[';
const cdataClosing = ']]>';

export class CharactersNode implements XmlCharacters {
	readonly kind: 'text' | 'cdata';
	parent: ElementNode | undefined;
	private readonly text: string;
	readonly start: number;
	readonly end: number;

	constructor(
		kind: 'text' | 'cdata',
		parent: ElementNode | undefined,
		text: string,
		start: number,
		end: number,
	) {
		this.kind = kind;
		this.parent = parent;
		this.text = text;
		this.start = start;
		this.end = end;
	}

	get value(): string {
		const raw = this.text.slice(this.contentStart, this.contentEnd);
		return this.kind === 'text' ? characterValue(raw) : normaliseLineEnds(raw);
	}

	get span(): Span {
		return { start: this.start, end: this.end };
	}

	get trimmedSpan(): Span | undefined {
		const end = trimEnd(this.text, this.contentStart, this.contentEnd);
		const start = skipWhiteSpace(this.text, this.contentStart);
		return start < end ? { start, end } : undefined;
	}

	private get contentStart(): number {
		return this.kind === 'text' ? this.start : this.start + cdataOpening.length;
	}

	/** A CDATA section that is not closed has no closing delimiter to leave out. */
	private get contentEnd(): number {
		const isClosed = this.kind === 'cdata' && this.text.endsWith(cdataClosing, this.end);
		return isClosed ? Math.max(this.contentStart, this.end - cdataClosing.length) : this.end;
	}
}

export class CommentNode implements XmlComment {
	readonly kind = 'comment';
	parent: ElementNode | undefined;
	readonly start: number;
	readonly end: number;

	constructor(parent: ElementNode | undefined, start: number, end: number) {
		this.parent = parent;
		this.start = start;
		this.end = end;
	}

	get span(): Span {
		return { start: this.start, end: this.end };
	}
}

export class InstructionNode implements XmlInstruction {
	readonly kind = 'instruction';
	parent: ElementNode | undefined;
	readonly target: string;
	readonly start: number;
	readonly end: number;

	constructor(parent: ElementNode | undefined, target: string, start: number, end: number) {
		this.parent = parent;
		this.target = target;
		this.start = start;
		this.end = end;
	}

	get span(): Span {
		return { start: this.start, end: this.end };
	}
}

/** A node whose parent can still change, while the end tags of a faulty document are being matched. */
export type ParsedNode = ElementNode | CharactersNode | CommentNode | InstructionNode;
