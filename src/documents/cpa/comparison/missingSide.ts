import type { Finding, Span } from '../../../finding';
import { comparisonFinding, type ComparedSubject } from './texts';

/** What one side does not have cannot be compared; that it is missing in what was handed in goes first. */
export function missingSide(
	subject: ComparedSubject,
	specification: unknown,
	cpa: readonly unknown[],
	place: Span,
): Finding | undefined {
	const [first] = cpa;
	if (specification === null) {
		return comparisonFinding('comparison.missing', place, { subject, side: 'specification' });
	}
	return first === undefined
		? comparisonFinding('comparison.missing', place, { subject, side: 'cpa' })
		: undefined;
}
