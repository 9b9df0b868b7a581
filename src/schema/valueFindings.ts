import type { Finding, Span } from '../finding';
import { findingsOf } from '../finding';
import { blankSpan, textContent, trimmedTextSpan } from '../xml/navigate';
import type { XmlAttribute, XmlElement } from '../xml/tree';
import { firstWithId, isIdForm } from './constraintFindings';
import {
	enumerationInMessage,
	fixedInMessage,
	lengthInMessage,
	limitInMessage,
	patternInMessage,
	typeInMessage,
} from './libxmlMessages';
import { fitsPattern } from './patternInWords';
import { mostSimilar } from './similarNames';
import { schemaTexts } from './texts';

const finding = findingsOf(schemaTexts);

/** One error with all that a finding needs. */
export interface Fault {
	readonly element: XmlElement;
	readonly attribute: XmlAttribute | undefined;
	readonly message: string;
}

export type Interpret = (fault: Fault) => readonly Finding[];

/** The number in libxml2 of a value that its data type does not allow. */
export const datatypeValid = 1824;

/** What is wrong with the value of an element or attribute; one value gives one finding. */
export const valueFaults: ReadonlyMap<number, Interpret> = new Map<number, Interpret>([
	[datatypeValid, typeFault],
	[1825, typeFault],
	[1826, typeFault],
	[1830, lengthFault('schema.value-length', (length, limit) => length === limit)],
	[1831, lengthFault('schema.value-too-short', (length, limit) => length >= limit)],
	[1832, lengthFault('schema.value-too-long', (length, limit) => length <= limit)],
	[1833, rangeFault('at-least')],
	[1834, rangeFault('at-most')],
	[1835, rangeFault('more-than')],
	[1836, rangeFault('less-than')],
	[1837, digitsFault('all')],
	[1838, digitsFault('fraction')],
	[1839, patternFault],
	[1840, enumerationFault],
	[1858, fixedFault],
	[1874, fixedFault],
]);

function valueOf({ element, attribute }: Fault): {
	readonly element: string;
	readonly attribute: string;
	readonly value: string;
} {
	return {
		element: element.name,
		attribute: attribute?.name ?? '',
		value: attribute?.value ?? textContent(element),
	};
}

/** The value itself; an empty attribute value has nothing to point at but the attribute. */
function valueSpan({ element, attribute }: Fault): Span {
	if (!attribute) {
		return trimmedTextSpan(element);
	}
	return attribute.valueSpan.start === attribute.valueSpan.end ? attribute.span : attribute.valueSpan;
}

/** The white space around a value is all that is wrong with it: it belongs to the value, and comes from formatting. */
function blanksFault(fault: Fault, fits: (value: string) => boolean): Finding | undefined {
	const { element, attribute } = fault;
	const { value, ...owner } = valueOf(fault);
	const bare = value.trim();
	if (bare === value || bare === '' || !fits(bare)) {
		return undefined;
	}
	const blanks = attribute ? valueSpan(fault) : blankSpan(element, value, bare);
	// A no-break space is no white space to XML, and stands in the value.
	const place = blanks.start < blanks.end ? blanks : valueSpan(fault);
	return finding('schema.surrounding-whitespace', place, owner);
}

function lengthFault(
	code: 'schema.value-length' | 'schema.value-too-short' | 'schema.value-too-long',
	isRight: (length: number, limit: number) => boolean,
): Interpret {
	return (fault) => {
		const limit = Number(limitInMessage(fault.message));
		// In characters, as the schema counts, not in UTF-16 units.
		const blanks = blanksFault(fault, (value) => isRight(Array.from(value).length, limit));
		return [
			blanks ??
				finding(code, valueSpan(fault), {
					...valueOf(fault),
					limit,
					length: lengthInMessage(fault.message),
				}),
		];
	};
}

function patternFault(fault: Fault): readonly Finding[] {
	const pattern = patternInMessage(fault.message);
	return [
		blanksFault(fault, (value) => fitsPattern(pattern, value)) ??
			finding('schema.value-pattern', valueSpan(fault), { ...valueOf(fault), pattern }),
	];
}

function typeFault(fault: Fault): readonly Finding[] {
	const type = typeInMessage(fault.message);
	const value = valueOf(fault);
	if (type !== 'xs:ID' || !isIdForm(value.value)) {
		return [finding('schema.value-type', valueSpan(fault), { ...value, type })];
	}
	const first = firstWithId(fault.element, fault.attribute);
	return [
		finding(
			'schema.duplicate',
			valueSpan(fault),
			{ ...value, constraint: 'xs:ID' },
			first && [{ span: first }],
		),
	];
}

function rangeFault(relation: 'at-least' | 'at-most' | 'more-than' | 'less-than'): Interpret {
	return (fault) => [
		finding('schema.value-range', valueSpan(fault), {
			...valueOf(fault),
			relation,
			limit: limitInMessage(fault.message),
		}),
	];
}

function digitsFault(part: 'all' | 'fraction'): Interpret {
	return (fault) => [
		finding('schema.value-digits', valueSpan(fault), {
			...valueOf(fault),
			part,
			limit: Number(limitInMessage(fault.message)),
		}),
	];
}

function enumerationFault(fault: Fault): readonly Finding[] {
	const value = valueOf(fault);
	const allowed = enumerationInMessage(fault.message);
	return [
		blanksFault(fault, (bare) => allowed.includes(bare)) ??
			finding('schema.value-not-in-list', valueSpan(fault), {
				...value,
				allowed,
				similar: mostSimilar(value.value.trim(), allowed) ?? '',
			}),
	];
}

function fixedFault(fault: Fault): readonly Finding[] {
	const expected = fixedInMessage(fault.message);
	return [
		blanksFault(fault, (value) => value === expected) ??
			finding('schema.fixed-value', valueSpan(fault), { ...valueOf(fault), expected }),
	];
}
