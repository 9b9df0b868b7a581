import { XmlErrorStruct, XmlNodeType, XmlTreeCommonStruct } from 'libxml2-wasm/lib/libxml2.mjs';
import { isUnexpectedChild } from './libxmlMessages';

/** An address in the memory of libxml2; 0 is none. */
export type Pointer = number;

const elementNode: number = XmlNodeType.XML_ELEMENT_NODE;

/** XML_SCHEMAV_ELEMENT_CONTENT. */
const elementContent = 1871;

/** Whether an error says that a child of one of these elements is not expected, or that one of them lacks a child. */
export function concernsContentOf(parents: ReadonlySet<Pointer>, error: Pointer, element: Pointer): boolean {
	if (XmlTreeCommonStruct.type(error) !== elementContent || element === 0) {
		return false;
	}
	const unexpected = parents.has(XmlTreeCommonStruct.parent(element));
	return (
		(unexpected || parents.has(element)) && isUnexpectedChild(XmlErrorStruct.message(error)) === unexpected
	);
}

function isElement(node: Pointer): boolean {
	return XmlTreeCommonStruct.type(node) === elementNode;
}

/** The element of an error's node: itself, or the owner of an attribute; 0 when there is none. */
export function elementOf(node: Pointer): Pointer {
	return node === 0 || isElement(node) ? node : elementOf(XmlTreeCommonStruct.parent(node));
}

/** Walks child indices over element siblings; 0 when there is no such element. */
export function elementAt(root: Pointer, indices: readonly number[]): Pointer {
	let element = root;
	for (const index of indices) {
		let child = XmlTreeCommonStruct.children(element);
		let left = index;
		while (child !== 0 && !(isElement(child) && left-- === 0)) {
			child = XmlTreeCommonStruct.next(child);
		}
		if (child === 0) {
			return 0;
		}
		element = child;
	}
	return element;
}

/**
 * Makes a function that gives the positional path of an element. The children of each parent are counted once: libxml2's
 * own `xmlGetNodePath` counts them again for each error.
 */
export function elementPaths(): (element: Pointer) => string {
	const steps = new Map<Pointer, number>();
	function step(element: Pointer, parent: Pointer): number {
		const known = steps.get(element);
		if (known !== undefined) {
			return known;
		}
		let count = 0;
		for (
			let child = XmlTreeCommonStruct.children(parent);
			child !== 0;
			child = XmlTreeCommonStruct.next(child)
		) {
			if (isElement(child)) {
				steps.set(child, ++count);
			}
		}
		return steps.get(element) ?? 1;
	}
	return (element) => {
		let path = '';
		let node = element;
		while (node !== 0 && isElement(node)) {
			const parent = XmlTreeCommonStruct.parent(node);
			path = `/*[${step(node, parent)}]${path}`;
			node = parent;
		}
		return path;
	};
}
