import type { Finding } from '../../finding';
import { findingsOf } from '../../finding';
import type { ExpandedName, XmlElement } from '../../xml/tree';
import type { Diagnosis } from './diagnose';
import { nameOf } from './contentTrial';
import { elementName, rewrittenName } from '../displayNames';
import type { Expected } from '../libxmlMessages';
import type { Insertion } from './candidate';
import type { SchemaFindings } from '../texts';
import { maxListed, schemaTexts } from '../texts';

const finding = findingsOf(schemaTexts);

/** Tells what is wrong with the children of one parent, one finding for each fault. */
export function contentFindings(parent: XmlElement, diagnosis: Diagnosis): readonly Finding[] {
	const { repairs } = diagnosis;
	const findings: Finding[] = [];
	const accepted = acceptedChildren(diagnosis);
	let missing: Insertion[] = [];
	const tellMissing = () => {
		if (missing.length > 0) {
			findings.push(missingElements(parent, missing));
			missing = [];
		}
	};
	for (const repair of repairs) {
		if (repair.kind === 'insert') {
			const isChoice = repair.alternatives.length > 1;
			if (isChoice || missing.some((other) => other.before !== repair.before)) {
				tellMissing();
			}
			missing.push(repair);
			if (isChoice) {
				tellMissing();
			}
			continue;
		}
		tellMissing();
		switch (repair.kind) {
			case 'remove': {
				const namesakes = accepted.get(keyOf(repair.item.element)) ?? [];
				findings.push(
					namesakes[0]
						? tooMany(parent, repair.item.element, namesakes[0], namesakes.length)
						: notAllowed(parent, repair.item.element, undefined, repair.expected),
				);
				break;
			}
			case 'move': {
				const { element } = repair.item;
				findings.push(
					finding('schema.element-misplaced', element.nameSpan, {
						element: element.name,
						before: repair.before?.element.name ?? '',
						after: repair.before ? '' : (repair.after?.element.name ?? ''),
					}),
				);
				break;
			}
			case 'rename':
				findings.push(
					notAllowed(parent, repair.item.element, repair.similar ? repair.to : undefined, repair.expected),
				);
				break;
			case 'unexplained':
				findings.push(
					repair.item
						? notAllowed(parent, repair.item.element, undefined, repair.expected)
						: incomplete(parent, repair.expected),
				);
				break;
		}
	}
	tellMissing();
	return findings;
}

/** Children that are allowed where they stand, or will stand, by name. */
function acceptedChildren({ children, outcome }: Diagnosis): ReadonlyMap<string, readonly XmlElement[]> {
	const checked =
		outcome.kind === 'unexpected'
			? children.slice(0, outcome.index)
			: outcome.kind === 'unknown'
				? []
				: children;
	const accepted = new Map<string, XmlElement[]>();
	for (const item of checked) {
		if (item.kind === 'original' && item.renamed === undefined) {
			const key = keyOf(item.element);
			const namesakes = accepted.get(key) ?? [];
			accepted.set(key, namesakes);
			namesakes.push(item.element);
		}
	}
	return accepted;
}

function keyOf({ namespace, localName }: XmlElement): string {
	return `${namespace ?? ''} ${localName}`;
}

function names(expanded: readonly ExpandedName[], context: XmlElement): readonly string[] {
	return [...new Set(expanded.map((name) => elementName(name, context)))];
}

function missingElements(parent: XmlElement, inserts: readonly Insertion[]): Finding {
	const [first] = inserts;
	const before = first?.before?.element;
	const oneOf = inserts.length === 1 && (first?.alternatives.length ?? 0) > 1;
	const missing = oneOf ? (first?.alternatives ?? []) : inserts.map(({ inserted }) => nameOf(inserted));
	return finding('schema.element-missing', (before ?? parent).nameSpan, {
		elements: names(missing, parent),
		oneOf,
		parent: parent.name,
		before: before?.name ?? '',
	});
}

/** Children are missing at the end, and trying did not tell which. */
function incomplete(parent: XmlElement, expected: Expected): Finding {
	const elements = names(expected.names, parent);
	return finding('schema.element-missing', parent.nameSpan, {
		elements,
		oneOf: elements.length > 1,
		parent: parent.name,
		before: '',
	});
}

function tooMany(parent: XmlElement, element: XmlElement, other: XmlElement, allowed: number): Finding {
	return finding(
		'schema.too-many',
		element.nameSpan,
		{ element: element.name, parent: parent.name, allowed },
		[{ span: other.nameSpan }],
	);
}

function notAllowed(
	parent: XmlElement,
	element: XmlElement,
	meant: ExpandedName | undefined,
	expected: Expected,
): Finding<keyof SchemaFindings> {
	if (meant?.localName === element.localName && element.namespace !== undefined) {
		return finding('schema.element-namespace', element.nameSpan, {
			element: element.name,
			namespace: element.namespace,
			expectedNamespace: meant.namespace,
			suggestion: rewrittenName(meant, element) ?? '',
		});
	}
	const listed = names(expected.names, parent);
	return finding('schema.element-not-allowed', element.nameSpan, {
		element: element.name,
		parent: parent.name,
		similar: meant ? (rewrittenName(meant, element) ?? meant.localName) : '',
		expected: listed.slice(0, maxListed),
		more: Math.max(0, listed.length - maxListed),
		open: expected.cut || expected.wildcard,
	});
}
