import type { Finding, Span } from '../../../finding';
import { attributeOf } from '../../../xml/navigate';
import type { XmlElement } from '../../../xml/tree';
import { namespaces } from '../../namespaces';
import { readValue, trimWhiteSpace } from '../../value';
import { walkElements } from '../../../xml/walk';
import type { Placed } from '../agreement';
import { cpaFinding } from '../texts';
import { isToBeFilledIn, type CpaRule } from './cpaRule';
import { referenceKinds, type ReferenceKind } from './referenceKinds';
import {
	directionOf,
	findTargets,
	isFitting,
	partyOf,
	type ReferenceTarget,
	type ReferenceTargets,
} from './referenceTargets';

interface Reference {
	readonly element: XmlElement;
	readonly kind: ReferenceKind;
	readonly id: Placed;
}

/** Every reference points at the right kind of element, of the right party. */
export const checkReferences: CpaRule = ({ root, whole }) => {
	const targets = findTargets(root);
	const references = readReferences(root);
	const dangling = references.filter(({ id }) => targets.withId(id.value).length === 0);
	return [
		...references.flatMap((reference) => checkTargets(reference, targets, whole)),
		...(whole ? missingTargets(dangling, targets) : []),
	];
};

function readReferences(root: XmlElement): readonly Reference[] {
	const references: Reference[] = [];
	walkElements(root, (element) => {
		if (element.namespace === namespaces.cppa) {
			for (const kind of referenceKinds.get(element.localName) ?? []) {
				const id = idIn(element, kind);
				if (id !== undefined) {
					references.push({ element, kind, id });
				}
			}
		}
		return true;
	});
	return references;
}

/** Almost the NCName of XML; other values are the schema's finding. */
const ncName = /^[\p{L}_][\p{L}\p{M}\p{N}._·-]*$/u;

function idIn(element: XmlElement, { attribute }: ReferenceKind): Placed | undefined {
	const written = attribute === null ? contentOf(element) : attributeIn(element, attribute);
	return written === undefined || !ncName.test(written.value) || isToBeFilledIn(written.value)
		? undefined
		: written;
}

function contentOf(element: XmlElement): Placed | undefined {
	const value = readValue(element);
	return value.kind === 'text' ? { value: value.text, span: value.span } : undefined;
}

function attributeIn(element: XmlElement, name: string): Placed | undefined {
	const attribute = attributeOf(element, namespaces.cppa, name);
	return attribute && { value: trimWhiteSpace(attribute.value), span: attribute.valueSpan };
}

/** An id that does not exist is one fault, however many references of a party there are to it. */
function missingTargets(dangling: readonly Reference[], targets: ReferenceTargets): readonly Finding[] {
	const missing = new Map<string, { readonly first: Reference; readonly others: Span[] }>();
	for (const reference of dangling) {
		const { element, kind, id } = reference;
		if (isToldBySchema(reference, targets)) {
			continue;
		}
		const scope = kind.party === 'any' ? '' : partyOf(element)?.span.start;
		const key = [id.value, kind.targets[0], scope].join();
		const known = missing.get(key);
		if (known === undefined) {
			missing.set(key, { first: reference, others: [] });
		} else {
			known.others.push(id.span);
		}
	}
	return [...missing.values()].map(({ first: { element, kind, id }, others }) =>
		cpaFinding(
			'cpa.reference-missing',
			id.span,
			{ id: id.value, expected: kind.targets[0], known: targets.candidates(element, kind) },
			others.length === 0 ? undefined : others.map((span) => ({ span })),
		),
	);
}

/** Elements that a party or a CPA must have: when there is none at all, the schema says so. */
const required: ReadonlySet<string> = new Set([
	'DeliveryChannel',
	'Transport',
	'DocExchange',
	'Packaging',
	'SimplePart',
]);

/** Whether there is nothing to refer to because of something else that is missing. */
function isToldBySchema({ element, kind }: Reference, targets: ReferenceTargets): boolean {
	return kind.party === 'other'
		? !targets.hasOtherParty(element)
		: required.has(kind.targets[0]) && targets.candidates(element, kind).length === 0;
}

/** @param whole Else a target that does not fit may stand beside one that was lost. */
function checkTargets(reference: Reference, targets: ReferenceTargets, whole: boolean): readonly Finding[] {
	const { element, kind, id } = reference;
	const found = targets.withId(id.value);
	const own = partyOf(element);
	const right = found.find((target) => isFitting(target, kind, own));
	if (right !== undefined) {
		return checkDirection(reference, right);
	}
	const [other] = found;
	if (other === undefined || !whole) {
		return [];
	}
	const data = { id: id.value, expected: kind.targets[0], known: targets.candidates(element, kind) };
	const ofKind = found.find((target) => kind.targets.includes(target.kind));
	return ofKind === undefined
		? [
				cpaFinding('cpa.reference-kind', id.span, { ...data, found: other.kind }, [
					{ span: other.element.nameSpan },
				]),
			]
		: [
				cpaFinding(
					'cpa.reference-party',
					id.span,
					{ ...data, party: kind.party === 'other' ? 'other' : 'same' },
					[{ span: ofKind.element.nameSpan }],
				),
			];
}

/** The CanSend of one party goes with the CanReceive of the other. */
function checkDirection({ element, kind, id }: Reference, target: ReferenceTarget): readonly Finding[] {
	const direction = directionOf(element);
	return kind.party === 'other' &&
		(direction === 'CanSend' || direction === 'CanReceive') &&
		directionOf(target.element) === direction
		? [
				cpaFinding('cpa.binding-direction', id.span, { id: id.value, direction }, [
					{ span: target.element.nameSpan },
				]),
			]
		: [];
}
