import type { Finding } from '../../../finding';
import { isBefore, parseStufDate } from '../../../identifiers/stufTime';
import { attributeOf } from '../../../xml/navigate';
import type { XmlElement } from '../../../xml/tree';
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
export const checkIdentification: CaseRule = ({ type, objects, isWhole }) => {
	const findings: Finding[] = [];
	for (const { element } of objects) {
		if (type === 'mutation' && isWhole && !isNil(element) && !isIdentified(element)) {
			findings.push(zaakFinding('zaakbericht.identification-missing', element.nameSpan, {}));
		}
	}
	return findings;
};

function isIdentified(object: XmlElement): boolean {
	return (
		childByLocalName(object, 'identificatie') !== undefined ||
		attributeOf(object, namespaces.stuf, 'sleutelOntvangend') !== undefined
	);
}

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
