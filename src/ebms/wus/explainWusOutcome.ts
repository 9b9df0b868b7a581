import type { Translate } from '../../text';
import type { OutcomeExplanation } from '../outcome/explanations/explanation';
import { explainConnection } from '../outcome/explainOutcome';
import type { WusOutcome } from './wusOutcome';
import { wusWords } from './wusWords';

/** Puts what came of a check of a web service into words. */
export function explainWusOutcome(outcome: WusOutcome, t: Translate): OutcomeExplanation {
	return outcome.kind === 'answered' ? answered(outcome, t) : explainConnection(outcome, t, wusWords);
}

function answered(
	{ answer, status, fault, isCertificateAsked }: WusOutcome & { readonly kind: 'answered' },
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
			t('The network path, TLS and the certificates are right as far as this shows.'),
			...(fault === null
				? []
				: [t('A Fault was to be expected: the question is one that no service can act on.')]),
			...(fault === null || fault.text === '' ? [] : [t('It says: "{0}"', fault.text)]),
			// An MSH refuses with a Fault what is not meant for it: ebms-core names the SOAPAction that it wants.
			...(fault !== null && /ebxml/i.test(fault.text)
				? [t('The text names ebXML: this may be the endpoint of an MSH (ebMS), not of a web service.')]
				: []),
			...(isCertificateAsked === false
				? [
						t(
							'The server did not ask for a client certificate, so that it is not certain that it takes yours.',
						),
					]
				: []),
		].join(' '),
		causes: [],
		next: [
			t(
				'Check whether the address is that of the Profielservice in the Handreiking Connectiviteit MijnOverheid: any web service answers in this way.',
			),
			...(isCertificateAsked === false
				? [t('Ask the other side whether this is the right endpoint: Digikoppeling always uses two-way TLS.')]
				: []),
			t(
				'Ask the Profielservice something real from your own system: only that shows that you are authorised.',
			),
		],
	};
}
