import type { Finding } from '../finding';
import type { XmlElement } from '../xml/tree';
import { elementsReferring } from './constraintFindings';
import type { ContentError } from './content/contentTrials';
import { contentOutcome, indicesOf } from './content/contentTrials';
import type { DocumentCopier, Edits } from './documentCopy';
import type { SchemaError } from './engine';
import type { LocatedError } from './errorFindings';
import { errorFindings, hasWrongType, isAboutTextValue } from './errorFindings';
import { isUnexpectedChild } from './libxmlMessages';
import type { Vocabulary } from './vocabulary';

/** What the errors of one copy say of the document. */
export interface Judgement {
	readonly findings: readonly Finding[];
	/** Parents whose children do not fit: they are still to be explained. */
	readonly content: readonly ContentError[];
}

export interface JudgementOptions {
	readonly root: XmlElement;
	readonly copier: DocumentCopier;
	/** The changes in the copy. */
	readonly edits: Edits;
	/** Whether the end of an element is not known, so that nothing can be said of all that it holds. */
	readonly isOpen: (element: XmlElement) => boolean;
	/** Elements that were given a name only to get past them: what is in them is not judged. */
	readonly doubtful: ReadonlySet<XmlElement>;
	readonly vocabulary: Vocabulary;
}

const elementContent = 1871;
const identityConstraint = 1877;

/** Finds the elements of the document that the errors of a copy are about, and leaves out what follows from the changes. */
export function judge(errors: readonly SchemaError[], options: JudgementOptions): Judgement {
	const { root, copier, edits, isOpen, doubtful, vocabulary } = options;
	const located: LocatedError[] = [];
	const content = new Map<XmlElement, ContentError>();
	const changed = elementsAround(edits);
	for (const error of errors) {
		if (error.xpath === '') {
			// References without match: with changes in the copy, what they refer to may have been skipped or taken out.
			if (edits.size === 0 && error.code === identityConstraint) {
				located.push(...elementsReferring(root, error.message).map((element) => ({ error, element })));
			}
			continue;
		}
		const indices = indicesOf(error);
		const unexpected = error.code === elementContent && isUnexpectedChild(error.message);
		const item = copier.itemAt(edits, unexpected ? indices.slice(0, -1) : indices);
		if (item?.kind !== 'original' || isInside(item.element, doubtful)) {
			continue;
		}
		const { element } = item;
		if (error.code === elementContent) {
			const outcome = contentOutcome(error, indices, isOpen(element));
			if (outcome.kind !== 'fits') {
				content.set(element, { parent: element, children: copier.itemsIn(edits, element), outcome });
			}
		} else if (
			!(error.code === identityConstraint && changed.has(element)) &&
			!(isOpen(element) && isAboutTextValue(error))
		) {
			located.push({ error, element });
		}
	}
	const mistyped = elementsOfWrongType(located);
	return {
		findings: errorFindings(
			located.filter(({ element }) => !isInside(element.parent, mistyped)),
			vocabulary,
		),
		content:
			content.size === 0 ? [] : [...content.values()].filter(({ parent }) => !isInside(parent, mistyped)),
	};
}

/** Elements in which something was changed. */
function elementsAround(edits: Edits): ReadonlySet<XmlElement> {
	const around = new Set<XmlElement>();
	for (const parent of edits.keys()) {
		for (let node: XmlElement | undefined = parent; node; node = node.parent) {
			around.add(node);
		}
	}
	return around;
}

/** Elements with a wrong xsi:type: libxml2 judges their content by another type. */
function elementsOfWrongType(located: readonly LocatedError[]): ReadonlySet<XmlElement> {
	return new Set(located.flatMap(({ error, element }) => (hasWrongType([error]) ? [element] : [])));
}

/** Whether an element is one of these, or stands in one. */
export function isInside(element: XmlElement | undefined, elements: ReadonlySet<XmlElement>): boolean {
	if (elements.size === 0) {
		return false;
	}
	for (let node = element; node; node = node.parent) {
		if (elements.has(node)) {
			return true;
		}
	}
	return false;
}
