import type { Finding } from '../finding';
import { findingsOf } from '../finding';
import { attributeOf } from '../xml/navigate';
import type { ExpandedName, XmlElement } from '../xml/tree';
import { attributeName } from './displayNames';
import type { SchemaError } from './engine';
import { attributeInMessage } from './libxmlMessages';
import { isNearly, mostSimilar } from './similarNames';
import { schemaTexts } from './texts';
import type { Vocabulary } from './vocabulary';

const finding = findingsOf(schemaTexts);

const instanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance';

/** XML Schema 1.0 Part 1 §2.6: the only attributes of its namespace. */
const instanceAttributes = ['nil', 'type', 'schemaLocation', 'noNamespaceSchemaLocation'].map(
	(localName): ExpandedName => ({ namespace: instanceNamespace, localName }),
);

/**
 * Tells which attributes of one element are missing or not allowed. An attribute that is not allowed and a missing one that
 * looks like it, or differs only in its prefix, are one fault: a wrong name.
 */
export function attributeFindings(
	element: XmlElement,
	errors: readonly SchemaError[],
	vocabulary: Vocabulary,
): readonly Finding[] {
	const missing = new Set<ExpandedName>();
	const notAllowed: ExpandedName[] = [];
	for (const { message } of errors) {
		const name = attributeInMessage(message);
		if (name && message.includes('is required but missing')) {
			missing.add(name);
		} else if (name) {
			notAllowed.push(name);
		}
	}
	const findings: Finding[] = [];
	for (const name of notAllowed) {
		const meant =
			name.namespace === instanceNamespace
				? nearest(name, instanceAttributes)
				: (nearest(name, [...missing]) ?? optional(name, element, vocabulary));
		if (meant) {
			missing.delete(meant);
		}
		const attribute = attributeOf(element, name.namespace, name.localName);
		findings.push(
			finding('schema.attribute-not-allowed', attribute?.nameSpan ?? element.nameSpan, {
				attribute: attribute?.name ?? attributeName(name, element),
				element: element.name,
				similar: meant ? attributeName(meant, element) : '',
			}),
		);
	}
	for (const name of missing) {
		findings.push(
			finding('schema.attribute-missing', element.nameSpan, {
				attribute: attributeName(name, element),
				element: element.name,
			}),
		);
	}
	return findings;
}

/**
 * An attribute of the schema that may be left out, under nearly the same name. Whether this element takes it is not asked: what
 * stands there is wrong in any case.
 */
function optional(name: ExpandedName, element: XmlElement, vocabulary: Vocabulary): ExpandedName | undefined {
	const candidates = vocabulary
		.prefixedAttributes()
		.filter(
			({ namespace, localName }) =>
				(name.namespace === '' || namespace === name.namespace) &&
				!(namespace === name.namespace && localName === name.localName) &&
				attributeOf(element, namespace, localName) === undefined &&
				isNearly(name.localName, localName),
		);
	return nearest(name, candidates);
}

function nearest(name: ExpandedName, candidates: readonly ExpandedName[]): ExpandedName | undefined {
	const likely = mostSimilar(
		name.localName,
		candidates.map(({ localName }) => localName),
	);
	return (
		candidates.find(({ localName }) => localName === name.localName) ??
		candidates.find(({ localName }) => localName === likely)
	);
}
