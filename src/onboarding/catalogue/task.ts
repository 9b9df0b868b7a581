import type { Phrase } from '../phrase';
import type { Situation } from '../situation';
import type { Condition } from './condition';
import type { DocumentId } from './documents';
import type { LeadTime } from './leadTime';
import type { Actor, RoleId } from './roles';

/** The four steps of the manual, and the operation that Bijlage 1 adds as phase 5. */
export type StepNumber = 1 | 2 | 3 | 4 | 5;

/** Something that this product can do for a task. The editor binds each to a command. */
export type ActionId =
	| 'set-situation'
	| 'make-plan-of-approach'
	| 'show-planning'
	| 'choose-schema-folder'
	| 'validate-workspace'
	| 'inspect-certificate'
	| 'check-consumerspecificatie'
	| 'compare-cpa'
	| 'ping-preproduction'
	| 'ping-production'
	| 'check-wus'
	| 'start-partner'
	| 'make-network-overview'
	| 'make-test-report'
	| 'make-handover';

/** A sentence that stands under a task or step, with where the manual says it. */
export interface Remark {
	readonly text: Phrase;
	/** The paragraph (`4.4.2`) or row of Bijlage 1 (`1.ix`) it comes from; null when it is ours. */
	readonly source: string | null;
	/** When it concerns this organisation; always when absent. */
	readonly when?: Condition;
}

/** Why a task is not for some organisations. */
export interface Exclusion {
	readonly when: Condition;
	readonly reason: Phrase;
}

/** One thing to do. Our own words throughout; the paragraph is where the manual tells it. */
export interface Task {
	/** Stable: it stands in progress files. */
	readonly id: string;
	readonly step: StepNumber;
	/** Null when only Bijlage 1 has it. */
	readonly paragraph: string | null;
	/** Rows of Bijlage 1: `2.ix`; a row without a number has that of the row above it and a `b`: `4.ii-b`. */
	readonly rows: readonly string[];
	readonly title: Phrase;
	/** What, and why, in one or two sentences. */
	readonly summary: Phrase;
	/** What to do, in order. */
	readonly activities: readonly Remark[];
	/** Points of attention. */
	readonly attention: readonly Remark[];
	readonly documents: readonly DocumentId[];
	/**
	 * Who does it, most involved first: from the table of roles of the step (§3.2, §4.2, §5.2, §6.2). A task that those tables do not
	 * have is given to the role that has the tasks around it.
	 */
	readonly roles: readonly RoleId[];
	/** As in Bijlage 1, in its order. */
	readonly actors: readonly Actor[];
	readonly leadTime: (situation: Situation) => LeadTime;
	/** Ids of the tasks that must be finished first. */
	readonly dependsOn: readonly string[];
	/** The first that holds gives the reason; a task without any is for everyone. */
	readonly notFor: readonly Exclusion[];
	/** How one sees that it is finished. */
	readonly result: Phrase;
	readonly actions: readonly ActionId[];
}

/** A step of the manual, with what its chapter says about all its tasks. */
export interface Step {
	readonly number: StepNumber;
	readonly title: Phrase;
	readonly summary: Phrase;
	/** What Bijlage 1 gives for the whole step. */
	readonly leadTime: Phrase;
	/** Chapter and paragraph numbers: means, roles, points of attention, result. Empty for step 5, which has no chapter. */
	readonly paragraphs: readonly string[];
	readonly documents: readonly DocumentId[];
	/** What must be available. */
	readonly means: readonly Remark[];
	readonly attention: readonly Remark[];
	readonly result: readonly Remark[];
	readonly tasks: readonly Task[];
}
