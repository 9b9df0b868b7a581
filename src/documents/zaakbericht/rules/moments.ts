import { knownPart, type ParsedStufTime, type StufMoment } from '../../../identifiers/stufTime';
import type { XmlElement } from '../../../xml/tree';
import { namespaces } from '../../namespaces';
import { readValue, type TextValue } from '../../value';

/** A date or time of a case, as far as the message says that it is known. */
export interface ReadMoment {
	readonly value: TextValue;
	readonly moment: StufMoment;
}

/** @returns `undefined` when there is no such element, or no date or time in it. */
export function readMoment(
	element: XmlElement | undefined,
	parse: (text: string) => ParsedStufTime,
): ReadMoment | undefined {
	const value = readValue(element);
	if (value.kind !== 'text') {
		return undefined;
	}
	const moment = parse(value.text);
	const indicator = value.element.attributeValue(namespaces.stuf, 'indOnvolledigeDatum');
	return moment.kind === 'moment' ? { value, moment: knownPart(moment, indicator) } : undefined;
}
