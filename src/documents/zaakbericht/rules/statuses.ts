import type { Finding } from '../../../finding';
import { isBefore, parseStufDate, parseStufTime } from '../../../identifiers/stufTime';
import { attributeOf } from '../../../xml/navigate';
import type { XmlElement } from '../../../xml/tree';
import { childByLocalName, childrenByLocalName } from '../../byLocalName';
import { namespaces } from '../../namespaces';
import type { CaseMessage } from '../caseMessage';
import { zaakFinding } from '../texts';
import type { CaseRule } from './control';
import { readMoment, type ReadMoment } from './moments';

/** What the statuses of a case say of themselves: a case may have thousands, so each is looked at once. */
export const checkStatuses: CaseRule = ({ type, objects }) => {
	const findings: Finding[] = [];
	for (const { element, state } of objects) {
		const start = readMoment(childByLocalName(element, 'startdatum'), parseStufDate);
		for (const child of element.markup) {
			if (child.kind !== 'element' || child.localName !== 'heeft') {
				continue;
			}
			const time = readMoment(childByLocalName(child, 'datumStatusGezet'), parseStufTime);
			// The old object of a correction may hold just what is corrected.
			if (time !== undefined && state === 'current') {
				findings.push(...checkTimeOf(time, start, type));
			}
			if (type === 'mutation') {
				findings.push(...checkProcessing(child));
			}
		}
	}
	return findings;
};

function checkTimeOf(
	{ value, moment }: ReadMoment,
	start: ReadMoment | undefined,
	type: CaseMessage['type'],
): readonly Finding[] {
	const isTooEarly = start !== undefined && isBefore(moment, start.moment);
	// As short as a date or an hour: several statuses of one day have no order then.
	const isShort = type === 'mutation' && moment.digits.length < 12;
	return [
		...(isTooEarly
			? [
					zaakFinding(
						'zaakbericht.status-before-start',
						value.span,
						{ start: start.value.text, status: value.text },
						[{ span: start.value.span }],
					),
				]
			: []),
		...(isShort ? [zaakFinding('zaakbericht.status-without-time', value.span, {})] : []),
	];
}

/** All values of StUF:verwerkingssoort; another is the schema's finding. */
const processingKinds: ReadonlySet<string> = new Set(['T', 'W', 'V', 'E', 'I', 'R', 'S', 'O']);

/** KeuzenVerStUFfing RGBZ 1.15 §2.4: a case only identifies the statustype. */
function checkProcessing(status: XmlElement): readonly Finding[] {
	return childrenByLocalName(status, 'gerelateerde').flatMap((statusType) => {
		const found = statusType.attributeValue(namespaces.stuf, 'verwerkingssoort');
		if (found === undefined || found === 'I' || !processingKinds.has(found)) {
			return [];
		}
		const attribute = attributeOf(statusType, namespaces.stuf, 'verwerkingssoort');
		return attribute
			? [zaakFinding('zaakbericht.status-processing-kind', attribute.valueSpan, { found })]
			: [];
	});
}
