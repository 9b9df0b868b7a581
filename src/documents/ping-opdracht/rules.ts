import type { Finding } from '../../finding';
import { attributeOf } from '../../xml/navigate';
import type { XmlElement } from '../../xml/tree';
import { childByLocalName, childrenByLocalName } from '../byLocalName';
import type { Rule } from '../kind';
import { parsePartyId } from '../partyId';
import { findPlaceholder } from '../placeholder';
import { readValue, trimWhiteSpace } from '../value';
import { isWhole } from '../wholeness';
import { mshService, pingFinding } from './texts';

/** The values that make a MessageMetadataDocument a Ping (Handleiding Aansluiten Lopende Zaken §4.4.5; ebMS 2.0 §8.1). */
export const pingOpdrachtRules: readonly Rule[] = [
	({ document, root }) => {
		const order: PingOrder = { root, isWhole: isWhole(document, root) };
		return [
			...checkProtocol(order, 'protocol', 'ebXML'),
			...checkProtocol(order, 'protocolVersion', '2.0'),
			...checkFixed(order, 'Service', mshService, 'ping-opdracht.service'),
			...checkFixed(order, 'Action', 'Ping', 'ping-opdracht.action'),
			...checkParty(order, 'From'),
			...checkParty(order, 'To'),
			...checkCpaId(order),
		];
	},
];

interface PingOrder {
	readonly root: XmlElement;
	/** What is not there is really missing, and not lost behind a missing end tag. */
	readonly isWhole: boolean;
}

/** Whether the attribute is there is the schema's finding. */
function checkProtocol(
	{ root }: PingOrder,
	attributeName: 'protocol' | 'protocolVersion',
	expected: string,
): readonly Finding[] {
	const attribute = attributeOf(root, '', attributeName);
	return attribute === undefined || attribute.value === expected || isToBeFilledIn(attribute.value)
		? []
		: [
				pingFinding('ping-opdracht.version', attribute.valueSpan, {
					attribute: attributeName,
					found: attribute.value,
					expected,
				}),
			];
}

/** The same format also sends business messages, with payloads, for which service and action are others. */
function checkFixed(
	{ root, isWhole }: PingOrder,
	name: 'Service' | 'Action',
	expected: string,
	code: 'ping-opdracht.service' | 'ping-opdracht.action',
): readonly Finding[] {
	const value = readValue(metadata(root, name));
	if (childByLocalName(root, 'MessagePayloads') !== undefined) {
		return [];
	}
	switch (value.kind) {
		case 'absent':
			return isWhole ? [pingFinding(code, root.nameSpan, { found: '' })] : [];
		case 'empty':
			return [pingFinding(code, value.element.nameSpan, { found: '' })];
		case 'unclear':
			return [];
		case 'text':
			return value.text === expected ? [] : [pingFinding(code, value.span, { found: value.text })];
	}
}

/** Types with which a PartyId is an OIN, or nothing is said of it. */
const oinTypes: ReadonlySet<string> = new Set(['', 'string', 'urn:osb:oin']);

function checkParty(order: PingOrder, name: 'From' | 'To'): readonly Finding[] {
	const element = metadata(order.root, name);
	const type = element && attributeOf(element, '', 'type');
	const typeName = trimWhiteSpace(type?.value ?? '');
	return [
		...(type !== undefined && typeName.toLowerCase() === 'string'
			? [pingFinding('ping-opdracht.party-type', type.valueSpan, { found: type.value })]
			: []),
		...checkPartyId(order, name, oinTypes.has(typeName.toLowerCase())),
	];
}

function checkPartyId({ root, isWhole }: PingOrder, name: 'From' | 'To', isOin: boolean): readonly Finding[] {
	const value = readValue(metadata(root, name));
	const missing = ({ nameSpan }: XmlElement): Finding =>
		pingFinding('ping-opdracht.party-id', nameSpan, { metadata: name, value: '', reason: 'missing' });
	switch (value.kind) {
		case 'absent':
			return isWhole ? [missing(root)] : [];
		case 'empty':
			return [missing(value.element)];
		case 'unclear':
			return [];
		case 'text':
			return isOin ? checkOin(name, value.text, value.span) : [];
	}
}

function checkOin(metadataName: string, value: string, span: Finding['span']): readonly Finding[] {
	const oin = parsePartyId(value);
	if (oin.kind === 'not-an-oin') {
		return [
			pingFinding('ping-opdracht.party-id', span, { metadata: metadataName, value, reason: oin.reason }),
		];
	}
	// Logius' own OIN, to which the Ping goes, does not end in zeros.
	const reason = oin.remarks.find((remark) => remark !== 'suffix-not-zero');
	return reason === undefined
		? []
		: [pingFinding('ping-opdracht.party-id-doubtful', span, { value, reason })];
}

/** Without CPAId an adapter picks the CPA by itself, so only an empty one is wrong. */
function checkCpaId({ root }: PingOrder): readonly Finding[] {
	const value = readValue(metadata(root, 'CPAId'));
	return value.kind === 'empty'
		? [pingFinding('ping-opdracht.cpa-id-empty', value.element.nameSpan, {})]
		: [];
}

/** Names are case-sensitive (Axway manuals). */
function metadata(root: XmlElement, name: string): XmlElement | undefined {
	return childrenByLocalName(root, 'Metadata').find(
		(element) => attributeOf(element, '', 'name')?.value === name,
	);
}

function isToBeFilledIn(value: string): boolean {
	return findPlaceholder(value, false) !== undefined;
}
