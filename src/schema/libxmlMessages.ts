import type { ExpandedName } from '../xml/tree';

/**
 * Reading the messages of libxml2. Only what no number tells is taken from the words: names, values and limits. The
 * wording was the same from 2.9.9 to 2.15.1 (reference xml-editing §5.1); a message that reads otherwise gives less
 * detail, not an error.
 */

/** What a content model allows at a place, as far as libxml2 tells: at most ten names, in the order of the schema. */
export interface Expected {
	readonly names: readonly ExpandedName[];
	/** Elements of other namespaces are allowed too (`xs:any`). */
	readonly wildcard: boolean;
	/** libxml2 has left out the rest of the list. */
	readonly cut: boolean;
}

/** The number of names after which libxml2 cuts its list. */
const listLimit = 10;

const nothing: Expected = { names: [], wildcard: false, cut: false };

/** `{namespace}local`, or `local` for no namespace. */
function expandedName(text: string): ExpandedName {
	const match = /^\{(.*)\}([^}]*)$/s.exec(text);
	return match
		? { namespace: match[1] ?? '', localName: match[2] ?? '' }
		: { namespace: '', localName: text };
}

/** The attribute that a message is about; `undefined` when it is about the element itself. */
export function attributeInMessage(message: string): ExpandedName | undefined {
	const name =
		/^Element '.*?', attribute '(.*?)': /s.exec(message)?.[1] ??
		/: The attribute '(.*?)' is required/s.exec(message)?.[1];
	return name === undefined ? undefined : expandedName(name);
}

/** The list after "Expected is". */
export function expectedInMessage(message: string): Expected {
	const list = /Expected is (?:one of )?\( (.*) \)\.\s*$/s.exec(message)?.[1];
	if (list === undefined) {
		return nothing;
	}
	const entries = list.split(', ');
	const names = entries.filter((entry) => !entry.endsWith('*') && !entry.startsWith('##')).map(expandedName);
	return { names, wildcard: names.length < entries.length, cut: entries.length >= listLimit };
}

/** A content-model error: a child that is not expected, rather than children that are lacking. */
export function isUnexpectedChild(message: string): boolean {
	return message.includes('This element is not expected');
}

/** The type that a value does not fit: its local name, `xs:date` for a built-in one, `''` for one without a name. */
export function typeInMessage(message: string): string {
	const name = /is not a valid value of the (?:atomic|union|list) type '(.*)'\.?\s*$/s.exec(message)?.[1];
	return name === undefined ? '' : name.startsWith('xs:') ? name : expandedName(name).localName;
}

/** The values after "is not an element of the set". */
export function enumerationInMessage(message: string): readonly string[] {
	const set = /is not an element of the set \{'(.*)'\}\.?\s*$/s.exec(message)?.[1];
	return set === undefined ? [] : set.split("', '");
}

/** The regular expression that a value does not match. */
export function patternInMessage(message: string): string {
	return /is not accepted by the pattern '(.*)'\.?\s*$/s.exec(message)?.[1] ?? '';
}

/** The value that an element or attribute must have. */
export function fixedInMessage(message: string): string {
	return /fixed value constraint '(.*)'\.?\s*$/s.exec(message)?.[1] ?? '';
}

/** The limit that a value breaks: the last quoted part. */
export function limitInMessage(message: string): string {
	return /.*'(.*?)'\)?\.?\s*$/s.exec(message)?.[1] ?? '';
}

/** The length that a value has, as libxml2 counts it: characters, or items of a list. */
export function lengthInMessage(message: string): number {
	return Number(/has a length of '(\d+)'/.exec(message)?.[1] ?? 0);
}

/** What a message about a key or a reference to a key says: the values, and the name of the constraint. */
export function constraintInMessage(message: string): {
	readonly values: string;
	readonly constraint: string;
} {
	const values = /key-sequence \[(.*)\]/s.exec(message)?.[1] ?? '';
	const constraint = /(?:identity-constraint|keyref) '(.*?)'/s.exec(message)?.[1] ?? '';
	return {
		values: values.replace(/^'|'$/g, '').replaceAll("', '", ', '),
		constraint: expandedName(constraint).localName,
	};
}
