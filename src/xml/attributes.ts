import type { Span } from '../finding';
import type { QualifiedName } from './names';
import type { ElementNode } from './nodes';
import { attributeValue } from './references';
import type { XmlAttribute } from './tree';

export class AttributeNode implements XmlAttribute {
	readonly kind = 'attribute';
	readonly owner: ElementNode;
	readonly namespace: string | undefined;
	private readonly qualifiedName: QualifiedName;
	private readonly start: number;
	private readonly valueStart: number;
	private readonly valueEnd: number;
	private readonly end: number;

	constructor(
		qualifiedName: QualifiedName,
		namespace: string | undefined,
		owner: ElementNode,
		start: number,
		valueStart: number,
		valueEnd: number,
		end: number,
	) {
		this.qualifiedName = qualifiedName;
		this.namespace = namespace;
		this.owner = owner;
		this.start = start;
		this.valueStart = valueStart;
		this.valueEnd = valueEnd;
		this.end = end;
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

	get value(): string {
		return attributeValue(this.owner.source.text.slice(this.valueStart, this.valueEnd));
	}

	get span(): Span {
		return { start: this.start, end: this.end };
	}

	get nameSpan(): Span {
		return { start: this.start, end: this.start + this.qualifiedName.name.length };
	}

	get valueSpan(): Span {
		return { start: this.valueStart, end: this.valueEnd };
	}
}

/** What is kept of each attribute: where it starts, where its value starts and ends, and where it ends. */
const numbers = 4;
const firstCapacity = 64;

/**
 * The attributes of a document, in its order, as rows of names and offsets. A third of a large tree would be attributes, of which
 * a check looks at the values of some: so nodes are made of those of an element when it is asked for them.
 */
export class AttributeTable {
	private readonly text: string;
	private readonly names: QualifiedName[] = [];
	private readonly namespaces: (string | undefined)[] = [];
	private offsets = new Int32Array(firstCapacity * numbers);

	constructor(text: string) {
		this.text = text;
	}

	/** The number of rows. */
	get length(): number {
		return this.names.length;
	}

	/** Adds an attribute, whose namespace is not known yet. */
	add(name: QualifiedName, start: number, valueStart: number, valueEnd: number, end: number): void {
		const at = this.names.length * numbers;
		if (at === this.offsets.length) {
			const larger = new Int32Array(at * 2);
			larger.set(this.offsets);
			this.offsets = larger;
		}
		const { offsets } = this;
		offsets[at] = start;
		offsets[at + 1] = valueStart;
		offsets[at + 2] = valueEnd;
		offsets[at + 3] = end;
		this.names.push(name);
		this.namespaces.push('');
	}

	/** Takes the last rows away. */
	cut(length: number): void {
		this.names.length = length;
		this.namespaces.length = length;
	}

	/** @throws When there is no such row: a fault of ours. */
	nameOf(row: number): QualifiedName {
		const name = this.names[row];
		if (name === undefined) {
			throw new RangeError(`No attribute ${row}`);
		}
		return name;
	}

	namespaceOf(row: number): string | undefined {
		return this.namespaces[row];
	}

	setNamespace(row: number, namespace: string | undefined): void {
		this.namespaces[row] = namespace;
	}

	startOf(row: number): number {
		return this.offsets[row * numbers] ?? 0;
	}

	valueStartOf(row: number): number {
		return this.offsets[row * numbers + 1] ?? 0;
	}

	valueEndOf(row: number): number {
		return this.offsets[row * numbers + 2] ?? 0;
	}

	endOf(row: number): number {
		return this.offsets[row * numbers + 3] ?? 0;
	}

	/** Whether the value stands in quotation marks; else there is none, or it is not closed. */
	isQuoted(row: number): boolean {
		return this.endOf(row) > this.valueEndOf(row);
	}

	valueOf(row: number): string {
		return attributeValue(this.text.slice(this.valueStartOf(row), this.valueEndOf(row)));
	}

	/** Makes the nodes of an element whose first attribute is in the row `first`. */
	nodesOf(owner: ElementNode, first: number): readonly AttributeNode[] {
		const nodes: AttributeNode[] = [];
		for (let row = first; row < this.length && this.startOf(row) < owner.startTagEnd; row++) {
			nodes.push(
				new AttributeNode(
					this.nameOf(row),
					this.namespaceOf(row),
					owner,
					this.startOf(row),
					this.valueStartOf(row),
					this.valueEndOf(row),
					this.endOf(row),
				),
			);
		}
		return nodes;
	}

	/** The value of the attribute with this name in a start tag that ends at `tagEnd`; `first` is the row of its first attribute. */
	find(first: number, tagEnd: number, namespace: string, localName: string): string | undefined {
		for (let row = first; row < this.length && this.startOf(row) < tagEnd; row++) {
			if (this.names[row]?.localName === localName && this.namespaces[row] === namespace) {
				return this.valueOf(row);
			}
		}
		return undefined;
	}
}
