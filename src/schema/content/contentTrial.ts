import type { ExpandedName } from '../../xml/tree';
import type { CopyItem } from '../documentCopy';
import type { Expected } from '../libxmlMessages';

/** The child elements of one parent, in order. */
export type Children = readonly CopyItem[];

/** How far a content model gets with some children: it stops at its first error. */
export type Outcome =
	| { readonly kind: 'fits' }
	| {
			readonly kind: 'unexpected';
			/** The child that is not allowed at its place. */
			readonly index: number;
			readonly expected: Expected;
	  }
	/** All children are allowed, but more must follow. */
	| { readonly kind: 'incomplete'; readonly expected: Expected }
	/** It could not be tried. */
	| { readonly kind: 'unknown' };

/**
 * How much of a parent is still unchecked: the number of the document's own children from the error on, leaving out one
 * child that is being moved about. Less is better; nothing is better than an outcome that fits.
 */
export function unchecked(children: Children, outcome: Outcome, except?: CopyItem): number {
	switch (outcome.kind) {
		case 'fits':
			return -1;
		case 'incomplete':
			return 0;
		case 'unexpected':
			return children.slice(outcome.index).filter((item) => item.kind === 'original' && item !== except)
				.length;
		case 'unknown':
			return Infinity;
	}
}

/** The name of a child as the document has it; an unbound prefix counts as no namespace. */
export function nameOf(item: CopyItem): ExpandedName {
	return item.kind === 'inserted'
		? item.name
		: { namespace: item.element.namespace ?? '', localName: item.element.localName };
}

export function sameName(one: ExpandedName, other: ExpandedName): boolean {
	return one.localName === other.localName && one.namespace === other.namespace;
}

/** What an outcome lists as allowed. */
export function expectedOf(outcome: Outcome): Expected {
	return outcome.kind === 'unexpected' || outcome.kind === 'incomplete'
		? outcome.expected
		: { names: [], wildcard: false, cut: false };
}
