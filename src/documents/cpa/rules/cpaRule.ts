import type { Finding } from '../../../finding';
import type { Subject } from '../../kind';
import { findPlaceholder } from '../../placeholder';
import type { Cpa } from '../agreement';

/** What the rules of a CPA look at. */
export interface CpaSubject extends Subject {
	readonly cpa: Cpa;
	/** What is not there is really missing, and not lost behind a missing end tag. */
	readonly whole: boolean;
}

export type CpaRule = (subject: CpaSubject) => readonly Finding[];

/** Whether a value is still to be filled in, which is told once for every kind of document. */
export function isToBeFilledIn(value: string): boolean {
	return findPlaceholder(value, false) !== undefined;
}
