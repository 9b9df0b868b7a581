import { mostSimilar } from '../../schema/similarNames';
import type { Span } from '../../finding';
import type { Translate } from '../../text';
import { walkElements } from '../../xml/walk';
import { repairTable, type Fault, type Repair } from '../../xml/repair';
import { oinType } from '../partyId';
import { addingAttribute, replacing, withHttps } from '../repairSteps';
import { readValue } from '../value';
import type { AgreementFindings } from './texts/agreementTexts';
import type { CertificateFindings } from './texts/certificateTexts';
import type { ConnectionFindings } from './texts/connectionTexts';
import type { ReferenceFindings } from './texts/referenceTexts';

interface Reference {
	readonly id: string;
	readonly known: readonly string[];
}

/** More ids than this are no choice but a list to look things up in. */
const mostChoices = 8;

/** What can be repaired of a CPA: what parties agreed on is for them to change. */
export const cpaRepairs = repairTable<
	AgreementFindings & ReferenceFindings & ConnectionFindings & CertificateFindings
>({
	'cpa.party-type': (fault, t) => replacing(fault, fault.data.found, oinType, t),
	'cpa.party-type-missing': (fault, t) => addingAttribute(fault, 'type', oinType, t),
	'cpa.reference-missing': knownIdsEverywhere,
	'cpa.reference-kind': knownIds,
	'cpa.reference-party': knownIds,
	'cpa.endpoint-not-https': (fault, t) => withHttps(fault, t),
	'cpa.certificate-serial': (fault, t) => replacing(fault, fault.data.written, fault.data.real, t),
});

/** Of one id that is nowhere only the first reference is told: the others go along. */
function knownIdsEverywhere(fault: Fault<Reference>, t: Translate): readonly Repair[] {
	const { root } = fault.document;
	const references: Span[] = [];
	if (root !== undefined) {
		walkElements(root, (element) => {
			const value = readValue(element);
			references.push(
				...(value.kind === 'text' && value.text === fault.data.id ? [value.span] : []),
				...element.attributes
					.filter((attribute) => attribute.value === fault.data.id)
					.map(({ valueSpan }) => valueSpan),
			);
			return true;
		});
	}
	return knownIds(fault, t).map(({ title, edits }) => ({
		title,
		edits: edits.flatMap(({ text }) => references.map((span) => ({ span, text }))),
	}));
}

function knownIds(fault: Fault<Reference>, t: Translate): readonly Repair[] {
	const { id, known } = fault.data;
	const meant = mostSimilar(id, known);
	const choices = known.length > mostChoices ? [] : known.filter((one) => one !== meant);
	return [...(meant === undefined ? [] : [meant]), ...choices].flatMap((one) => replacing(fault, id, one, t));
}
