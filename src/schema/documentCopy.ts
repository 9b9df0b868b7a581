import type { ExpandedName, XmlAttribute, XmlDocument, XmlElement, XmlNode } from '../xml/tree';

/** A child element in a copy of its parent: one of the document (perhaps under another name), or one put in to try. */
export type CopyItem =
	| { readonly kind: 'original'; readonly element: XmlElement; readonly renamed?: ExpandedName }
	| { readonly kind: 'inserted'; readonly name: ExpandedName };

/** Parents whose child elements differ in a copy, with the children that they have there. */
export type Edits = ReadonlyMap<XmlElement, readonly CopyItem[]>;

/** Makes well-formed copies of a document, and finds the elements of the document back in them. */
export interface DocumentCopier {
	/** The child elements of an element in a copy. */
	itemsIn(edits: Edits, parent: XmlElement): readonly CopyItem[];
	/** The whole document. */
	whole(edits: Edits): string;
	/**
	 * Only what the content models of these elements depend on: the way to them, the tags of the elements before it and of
	 * their children; all other content is left out, so that the copy is small. None may stand inside another.
	 */
	outline(edits: Edits, parents: readonly XmlElement[]): string;
	/** Where an element stands in a copy: child indices over element siblings. `undefined` when it is not in it. */
	indices(edits: Edits, element: XmlElement): readonly number[] | undefined;
	/** What stands at these indices in a copy; `undefined` when nothing does, or something inside what was put in. */
	itemAt(edits: Edits, indices: readonly number[]): CopyItem | undefined;
}

/** A prefix that no document uses: elements that a copy adds are written with it. */
const trialPrefix = '_lz-trial_';

/**
 * @param limit Offset in the text: what starts after it, or has a start tag that ends after it, is left out of all copies.
 *   `undefined` for a document that is copied entirely and as it is written.
 */
export function createDocumentCopier(document: XmlDocument, limit: number | undefined): DocumentCopier {
	const rebuilt = limit !== undefined;
	const last = limit ?? Infinity;

	function isCopied(node: XmlNode): boolean {
		return (node.kind === 'element' ? node.startTagSpan.end : node.span.end) <= last;
	}

	function items(parent: XmlElement): readonly CopyItem[] {
		const found: CopyItem[] = [];
		for (const node of parent.children) {
			if (node.kind === 'element' && isCopied(node)) {
				found.push({ kind: 'original', element: node });
			}
		}
		return found;
	}

	function itemsIn(edits: Edits, parent: XmlElement): readonly CopyItem[] {
		return edits.get(parent) ?? items(parent);
	}

	/** The start tag up to, not including, its `>` or `/>`, and the name that the end tag must have. */
	function opened(element: XmlElement, renamed: ExpandedName | undefined): readonly [string, string] {
		const [name, declaration] = renamed ? trialName(renamed) : [element.name, ''];
		const attributes = rebuilt
			? element.attributes.map(attributeMarkup).join('')
			: document.text.slice(element.nameSpan.end, element.startTagSpan.end).replace(/\/?>$/, '');
		return [`<${name}${declaration}${attributes}`, name];
	}

	function emptied(item: CopyItem): string {
		return item.kind === 'inserted'
			? insertedMarkup(item.name)
			: `${opened(item.element, item.renamed)[0]}/>`;
	}

	/** Writes iteratively: a document that is not well-formed may be nested deeper than the stack. */
	function write(root: XmlElement, parts: (item: CopyItem) => string | Parts): string {
		const output: string[] = [];
		const waiting: (string | CopyItem)[] = [{ kind: 'original', element: root }];
		for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
			const written = typeof next === 'string' ? next : parts(next);
			if (typeof written === 'string') {
				output.push(written);
				continue;
			}
			output.push(written.before);
			waiting.push(written.after);
			for (let index = written.items.length - 1; index >= 0; index--) {
				const item = written.items[index];
				if (item !== undefined) {
					waiting.push(item);
				}
			}
		}
		return output.join('');
	}

	function wholeElement(edits: Edits, ways: ReadonlySet<XmlElement>, item: CopyItem): string | Parts {
		if (item.kind === 'inserted') {
			return insertedMarkup(item.name);
		}
		const { element, renamed } = item;
		if (!rebuilt && renamed === undefined && !ways.has(element)) {
			return document.text.slice(element.span.start, element.span.end);
		}
		const [start, name] = opened(element, renamed);
		const edited = edits.get(element);
		// The place of text among the elements is of no concern to a schema: text first, when elements have moved.
		const content = edited
			? [...element.children.filter((node) => node.kind !== 'element'), ...edited]
			: element.children;
		return {
			before: `${start}>`,
			after: `</${name}>`,
			items: content.flatMap((node): readonly (string | CopyItem)[] => {
				if (node.kind === 'original' || node.kind === 'inserted') {
					return [node];
				}
				if (!isCopied(node)) {
					return [];
				}
				return node.kind === 'element' ? [{ kind: 'original', element: node }] : [textMarkup(node)];
			}),
		};
	}

	function textMarkup(node: Exclude<XmlNode, XmlElement>): string {
		if (!rebuilt) {
			return document.text.slice(node.span.start, node.span.end);
		}
		return node.kind === 'text' || node.kind === 'cdata' ? escaped(node.value) : '';
	}

	function outlineElement(
		edits: Edits,
		parents: ReadonlySet<XmlElement>,
		ways: ReadonlySet<XmlElement>,
		item: CopyItem,
	): string | Parts {
		if (item.kind === 'inserted' || !ways.has(item.element)) {
			return emptied(item);
		}
		const [start, name] = opened(item.element, item.renamed);
		const children = itemsIn(edits, item.element);
		const isWay = (child: CopyItem) => child.kind === 'original' && ways.has(child.element);
		return {
			before: `${start}>`,
			after: `</${name}>`,
			items: parents.has(item.element)
				? children.map(emptied)
				: children.slice(0, children.findLastIndex(isWay) + 1),
		};
	}

	return {
		itemsIn,
		whole(edits) {
			if (!document.root) {
				return '';
			}
			const ways = waysTo(edits.keys());
			const prolog = rebuilt ? '' : document.text.slice(0, document.root.span.start);
			return prolog + write(document.root, (item) => wholeElement(edits, ways, item));
		},
		outline(edits, parents) {
			if (!document.root) {
				return '';
			}
			const set = new Set(parents);
			const ways = waysTo(parents);
			return write(document.root, (item) => outlineElement(edits, set, ways, item));
		},
		indices(edits, element) {
			const found: number[] = [];
			for (let node = element; node.parent; node = node.parent) {
				const index = itemsIn(edits, node.parent).findIndex(
					(item) => item.kind === 'original' && item.element === node,
				);
				if (index < 0) {
					return undefined;
				}
				found.push(index);
			}
			return found.reverse();
		},
		itemAt(edits, indices) {
			let item: CopyItem | undefined = document.root && { kind: 'original', element: document.root };
			for (const index of indices) {
				item = item?.kind === 'original' ? itemsIn(edits, item.element)[index] : undefined;
			}
			return item;
		},
	};
}

/** An element that is written in parts: its tags, and what stands between them. */
interface Parts {
	readonly before: string;
	readonly after: string;
	readonly items: readonly (string | CopyItem)[];
}

/** Elements and all that they stand in. */
function waysTo(elements: Iterable<XmlElement>): ReadonlySet<XmlElement> {
	const ways = new Set<XmlElement>();
	for (const element of elements) {
		for (let node: XmlElement | undefined = element; node && !ways.has(node); node = node.parent) {
			ways.add(node);
		}
	}
	return ways;
}

/** A name for a tag, and the namespace declaration that goes with it. */
function trialName({ namespace, localName }: ExpandedName): readonly [string, string] {
	return namespace === ''
		? [localName, ' xmlns=""']
		: [`${trialPrefix}:${localName}`, ` xmlns:${trialPrefix}="${escaped(namespace)}"`];
}

function insertedMarkup(expanded: ExpandedName): string {
	const [name, declaration] = trialName(expanded);
	return `<${name}${declaration}/>`;
}

function attributeMarkup({ name, value }: XmlAttribute): string {
	return ` ${name}="${escaped(value)}"`;
}

const references: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\t': '&#9;',
	'\n': '&#10;',
	'\r': '&#13;',
};

/** Text or a value, so that it is read back as it is; a character that XML does not allow becomes a question mark. */
function escaped(text: string): string {
	// eslint-disable-next-line no-control-regex -- these are what XML does not allow
	return text.replace(/[&<>"\u0000-\u001F\uFFFE\uFFFF]/g, (character) => references[character] ?? '?');
}
