import type { Finding } from '../../../finding';
import type { XmlElement } from '../../../xml/tree';
import { readValue, type TextValue } from '../../value';
import { parseXsdMoment, type XsdMoment } from '../../xsdMoment';
import { eb, partsNamed } from '../message';
import { ebmsFinding } from '../texts';
import type { EbmsRule } from './ebmsRule';

interface ReadMoment {
	readonly value: TextValue;
	readonly read: XsdMoment;
}

/** ebMS 2.0 §3.1.6: moments are in UTC. That they are moments at all is the schema's to say. */
export const moments: EbmsRule = ({ message: { messageHeader, headerParts, bodyParts } }) => {
	const data = eb(messageHeader, 'MessageData');
	const elements = [
		eb(data, 'Timestamp'),
		eb(data, 'TimeToLive'),
		...partsNamed(headerParts, 'Acknowledgment').map((part) => eb(part, 'Timestamp')),
		...partsNamed(bodyParts, 'StatusResponse').map((part) => eb(part, 'Timestamp')),
	];
	return elements.flatMap(checkZone);
};

function checkZone(element: XmlElement | undefined): readonly Finding[] {
	const moment = momentIn(element);
	return moment === undefined || moment.read.zone === 'Z'
		? []
		: [
				ebmsFinding('ebms-bericht.timestamp-zone', moment.value.span, {
					zone: moment.read.zone,
					utc: moment.read.zone === '' ? '' : moment.read.moment.toISOString().replace('.000Z', 'Z'),
				}),
			];
}

export const timeToLive: EbmsRule = ({ message: { messageHeader } }) => {
	const data = eb(messageHeader, 'MessageData');
	const sent = momentIn(eb(data, 'Timestamp'));
	const end = momentIn(eb(data, 'TimeToLive'));
	return sent !== undefined && end !== undefined && end.read.moment <= sent.read.moment
		? [ebmsFinding('ebms-bericht.time-to-live', end.value.span, {}, [{ span: sent.value.span }])]
		: [];
};

function momentIn(element: XmlElement | undefined): ReadMoment | undefined {
	const value = readValue(element);
	const read = value.kind === 'text' ? parseXsdMoment(value.text) : undefined;
	return value.kind === 'text' && read !== undefined ? { value, read } : undefined;
}
