import type { ExpandedName } from '../../xml/tree';
import type { Children, Outcome } from './contentTrial';
import type { CopyItem } from '../documentCopy';
import type { Expected } from '../libxmlMessages';

/** A child of the document. */
export type OriginalItem = Extract<CopyItem, { kind: 'original' }>;

/** One change that makes the children of a parent fit its content model better: the kind of fault, and its cure. */
export type ContentChange =
	/** A child must go: there are too many of it, or it does not belong here. */
	| { readonly kind: 'remove'; readonly item: OriginalItem; readonly expected: Expected }
	/** A child must stand elsewhere: right before, or right after, another one. */
	| {
			readonly kind: 'move';
			readonly item: OriginalItem;
			readonly before: OriginalItem | undefined;
			readonly after: OriginalItem | undefined;
	  }
	/** A child must have another name. */
	| {
			readonly kind: 'rename';
			readonly item: OriginalItem;
			readonly to: ExpandedName;
			/** The names look alike, so that it is a slip of the pen. */
			readonly similar: boolean;
			readonly expected: Expected;
	  }
	/** A child is missing, before another one or at the end. */
	| {
			readonly kind: 'insert';
			readonly inserted: CopyItem;
			/** Any of these will do as well; the first is put in. */
			readonly alternatives: readonly ExpandedName[];
			readonly before: OriginalItem | undefined;
	  }
	/** Nothing helped. */
	| {
			readonly kind: 'unexplained';
			/** The child that is not expected; `undefined` when the children are incomplete. */
			readonly item: OriginalItem | undefined;
			readonly expected: Expected;
	  };

export type Insertion = Extract<ContentChange, { kind: 'insert' }>;
export type Removal = Extract<ContentChange, { kind: 'remove' }>;

/** The children of a parent after some repairs. */
export interface Candidate {
	readonly children: Children;
	readonly outcome: Outcome;
	/** How much is still unchecked, as `unchecked` counts. */
	readonly left: number;
	readonly repairs: readonly ContentChange[];
	/** How far-fetched the repairs are together. */
	readonly cost: number;
}

/** Furthest first; of those that get equally far, the least far-fetched. */
export function byProgress(one: Candidate, other: Candidate): number {
	return one.left - other.left || one.cost - other.cost;
}

/** The nearest child of the document, from an index on, forward (1) or backward (-1). */
export function originalFrom(children: Children, index: number, step: 1 | -1): OriginalItem | undefined {
	for (let at = index; at >= 0 && at < children.length; at += step) {
		const item = children[at];
		if (item?.kind === 'original') {
			return item;
		}
	}
	return undefined;
}
