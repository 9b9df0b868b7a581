import type { Finding } from '../../../finding';
import type { XmlAttribute, XmlElement } from '../../../xml/tree';
import { namespaces } from '../../namespaces';
import { walkElements } from '../../walk';
import { isTrue, type CaseMessage } from '../caseMessage';

/** Where in a message an element stands, as far as it matters to what may be asked of it. */
export interface ElementPlace {
	readonly type: CaseMessage['type'];
	/** In the first object of a change or correction, whose content may be what is corrected. */
	readonly isOld: boolean;
}

/** The attributes of an element that its checks look at, found in one go. */
export interface ElementMarks {
	/** `xsi:nil` is true. */
	readonly isNil: boolean;
	/** `StUF:noValue`. */
	readonly noValue: XmlAttribute | undefined;
	/** `StUF:entiteittype`. */
	readonly entityType: XmlAttribute | undefined;
}

/** A check of a single element, wherever it stands. */
export type ElementCheck = (
	element: XmlElement,
	place: ElementPlace,
	marks: ElementMarks,
) => Finding | undefined;

/** Holds every element of a message against some checks, in one walk. */
export function checkElements(message: CaseMessage, checks: readonly ElementCheck[]): readonly Finding[] {
	const old = message.objects.find(({ state }) => state === 'old')?.element;
	const findings: Finding[] = [];
	for (const part of message.root.children) {
		if (part.kind !== 'element') {
			continue;
		}
		const place: ElementPlace = { type: message.type, isOld: part === old };
		walkElements(part, (element) => {
			const marks = marksOf(element);
			for (const check of checks) {
				const finding = check(element, place, marks);
				if (finding !== undefined) {
					findings.push(finding);
				}
			}
			return true;
		});
	}
	return findings;
}

const unmarked: ElementMarks = { isNil: false, noValue: undefined, entityType: undefined };

function marksOf({ attributes }: XmlElement): ElementMarks {
	if (attributes.length === 0) {
		return unmarked;
	}
	let isNil = false;
	let noValue: XmlAttribute | undefined;
	let entityType: XmlAttribute | undefined;
	for (const attribute of attributes) {
		switch (attribute.localName) {
			case 'nil':
				isNil ||= attribute.namespace === namespaces.xsi && isTrue(attribute.value);
				break;
			case 'noValue':
				noValue = attribute.namespace === namespaces.stuf ? attribute : noValue;
				break;
			case 'entiteittype':
				entityType = attribute.namespace === namespaces.stuf ? attribute : entityType;
				break;
		}
	}
	return { isNil, noValue, entityType };
}
