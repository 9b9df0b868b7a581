import type { Finding, Span } from '../../../finding';
import { parsePartyId } from '../../partyId';
import type { CpaParty, Placed } from '../agreement';
import { summarizeParty, type PartySummary } from '../summary';
import { certificatesOf, compareCertificates } from './compareCertificates';
import type { ComparedRow, ComparedValue } from './comparedRow';
import { missingSide } from './missingSide';
import { findOwnParty } from './findOwnParty';
import type { Specification } from './readSpecifications';
import { comparedSubjects, comparisonFinding, type ComparedSubject } from './texts';

export interface Comparison {
	readonly specification: Specification;
	readonly party: CpaParty;
	/** Of each subject, in their order. */
	readonly rows: readonly ComparedRow[];
}

/**
 * Compares what an organisation handed in with what became of it in the CPA.
 *
 * @param specifications The groups of a Consumerspecificatie: the one with the PartyId of the party is compared, else the first.
 */
export function compareSpecification(
	[first, ...others]: readonly [Specification, ...Specification[]],
	party: CpaParty,
): Comparison {
	const specification =
		[first, ...others].find(({ partyId }) => findOwnParty({ parties: [party] }, partyId?.value ?? null)) ??
		first;
	const summary = summarizeParty(party);
	return {
		specification,
		party,
		rows: comparedSubjects.map((subject) => compareSubject(subject, specification, party, summary)),
	};
}

function compareSubject(
	subject: ComparedSubject,
	specification: Specification,
	party: CpaParty,
	{ channels }: PartySummary,
): ComparedRow {
	switch (subject) {
		case 'name':
			return compareTexts(
				{ subject, different: differentName, place: party.nameSpan },
				specification.partyName,
				party.name === null ? [] : [{ value: party.name, span: party.nameSpan }],
			);
		case 'party-id':
			return compareTexts(
				{ subject, different: differentPartyId, place: party.nameSpan },
				specification.partyId,
				// Several PartyIds are one party under several schemes: the one that is meant counts.
				closestPartyIds(party, specification.partyId),
			);
		case 'endpoint':
			return compareTexts(
				{ subject, different: differentEndpoint, place: party.nameSpan },
				specification.endpoint,
				unique(channels.flatMap(({ endpoints }) => endpoints.slice(0, 1).map(({ uri }) => uri))),
			);
		case 'client-certificate':
			return compareCertificates(
				subject,
				specification.client,
				certificatesOf(party, channels, ({ clientCertificate }) => clientCertificate),
				party.nameSpan,
			);
		case 'server-certificate':
			return compareCertificates(
				subject,
				specification.server,
				certificatesOf(party, channels, ({ serverCertificate }) => serverCertificate),
				party.nameSpan,
			);
	}
}

interface TextComparison {
	readonly subject: ComparedSubject;
	/** `undefined` when two texts mean the same. */
	readonly different: (specification: string, cpa: Placed) => Finding | undefined;
	/** Where it would stand in the CPA. */
	readonly place: Span;
}

function compareTexts(
	{ subject, different, place }: TextComparison,
	specification: Placed | null,
	cpa: readonly Placed[],
): ComparedRow {
	const asText = ({ value, span }: Placed): ComparedValue => ({ kind: 'text', text: value, span });
	const sides = { subject, specification: specification && asText(specification), cpa: cpa.map(asText) };
	const missing = missingSide(subject, specification, cpa, place);
	if (missing !== undefined || specification === null) {
		return { ...sides, finding: missing ?? null };
	}
	const [finding = null] = cpa.flatMap((value) => different(specification.value, value) ?? []);
	return { ...sides, finding };
}

function differentName(specification: string, { value, span }: Placed): Finding | undefined {
	const bare = (name: string): string => name.trim().replace(/\s+/g, ' ');
	return bare(specification) === bare(value)
		? undefined
		: comparisonFinding('comparison.name', span, { specification, cpa: value });
}

function closestPartyIds({ partyIds }: CpaParty, wanted: Placed | null): readonly Placed[] {
	const [first] = partyIds;
	const meant =
		partyIds.find(({ value }) => value === wanted?.value) ??
		partyIds.find((one) => wanted !== null && isSameOin(one.value, wanted.value)) ??
		first;
	return meant === undefined ? [] : [meant];
}

function isSameOin(one: string, other: string): boolean {
	const [first, second] = [parsePartyId(one), parsePartyId(other)];
	return first.kind === 'oin' && second.kind === 'oin' && first.value === second.value;
}

function differentPartyId(specification: string, { value, span }: Placed): Finding | undefined {
	if (specification === value) {
		return undefined;
	}
	const code = isSameOin(specification, value) ? 'comparison.party-suffix' : 'comparison.party-id';
	return comparisonFinding(code, span, { specification, cpa: value });
}

function differentEndpoint(specification: string, { value, span }: Placed): Finding | undefined {
	const part = differentPart(specification, value);
	return part === undefined
		? undefined
		: comparisonFinding('comparison.endpoint', span, { specification, cpa: value, part });
}

/** The first part of two addresses that differs, as a client of HTTP sees it. */
function differentPart(
	one: string,
	other: string,
): 'scheme' | 'host' | 'port' | 'path' | 'whole' | undefined {
	if (!URL.canParse(one) || !URL.canParse(other)) {
		return one === other ? undefined : 'whole';
	}
	const [first, second] = [new URL(one), new URL(other)];
	if (first.href === second.href) {
		return undefined;
	}
	if (first.protocol !== second.protocol) {
		return 'scheme';
	}
	if (first.hostname !== second.hostname) {
		return 'host';
	}
	if (first.port !== second.port) {
		return 'port';
	}
	return first.pathname + first.search === second.pathname + second.search ? 'whole' : 'path';
}

function unique(places: readonly Placed[]): readonly Placed[] {
	return places.filter(({ value }, index) => places.findIndex((one) => one.value === value) === index);
}
