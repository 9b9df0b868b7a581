import type { FindingTexts } from '../../../finding';
import type { NoData } from '../../texts';

type Place = 'Header' | 'Body';

/** What can be wrong with the parts of a message and with what makes it the signal that it is. */
export interface PartFindings {
	'ebms-bericht.namespace': { readonly found: string; readonly expected: string };
	'ebms-bericht.unknown-part': {
		readonly part: string;
		readonly place: Place;
		/** The part that is probably meant; `''` when none is. */
		readonly similar: string;
	};
	'ebms-bericht.misplaced-part': {
		readonly part: string;
		readonly place: Place;
		readonly belongs: Place;
	};
	'ebms-bericht.part-twice': { readonly part: string };
	'ebms-bericht.version': { readonly found: string };
	'ebms-bericht.must-understand': NoData;
	'ebms-bericht.payload-in-signal': { readonly action: string; readonly part: string };
	'ebms-bericht.part-missing': {
		readonly action: string;
		readonly part: string;
		readonly place: Place;
	};
	'ebms-bericht.reference-missing': { readonly action: string };
	'ebms-bericht.error-reference-missing': NoData;
	'ebms-bericht.ack-requested': { readonly action: string };
	'ebms-bericht.sync-reply-actor': { readonly found: string; readonly expected: string };
	'ebms-bericht.highest-severity': { readonly found: string; readonly expected: string };
	'ebms-bericht.error-code': {
		readonly found: string;
		/** The code that is probably meant; `''` when none is. */
		readonly similar: string;
	};
}

const ebms = 'ebXML Message Service 2.0';

export const partTexts: FindingTexts<PartFindings> = {
	'ebms-bericht.namespace': {
		severity: 'error',
		problem: ({ found }, t) =>
			t('The MessageHeader stands in namespace `{0}`, so an ebMS 2.0 adapter does not see it.', found),
		cure: ({ expected }, t) => t('Declare exactly this namespace: `{0}`.', expected),
		source: `${ebms} (msg-header 2.0)`,
		about:
			'The namespace of the header is almost that of ebMS 2.0, or that of another version of ebXML. Nothing else of the message is checked.',
	},
	'ebms-bericht.unknown-part': {
		severity: 'error',
		problem: ({ part, place }, t) => t('ebMS has no part `{0}` in the {1}.', part, place),
		cure: ({ similar }, t) =>
			similar === '' ? t('Remove it, or put it in a namespace of its own.') : t('Write `{0}`.', similar),
		source: `${ebms} (msg-header 2.0)`,
		about:
			'SOAP lets anything stand in Header and Body, so a schema does not see a misspelt part; the receiver does not see it either.',
	},
	'ebms-bericht.misplaced-part': {
		severity: 'error',
		problem: ({ part, place, belongs }, t) =>
			t('`{0}` stands in the {1}, but belongs in the {2}.', part, place, belongs),
		cure: ({ belongs }, t) => t('Move it to the {0}.', belongs),
		source: `${ebms} (msg-header 2.0)`,
		about:
			'MessageHeader, SyncReply, MessageOrder, AckRequested, Acknowledgment and ErrorList stand in the Header; Manifest, StatusRequest and StatusResponse in the Body.',
	},
	'ebms-bericht.part-twice': {
		severity: 'error',
		problem: ({ part }, t) => t('`{0}` stands here twice.', part),
		cure: (_, t) => t('Keep one of them.'),
		source: `${ebms} (msg-header 2.0)`,
		about: 'Each part occurs once, except AckRequested and Acknowledgment, of which each actor may have one.',
	},
	'ebms-bericht.version': {
		severity: 'error',
		problem: ({ found }, t) =>
			t('The version is `{0}`, but Digikoppeling uses ebMS 2.0: it is refused.', found),
		cure: (_, t) => t('Write `{0}`.', '2.0'),
		source: `${ebms} (version)`,
		about:
			'eb:version of every part is 2.0. The schema takes any text; an adapter answers another version with an error (Inconsistent).',
	},
	'ebms-bericht.must-understand': {
		severity: 'error',
		problem: (_, t) => t('The MessageHeader says that the receiver need not understand it.'),
		cure: (_, t) => t('Write soap:mustUnderstand="1".'),
		source: `${ebms} (MessageHeader)`,
		about: 'soap:mustUnderstand of MessageHeader is 1.',
	},
	'ebms-bericht.payload-in-signal': {
		severity: 'error',
		problem: ({ action, part }, t) =>
			t('A {0} carries no payload, so `{1}` does not belong in its Body.', action, part),
		cure: (_, t) => t('Remove it.'),
		source: `${ebms} §8.1, §8.2`,
		about:
			'Ping, Pong, Acknowledgment and MessageError have an empty Body; StatusRequest and StatusResponse have only the element of that name. None of them has a Manifest.',
	},
	'ebms-bericht.part-missing': {
		severity: 'error',
		problem: ({ action, part, place }, t) =>
			t('The action is {0}, but the {1} holds no {2}.', action, place, part),
		cure: ({ part, place }, t) => t('Put a {0} in the {1}.', part, place),
		source: `${ebms} §4.2, §6.3, §7.1`,
		about:
			'A MessageError holds an ErrorList, an Acknowledgment an Acknowledgment, a StatusRequest and a StatusResponse the element of that name.',
	},
	'ebms-bericht.reference-missing': {
		severity: 'error',
		problem: ({ action }, t) =>
			t(
				'A {0} says in RefToMessageId which message it answers; without it the sender cannot match it.',
				action,
			),
		cure: (_, t) => t('Put the MessageId of that message in RefToMessageId, after Timestamp.'),
		source: `${ebms} §6.3.2, §7.1, §8.2`,
		about: 'MessageData of a Pong, an Acknowledgment and a StatusResponse holds RefToMessageId.',
	},
	'ebms-bericht.error-reference-missing': {
		severity: 'warning',
		problem: (_, t) => t('The error does not say in RefToMessageId which message it is about.'),
		cure: (_, t) => t('Put the MessageId of that message in RefToMessageId, unless it could not be read.'),
		source: `${ebms} §4.2.4`,
		about:
			'MessageData of a MessageError holds RefToMessageId, unless the message was so damaged that its id is not known.',
	},
	'ebms-bericht.ack-requested': {
		severity: 'error',
		problem: ({ action }, t) =>
			t('A {0} must not ask for an acknowledgment: there would be no end to it.', action),
		cure: (_, t) => t('Remove AckRequested.'),
		source: `${ebms} §6.3.1`,
		about: 'AckRequested does not occur in acknowledgments and errors.',
	},
	'ebms-bericht.sync-reply-actor': {
		severity: 'error',
		problem: ({ found }, t) => t('SyncReply is for the next MSH, not for `{0}`.', found),
		cure: ({ expected }, t) => t('Write `{0}`.', expected),
		source: `${ebms} §4.3`,
		about: 'soap:actor of SyncReply is http://schemas.xmlsoap.org/soap/actor/next.',
	},
	'ebms-bericht.highest-severity': {
		severity: 'error',
		problem: ({ found, expected }, t) =>
			t('highestSeverity is {0}, but the heaviest error in the list is of severity {1}.', found, expected),
		cure: ({ expected }, t) => t('Write `{0}`.', expected),
		source: `${ebms} §4.2.3`,
		about: 'highestSeverity is Error when one of the errors is, else Warning.',
	},
	'ebms-bericht.error-code': {
		severity: 'warning',
		problem: ({ found }, t) => t('ebMS has no error code `{0}`.', found),
		cure: ({ similar }, t) =>
			similar === ''
				? t('Use a code of ebMS, or name in eb:codeContext whose code it is.')
				: t('Write `{0}`.', similar),
		source: `${ebms} §4.2.3.4`,
		about:
			'The codes are ValueNotRecognized, NotSupported, Inconsistent, OtherXml, DeliveryFailure, TimeToLiveExpired, SecurityFailure, MimeProblem and Unknown. Codes of another codeContext are not judged.',
	},
};
