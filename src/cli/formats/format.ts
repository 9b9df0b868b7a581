import type { Translate } from '../../text';
import type { Colours } from '../output';
import type { RunReport, Selection } from '../runReport';

/** What a format needs besides the report. */
export interface FormatOptions {
	readonly selection: Selection;
	readonly t: Translate;
	readonly language: string;
	readonly colours: Colours;
	/** Absolute. */
	readonly workingFolder: string;
	/** Absolute. */
	readonly productRoot: string;
	/** Of the product. */
	readonly version: string;
}

/** Writes a report in one format, in parts that end up after one another. */
export type Format = (run: RunReport, options: FormatOptions) => Iterable<string>;
