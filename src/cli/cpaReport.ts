import type { Cpa } from '../documents/cpa/agreement';
import type { Comparison } from '../documents/cpa/comparison/compareSpecification';
import type { LocatedFinding } from '../validation/report';

/** What one run of `cpa` found. */
export interface CpaReport {
	/** As the user named it. */
	readonly file: string;
	readonly cpa: Cpa;
	/** Of the schema and of the rules, in document order. */
	readonly findings: readonly LocatedFinding[];
	/** There were more findings than these. */
	readonly truncated: boolean;
	/** The moment of the report, to count days from. */
	readonly moment: Date;
	/** `null` when no comparison was asked for. */
	readonly comparison: ReportedComparison | null;
}

export interface ReportedComparison extends Comparison {
	/** The Consumerspecificatie, as the user named it. */
	readonly file: string;
}
