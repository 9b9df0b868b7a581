import { firstChild } from '../../xml/navigate';
import type { XmlElement } from '../../xml/tree';
import { xsdNamespace } from './schemaDocument';

/** How values of a type are compared (XML Schema part 2, §3.2 and §4.3.6). */
export type Comparison = 'exact' | 'replaced' | 'collapsed' | 'boolean' | 'number' | 'unknown';

/** The value that an attribute must have. */
export interface FixedValue {
	readonly value: string;
	readonly comparison: Comparison;
}

const booleans: ReadonlyMap<string, boolean> = new Map([
	['true', true],
	['1', true],
	['false', false],
	['0', false],
]);

const builtIn: ReadonlyMap<string, Comparison> = new Map([
	...names('exact', 'string anySimpleType'),
	...names('replaced', 'normalizedString'),
	...names('collapsed', 'token language NMTOKEN Name NCName ID IDREF ENTITY anyURI'),
	...names('boolean', 'boolean'),
	...names(
		'number',
		'decimal integer nonPositiveInteger negativeInteger nonNegativeInteger positiveInteger ' +
			'long int short byte unsignedLong unsignedInt unsignedShort unsignedByte float double',
	),
]);

const whiteSpaceFacets: ReadonlyMap<string, Comparison> = new Map([
	['replace', 'replaced'],
	['collapse', 'collapsed'],
]);

function names(comparison: Comparison, list: string): [string, Comparison][] {
	return list.split(' ').map((name) => [`${xsdNamespace} ${name}`, comparison]);
}

/**
 * Finds how the values of a global attribute are compared.
 *
 * @param attribute The declaration; `undefined` when there is none.
 * @param typeOf The type that a declaration or a restriction refers to: a definition, or the key of a built-in type.
 */
export function comparisonOf(
	attribute: XmlElement | undefined,
	typeOf: (element: XmlElement) => XmlElement | string | undefined,
): Comparison {
	if (attribute === undefined) {
		return 'unknown';
	}
	const seen = new Set<XmlElement>();
	let asked: Comparison | undefined;
	let type = typeOf(attribute) ?? `${xsdNamespace} anySimpleType`;
	while (typeof type !== 'string' && !seen.has(type)) {
		seen.add(type);
		const restriction = firstChild(type, xsdNamespace, 'restriction');
		const facet = restriction && firstChild(restriction, xsdNamespace, 'whiteSpace');
		asked ??=
			facet && whiteSpaceFacets.get(facet.attributes.find(({ name }) => name === 'value')?.value ?? '');
		type = (restriction && typeOf(restriction)) ?? '';
	}
	const base = typeof type === 'string' ? (builtIn.get(type) ?? 'unknown') : 'unknown';
	return base === 'exact' || base === 'replaced' ? (asked ?? base) : base;
}

/** `true` when a value is certainly not the fixed one. What is not a value of the type at all is left to the schema. */
export function differs(value: string, fixed: FixedValue): boolean {
	const collapsed = collapse(value);
	const expected = collapse(fixed.value);
	switch (fixed.comparison) {
		case 'exact':
			return value !== fixed.value;
		case 'replaced':
			return value.replace(/[\t\r\n]/g, ' ') !== fixed.value.replace(/[\t\r\n]/g, ' ');
		case 'collapsed':
			return collapsed !== expected;
		case 'boolean': {
			const meant = booleans.get(collapsed);
			return meant !== undefined && meant !== booleans.get(expected);
		}
		case 'number': {
			const number = Number(collapsed || 'none');
			return collapsed !== expected && !Number.isNaN(number) && number !== Number(expected);
		}
		case 'unknown':
			return false;
	}
}

function collapse(value: string): string {
	return value.trim().replace(/[ \t\r\n]+/g, ' ');
}
