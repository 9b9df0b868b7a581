import type { FindingTexts } from '../../../finding';
import type { NotAnOinReason, OinRemark } from '../../../identifiers/oin';
import { oinProblem } from '../../oinWords';
import { cppa, practice, profile } from './sources';

/** What can be wrong with the agreement itself: its status, its period and who its parties are. Days are `YYYY-MM-DD`, in UTC. */
export interface AgreementFindings {
	'cpa.id-duplicate': { readonly cpaId: string };
	'cpa.id-space': { readonly cpaId: string };
	'cpa.status': { readonly status: string };
	'cpa.period': { readonly start: string; readonly end: string };
	'cpa.period-long': { readonly years: number };
	'cpa.expired': { readonly end: string };
	'cpa.not-started': { readonly start: string };
	'cpa.party-type-missing': { readonly value: string };
	'cpa.party-type': { readonly found: string };
	'cpa.party-type-twice': { readonly type: string };
	'cpa.party-same': { readonly value: string };
	'cpa.party-id': { readonly value: string; readonly reason: NotAnOinReason };
	'cpa.party-id-doubtful': { readonly value: string; readonly reason: OinRemark };
}

export const agreementTexts: FindingTexts<AgreementFindings> = {
	'cpa.id-duplicate': {
		severity: 'warning',
		problem: ({ cpaId }, t) =>
			t(
				'Another file holds a different CPA with the same id, `{0}`: an adapter keeps one of them, and a message cannot tell which one it means.',
				cpaId,
			),
		cure: (_, t) =>
			t(
				'Find out which one both sides have loaded and keep only that, or have the CPA made again under a new version in its id.',
			),
		source: `${cppa} (cpaid); ${practice} §3`,
		about:
			'The cpaid of a CPA stands in every message, and adapters find the CPA by it. Only told after a check of several files at once, at all but the first; exact copies of one CPA are not told.',
	},
	'cpa.id-space': {
		severity: 'warning',
		problem: ({ cpaId }, t) =>
			t('There is white space around the id of this CPA, `{0}`: every message has to have it too.', cpaId),
		cure: (_, t) => t('Have the CPA made again, with an id without white space around it.'),
		source: `${cppa} (cpaid); ebXML Message Service 2.0 §3.1.2`,
		about:
			'The cpaid is a string in which white space counts, and adapters compare it with the CPAId of a message; few users see a space at the end of one.',
	},
	'cpa.status': {
		severity: 'warning',
		problem: ({ status }, t) =>
			status === 'proposed'
				? t('The status is `proposed`: this CPA is only a proposal, and an ebMS adapter does not take it.')
				: t(
						'The status is `{0}`: ebMS adapters take business messages only under a CPA that is `agreed`.',
						status,
					),
		cure: (_, t) =>
			t('Agree on the CPA with the other party and set the status to `{0}` on both sides.', 'agreed'),
		source: `${cppa} (Status); ${profile} §6`,
		about:
			'Widely used adapters refuse to load a CPA with status proposed, and refuse business messages under any status but agreed. A Ping is mostly answered all the same.',
	},
	'cpa.period': {
		severity: 'error',
		problem: ({ start, end }, t) =>
			t('This CPA ends ({0}) before it starts ({1}), so it never holds.', end, start),
		cure: (_, t) => t('Correct Start or End.'),
		source: `${cppa} (Start, End)`,
		about: 'End has to lie after Start. A moment without time zone is taken as UTC.',
	},
	'cpa.period-long': {
		severity: 'info',
		problem: ({ years }, t) =>
			t('This CPA holds for {0} years; more than 10 is unusual, as it follows the certificates.', years),
		cure: (_, t) => t('Check that the year of End is right.'),
		source: `${practice} EB010`,
		about: 'The period of a CPA follows its certificates. Longer than 10 years is mostly a typing error.',
	},
	'cpa.expired': {
		severity: 'error',
		problem: ({ end }, t) =>
			t(
				'This CPA ended on {0}: business messages under it are refused, also when a Ping still succeeds.',
				end,
			),
		cure: (_, t) => t('Have a new CPA made and load it on both sides.'),
		source: `${cppa} (End); ${practice} EB010`,
		about:
			'The moment of the check lies after End. Adapters refuse business messages whose Timestamp lies outside the period, and refuse to load such a CPA; a Ping is often answered all the same.',
	},
	'cpa.not-started': {
		severity: 'warning',
		problem: ({ start }, t) =>
			t('This CPA only starts on {0}: until then business messages under it are refused.', start),
		cure: (_, t) => t('Wait until that day, or agree on an earlier Start.'),
		source: `${cppa} (Start)`,
		about: 'The moment of the check lies before Start. A moment without time zone is taken as UTC.',
	},
	'cpa.party-type-missing': {
		severity: 'error',
		problem: ({ value }, t) => t('PartyId `{0}` has no type.', value),
		cure: (_, t) => t('Give it the type {0}; a message has to have the same type.', 'urn:osb:oin'),
		source: `${profile} §5; ${practice} EB014`,
		about:
			'Digikoppeling asks for the type of every PartyId. Without type, ebXML only takes a PartyId that is a URI, which an OIN is not meant to be.',
	},
	'cpa.party-type': {
		severity: 'warning',
		problem: ({ found }, t) => t('The PartyId is an OIN, but its type is `{0}`.', found),
		cure: (_, t) => t('Give it the type {0}; a message has to have the same type.', 'urn:osb:oin'),
		source: `${profile} §5; ${practice} EB014`,
		about:
			'The type of a PartyId that is an OIN is urn:osb:oin. Other types are for other numbering schemes, which Digikoppeling tolerates as a temporary situation: they are not reported.',
	},
	'cpa.party-type-twice': {
		severity: 'warning',
		problem: ({ type }, t) => t('Two PartyIds of this party have the same type `{0}`.', type),
		cure: (_, t) => t('Keep one of them, or give each the type of its own numbering scheme.'),
		source: 'ebXML Message Service 2.0 §3.1.1',
		about:
			'Several PartyIds name one party under several schemes, so their types differ. A message that names both is refused by some adapters; one that names one of them is not.',
	},
	'cpa.party-same': {
		severity: 'warning',
		problem: ({ value }, t) =>
			t(
				'Both parties have PartyId `{0}`: a message under this CPA does not tell who of them sends it.',
				value,
			),
		cure: (_, t) =>
			t(
				'Give each party its own PartyId; in a test environment a suffix such as {0} can set them apart.',
				'_T',
			),
		source: 'ebXML Message Service 2.0 §3.1.1; ebXML CPPA 2.0 (PartyId)',
		about:
			'An adapter finds the parties of a message by their PartyIds, value and type. When both have the same, it cannot tell who sends. Mostly the PartyId of one was copied to the other.',
	},
	'cpa.party-id': {
		severity: 'error',
		problem: ({ value, reason }, t) => oinProblem(reason, value, t),
		cure: (_, t) =>
			t('Write the OIN or HRN of the party, in a test environment followed by _O, _T, _A or a combination.'),
		source: `${profile} §5; ${practice} EB004; OIN-Stelsel 2.2.2 §6`,
		about:
			'The type urn:osb:oin says that the PartyId is an OIN: 20 positions, and in a test environment a suffix of _O, _T, _A or a combination such as _OTA. With another type any value is accepted.',
	},
	'cpa.party-id-doubtful': {
		severity: 'warning',
		problem: ({ value, reason }, t) => oinProblem(reason, value, t),
		cure: (_, t) => t('Compare it with the OIN register.'),
		source: 'OIN-Stelsel 2.2.2 §6',
		about:
			'The PartyId has the form of an OIN, but an RSIN or Fi-nummer in it fails the 11-proef, or no register has its prefix. Such an OIN can exist, but mostly it is a typing error.',
	},
};
