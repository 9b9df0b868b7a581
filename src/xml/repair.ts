import type { FindingData, Span } from '../finding';
import type { Translate } from '../text';
import type { XmlDocument } from './tree';

/** A change of a text: what stands in `span` becomes `text`. */
export interface Edit {
	readonly span: Span;
	readonly text: string;
}

/** One way to take a fault away, for the user to choose: a quick fix. */
export interface Repair {
	/** What it does, in a few words, as the label of a menu item. */
	readonly title: string;
	/** They do not overlap. */
	readonly edits: readonly Edit[];
	/** What it removes says nothing, so that it may be removed unasked. */
	readonly takesNothingAway?: true;
}

/** A finding in the document as it stands now. */
export interface Fault<D> {
	readonly document: XmlDocument;
	readonly span: Span;
	readonly data: D;
}

/** Gives the ways to take a fault away, the likeliest first; none when it takes more than this text to know what is meant. */
type Repairer<D> = (fault: Fault<D>, t: Translate) => readonly Repair[];

/** The repairs of one subject; `M` maps each code to its data. A code for which only the user knows what is right has none. */
export type Repairs<M> = { readonly [C in keyof M]?: Repairer<M[C]> };

/** Repairs by code, whose data is only known by the code, as in `FindingTextTable`. */
export type RepairTable = ReadonlyMap<string, Repairer<FindingData>>;

/** Forgets the types of a table's data. The code of a finding guarantees that its data fits. */
export function repairTable<M extends Record<keyof M, FindingData>>(repairs: Repairs<M>): RepairTable {
	return new Map(Object.entries(repairs) as [string, Repairer<FindingData>][]);
}

/** A text with changes made. */
export function edited(text: string, edits: readonly Edit[]): string {
	return edits
		.toSorted((one, other) => one.span.start - other.span.start)
		.reduceRight(
			(result, { span, text: written }) => result.slice(0, span.start) + written + result.slice(span.end),
			text,
		);
}
