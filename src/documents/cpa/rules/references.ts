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
	const missing = new Map<string, MissingTarget>();
	walkElements(root, (element) => {
		const kinds = element.namespace === namespaces.cppa ? references.get(element.localName) : undefined;
		for (const kind of kinds ?? []) {
			const id = referenceIn(element, kind);
			const found = id === undefined ? [] : (targets.get(id.value) ?? []);
			if (id === undefined) {
				continue;
			}
			const reference: Reference = { element, kind, id };
			if (found.length > 0) {
				findings.push(...checkTargets(reference, found, targets, whole));
			} else if (whole && !isToldBySchema(reference, targets)) {
				const key = [
					id.value,
					kind.targets[0],
					kind.party === 'any' ? '' : partyOf(element)?.span.start,
				].join();
				const known = missing.get(key);
				missing.set(key, {
					first: known?.first ?? reference,
					others: known ? [...known.others, id.span] : [],
				});
			}
		}
		return true;
	});
	return [...findings, ...[...missing.values()].map((target) => missingFinding(target, targets))];
};

interface Reference {
	readonly element: XmlElement;
	readonly kind: ReferenceKind;
	readonly id: Placed;
}

/** An id that does not exist: one fault, however many references there are to it. */
interface MissingTarget {
	readonly first: Reference;
	/** The places of the other references to it. */
	readonly others: readonly Span[];
}

function missingFinding({ first: { element, kind, id }, others }: MissingTarget, targets: Targets): Finding {
	return cpaFinding(
		'cpa.reference-missing',
		id.span,
		{ id: id.value, expected: kind.targets[0] ?? '', known: idsFor(element, kind, targets) },
		others.length === 0 ? undefined : others.map((span) => ({ span })),
	);
}

type Targets = ReadonlyMap<string, readonly ReferenceTarget[]>;

/** Elements that a party or a CPA must have: when there is none at all, the schema says so. */
const required: ReadonlySet<string> = new Set([
	'DeliveryChannel',
	'Transport',
	'DocExchange',
	'Packaging',
	'SimplePart',
]);

/** Whether there is nothing to refer to because of something else that is missing. */
function isToldBySchema({ element, kind }: Reference, targets: Targets): boolean {
	const all = [...targets.values()].flat();
	if (kind.party === 'other') {
		return !all.some(({ party }) => party !== undefined && party !== partyOf(element));
	}
	return (
		kind.targets.some((name) => required.has(name)) &&
		!all.some((target) => kind.targets.includes(target.kind) && isOfParty(target, element, kind))
	);
}

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

function checkTargets(
	{ element, kind, id: { value: id, span } }: Reference,
	found: readonly ReferenceTarget[],
	targets: Targets,
	whole: boolean,
): readonly Finding[] {
	const ofKind = found.filter((target) => kind.targets.includes(target.kind));
	const right = ofKind.find((target) => isOfParty(target, element, kind));
	if (right !== undefined) {
		return checkDirection(element, { value: id, span }, right);
	}
	if (!whole) {
		return [];
	}
	const expected = kind.targets[0] ?? '';
	const known = idsFor(element, kind, targets);
	const related = (ofKind.length === 0 ? found : ofKind)
		.slice(0, 1)
		.map((target) => ({ span: target.element.nameSpan }));
	return ofKind.length === 0
		? [cpaFinding('cpa.reference-kind', span, { id, expected, found: found[0]?.kind ?? '', known }, related)]
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

function idsFor(element: XmlElement, kind: ReferenceKind, targets: Targets): readonly string[] {
	const ids = [...targets.values()]
		.flat()
		.filter((target) => kind.targets.includes(target.kind) && isOfParty(target, element, kind))
		.filter((target) => kind.party !== 'other' || directionOf(target.element) !== directionOf(element))
		.map(({ id }) => id);
	return [...new Set(ids)].slice(0, mostKnown);
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
