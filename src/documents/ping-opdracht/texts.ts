import { findingsOf, type FindingTexts } from '../../finding';
import type { NotAnOinReason, OinRemark } from '../../identifiers/oin';
import { oinProblem } from '../oinWords';
import type { NoData } from '../texts';

export interface PingOpdrachtFindings {
	'ping-opdracht.service': {
		/** `''` when it is missing or empty. */
		readonly found: string;
	};
	'ping-opdracht.action': { readonly found: string };
	'ping-opdracht.party-id': {
		readonly metadata: string;
		readonly value: string;
		readonly reason: NotAnOinReason | 'missing';
	};
	'ping-opdracht.party-id-doubtful': { readonly value: string; readonly reason: OinRemark };
	'ping-opdracht.party-type': { readonly found: string };
	'ping-opdracht.cpa-id-empty': NoData;
	'ping-opdracht.version': {
		readonly attribute: string;
		readonly found: string;
		readonly expected: string;
	};
}

/** The service of the messaging itself, of which Ping is an action. */
export const mshService = 'urn:oasis:names:tc:ebxml-msg:service';

const manual = 'Handleiding Aansluiten Lopende Zaken §4.4.5';

export const pingOpdrachtTexts: FindingTexts<PingOpdrachtFindings> = {
	'ping-opdracht.service': {
		severity: 'error',
		problem: ({ found }, t) =>
			found === ''
				? t('The Service is missing; a Ping goes to the service of ebXML itself.')
				: t('A Ping goes to the service of ebXML itself, not to `{0}`.', found),
		cure: (_, t) => t('Write `{0}`.', mshService),
		source: `ebXML Message Service 2.0 §8.1; ${manual}`,
		about:
			'Ping is an action of the Message Service Handler, whose service is urn:oasis:names:tc:ebxml-msg:service. With another service the message goes to an application. Not asked of a document with payloads, which is no Ping.',
	},
	'ping-opdracht.action': {
		severity: 'error',
		problem: ({ found }, t) =>
			found === ''
				? t('The Action is missing; to send a Ping it is Ping.')
				: t('The Action is `{0}`; to send a Ping it is Ping.', found),
		cure: (_, t) => t('Write `{0}`.', 'Ping'),
		source: `ebXML Message Service 2.0 §8.1; ${manual}`,
		about: 'Names of actions are case-sensitive. Not asked of a document with payloads, which is no Ping.',
	},
	'ping-opdracht.party-id': {
		severity: 'error',
		problem: ({ metadata, value, reason }, t) =>
			reason === 'missing' ? t('The PartyId in `{0}` is missing.', metadata) : oinProblem(reason, value, t),
		cure: (_, t) =>
			t('Fill in the PartyId as it stands in the CPA: the OIN or HRN, with suffix if it has one.'),
		source: `${manual}; Digikoppeling Koppelvlakstandaard ebMS2`,
		about:
			'From and To are the PartyIds of the CPA, exactly. With another PartyId type than urn:osb:oin any value is accepted.',
	},
	'ping-opdracht.party-id-doubtful': {
		severity: 'warning',
		problem: ({ value, reason }, t) => oinProblem(reason, value, t),
		cure: (_, t) => t('Compare it with the PartyId in the CPA.'),
		source: 'OIN-Stelsel 2.2.2 §6',
		about:
			'The PartyId has the form of an OIN, but an RSIN or Fi-nummer in it fails the 11-proef, or no register has its prefix. Such an OIN can exist, but mostly it is a typing error.',
	},
	'ping-opdracht.party-type': {
		severity: 'warning',
		problem: ({ found }, t) =>
			t(
				'The type "{0}", as in the example of the manual, is no type of PartyId that the other side knows.',
				found,
			),
		cure: (_, t) => t('Take the type of the PartyId from the CPA; for Digikoppeling this is urn:osb:oin.'),
		source: 'Digikoppeling Koppelvlakstandaard ebMS2, EB014',
		about:
			'The type of the Metadata becomes the type of the PartyId in the message. A receiver that compares it with the CPA refuses the Ping.',
	},
	'ping-opdracht.cpa-id-empty': {
		severity: 'error',
		problem: (_, t) => t('The CPAId is empty.'),
		cure: (_, t) => t('Fill in the id of the CPA between your organisation and MijnOverheid.'),
		source: manual,
		about:
			'An empty CPAId matches no CPA. Without the whole Metadata an adapter picks the CPA itself, which is not reported.',
	},
	'ping-opdracht.version': {
		severity: 'error',
		problem: ({ attribute, found, expected }, t) =>
			t('{0} is "{1}"; Digikoppeling uses ebXML 2.0, so it is "{2}".', attribute, found, expected),
		cure: ({ expected }, t) => t('Write "{0}".', expected),
		source: manual,
		about: 'protocol and protocolVersion tell the adapter which protocol to speak: ebXML, 2.0.',
	},
};

export const pingFinding = findingsOf(pingOpdrachtTexts);
