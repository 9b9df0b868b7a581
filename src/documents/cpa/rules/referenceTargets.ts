import type { XmlElement } from '../../../xml/tree';
import { trimWhiteSpace } from '../../value';
import { walkElements } from '../../walk';

/** Something that can be referred to. */
export interface ReferenceTarget {
	readonly id: string;
	/** The local name of its element. */
	readonly kind: string;
	readonly element: XmlElement;
	/** The PartyInfo that it stands in; `undefined` for what belongs to the whole CPA. */
	readonly party: XmlElement | undefined;
}

/** The attribute with the id, by the local name of the element. */
const ids: Readonly<Record<string, string>> = {
	DeliveryChannel: 'channelId',
	Transport: 'transportId',
	DocExchange: 'docExchangeId',
	Certificate: 'certId',
	SecurityDetails: 'securityId',
	ThisPartyActionBinding: 'id',
	Packaging: 'id',
	SimplePart: 'id',
	Composite: 'id',
	Encapsulation: 'id',
};

/**
 * All targets of a CPA, by id: that space is one over the whole document (CPPA 2.0 types them as xsd:ID). By local name: one in the
 * wrong namespace is there, and its namespace is the schema's finding.
 */
export function findTargets(root: XmlElement): ReadonlyMap<string, readonly ReferenceTarget[]> {
	const targets = new Map<string, ReferenceTarget[]>();
	walkElements(root, (element) => {
		const name = ids[element.localName];
		const id = name && element.attributes.find(({ localName }) => localName === name)?.value;
		if (id !== undefined && id !== '') {
			const trimmed = trimWhiteSpace(id);
			const target = { id: trimmed, kind: element.localName, element, party: partyOf(element) };
			targets.set(trimmed, [...(targets.get(trimmed) ?? []), target]);
		}
		return true;
	});
	return targets;
}

/** The PartyInfo that an element stands in, or is. */
export function partyOf(element: XmlElement): XmlElement | undefined {
	let node: XmlElement | undefined = element;
	while (node !== undefined && node.localName !== 'PartyInfo') {
		node = node.parent;
	}
	return node;
}
