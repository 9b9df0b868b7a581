import type { XmlElement } from '../../../xml/tree';
import { trimWhiteSpace } from '../../value';
import { walkElements } from '../../../xml/walk';
import type { ReferenceKind } from './referenceKinds';

/** Something that can be referred to. */
export interface ReferenceTarget {
	readonly id: string;
	/** The local name of its element. */
	readonly kind: string;
	readonly element: XmlElement;
	/** The PartyInfo that it stands in; `undefined` for what belongs to the whole CPA. */
	readonly party: XmlElement | undefined;
}

/** What references of a CPA can point to. */
export interface ReferenceTargets {
	/** What has an id: mostly one thing, as ids are unique when the CPA is right. */
	withId(id: string): readonly ReferenceTarget[];
	/** Ids that a reference of an element could have, a few at most. */
	candidates(element: XmlElement, kind: ReferenceKind): readonly string[];
	/** Whether there is anything to refer to in another party than that of an element. */
	hasOtherParty(element: XmlElement): boolean;
}

/** The attribute with the id, by the local name of the element. */
const idAttributes: Readonly<Record<string, string>> = {
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

/** More things with one id than this are not told apart: a hostile document may have a million. */
const mostWithOneId = 20;
/** As many ids as can be named in a sentence. */
const mostCandidates = 6;

/**
 * Finds all targets of a CPA: their ids are one space over the whole document (CPPA 2.0 types them as xsd:ID). By local name: one
 * in the wrong namespace is there, and its namespace is the schema's finding.
 */
export function findTargets(root: XmlElement): ReferenceTargets {
	const all: ReferenceTarget[] = [];
	const byId = new Map<string, ReferenceTarget[]>();
	const byParty = new Map<XmlElement | undefined, ReferenceTarget[]>();
	walkElements(root, (element) => {
		const name = idAttributes[element.localName];
		const value = name && element.attributes.find(({ localName }) => localName === name)?.value;
		if (value !== undefined && value !== '') {
			const id = trimWhiteSpace(value);
			const target = { id, kind: element.localName, element, party: partyOf(element) };
			all.push(target);
			const ofParty = byParty.get(target.party) ?? [];
			ofParty.push(target);
			byParty.set(target.party, ofParty);
			const sameId = byId.get(id) ?? [];
			if (sameId.length < mostWithOneId) {
				sameId.push(target);
			}
			byId.set(id, sameId);
		}
		return true;
	});
	const known = new Map<string, readonly string[]>();
	return {
		withId: (id) => byId.get(id) ?? [],
		candidates(element, kind) {
			const own = partyOf(element);
			const direction = kind.party === 'other' ? directionOf(element) : undefined;
			const key = [kind.targets[0], kind.party, own?.span.start, direction].join();
			let ids = known.get(key);
			if (ids === undefined) {
				const within = kind.party === 'same' ? (byParty.get(own) ?? []) : all;
				ids = firstIds(
					within,
					(target) =>
						isFitting(target, kind, own) &&
						(direction === undefined || directionOf(target.element) !== direction),
				);
				known.set(key, ids);
			}
			return ids;
		},
		hasOtherParty(element) {
			const own = partyOf(element);
			for (const party of byParty.keys()) {
				if (party !== undefined && party !== own) {
					return true;
				}
			}
			return false;
		},
	};
}

function firstIds(
	targets: readonly ReferenceTarget[],
	matches: (target: ReferenceTarget) => boolean,
): readonly string[] {
	const ids = new Set<string>();
	for (const target of targets) {
		if (matches(target)) {
			ids.add(target.id);
		}
		if (ids.size === mostCandidates) {
			break;
		}
	}
	return [...ids];
}

/** Whether a target is of the right kind and the right party, for a reference of a party. */
export function isFitting(
	{ kind: found, party }: ReferenceTarget,
	{ targets, party: whose }: ReferenceKind,
	own: XmlElement | undefined,
): boolean {
	return targets.includes(found) && (whose === 'any' || (whose === 'same') === (party === own));
}

/** Deeper than this no CPA goes: synchronous answers inside one another take two levels each. */
const deepest = 64;

/** The PartyInfo that an element stands in, or is. */
export function partyOf(element: XmlElement): XmlElement | undefined {
	let node: XmlElement | undefined = element;
	for (let depth = 0; node !== undefined && node.localName !== 'PartyInfo'; depth++) {
		node = depth < deepest ? node.parent : undefined;
	}
	return node;
}

/** `CanSend` or `CanReceive`, of a binding in it. */
export function directionOf(binding: XmlElement): string | undefined {
	return binding.parent?.localName;
}
