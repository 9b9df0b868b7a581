import type { FindingTexts } from '../../../finding';
import type { NotAnOinReason, OinRemark } from '../../../identifiers/oin';
import { oinProblem } from '../../oinWords';
import type { NoData } from '../../texts';

/** What Lopende zaken and its transport (Digikoppeling) ask on top of StUF. */
export interface LopendeZakenFindings {
	'zaakbericht.receiver-unexpected': { readonly receiver: string };
	'zaakbericht.sender-organisation-missing': NoData;
	'zaakbericht.sender-oin': { readonly value: string; readonly reason: NotAnOinReason | OinRemark };
	'zaakbericht.initiator-missing': NoData;
	'zaakbericht.initiator-not-person': { readonly element: string };
	'zaakbericht.bsn-missing': NoData;
	'zaakbericht.status-missing': NoData;
	'zaakbericht.case-type-missing': NoData;
	'zaakbericht.result-not-shown': { readonly result: string };
	'zaakbericht.personal-data': { readonly elements: readonly string[] };
}

const intro = 'Logius, API documentatie Lopende Zaken, introduction';
const practice = 'Praktijk van Lopende zaken (openbare adapters)';
const binding = 'Protocolbindingen voor StUF 03.02 §5.2';

export const lopendeZakenTexts: FindingTexts<LopendeZakenFindings> = {
	'zaakbericht.receiver-unexpected': {
		severity: 'info',
		problem: ({ receiver }, t) =>
			t(
				'This message goes to {0}, not to Lopende zaken: only the rules of StUF were applied, not those of Lopende zaken.',
				receiver,
			),
		cure: (_, t) =>
			t(
				'For Lopende zaken the ontvanger is organisatie 00000004003214345001, applicatie MijnOverheid, administratie Lopende zaken.',
			),
		source: practice,
		about:
			'A message is for Lopende zaken when the organisatie of the ontvanger is the OIN of Logius or its applicatie is MijnOverheid. For another receiver nothing is wrong; what only Lopende zaken asks is not checked.',
	},
	'zaakbericht.sender-organisation-missing': {
		severity: 'error',
		problem: (_, t) => t('The zender has no organisatie, so it does not match the PartyId of your CPA.'),
		cure: (_, t) => t('Add `StUF:organisatie` with your OIN as the first element of `StUF:zender`.'),
		source: binding,
		about:
			'Over Digikoppeling the organisatie of zender and ontvanger equals the PartyId in the CPA. StUF itself lets it be left out, so it is only asked for messages to Lopende zaken.',
	},
	'zaakbericht.sender-oin': {
		severity: 'warning',
		problem: ({ value, reason }, t) => oinProblem(reason, value, t),
		cure: ({ reason }, t) =>
			reason === 'length'
				? t('Fill in the OIN of your organisation; a suffix such as _T goes to administratie, without the _.')
				: t('Check the OIN of your organisation in the OIN register.'),
		source: `${binding}; OIN-Stelsel 2.2.2 §6`,
		about:
			'Over Digikoppeling the organisatie of the zender is the OIN (or HRN) of the CPA: 20 positions, of which 8 name the register. An OIN with an RSIN that fails the 11-proef or without zeros at its end exists, but mostly is a typing error.',
	},
	'zaakbericht.initiator-missing': {
		severity: 'error',
		problem: (_, t) => t('The case has no initiator, so Lopende zaken does not know whose case it is.'),
		cure: (_, t) => t('Add `heeftAlsInitiator` with a natuurlijkPersoon and its BSN.'),
		source: intro,
		about:
			'Lopende zaken shows a case to the citizen whose BSN stands in the initiator. Asked of an addition (mutatiesoort T).',
	},
	'zaakbericht.initiator-not-person': {
		severity: 'warning',
		problem: ({ element }, t) =>
			t('The initiator is a `{0}`: Lopende zaken only shows cases of natural persons.', element),
		cure: (_, t) => t('Send only cases with a natuurlijkPersoon as initiator to Lopende zaken.'),
		source: practice,
		about:
			'Cases of companies, employees and departments are not shown in Lopende zaken; senders leave them out.',
	},
	'zaakbericht.bsn-missing': {
		severity: 'error',
		problem: (_, t) => t('The initiator has no BSN, so Lopende zaken does not know whose case it is.'),
		cure: (_, t) => t('Add `BG:inp.bsn`, and `BG:authentiek` after it; without BSN, do not send the case.'),
		source: intro,
		about: 'Lopende zaken keeps cases by BSN. The schema lets the BSN be left out.',
	},
	'zaakbericht.status-missing': {
		severity: 'error',
		problem: (_, t) => t('The case has no status, so there is nothing to show to the citizen.'),
		cure: (_, t) => t('Add `heeft` with the status and `datumStatusGezet`.'),
		source: intro,
		about: 'A message to Lopende zaken tells a change of status. Asked of an addition (mutatiesoort T).',
	},
	'zaakbericht.case-type-missing': {
		severity: 'error',
		problem: (_, t) =>
			t('The type of the case stands nowhere: not in `isVan` and not as `zkt.code` in a status.'),
		cure: (_, t) =>
			t('Add `zkt.code` (and `zkt.omschrijving`) to the gerelateerde of `heeft`, or fill `isVan`.'),
		source: practice,
		about:
			'In messages to Lopende zaken isVan usually is empty and the zaaktype travels in the status. One of both must have it. Asked of an addition (mutatiesoort T).',
	},
	'zaakbericht.result-not-shown': {
		severity: 'info',
		problem: ({ result }, t) => t('Lopende zaken does not show the result "{0}" to the citizen.', result),
		cure: ({ result }, t) =>
			t(
				'If the citizen must read it, put it in the omschrijving of the status: "Afgehandeld ({0})".',
				result,
			),
		source: practice,
		about:
			'Senders therefore add the result to the text of the status. Nothing is told when a status already holds it.',
	},
	'zaakbericht.personal-data': {
		severity: 'info',
		problem: ({ elements }, t) =>
			t('More personal data than Lopende zaken needs is sent: {0}.', elements.join(', ')),
		cure: (_, t) => t('Leave it out; the BSN is enough to find the citizen.'),
		source: practice,
		about:
			'Of a natuurlijkPersoon only the BSN is needed (and sometimes the date of birth). Names that were replaced by XXX are not reported.',
	},
};
