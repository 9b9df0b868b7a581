import type { Finding } from '../../../finding';
import { mostSimilar } from '../../../schema/similarNames';
import { attributeOf } from '../../../xml/navigate';
import type { XmlElement } from '../../../xml/tree';
import { namespaces } from '../../namespaces';
import { ebAttribute } from '../message';
import { ebmsFinding } from '../texts';
import type { EbmsRule } from './ebmsRule';

type Place = 'Header' | 'Body';

/** Where each part belongs, and whether there may be one for each actor (msg-header 2.0; the envelope leaves it open). */
const parts: ReadonlyMap<string, { readonly place: Place; readonly repeatable: boolean }> = new Map([
	['MessageHeader', { place: 'Header', repeatable: false }],
	['SyncReply', { place: 'Header', repeatable: false }],
	['MessageOrder', { place: 'Header', repeatable: false }],
	['AckRequested', { place: 'Header', repeatable: true }],
	['Acknowledgment', { place: 'Header', repeatable: true }],
	['ErrorList', { place: 'Header', repeatable: false }],
	['Manifest', { place: 'Body', repeatable: false }],
	['StatusRequest', { place: 'Body', repeatable: false }],
	['StatusResponse', { place: 'Body', repeatable: false }],
]);

/** SOAP lets anything stand in Header and Body, so a schema sees neither a misspelt part nor one in the wrong place. */
export const knownParts: EbmsRule = ({ message }) => [
	...checkPlaces(message.headerParts, 'Header'),
	...checkPlaces(message.bodyParts, 'Body'),
];

function checkPlaces(elements: readonly XmlElement[], place: Place): readonly Finding[] {
	const firsts = new Map<string, XmlElement>();
	return elements
		.filter(({ namespace }) => namespace === namespaces.eb)
		.flatMap((element): readonly Finding[] => {
			const { localName, name, nameSpan } = element;
			const part = parts.get(localName);
			if (part === undefined) {
				const similar = mostSimilar(localName, [...parts.keys()]) ?? '';
				return [ebmsFinding('ebms-bericht.unknown-part', nameSpan, { part: name, place, similar })];
			}
			if (part.place !== place) {
				return [
					ebmsFinding('ebms-bericht.misplaced-part', nameSpan, { part: name, place, belongs: part.place }),
				];
			}
			const first = firsts.get(localName);
			if (first !== undefined && !part.repeatable) {
				return [ebmsFinding('ebms-bericht.part-twice', nameSpan, { part: name }, [{ span: first.nameSpan }])];
			}
			firsts.set(localName, element);
			return [];
		});
}

/** The schema takes any version, and an MSH refuses all but 2.0. */
export const versions: EbmsRule = ({ message: { headerParts, bodyParts } }) =>
	[...headerParts, ...bodyParts].flatMap((element) => {
		const version = element.namespace === namespaces.eb ? ebAttribute(element, 'version') : undefined;
		// An empty version is the schema's finding.
		return version === undefined || version.value === '2.0' || version.value === ''
			? []
			: [ebmsFinding('ebms-bericht.version', version.valueSpan, { found: version.value })];
	});

/** Other values than 0 and 1 are the schema's finding. */
export const mustUnderstand: EbmsRule = ({ message: { messageHeader } }) => {
	const attribute = attributeOf(messageHeader, namespaces.soap11, 'mustUnderstand');
	return attribute?.value.trim() === '0'
		? [ebmsFinding('ebms-bericht.must-understand', attribute.valueSpan, {})]
		: [];
};
