import type { Span } from '../finding';
import type { XmlAttribute, XmlDocument, XmlElement, XmlNode } from './tree';

/** The elements directly inside an element, in order. */
export function childElements(element: XmlElement): readonly XmlElement[] {
	return element.markup.filter(isElement);
}

function isElement(node: XmlNode): node is XmlElement {
	return node.kind === 'element';
}

function isNamed(node: XmlNode, namespace: string, localName: string): node is XmlElement {
	return node.kind === 'element' && node.localName === localName && node.namespace === namespace;
}

/** The first element directly inside an element with this name. */
export function firstChild(
	element: XmlElement,
	namespace: string,
	localName: string,
): XmlElement | undefined {
	for (const node of element.markup) {
		if (isNamed(node, namespace, localName)) {
			return node;
		}
	}
	return undefined;
}

/** The elements directly inside an element with this name, in order. */
export function childrenNamed(
	element: XmlElement,
	namespace: string,
	localName: string,
): readonly XmlElement[] {
	return element.markup.filter((node) => isNamed(node, namespace, localName));
}

/**
 * The attribute with this name.
 *
 * @param namespace `''` for an attribute without prefix.
 */
export function attributeOf(
	element: XmlElement,
	namespace: string,
	localName: string,
): XmlAttribute | undefined {
	for (const attribute of element.attributes) {
		if (attribute.localName === localName && attribute.namespace === namespace) {
			return attribute;
		}
	}
	return undefined;
}

/** The text in an element and in the elements inside it: the string value of XPath 1.0 §5.2. */
export function textContent(element: XmlElement): string {
	let text = '';
	const waiting: XmlNode[] = [element];
	for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
		if (node.kind === 'text' || node.kind === 'cdata') {
			text += node.value;
		} else if (node.kind === 'element') {
			for (let index = node.children.length - 1; index >= 0; index--) {
				const child = node.children[index];
				if (child !== undefined) {
					waiting.push(child);
				}
			}
		}
	}
	return text;
}

/**
 * Where the content of an element stands, without the white space around it. Where there is none but white space: the
 * name in the start tag, so that there always is something to point at. What can be replaced as a whole: a CDATA section
 * that is not all of it goes with its delimiters.
 */
export function trimmedTextSpan(element: XmlElement): Span {
	const visible = visibleNodes(element);
	const [first] = visible;
	const last = visible.at(-1);
	return first === undefined || last === undefined
		? element.nameSpan
		: first.node === last.node
			? first.span
			: { start: outerSpan(first).start, end: outerSpan(last).end };
}

interface VisibleNode {
	readonly node: XmlNode;
	readonly span: Span;
}

function visibleNodes(element: XmlElement): readonly VisibleNode[] {
	return element.children.flatMap((node) => {
		const span = visibleSpan(node);
		return span === undefined ? [] : [{ node, span }];
	});
}

function outerSpan({ node, span }: VisibleNode): Span {
	return node.kind === 'cdata' ? node.span : span;
}

/**
 * Where the white space around the value of an element stands: on one side, or all of the content when it is on both.
 *
 * @param content The value with the white space around it, some of which may be written as a reference or in CDATA.
 * @param value The same without it.
 */
export function blankSpan(element: XmlElement, content: string, value: string): Span {
	const { start, end } = element.contentSpan;
	const visible = visibleNodes(element);
	if (content.startsWith(value)) {
		return { start: visible.at(-1)?.span.end ?? start, end };
	}
	return content.endsWith(value) ? { start, end: visible[0]?.span.start ?? end } : { start, end };
}

function visibleSpan(node: XmlNode): Span | undefined {
	switch (node.kind) {
		case 'element':
			return node.span;
		case 'text':
		case 'cdata':
			return node.trimmedSpan;
		case 'comment':
		case 'instruction':
			return undefined;
	}
}

/** Whether an element holds no other element. */
export function hasOnlyText(element: XmlElement): boolean {
	return !element.markup.some(isElement);
}

/** The innermost element whose tags or content cover an offset (from `<` up to, not including, what follows it). */
export function elementAt(document: XmlDocument, offset: number): XmlElement | undefined {
	let found: XmlElement | undefined = undefined;
	let inside = nodeAt(document.children, offset);
	while (inside?.kind === 'element') {
		found = inside;
		inside = nodeAt(inside.markup, offset);
	}
	return found;
}

/** Siblings stand in the order of the document, so halving finds the one at an offset. */
function nodeAt(siblings: readonly XmlNode[], offset: number): XmlNode | undefined {
	let low = 0;
	let high = siblings.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const node = siblings[middle];
		if (node === undefined || node.span.end > offset) {
			high = middle;
		} else {
			low = middle + 1;
		}
	}
	const node = siblings[low];
	return node !== undefined && node.span.start <= offset ? node : undefined;
}

/**
 * The place of an element for people: `/ZKN:zakLk01/ZKN:object[2]/BG:inp.bsn`. Names as written, with an index (from 1)
 * where siblings have the same name.
 */
export function pathOf(element: XmlElement): string {
	let path = '';
	for (let node: XmlElement | undefined = element; node !== undefined; node = node.parent) {
		path = `/${node.name}${indexAmongNamesakes(node)}${path}`;
	}
	return path;
}

function indexAmongNamesakes(element: XmlElement): string {
	let index = 0;
	let count = 0;
	for (const sibling of element.parent?.markup ?? []) {
		if (sibling.kind === 'element' && sibling.name === element.name) {
			count++;
			if (sibling === element) {
				index = count;
			}
		}
	}
	return count > 1 ? `[${index}]` : '';
}

/** The way from the root to an element: indices (from 0) over element siblings; `[]` is the root. */
export function elementIndices(element: XmlElement): number[] {
	const indices: number[] = [];
	let node = element;
	while (node.parent !== undefined) {
		let index = 0;
		for (const sibling of node.parent.markup) {
			if (sibling === node) {
				break;
			}
			if (sibling.kind === 'element') {
				index++;
			}
		}
		indices.push(index);
		node = node.parent;
	}
	return indices.reverse();
}

/** The element that {@link elementIndices} tells of. */
export function elementByIndices(document: XmlDocument, indices: readonly number[]): XmlElement | undefined {
	let element = document.root;
	for (const index of indices) {
		element = element === undefined ? undefined : nthElement(element.markup, index + 1, isAny);
	}
	return element;
}

function isAny(): boolean {
	return true;
}

/** @param position From 1. */
function nthElement(
	siblings: readonly XmlNode[],
	position: number,
	matches: (element: XmlElement) => boolean,
): XmlElement | undefined {
	let count = 0;
	for (const node of siblings) {
		if (node.kind === 'element' && matches(node)) {
			count++;
			if (count === position) {
				return node;
			}
		}
	}
	return undefined;
}

/** `*`, `name` or `prefix:name`, with a position (from 1) or not. */
const elementStep = /^([^[\]@()]+)(?:\[(\d+)\])?$/;

/** What libxml2 may write after the element: an attribute, or one of its other children. */
const otherStep = /^(?:@.*|(?:text|comment|processing-instruction)\(.*\)(?:\[\d+\])?)$/;

/**
 * The element that a node path of libxml2 tells of: names and positions as in `/z:zaken/z:zaak[2]`, with `*` for the name
 * of an element in a default namespace. For the path of an attribute or a text it is the element that has it. `undefined` when the path
 * leads nowhere.
 */
export function elementByXPath(document: XmlDocument, xpath: string): XmlElement | undefined {
	let siblings: readonly XmlNode[] = document.root === undefined ? [] : [document.root];
	let element: XmlElement | undefined = undefined;
	const steps = xpath.split('/');
	if (steps.shift() !== '') {
		return undefined;
	}
	for (const [index, step] of steps.entries()) {
		if (element !== undefined && index === steps.length - 1 && otherStep.test(step)) {
			return element;
		}
		const [, name = '', position = '1'] = elementStep.exec(step) ?? [];
		element = nthElement(siblings, Number(position), matcher(name));
		if (element === undefined) {
			return undefined;
		}
		siblings = element.markup;
	}
	return element;
}

/** libxml2 counts siblings with the same prefix; a name without prefix is one in no namespace. */
function matcher(name: string): (element: XmlElement) => boolean {
	if (name === '*') {
		return isAny;
	}
	return name.includes(':')
		? (element) => element.name === name
		: (element) => element.name === name && element.namespace === '';
}
