import type { Finding, Span } from '../../../finding';
import { attributeOf, textContent, trimmedTextSpan } from '../../../xml/navigate';
import type { XmlElement } from '../../../xml/tree';
import { namespaces } from '../../namespaces';
import { trimWhiteSpace } from '../../value';
import { walkElements } from '../../walk';
import type { Placed } from '../agreement';
import { cpaFinding } from '../texts';
import { isToBeFilledIn, type CpaRule } from './cpaRule';
import { findTargets, partyOf, type ReferenceTarget } from './referenceTargets';

/** Where a reference stands, and what it has to point to (CPPA 2.0; the schema only says xsd:IDREF). */
interface ReferenceKind {
	/** `null` when it is the content of the element. */
	readonly attribute: string | null;
	/** Local names of the elements that it may point to. */
	readonly targets: readonly string[];
	/** Whose they have to be; `any` for what belongs to the whole CPA. */
	readonly party: 'same' | 'other' | 'any';
}

const toChannel = { targets: ['DeliveryChannel'], party: 'same' } as const;
const toPackaging = { targets: ['Packaging'], party: 'any' } as const;
const toCertificate = { attribute: 'certId', targets: ['Certificate'], party: 'same' } as const;
const toSecurity = { attribute: 'securityId', targets: ['SecurityDetails'], party: 'same' } as const;

/** By the local name of the element that has the reference. */
const references: ReadonlyMap<string, readonly ReferenceKind[]> = new Map<string, readonly ReferenceKind[]>([
	[
		'PartyInfo',
		[
			{ attribute: 'defaultMshChannelId', ...toChannel },
			{ attribute: 'defaultMshPackageId', ...toPackaging },
		],
	],
	['OverrideMshActionBinding', [{ attribute: 'channelId', ...toChannel }]],
	['ChannelId', [{ attribute: null, ...toChannel }]],
	['ThisPartyActionBinding', [{ attribute: 'packageId', ...toPackaging }]],
	['OtherPartyActionBinding', [{ attribute: null, targets: ['ThisPartyActionBinding'], party: 'other' }]],
	[
		'DeliveryChannel',
		[
			{ attribute: 'transportId', targets: ['Transport'], party: 'same' },
			{ attribute: 'docExchangeId', targets: ['DocExchange'], party: 'same' },
		],
	],
	['ApplicationCertificateRef', [toCertificate]],
	['ClientCertificateRef', [toCertificate]],
	['ServerCertificateRef', [toCertificate]],
	['SigningCertificateRef', [toCertificate]],
	['EncryptionCertificateRef', [toCertificate]],
	['AnchorCertificateRef', [toCertificate]],
	['ApplicationSecurityDetailsRef', [toSecurity]],
	['ServerSecurityDetailsRef', [toSecurity]],
	['ClientSecurityDetailsRef', [toSecurity]],
	['SigningSecurityDetailsRef', [toSecurity]],
	['EncryptionSecurityDetailsRef', [toSecurity]],
	[
		'Constituent',
		[{ attribute: 'idref', targets: ['SimplePart', 'Composite', 'Encapsulation'], party: 'any' }],
	],
]);

/** Every reference points at the right kind of element, of the right party. */
export const checkReferences: CpaRule = ({ root, whole }) => {
	const targets = findTargets(root);
	const findings: Finding[] = [];
	walkElements(root, (element) => {
		const kinds = element.namespace === namespaces.cppa ? references.get(element.localName) : undefined;
		for (const kind of kinds ?? []) {
			const reference = referenceIn(element, kind);
			if (reference !== undefined) {
				findings.push(...checkReference(element, reference, kind, targets, whole));
			}
		}
		return true;
	});
	return findings;
};

/** Almost the NCName of XML; other values are the schema's finding. */
const ncName = /^[\p{L}_][\p{L}\p{M}\p{N}._·-]*$/u;

function referenceIn(element: XmlElement, { attribute }: ReferenceKind): Placed | undefined {
	const written =
		attribute === null
			? { value: textContent(element), span: trimmedTextSpan(element) }
			: placed(attributeOf(element, namespaces.cppa, attribute));
	const value = trimWhiteSpace(written?.value ?? '');
	return written === undefined || !ncName.test(value) || isToBeFilledIn(value)
		? undefined
		: { value, span: written.span };
}

function placed(
	attribute: { readonly value: string; readonly valueSpan: Span } | undefined,
): Placed | undefined {
	return attribute && { value: attribute.value, span: attribute.valueSpan };
}

function checkReference(
	element: XmlElement,
	{ value: id, span }: Placed,
	kind: ReferenceKind,
	targets: ReadonlyMap<string, readonly ReferenceTarget[]>,
	whole: boolean,
): readonly Finding[] {
	const found = targets.get(id) ?? [];
	const ofKind = found.filter((target) => kind.targets.includes(target.kind));
	const right = ofKind.filter((target) => isOfParty(target, element, kind));
	const expected = kind.targets[0] ?? '';
	const [target] = right;
	if (target !== undefined) {
		return checkDirection(element, { value: id, span }, target);
	}
	if (!whole) {
		return [];
	}
	const known = idsFor(element, kind, targets);
	const [other] = found;
	if (other === undefined) {
		return [cpaFinding('cpa.reference-missing', span, { id, expected, known })];
	}
	const related = [{ span: (ofKind[0] ?? other).element.nameSpan }];
	return ofKind.length === 0
		? [cpaFinding('cpa.reference-kind', span, { id, expected, found: other.kind, known }, related)]
		: [
				cpaFinding(
					'cpa.reference-party',
					span,
					{ id, expected, party: kind.party === 'other' ? 'other' : 'same', known },
					related,
				),
			];
}

function isOfParty({ party }: ReferenceTarget, element: XmlElement, kind: ReferenceKind): boolean {
	const own = partyOf(element);
	return kind.party === 'any' || (kind.party === 'same' ? party === own : party !== own);
}

/** As many as can be named in a sentence. */
const mostKnown = 6;

function idsFor(
	element: XmlElement,
	kind: ReferenceKind,
	targets: ReadonlyMap<string, readonly ReferenceTarget[]>,
): readonly string[] {
	return [...targets.values()]
		.flat()
		.filter((target) => kind.targets.includes(target.kind) && isOfParty(target, element, kind))
		.filter((target) => kind.party !== 'other' || directionOf(target.element) !== directionOf(element))
		.slice(0, mostKnown)
		.map(({ id }) => id);
}

/** The CanSend of one party goes with the CanReceive of the other. */
function checkDirection(
	element: XmlElement,
	{ value: id, span }: Placed,
	target: ReferenceTarget,
): readonly Finding[] {
	const direction = directionOf(element);
	return element.localName === 'OtherPartyActionBinding' &&
		(direction === 'CanSend' || direction === 'CanReceive') &&
		directionOf(target.element) === direction
		? [cpaFinding('cpa.binding-direction', span, { id, direction }, [{ span: target.element.nameSpan }])]
		: [];
}

function directionOf(element: XmlElement): string | undefined {
	return element.parent?.localName;
}
