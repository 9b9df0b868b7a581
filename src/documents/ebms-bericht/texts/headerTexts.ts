import type { FindingTexts } from '../../../finding';
import type { NotAnOinReason, OinRemark } from '../../../identifiers/oin';
import { oinProblem } from '../../oinWords';
import { mshService } from '../../ping-opdracht/texts';
import type { NoData } from '../../texts';

/** What can be wrong with the values in the MessageHeader. */
export interface HeaderFindings {
	'ebms-bericht.party-type-missing': { readonly value: string };
	'ebms-bericht.party-type': { readonly found: string };
	'ebms-bericht.party-type-twice': { readonly type: string };
	'ebms-bericht.party-id': { readonly value: string; readonly reason: NotAnOinReason };
	'ebms-bericht.party-id-doubtful': { readonly value: string; readonly reason: OinRemark };
	'ebms-bericht.service': { readonly found: string; readonly action: string };
	'ebms-bericht.service-type': { readonly found: string };
	'ebms-bericht.service-type-missing': { readonly found: string };
	'ebms-bericht.action': {
		readonly found: string;
		/** The action that is probably meant; `''` when none is. */
		readonly similar: string;
	};
	'ebms-bericht.message-id': { readonly found: string };
	'ebms-bericht.timestamp-zone': {
		/** `''` when there is none. */
		readonly zone: string;
		/** The same moment in UTC; `''` when it cannot be told. */
		readonly utc: string;
	};
	'ebms-bericht.time-to-live': NoData;
}

const ebms = 'ebXML Message Service 2.0';
const profile = 'Digikoppeling Koppelvlakstandaard ebMS2 3.3.2';
const practice = 'Digikoppeling Best Practices ebMS2 3.2.2';

export const headerTexts: FindingTexts<HeaderFindings> = {
	'ebms-bericht.party-type-missing': {
		severity: 'error',
		problem: ({ value }, t) => t('PartyId `{0}` has no type.', value),
		cure: (_, t) => t('Write the eb:type that the CPA has; for Digikoppeling this is {0}.', 'urn:osb:oin'),
		source: `${profile} §5; ${practice} EB014`,
		about:
			'Digikoppeling asks for the type of every PartyId. A receiver compares value and type with the CPA and refuses the message when one of them differs.',
	},
	'ebms-bericht.party-type': {
		severity: 'warning',
		problem: ({ found }, t) => t('The PartyId is an OIN, but its type is `{0}`.', found),
		cure: (_, t) => t('Write the eb:type that the CPA has; for Digikoppeling this is {0}.', 'urn:osb:oin'),
		source: `${profile} §5; ${practice} EB014`,
		about:
			'The type of a PartyId that is an OIN is urn:osb:oin. The "string" of the Ping document in the manual, for instance, is no type of a CPA.',
	},
	'ebms-bericht.party-type-twice': {
		severity: 'error',
		problem: ({ type }, t) => t('Two PartyIds of this party have the same type `{0}`.', type),
		cure: (_, t) => t('Keep one of them, or give each the type of its own numbering scheme.'),
		source: `${ebms} §3.1.1`,
		about: 'Several PartyIds name one party under several schemes, so their types differ.',
	},
	'ebms-bericht.party-id': {
		severity: 'error',
		problem: ({ value, reason }, t) => oinProblem(reason, value, t),
		cure: (_, t) =>
			t('Fill in the PartyId as it stands in the CPA: the OIN or HRN, with suffix if it has one.'),
		source: `${profile} §5; OIN-Stelsel 2.2.2 §6`,
		about:
			'The type urn:osb:oin says that the PartyId is an OIN: 20 positions, and in a test environment a suffix. White space around it counts, as the receiver compares it with the CPA.',
	},
	'ebms-bericht.party-id-doubtful': {
		severity: 'warning',
		problem: ({ value, reason }, t) => oinProblem(reason, value, t),
		cure: (_, t) => t('Compare it with the PartyId in the CPA.'),
		source: 'OIN-Stelsel 2.2.2 §6',
		about:
			'The PartyId has the form of an OIN, but an RSIN or Fi-nummer in it fails the 11-proef, or no register has its prefix. Such an OIN can exist, but mostly it is a typing error.',
	},
	'ebms-bericht.service': {
		severity: 'warning',
		problem: ({ found, action }, t) =>
			t(
				'{0} is an action of the service of ebXML itself, not of `{1}`: this message goes to an application.',
				action,
				found,
			),
		cure: (_, t) => t('Write `{0}`.', mshService),
		source: `${ebms} §8.1, §8.2`,
		about:
			'Ping and Pong are actions of urn:oasis:names:tc:ebxml-msg:service. Another service may have actions of these names, but it is not likely.',
	},
	'ebms-bericht.service-type': {
		severity: 'error',
		problem: ({ found }, t) =>
			t(
				'The service of ebXML itself has no type, but here it has `{0}`: a receiver does not know it then.',
				found,
			),
		cure: (_, t) => t('Remove eb:type.'),
		source: `${ebms} §3.1.4`,
		about:
			'The service urn:oasis:names:tc:ebxml-msg:service is a URI and has no type. With one, adapters find no channel for the message.',
	},
	'ebms-bericht.service-type-missing': {
		severity: 'warning',
		problem: ({ found }, t) =>
			t('Service `{0}` has no type and is no URI, so nobody knows which service this is.', found),
		cure: (_, t) =>
			t('Write the eb:type that the CPA has; for Digikoppeling this is {0}.', 'urn:osb:services'),
		source: `${ebms} §3.1.4; ${practice} §3`,
		about: 'A Service without type has to be a URI. Services of Digikoppeling have type urn:osb:services.',
	},
	'ebms-bericht.action': {
		severity: 'error',
		problem: ({ found }, t) => t('The service of ebXML itself has no action `{0}`.', found),
		cure: ({ similar }, t) =>
			similar === ''
				? t('The actions are Ping, Pong, Acknowledgment, MessageError, StatusRequest and StatusResponse.')
				: t('Write `{0}`.', similar),
		source: `${ebms} §4.2, §6.3, §7.1, §8`,
		about: 'Names of actions are case-sensitive.',
	},
	'ebms-bericht.message-id': {
		severity: 'warning',
		problem: ({ found }, t) =>
			t('`{0}` has not the form of a MessageId: something unique, an at sign, and a domain.', found),
		cure: (_, t) => t('Write a UUID, @ and the domain of the adapter.'),
		source: `${ebms} §3.1.6; ${practice} EB013`,
		about: 'A MessageId is globally unique and has the form of RFC 2822: UUID@domain.',
	},
	'ebms-bericht.timestamp-zone': {
		severity: 'warning',
		problem: ({ zone }, t) =>
			zone === ''
				? t('The moment has no time zone; in ebMS it is in UTC, with Z behind it.')
				: t('The moment is written in zone {0}; in ebMS it is in UTC, with Z behind it.', zone),
		cure: ({ utc }, t) =>
			utc === '' ? t('Write the moment in UTC, with Z behind it.') : t('Write `{0}`.', utc),
		source: `${ebms} §3.1.6`,
		about: 'Some adapters write an offset instead of Z. Others take it, but the standard asks for UTC.',
	},
	'ebms-bericht.time-to-live': {
		severity: 'error',
		problem: (_, t) => t('The message has expired (TimeToLive) before it is sent (Timestamp).'),
		cure: (_, t) => t('Make TimeToLive later than Timestamp, or leave it out.'),
		source: `${ebms} §3.1.6`,
		about: 'A receiver answers an expired message with the error TimeToLiveExpired.',
	},
};
