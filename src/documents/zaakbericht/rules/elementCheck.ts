import type { Finding } from '../../../finding';
import type { XmlElement } from '../../../xml/tree';
import { namespaces } from '../../namespaces';
import { readValue, type TextValue } from '../../value';
import { walkElements } from '../../../xml/walk';
import { isNil, type CaseMessage } from '../caseMessage';

/** Where in a message an element stands, as far as it matters to what may be asked of it. */
export interface ElementPlace {
	readonly type: CaseMessage['type'];
	/** In the first object of a change or correction, whose content may be what is corrected. */
	readonly isOld: boolean;
}

/** A check of the value of some elements, wherever they stand. Elements without a value to judge do not come to it. */
export interface ValueCheck {
	/** The namespace of each element, by local name. */
	readonly elements: ReadonlyMap<string, string>;
	readonly check: (value: TextValue, place: ElementPlace) => Finding | undefined;
}

/** The attributes of an element that its checks look at. */
export interface ElementMarks {
	/** `xsi:nil` is true. */
	readonly isNil: boolean;
	/** The value of `StUF:noValue`. */
	readonly noValue: string | undefined;
	/** The value of `StUF:entiteittype`. */
	readonly entityType: string | undefined;
}

/** A check of the attributes of an element, wherever it stands. Elements without attributes do not come to it. */
export type AttributeCheck = (
	element: XmlElement,
	place: ElementPlace,
	marks: ElementMarks,
) => Finding | undefined;

/** Checks of single elements, found by what they are about: most elements of a message concern none of them. */
export interface ElementChecks {
	/** By local name. */
	readonly ofValues: ReadonlyMap<string, readonly ValueCheck[]>;
	readonly ofAttributes: readonly AttributeCheck[];
}

export function elementChecks(
	valueChecks: readonly ValueCheck[],
	ofAttributes: readonly AttributeCheck[],
): ElementChecks {
	const ofValues = new Map<string, ValueCheck[]>();
	for (const check of valueChecks) {
		for (const localName of check.elements.keys()) {
			ofValues.set(localName, [...(ofValues.get(localName) ?? []), check]);
		}
	}
	return { ofValues, ofAttributes };
}

/** Holds every element of a message against some checks, in one walk. */
export function checkElements(
	message: CaseMessage,
	{ ofValues, ofAttributes }: ElementChecks,
): readonly Finding[] {
	const old = message.objects.find(({ state }) => state === 'old')?.element;
	const findings: Finding[] = [];
	const add = (finding: Finding | undefined): void => {
		if (finding !== undefined) {
			findings.push(finding);
		}
	};
	for (const part of message.root.markup) {
		if (part.kind !== 'element') {
			continue;
		}
		const place: ElementPlace = { type: message.type, isOld: part === old };
		walkElements(part, (element) => {
			const valueChecks = ofValues.get(element.localName);
			if (valueChecks !== undefined) {
				checkValue(element, valueChecks, place, add);
			}
			if (element.hasAttributes) {
				const marks = marksOf(element);
				for (const check of ofAttributes) {
					add(check(element, place, marks));
				}
			}
			return true;
		});
	}
	return findings;
}

function checkValue(
	element: XmlElement,
	checks: readonly ValueCheck[],
	place: ElementPlace,
	add: (finding: Finding | undefined) => void,
): void {
	const { localName, namespace } = element;
	for (const { elements, check } of checks) {
		if (elements.get(localName) !== namespace) {
			continue;
		}
		const value = readValue(element);
		// Of a value in an element that is nil the schema says that it must go.
		if (value.kind === 'text' && !isNil(element)) {
			add(check(value, place));
		}
	}
}

function marksOf(element: XmlElement): ElementMarks {
	return {
		isNil: isNil(element),
		noValue: element.attributeValue(namespaces.stuf, 'noValue'),
		entityType: element.attributeValue(namespaces.stuf, 'entiteittype'),
	};
}
