import type { FindingTexts } from '../finding';
import type { Translate } from '../text';
import { patternInWords } from './patternInWords';
import { quote } from './quote';
import { typeInWords } from './typesInWords';

/** A value, of an element or of one of its attributes. Names are written as the document would write them. */
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- an interface has no index signature
type Value = {
	readonly element: string;
	/** `''` for the value of the element itself. */
	readonly attribute: string;
	readonly value: string;
};

/** What may stand at a place, as far as it is known. */
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- an interface has no index signature
type Allowed = {
	/** At most {@link maxListed} names, in the order of the schema. */
	readonly expected: readonly string[];
	/** How many more there are. */
	readonly more: number;
	/** There are yet more, an unknown number. */
	readonly open: boolean;
};

/** The data of each kind of fault against a schema. Names are written as the document would write them. */
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- an interface has no index signature
export type SchemaFindings = {
	/** `before` or `after` is `''`. */
	'schema.element-misplaced': { readonly element: string; readonly before: string; readonly after: string };
	/** `similar` is `''` when no expected name looks like it. */
	'schema.element-not-allowed': Allowed & {
		readonly element: string;
		readonly parent: string;
		readonly similar: string;
	};
	'schema.element-namespace': {
		readonly element: string;
		/** `''` is no namespace. */
		readonly namespace: string;
		readonly expectedNamespace: string;
		/** How the document would write the right name; `''` when the namespace is not declared there. */
		readonly suggestion: string;
	};
	'schema.namespace-unknown': { readonly namespace: string; readonly meant: string };
	'schema.namespace-other': {
		/** The name of the attribute: `xmlns` or `xmlns:PREFIX`. */
		readonly declaration: string;
		/** `''` is no namespace. */
		readonly namespace: string;
		readonly meant: string;
	};
	'schema.namespace-redeclared': {
		/** The whole attribute. */
		readonly declaration: string;
		/** The element that it stands on. */
		readonly element: string;
		/** `''` is no namespace. */
		readonly namespace: string;
		/** That of the declaration around it. */
		readonly meant: string;
	};
	'schema.element-missing': {
		/** In order; empty when any element of another namespace will do. */
		readonly elements: readonly string[];
		/** One of the elements is enough. */
		readonly oneOf: boolean;
		readonly parent: string;
		/** The element before which they belong; `''` for the end of the parent. */
		readonly before: string;
	};
	'schema.too-many': { readonly element: string; readonly parent: string; readonly allowed: number };
	'schema.element-undeclared': { readonly element: string; readonly namespace: string };
	'schema.abstract-element': { readonly element: string };
	'schema.text-not-allowed': { readonly element: string; readonly text: string };
	'schema.content-not-allowed': { readonly element: string };
	'schema.child-not-allowed': { readonly element: string; readonly parent: string };
	'schema.attribute-missing': { readonly attribute: string; readonly element: string };
	'schema.attribute-not-allowed': {
		readonly attribute: string;
		readonly element: string;
		/** An attribute of the schema that looks like it and is not there; `''` when there is none. */
		readonly similar: string;
	};
	'schema.value-not-in-list': Value & { readonly allowed: readonly string[]; readonly similar: string };
	/** `type` as in {@link typeInWords}. */
	'schema.value-type': Value & { readonly type: string };
	/** Without the value, which may be a right BSN. */
	'schema.surrounding-whitespace': Omit<Value, 'value'>;
	'schema.value-pattern': Value & { readonly pattern: string };
	'schema.value-too-long': Value & { readonly limit: number; readonly length: number };
	'schema.value-too-short': Value & { readonly limit: number; readonly length: number };
	'schema.value-length': Value & { readonly limit: number; readonly length: number };
	'schema.value-range': Value & {
		readonly relation: 'at-least' | 'at-most' | 'more-than' | 'less-than';
		readonly limit: string;
	};
	'schema.value-digits': Value & { readonly part: 'all' | 'fraction'; readonly limit: number };
	'schema.fixed-value': Value & { readonly expected: string };
	'schema.nil-not-allowed': { readonly element: string };
	'schema.nil-with-content': { readonly element: string };
	'schema.abstract-type': { readonly element: string };
	'schema.type-unknown': { readonly element: string; readonly type: string };
	'schema.type-not-derived': { readonly element: string; readonly type: string };
	'schema.duplicate': Value & { readonly constraint: string };
	'schema.key-incomplete': { readonly element: string; readonly constraint: string };
	'schema.key-unknown': { readonly element: string; readonly values: string; readonly constraint: string };
	/** `namespace` is `''` for no namespace. */
	'schema.root-unknown': { readonly element: string; readonly namespace: string };
	/** `message` is libxml2's own. */
	'schema.other': { readonly element: string; readonly message: string };
};

/** Names in one list of what is expected. */
export const maxListed = 8;

const structures = 'XML Schema 1.0 Part 1';
const datatypes = 'XML Schema 1.0 Part 2';

function names(list: readonly string[]): string {
	return list.map((name) => `\`${name}\``).join(', ');
}

function listed({ expected, more, open }: Allowed, t: Translate): string {
	const list = names(expected);
	return open ? t('{0} and others', list) : more > 0 ? t('{0} and {1} more', list, more) : list;
}

/** "The value `x` of element `y`": the start of a sentence. */
function subject({ element, attribute, value }: Value, t: Translate): string {
	if (attribute !== '') {
		return value.trim() === ''
			? t('The empty value of attribute `{0}` of `{1}`', attribute, element)
			: t('The value `{0}` of attribute `{1}` of `{2}`', quote(value), attribute, element);
	}
	return value.trim() === ''
		? t('The empty value of element `{0}`', element)
		: t('The value `{0}` of element `{1}`', quote(value), element);
}

function characters(count: number, t: Translate): string {
	return count === 1 ? t('one character') : t('{0} characters', count);
}

/** The words of all faults against a schema. */
export const schemaTexts: FindingTexts<SchemaFindings> = {
	'schema.element-misplaced': {
		severity: 'error',
		problem: ({ element, before, after }, t) =>
			before !== ''
				? t('Element `{0}` is in the wrong place: it belongs before `{1}`.', element, before)
				: t('Element `{0}` is in the wrong place: it belongs after `{1}`.', element, after),
		cure: ({ element, before, after }, t) =>
			before !== ''
				? t('Move `{0}` to right before `{1}`.', element, before)
				: t('Move `{0}` to right after `{1}`.', element, after),
		source: `${structures} §3.4.4`,
		about:
			'The element is allowed in this parent, but not at this place: the schema prescribes the order of the elements. Found by trying the element at other places in the same parent.',
	},
	'schema.element-not-allowed': {
		severity: 'error',
		problem: ({ element, parent, similar, ...allowed }, t) =>
			similar !== ''
				? t('Element `{0}` is not allowed here in `{1}`: do you mean `{2}`?', element, parent, similar)
				: allowed.expected.length === 0
					? t('Element `{0}` is not allowed here in `{1}`.', element, parent)
					: t(
							'Element `{0}` is not allowed here in `{1}`. Allowed here: {2}.',
							element,
							parent,
							listed(allowed, t),
						),
		cure: ({ similar, expected, open }, t) =>
			similar !== ''
				? t('Rename the element to `{0}`, in the start tag and in the end tag.', similar)
				: expected.length === 0 && !open
					? t('Remove the element; no element may follow here.')
					: t('Remove the element, or use one that is allowed here.'),
		source: `${structures} §3.4.4`,
		about:
			'The schema does not know this element at this place and no other place in the same parent will do: a misspelt name, or an element that does not belong here at all. The names that are expected are listed in the order of the schema, at most eight.',
	},
	'schema.element-namespace': {
		severity: 'error',
		problem: ({ element, namespace, expectedNamespace }, t) =>
			namespace === ''
				? t('Element `{0}` is in no namespace; here it must be in `{1}`.', element, expectedNamespace)
				: expectedNamespace === ''
					? t('Element `{0}` is in namespace `{1}`; here it must be in no namespace.', element, namespace)
					: t(
							'Element `{0}` is in namespace `{1}`; here it must be in `{2}`.',
							element,
							namespace,
							expectedNamespace,
						),
		cure: ({ suggestion, expectedNamespace }, t) =>
			suggestion !== ''
				? t('Write the name as `{0}`, in the start tag and in the end tag.', suggestion)
				: expectedNamespace === ''
					? t('Write the name without a prefix, and remove the namespace declaration (xmlns).')
					: t('Change the namespace declaration (xmlns) to `{0}`.', expectedNamespace),
		source: `${structures} §3.4.4`,
		about:
			'The local name is right, the namespace is not: mostly a wrong or forgotten prefix. Names in XML are equal only when their namespaces are.',
	},
	'schema.namespace-unknown': {
		severity: 'error',
		problem: ({ namespace, meant }, t) =>
			t('The schema does not know the namespace `{0}`: do you mean `{1}`?', namespace, meant),
		cure: ({ meant }, t) => t('Change the namespace declaration (xmlns) to `{0}`.', meant),
		source: 'Namespaces in XML 1.0 §2',
		about:
			'A namespace declaration differs a little from a namespace of the schema, and elements or attributes in it are refused. That makes all of them wrong, but it is one fault; the rest of the document is checked as if the declaration were right. Related information points at further declarations of the same namespace.',
	},
	'schema.namespace-other': {
		severity: 'error',
		problem: ({ declaration, namespace, meant }, t) =>
			namespace === ''
				? t(
						'`{0}` declares no namespace, but all that is written with it belongs to the namespace `{1}`.',
						declaration,
						meant,
					)
				: t(
						'`{0}` declares the namespace `{1}`, but all that is written with it belongs to `{2}`.',
						declaration,
						namespace,
						meant,
					),
		cure: ({ meant }, t) => t('Change the namespace declaration (xmlns) to `{0}`.', meant),
		source: 'Namespaces in XML 1.0 §2',
		about:
			'A prefix is declared with the namespace of another prefix, mostly by copying a line: the schema knows the namespace, but none of the names that are written with the prefix. That makes all of them wrong, but it is one fault; the rest of the document is checked as if the declaration were right. Related information points at further declarations that are wrong in the same way.',
	},
	'schema.namespace-redeclared': {
		severity: 'error',
		problem: ({ declaration, element, namespace, meant }, t) =>
			namespace === ''
				? t(
						'Because of `{0}`, `{1}` and what is in it are in no namespace; they belong to `{2}`.',
						declaration,
						element,
						meant,
					)
				: t(
						'Because of `{0}`, `{1}` and what is in it are in another namespace; they belong to `{2}`.',
						declaration,
						element,
						meant,
					),
		cure: (_, t) => t('Remove this declaration: the one on an element around it is right.'),
		source: 'Namespaces in XML 1.0 §6.1',
		about:
			'A namespace declaration inside the message takes an element and what is in it out of the namespace that they belong to, while the declaration around it would have been right. Software that puts a message together from parts often writes `xmlns=""` on each part. It is one fault; the rest of the document is checked as if the declaration were not there. Related information points at further declarations that are wrong in the same way.',
	},
	'schema.element-missing': {
		severity: 'error',
		problem: ({ elements, oneOf, parent, before }, t) => {
			if (elements.length === 0) {
				return t('`{0}` is incomplete: it lacks an element of another namespace.', parent);
			}
			if (elements.length === 1) {
				return before === ''
					? t('`{1}` lacks the element {0}.', names(elements), parent)
					: t('`{1}` lacks the element {0}, before `{2}`.', names(elements), parent, before);
			}
			if (oneOf) {
				return before === ''
					? t('`{1}` lacks one of the elements {0}.', names(elements), parent)
					: t('`{1}` lacks one of the elements {0}, before `{2}`.', names(elements), parent, before);
			}
			return before === ''
				? t('`{1}` lacks the elements {0}.', names(elements), parent)
				: t('`{1}` lacks the elements {0}, before `{2}`.', names(elements), parent, before);
		},
		cure: ({ elements, oneOf, parent, before }, t) => {
			if (elements.length === 0) {
				return t('Complete `{0}`.', parent);
			}
			if (oneOf) {
				return before === ''
					? t('Add one of {0} at the end of `{1}`.', names(elements), parent)
					: t('Add one of {0} right before `{1}`.', names(elements), before);
			}
			return before === ''
				? t('Add {0} at the end of `{1}`.', names(elements), parent)
				: t('Add {0} right before `{1}`.', names(elements), before);
		},
		source: `${structures} §3.4.4`,
		about:
			'Elements that the schema requires are not there. What follows in the same parent has been checked as if they were.',
	},
	'schema.too-many': {
		severity: 'error',
		problem: ({ element, parent, allowed }, t) =>
			allowed === 1
				? t('Element `{0}` occurs too often in `{1}`: only once is allowed.', element, parent)
				: t('Element `{0}` occurs too often in `{1}`: at most {2} are allowed.', element, parent, allowed),
		cure: ({ element }, t) => t('Remove this `{0}`, or the other one.', element),
		source: `${structures} §3.4.4`,
		about:
			'The element occurs more often than the schema allows. Related information points at the first occurrence.',
	},
	'schema.element-undeclared': {
		severity: 'error',
		problem: ({ element, namespace }, t) =>
			namespace === ''
				? t('The schema has no element `{0}` without namespace.', element)
				: t('The schema has no element `{0}` in namespace `{1}`.', element, namespace),
		cure: (_data, t) => t('Check the name and the namespace of the element, or remove it.'),
		source: `${structures} §3.10.4`,
		about:
			'At this place any declared element is allowed (a strict wildcard), but the schema does not declare this one.',
	},
	'schema.abstract-element': {
		severity: 'error',
		problem: ({ element }, t) => t('Element `{0}` is abstract: it only stands for other elements.', element),
		cure: (_data, t) => t('Use one of the elements that may stand in its place.'),
		source: `${structures} §3.3.4`,
		about:
			'The head of a substitution group that is declared abstract cannot occur itself; only its members can.',
	},
	'schema.text-not-allowed': {
		severity: 'error',
		problem: ({ element, text }, t) =>
			t('Text is not allowed between the elements in `{0}`: `{1}`.', element, quote(text)),
		cure: (_data, t) => t('Remove this text, or put it in the element where it belongs.'),
		source: `${structures} §3.4.4`,
		about: 'The element may only hold elements. Every run of text in it is reported.',
	},
	'schema.content-not-allowed': {
		severity: 'error',
		problem: ({ element }, t) =>
			t('Element `{0}` must be empty; even spaces are not allowed in it.', element),
		cure: ({ element }, t) => t('Remove the content: write `<{0}/>`.', element),
		source: `${structures} §3.4.4`,
		about: 'The schema gives the element no content at all: no elements, no text, no white space.',
	},
	'schema.child-not-allowed': {
		severity: 'error',
		problem: ({ element, parent }, t) =>
			t('Element `{0}` is not allowed in `{1}`, which holds only a value.', element, parent),
		cure: (_data, t) => t('Remove the element and keep the value.'),
		source: `${structures} §3.3.4`,
		about: 'The element has a simple type (text, number, date, …), so that it cannot hold elements.',
	},
	'schema.attribute-missing': {
		severity: 'error',
		problem: ({ attribute, element }, t) => t('Element `{1}` lacks the attribute `{0}`.', attribute, element),
		cure: ({ attribute }, t) => t('Add `{0}="…"` to the start tag.', attribute),
		source: `${structures} §3.4.4`,
		about: 'An attribute that the schema requires is not there.',
	},
	'schema.attribute-not-allowed': {
		severity: 'error',
		problem: ({ attribute, element, similar }, t) =>
			similar === ''
				? t('Attribute `{0}` is not allowed on element `{1}`.', attribute, element)
				: t(
						'Attribute `{0}` is not allowed on element `{1}`: do you mean `{2}`?',
						attribute,
						element,
						similar,
					),
		cure: ({ similar }, t) =>
			similar === ''
				? t('Remove the attribute, or correct its name or prefix.')
				: t('Rename the attribute to `{0}`.', similar),
		source: `${structures} §3.4.4`,
		about:
			'The schema does not know this attribute on this element. When a required attribute is missing whose name looks like it, both are told as one fault; a name that another attribute has with a prefix, or nearly has, is told as well.',
	},
	'schema.value-not-in-list': {
		severity: 'error',
		problem: ({ allowed, similar, ...value }, t) =>
			allowed.length === 1
				? t('{0} must be `{1}`: no other value is allowed.', subject(value, t), quote(allowed[0] ?? ''))
				: similar === ''
					? t(
							'{0} is not one of the allowed values: {1}.',
							subject(value, t),
							listed(allowedValues(allowed), t),
						)
					: t(
							'{0} is not one of the allowed values: {1}. Do you mean `{2}`?',
							subject(value, t),
							listed(allowedValues(allowed), t),
							similar,
						),
		cure: ({ similar, allowed }, t) => {
			const meant = similar === '' && allowed.length === 1 ? allowed[0] : similar;
			return meant === undefined || meant === ''
				? t('Choose one of the allowed values.')
				: t('Write `{0}`.', meant);
		},
		source: `${datatypes} §4.3.5`,
		about: 'The schema lists the allowed values (an enumeration); capitals and spaces count.',
	},
	'schema.value-type': {
		severity: 'error',
		problem: ({ type, ...value }, t) => {
			const words = typeInWords(type, t);
			return words !== undefined
				? t('{0} is not valid: expected is {1}.', subject(value, t), words)
				: type === ''
					? t('{0} does not have the form that the schema prescribes.', subject(value, t))
					: t('{0} does not have the form that the type `{1}` prescribes.', subject(value, t), type);
		},
		cure: ({ type }, t) => {
			const words = typeInWords(type, t);
			return words === undefined ? t('Correct the value.') : t('Write {0}.', words);
		},
		source: `${datatypes} §4.1.4`,
		about: 'The value does not fit its data type, such as a date, a number, or true and false.',
	},
	'schema.value-pattern': {
		severity: 'error',
		problem: ({ pattern, ...value }, t) => {
			const words = patternInWords(pattern, t);
			return words === undefined
				? t('{0} does not have the prescribed form `{1}`.', subject(value, t), quote(pattern))
				: t('{0} does not consist of {1}.', subject(value, t), words);
		},
		cure: ({ pattern }, t) => {
			const words = patternInWords(pattern, t);
			return words === undefined
				? t('Write the value in the prescribed form.')
				: t('Write {0}, without anything else.', words);
		},
		source: `${datatypes} §4.3.4`,
		about: 'The value does not match the regular expression of the schema.',
	},
	'schema.surrounding-whitespace': {
		severity: 'error',
		problem: ({ element, attribute }, t) =>
			attribute === ''
				? t('There is white space around the value of element `{0}`, and it belongs to the value.', element)
				: t(
						'There is white space around the value of attribute `{0}` of `{1}`, and it belongs to the value.',
						attribute,
						element,
					),
		cure: ({ attribute }, t) =>
			attribute === ''
				? t('Remove the white space; write the value directly between the tags.')
				: t('Remove the white space; write the value directly between the quotation marks.'),
		source: `${datatypes} §4.3.6`,
		about:
			'The value fits, but spaces or line ends around it do not. In a text or code they are part of the value; only around numbers and dates the schema ignores them. Mostly they come from formatting the XML.',
	},
	'schema.value-too-long': {
		severity: 'error',
		problem: ({ limit, length, ...value }, t) =>
			t('{0} is too long: at most {1}, this one has {2}.', subject(value, t), characters(limit, t), length),
		cure: ({ limit }, t) => t('Shorten the value to at most {0}.', characters(limit, t)),
		source: `${datatypes} §4.3.3`,
		about: 'The value has more characters (for a list: items) than the schema allows.',
	},
	'schema.value-too-short': {
		severity: 'error',
		problem: ({ limit, length, ...value }, t) =>
			value.value === ''
				? t('{0} is not allowed: at least {1}.', subject(value, t), characters(limit, t))
				: t(
						'{0} is too short: at least {1}, this one has {2}.',
						subject(value, t),
						characters(limit, t),
						length,
					),
		cure: ({ limit, value }, t) =>
			value === ''
				? t('Fill in a value, or remove the element or attribute where it may be left out.')
				: t('Write at least {0}.', characters(limit, t)),
		source: `${datatypes} §4.3.2`,
		about: 'The value has fewer characters (for a list: items) than the schema asks for; mostly it is empty.',
	},
	'schema.value-length': {
		severity: 'error',
		problem: ({ limit, length, ...value }, t) =>
			t(
				'{0} has the wrong length: exactly {1}, this one has {2}.',
				subject(value, t),
				characters(limit, t),
				length,
			),
		cure: ({ limit }, t) => t('Write exactly {0}.', characters(limit, t)),
		source: `${datatypes} §4.3.1`,
		about: 'The value must have one exact number of characters (for a list: items).',
	},
	'schema.value-range': {
		severity: 'error',
		problem: ({ relation, limit, ...value }, t) => {
			switch (relation) {
				case 'at-least':
					return t('{0} is too low: at least {1}.', subject(value, t), limit);
				case 'at-most':
					return t('{0} is too high: at most {1}.', subject(value, t), limit);
				case 'more-than':
					return t('{0} is too low: it must be more than {1}.', subject(value, t), limit);
				case 'less-than':
					return t('{0} is too high: it must be less than {1}.', subject(value, t), limit);
			}
		},
		cure: (_data, t) => t('Write a value within the limit.'),
		source: `${datatypes} §4.3.7–4.3.10`,
		about: 'The value (a number, a date, …) is below the minimum or above the maximum of the schema.',
	},
	'schema.value-digits': {
		severity: 'error',
		problem: ({ part, limit, ...value }, t) =>
			part === 'all'
				? t('{0} has too many digits: at most {1} in all.', subject(value, t), limit)
				: t('{0} has too many decimals: at most {1}.', subject(value, t), limit),
		cure: ({ part }, t) =>
			part === 'all' ? t('Write the number with fewer digits.') : t('Round the number to fewer decimals.'),
		source: `${datatypes} §4.3.11–4.3.12`,
		about: 'The number has more digits, or more digits behind the decimal point, than the schema allows.',
	},
	'schema.fixed-value': {
		severity: 'error',
		problem: ({ expected, ...value }, t) =>
			t('{0} must be `{1}`: no other value is allowed.', subject(value, t), quote(expected)),
		cure: ({ expected }, t) => t('Write `{0}`.', expected),
		source: `${structures} §3.3.4, §3.5.4`,
		about: 'The schema fixes the value of this element or attribute.',
	},
	'schema.nil-not-allowed': {
		severity: 'error',
		problem: ({ element }, t) => t('Element `{0}` must have a value: xsi:nil is not allowed on it.', element),
		cure: (_data, t) => t('Remove xsi:nil and fill in the value, or leave the element out.'),
		source: `${structures} §3.3.4`,
		about: 'The schema does not let this element be without a value (`nillable`).',
	},
	'schema.nil-with-content': {
		severity: 'error',
		problem: ({ element }, t) =>
			t('Element `{0}` says xsi:nil="true" (no value), yet it has content.', element),
		cure: ({ element }, t) => t('Remove the content and write `<{0} … />`, or remove xsi:nil.', element),
		source: `${structures} §3.3.4`,
		about: 'An element with `xsi:nil="true"` must be empty; even white space is not allowed.',
	},
	'schema.abstract-type': {
		severity: 'error',
		problem: ({ element }, t) =>
			t('Element `{0}` does not say which kind it is: its type is abstract.', element),
		cure: (_data, t) => t('Add xsi:type with the name of a type that is derived from it.'),
		source: `${structures} §3.4.4`,
		about:
			'The type of the element is abstract, so that `xsi:type` must name a concrete type derived from it.',
	},
	'schema.type-unknown': {
		severity: 'error',
		problem: ({ element, type }, t) =>
			t('The xsi:type of element `{0}` names the type `{1}`, which the schema does not have.', element, type),
		cure: (_data, t) => t('Correct the name or the prefix of the type, or remove xsi:type.'),
		source: `${structures} §3.3.4`,
		about: '`xsi:type` must name a type of the schema, with a prefix that the document binds.',
	},
	'schema.type-not-derived': {
		severity: 'error',
		problem: ({ element, type }, t) =>
			t('The type `{1}` in xsi:type is not allowed for element `{0}`.', element, type),
		cure: (_data, t) => t('Use a type that is derived from the type of the element, or remove xsi:type.'),
		source: `${structures} §3.3.4`,
		about:
			'`xsi:type` must name a type that is derived from the declared type of the element. The content of the element is not judged until that is right.',
	},
	'schema.duplicate': {
		severity: 'error',
		problem: (data, t) => t('{0} occurs more than once; it must be unique.', subject(data, t)),
		cure: (_data, t) => t('Give each its own value, or remove the double.'),
		source: `${structures} §3.11.4`,
		about:
			'The schema says that the value must be unique (xs:unique, xs:key or xs:ID). Related information points at the first occurrence.',
	},
	'schema.key-incomplete': {
		severity: 'error',
		problem: ({ element, constraint }, t) =>
			t('Element `{0}` lacks a value that is part of the key `{1}`.', element, constraint),
		cure: (_data, t) => t('Fill in all values of the key.'),
		source: `${structures} §3.11.4`,
		about: 'All fields of an `xs:key` must be there.',
	},
	'schema.key-unknown': {
		severity: 'error',
		problem: ({ element, values }, t) =>
			t('Element `{0}` refers to `{1}`, which does not exist in this document.', element, quote(values)),
		cure: (_data, t) => t('Refer to a value that exists, or add what is referred to.'),
		source: `${structures} §3.11.4`,
		about: 'The value refers to a key (`xs:keyref`), and no element has that key.',
	},
	'schema.root-unknown': {
		severity: 'error',
		problem: ({ element, namespace }, t) =>
			namespace === ''
				? t('The schema does not know `{0}` without namespace as a root element.', element)
				: t('The schema does not know `{0}` in namespace `{1}` as a root element.', element, namespace),
		cure: (_data, t) => t('Check the name and the namespace of the root element.'),
		source: `${structures} §3.3.4`,
		about:
			'The root element of the message is not declared globally in the schema, so that nothing in it could be checked.',
	},
	'schema.other': {
		severity: 'error',
		problem: ({ element, message }, t) =>
			t('Element `{0}` does not fit the schema. The schema engine says: {1}', element, message),
		cure: (_data, t) => t('Correct the element by what the message says.'),
		source: structures,
		about: 'A fault for which there are no words of our own; the message is that of libxml2, in English.',
	},
};

function allowedValues(values: readonly string[]): Allowed {
	return {
		expected: values.slice(0, maxListed),
		more: Math.max(0, values.length - maxListed),
		open: false,
	};
}
