import { isBefore, parseStufDate } from '../../../identifiers/stufTime';
import { attributeOf } from '../../../xml/navigate';
import { childByLocalName } from '../../byLocalName';
import { namespaces } from '../../namespaces';
import { isNil } from '../caseMessage';
import { zaakFinding } from '../texts';
import type { CaseRule } from './control';
import { readMoment } from './moments';

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
export const checkOrder: CaseRule = ({ objects }) =>
	objects.flatMap(({ element, state }) => {
		if (state === 'old') {
			return [];
		}
		const start = readMoment(childByLocalName(element, 'startdatum'), parseStufDate);
		const end = readMoment(childByLocalName(element, 'einddatum'), parseStufDate);
		return start === undefined || end === undefined || !isBefore(end.moment, start.moment)
			? []
			: [
					zaakFinding(
						'zaakbericht.end-before-start',
						end.value.span,
						{ start: start.value.text, end: end.value.text },
						[{ span: start.value.span }],
					),
				];
	});
