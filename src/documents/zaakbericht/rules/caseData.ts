import {
	isBefore,
	knownPart,
	parseStufDate,
	parseStufTime,
	type StufMoment,
} from '../../../identifiers/stufTime';
import { attributeOf } from '../../../xml/navigate';
import type { XmlElement } from '../../../xml/tree';
import { childByLocalName, childrenByLocalName } from '../../byLocalName';
import { namespaces } from '../../namespaces';
import { readValue, type Value } from '../../value';
import { isNil, type CaseMessage } from '../caseMessage';
import { zaakFinding } from '../texts';
import type { CaseRule } from './control';

/**
 * StUF 03.01 §5.2.4: kerngegevens are in every object of a kennisgeving, unless sleutelOntvangend identifies it. An
 * identificatie that is there but empty has a noValue, or is the schema's.
 */
export const checkIdentification: CaseRule = ({ type, objects, isWhole }) =>
	type !== 'mutation' || !isWhole
		? []
		: objects
				.filter(
					({ element }) =>
						!isNil(element) &&
						childByLocalName(element, 'identificatie') === undefined &&
						attributeOf(element, namespaces.stuf, 'sleutelOntvangend') === undefined,
				)
				.map(({ element }) => zaakFinding('zaakbericht.identification-missing', element.nameSpan, {}));

/** Dates of one case that contradict each other. The old object of a correction may hold just that. */
export const checkOrder: CaseRule = (message) =>
	currentObjects(message).flatMap((element) => {
		const start = readMoment(childByLocalName(element, 'startdatum'), parseStufDate);
		if (start === undefined) {
			return [];
		}
		const related = [{ span: start.value.span }];
		const end = readMoment(childByLocalName(element, 'einddatum'), parseStufDate);
		const endFindings =
			end !== undefined && isBefore(end.moment, start.moment)
				? [
						zaakFinding(
							'zaakbericht.end-before-start',
							end.value.span,
							{ start: start.value.text, end: end.value.text },
							related,
						),
					]
				: [];
		return [
			...endFindings,
			...statusTimes(element)
				.filter(({ moment }) => isBefore(moment, start.moment))
				.map(({ value }) =>
					zaakFinding(
						'zaakbericht.status-before-start',
						value.span,
						{ start: start.value.text, status: value.text },
						related,
					),
				),
		];
	});

/** A time of a status as short as a date or an hour: several statuses of one day have no order then. */
export const checkStatusTime: CaseRule = (message) =>
	message.type !== 'mutation'
		? []
		: currentObjects(message)
				.flatMap((element) => statusTimes(element))
				.filter(({ moment }) => moment.digits.length < 12)
				.map(({ value }) => zaakFinding('zaakbericht.status-without-time', value.span, {}));

/** All values of StUF:verwerkingssoort; another is the schema's finding. */
const processingKinds: ReadonlySet<string> = new Set(['T', 'W', 'V', 'E', 'I', 'R', 'S', 'O']);

/** KeuzenVerStUFfing RGBZ 1.15 §2.4: a case only identifies the statustype. */
export const checkStatusProcessing: CaseRule = ({ type, objects }) =>
	type !== 'mutation'
		? []
		: objects
				.flatMap(({ element }) => childrenByLocalName(element, 'heeft'))
				.flatMap((status) => childrenByLocalName(status, 'gerelateerde'))
				.flatMap((statusType) => attributeOf(statusType, namespaces.stuf, 'verwerkingssoort') ?? [])
				.filter(({ value }) => value !== 'I' && processingKinds.has(value))
				.map(({ value, valueSpan }) =>
					zaakFinding('zaakbericht.status-processing-kind', valueSpan, { found: value }),
				);

interface ReadMoment {
	readonly value: Extract<Value, { kind: 'text' }>;
	readonly moment: StufMoment;
}

function statusTimes(element: XmlElement): readonly ReadMoment[] {
	return childrenByLocalName(element, 'heeft').flatMap(
		(status) => readMoment(childByLocalName(status, 'datumStatusGezet'), parseStufTime) ?? [],
	);
}

function readMoment(element: XmlElement | undefined, parse: typeof parseStufDate): ReadMoment | undefined {
	const value = readValue(element);
	if (value.kind !== 'text') {
		return undefined;
	}
	const moment = parse(value.text);
	const indicator = attributeOf(value.element, namespaces.stuf, 'indOnvolledigeDatum')?.value;
	return moment.kind === 'moment' ? { value, moment: knownPart(moment, indicator) } : undefined;
}

function currentObjects({ objects }: CaseMessage): readonly XmlElement[] {
	return objects.filter(({ state }) => state === 'current').map(({ element }) => element);
}
