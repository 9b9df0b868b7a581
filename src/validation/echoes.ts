import type { Finding, Span } from '../finding';

/**
 * Codes of the schema that speak of a value. When a rule of the field has found the same value wrong, it says why and what
 * to do better than the schema can.
 */
const aboutValue: ReadonlySet<string> = new Set([
	'schema.fixed-attribute',
	'schema.fixed-value',
	'schema.value-digits',
	'schema.value-length',
	'schema.value-not-in-list',
	'schema.value-pattern',
	'schema.value-range',
	'schema.value-too-long',
	'schema.value-too-short',
	'schema.value-type',
]);

/**
 * Puts the findings of the rules and of the schema together, one finding per fault: of two that speak of the same value the
 * rule's stays, if it is an error too (so the verdict stays the same).
 */
export function withoutEchoes(
	fromRules: readonly Finding[],
	fromSchema: readonly Finding[],
): readonly Finding[] {
	const errors = fromRules.filter(({ severity }) => severity === 'error');
	return [
		...fromRules,
		...fromSchema.filter(
			(finding) =>
				!aboutValue.has(finding.code) || !errors.some((error) => overlaps(error.span, finding.span)),
		),
	];
}

function overlaps(one: Span, other: Span): boolean {
	return one.start < other.end && other.start < one.end;
}
