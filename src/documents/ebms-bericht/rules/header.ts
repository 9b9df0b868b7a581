import type { Finding } from '../../../finding';
import { mostSimilar } from '../../../schema/similarNames';
import { attributeOf } from '../../../xml/navigate';
import type { XmlAttribute, XmlElement } from '../../../xml/tree';
import { namespaces } from '../../namespaces';
import { oinType, parsePartyId } from '../../partyId';
import { mshService } from '../../ping-opdracht/texts';
import { readValue, textOf, trimWhiteSpace, type TextValue } from '../../value';
import { allEb, eb, ebAttribute, partsNamed } from '../message';
import { ebmsFinding } from '../texts';
import { signalActions } from '../vocabulary';
import type { EbmsRule } from './ebmsRule';

export const parties: EbmsRule = ({ message: { messageHeader } }) =>
	['From', 'To'].flatMap((name) => {
		const partyIds = allEb(eb(messageHeader, name), 'PartyId');
		return [...partyIds.flatMap(checkPartyId), ...typesDiffer(partyIds)];
	});

function checkPartyId(element: XmlElement): readonly Finding[] {
	const value = readValue(element);
	return value.kind === 'text' ? checkPartyIdValue(value) : [];
}

/** Exactly what stands there is what the receiver compares with the CPA, white space included. */
function checkPartyIdValue({ element, content, text, span }: TextValue): readonly Finding[] {
	const attribute = ebAttribute(element, 'type');
	const type = trimWhiteSpace(attribute?.value ?? '');
	if (type === '') {
		// One without prefix is the schema's finding, and an empty one as well.
		return attribute === undefined && attributeOf(element, '', 'type') === undefined
			? [ebmsFinding('ebms-bericht.party-type-missing', element.nameSpan, { value: text })]
			: [];
	}
	const oin = parsePartyId(content);
	if (type !== oinType) {
		return attribute !== undefined && oin.kind === 'oin' && oin.register !== 'unassigned'
			? [ebmsFinding('ebms-bericht.party-type', attribute.valueSpan, { found: type })]
			: [];
	}
	if (oin.kind === 'not-an-oin') {
		return [ebmsFinding('ebms-bericht.party-id', span, { value: content, reason: oin.reason })];
	}
	// Logius' own OIN does not end in zeros.
	const reason = oin.remarks.find((remark) => remark !== 'suffix-not-zero');
	return reason === undefined
		? []
		: [ebmsFinding('ebms-bericht.party-id-doubtful', span, { value: content, reason })];
}

/** Several PartyIds are one party under several schemes. */
function typesDiffer(partyIds: readonly XmlElement[]): readonly Finding[] {
	const firsts = new Map<string, XmlAttribute>();
	return partyIds.flatMap((element) => {
		const attribute = ebAttribute(element, 'type');
		if (attribute === undefined) {
			return [];
		}
		const first = firsts.get(attribute.value);
		firsts.set(attribute.value, first ?? attribute);
		return first === undefined
			? []
			: [
					ebmsFinding('ebms-bericht.party-type-twice', attribute.valueSpan, { type: attribute.value }, [
						{ span: first.valueSpan },
					]),
				];
	});
}

export const service: EbmsRule = ({ message: { messageHeader } }) => {
	const element = eb(messageHeader, 'Service');
	const value = readValue(element);
	if (element === undefined || value.kind !== 'text') {
		return [];
	}
	const type = ebAttribute(element, 'type');
	const action = readValue(eb(messageHeader, 'Action'));
	if (value.text === mshService) {
		return [
			...(type === undefined
				? []
				: [ebmsFinding('ebms-bericht.service-type', type.span, { found: type.value })]),
			...(action.kind === 'text' && !signalActions.some((known) => known === action.text)
				? [
						ebmsFinding('ebms-bericht.action', action.span, {
							found: action.text,
							similar: mostSimilar(action.text, signalActions) ?? '',
						}),
					]
				: []),
		];
	}
	const signal = textOf(action);
	if (signal === 'Ping' || signal === 'Pong') {
		return [ebmsFinding('ebms-bericht.service', value.span, { found: value.text, action: signal })];
	}
	return type === undefined && attributeOf(element, '', 'type') === undefined && !isUri(value.text)
		? [ebmsFinding('ebms-bericht.service-type-missing', element.nameSpan, { found: value.text })]
		: [];
};

function isUri(value: string): boolean {
	return /^[a-z][a-z\d+.-]*:\S+$/i.test(value);
}

/** RFC 2822: something, an at sign, and where it is unique. */
export const messageId: EbmsRule = ({ message: { messageHeader } }) => {
	const value = readValue(eb(eb(messageHeader, 'MessageData'), 'MessageId'));
	return value.kind === 'text' && !/^[^\s@<>]+@[^\s@<>]+$/.test(value.text)
		? [ebmsFinding('ebms-bericht.message-id', value.span, { found: value.text })]
		: [];
};

const nextActor = 'http://schemas.xmlsoap.org/soap/actor/next';

export const syncReplyActor: EbmsRule = ({ message: { headerParts } }) =>
	partsNamed(headerParts, 'SyncReply').flatMap((element) => {
		const actor = attributeOf(element, namespaces.soap11, 'actor');
		return actor === undefined || actor.value.trim() === nextActor
			? []
			: [
					ebmsFinding('ebms-bericht.sync-reply-actor', actor.valueSpan, {
						found: actor.value,
						expected: nextActor,
					}),
				];
	});
