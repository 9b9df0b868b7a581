import type { Translate } from '../../text';
import type { OutcomeExplanation } from '../outcome/explanations/explanation';
import { nextForProof, provenInWords } from '../outcome/explanations/proofWords';
import { explainConnection } from '../outcome/explainOutcome';
import type { WusOutcome } from './wusOutcome';
import { wusWords } from './wusWords';

/** Puts what came of a check of a web service into words. */
export function explainWusOutcome(outcome: WusOutcome, t: Translate): OutcomeExplanation {
	return outcome.kind === 'answered' ? answered(outcome, t) : explainConnection(outcome, t, wusWords);
}

function answered(
	{ answer, status, fault, proof }: WusOutcome & { readonly kind: 'answered' },
	t: Translate,
): OutcomeExplanation {
	const summaries = {
		wsdl: t('The service gave its description (WSDL): the connection works.'),
		soap: t('The service answered with SOAP (HTTP {0}): the connection works.', status),
		fault: t('The service answered with a SOAP Fault (HTTP {0}): the connection works.', status),
	};
	return {
		summary: summaries[answer],
		meaning: [
			t('The way to the service works.'),
			provenInWords(proof, t),
			...(fault === null
				? []
				: [t('A Fault was to be expected: the question is one that no service can act on.')]),
			...(fault === null || fault.text === '' ? [] : [t('It says: "{0}"', fault.text)]),
			// An MSH refuses with a Fault what is not meant for it: ebms-core names the SOAPAction that it wants.
			...(fault !== null && /ebxml/i.test(fault.text)
				? [t('The text names ebXML: this may be the endpoint of an MSH (ebMS), not of a web service.')]
				: []),
		].join(' '),
		causes: [],
		next: [
			t(
				'Check whether the address is that of the Profielservice in the Handreiking Connectiviteit MijnOverheid: any web service answers in this way.',
			),
			...nextForProof(proof, t),
			t(
				'Ask the Profielservice something real from your own system: only that shows that you are authorised.',
			),
		],
	};
}
