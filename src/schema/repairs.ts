import type { Span } from '../finding';
import { moveElement, removeAttribute, removePart } from '../xml/edits';
import { attributeOf, childElements, elementAt } from '../xml/navigate';
import { writeAs } from '../xml/repairs';
import { repairTable } from '../xml/repair';
import type { XmlAttribute, XmlDocument, XmlElement } from '../xml/tree';
import { walkElements } from '../xml/walk';
import { elementNamed, renaming, valueRepair } from './repairSteps';
import { mostSimilar } from './similarNames';
import type { SchemaFindings } from './texts';

const xsi = 'http://www.w3.org/2001/XMLSchema-instance';

/** More values than this are no choice but a list to look things up in. */
const mostChoices = 8;

/** What can be repaired of a document that breaks its schema, where the schema leaves no doubt of what it wants. */
export const schemaRepairs = repairTable<SchemaFindings>({
	'schema.element-misplaced': ({ document, span, data: { before, after } }, t) => {
		const element = elementNamed(document, span);
		const siblings = element?.parent && childElements(element.parent).filter((one) => one !== element);
		const sibling =
			before === ''
				? siblings?.findLast(({ name }) => name === after)
				: siblings?.find(({ name }) => name === before);
		return element === undefined || sibling === undefined
			? []
			: [
					{
						title: before === '' ? t('Move to after {0}', after) : t('Move to before {0}', before),
						edits: moveElement(document, element, before === '' ? 'after' : 'before', sibling),
					},
				];
	},
	'schema.element-not-allowed': ({ document, span, data }, t) =>
		renaming(elementNamed(document, span), data.similar, t),
	'schema.element-namespace': ({ document, span, data }, t) =>
		renaming(elementNamed(document, span), data.suggestion, t),
	'schema.namespace-unknown': ({ span, data }, t) => [writeAs(span, data.meant, t)],
	'schema.namespace-other': ({ span, data }, t) => [writeAs(span, data.meant, t)],
	'schema.namespace-redeclared': ({ document, span, data: { declaration } }, t) => {
		const found = attributeAt(document, span);
		return found === undefined
			? []
			: [
					{
						title: t('Remove {0}', declaration),
						edits: [removeAttribute(document, found)],
						takesNothingAway: true,
					},
				];
	},
	'schema.too-many': ({ document, span, data }, t) => {
		const copy = copyAmongSiblings(document, elementNamed(document, span));
		return copy === undefined
			? []
			: [
					{
						title: t('Remove the second, equal {0}', data.element),
						edits: [removePart(document, copy.span)],
					},
				];
	},
	'schema.attribute-not-allowed': ({ document, span, data: { attribute, similar } }, t) => {
		const found = attributeAt(document, span);
		if (found === undefined) {
			return [];
		}
		const meant = similar === '' ? similarInUse(document, found) : similar;
		return [
			...(meant === undefined ? [] : [writeAs(found.nameSpan, meant, t)]),
			...(similar === ''
				? [{ title: t('Remove {0}', attribute), edits: [removeAttribute(document, found)] }]
				: []),
		];
	},
	'schema.value-not-in-list': (fault, t) => {
		const { similar, allowed } = fault.data;
		const choices = similar === '' ? (allowed.length > mostChoices ? [] : allowed) : [similar];
		return choices.flatMap((choice) => valueRepair(fault, fault.data.attribute, choice, t));
	},
	'schema.surrounding-whitespace': ({ document, span }, t) => [
		{
			title: t('Remove the blanks'),
			edits: [{ span, text: document.text.slice(span.start, span.end).trim() }],
		},
	],
	'schema.fixed-value': (fault, t) => valueRepair(fault, fault.data.attribute, fault.data.expected, t),
	'schema.value-type': (fault, t) =>
		fault.data.type === 'xs:boolean' && fault.data.value.trim().toLowerCase() === 'true'
			? valueRepair(fault, fault.data.attribute, 'true', t)
			: [],
	'schema.text-not-allowed': ({ span }, t) => [{ title: t('Remove this text'), edits: [{ span, text: '' }] }],
	'schema.nil-not-allowed': ({ document, span }, t) => {
		const element = elementAt(document, span.start);
		const nil = element && attributeOf(element, xsi, 'nil');
		return nil === undefined
			? []
			: [{ title: t('Remove {0}', nil.name), edits: [removeAttribute(document, nil)] }];
	},
	'schema.nil-with-content': ({ document, span }, t) => {
		const element = elementAt(document, span.start);
		return element === undefined
			? []
			: [{ title: t('Remove the value'), edits: [{ span: element.contentSpan, text: '' }] }];
	},
});

/** An element that stands twice among its siblings, word for word: the later one. The schema tells of the last, which may be another. */
function copyAmongSiblings(document: XmlDocument, element: XmlElement | undefined): XmlElement | undefined {
	const written = new Set<string>();
	return childrenWithName(element).find(({ span }) => {
		const text = document.text.slice(span.start, span.end);
		const isCopy = written.has(text);
		written.add(text);
		return isCopy;
	});
}

function childrenWithName(element: XmlElement | undefined): readonly XmlElement[] {
	return element?.parent === undefined
		? []
		: childElements(element.parent).filter(({ name }) => name === element.name);
}

/** A name that other attributes of the document have and that is almost that of this one. */
function similarInUse(document: XmlDocument, { name, owner }: XmlAttribute): string | undefined {
	const own = new Set(owner.attributes.map((attribute) => attribute.name));
	const names = new Set<string>();
	if (document.root !== undefined) {
		walkElements(document.root, ({ attributes }) => {
			for (const attribute of attributes) {
				names.add(attribute.name);
			}
			return true;
		});
	}
	return mostSimilar(
		name,
		[...names].filter((other) => !own.has(other) && !other.startsWith('xmlns')),
	);
}

function attributeAt(document: XmlDocument, span: Span): XmlAttribute | undefined {
	return elementAt(document, span.start)?.attributes.find(({ nameSpan }) => nameSpan.start === span.start);
}
