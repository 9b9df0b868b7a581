import type { Translate } from './text';

/** A part of a text: UTF-16 code unit offsets, `start` inclusive, `end` exclusive. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** How much a finding weighs. An `error` makes a document invalid; the others do not. */
export type Severity = 'error' | 'warning' | 'info';

/** What a finding tells besides its place: plain data, so that it can cross to and from a worker. */
export type FindingData = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Another place that explains the finding, such as the first of two duplicates. */
export interface RelatedPlace {
	readonly span: Span;
	/** Absolute path of the other file; absent when it is the document itself. */
	readonly file?: string;
}

/**
 * One fault (or remark) in a document. Data, not sentences: {@link FindingText} turns it into words.
 *
 * @typeParam C The stable, lower-case, dotted code.
 * @typeParam D The data of that code.
 */
export interface Finding<C extends string = string, D extends FindingData = FindingData> {
	readonly code: C;
	readonly severity: Severity;
	/** The part of the text that has to change. */
	readonly span: Span;
	readonly data: D;
	readonly related?: readonly RelatedPlace[];
}

/** All that is known about one code: its weight, its words and where the rule comes from. */
export interface FindingText<D extends FindingData> {
	readonly severity: Severity;
	/** What is wrong and, where it is not plain, why it matters. Whole sentences. */
	readonly problem: (data: D, t: Translate) => string;
	/** What to do. Whole sentences. */
	readonly cure: (data: D, t: Translate) => string;
	/** Document and section of the rule, by the names that readers know: `StUF 03.01 §4.3`. */
	readonly source: string;
	/** For `docs/findings.md`, in English: what the code means, beyond the sentence. One or more sentences. */
	readonly about: string;
}

/** The texts of all codes of one subject; `M` maps each code to its data. */
export type FindingTexts<M extends Record<keyof M, FindingData>> = {
	readonly [C in keyof M]: FindingText<M[C]>;
};

/** A table of texts by code, whose data is only known by the code: what is left after a finding crossed a worker. */
export type FindingTextTable = ReadonlyMap<string, FindingText<FindingData>>;

/** Forgets the types of a table's data. The code of a finding guarantees that its data fits, see {@link findingsOf}. */
export function textTable<M extends Record<keyof M, FindingData>>(texts: FindingTexts<M>): FindingTextTable {
	return new Map(Object.entries(texts) as [string, FindingText<FindingData>][]);
}

/** Makes findings of one subject, with the severity of its table. */
export type CreateFinding<M extends Record<keyof M, FindingData>> = <C extends keyof M & string>(
	code: C,
	span: Span,
	data: M[C],
	related?: readonly RelatedPlace[],
) => Finding<C, M[C]>;

/** Binds {@link CreateFinding} to the table of one subject. */
export function findingsOf<M extends Record<keyof M, FindingData>>(texts: FindingTexts<M>): CreateFinding<M> {
	return (code, span, data, related) => ({
		code,
		severity: texts[code].severity,
		span,
		data,
		...(related === undefined ? {} : { related }),
	});
}
