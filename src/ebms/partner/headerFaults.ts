import type { EbmsError, ErrorCode } from '../message/message';
import type { Agreement } from './agreement';
import { messageAction, parties, service, toPartyMsh, type Party } from './parties';
import type { Incoming, MessageTerms } from './readIncoming';

type IncomingMessage = Incoming & { readonly kind: 'message' };

interface HeaderCheck {
	readonly code: ErrorCode;
	readonly location: string;
	readonly description: string;
	readonly isWrong: (incoming: IncomingMessage, agreement: Agreement, now: Date) => boolean;
}

/**
 * What a message of the service has to be besides what a Ping has to be (ebMS 2.0 §3, §6; Koppelvlakstandaard ebMS2 ch. 5), with the codes
 * that ebms-core gives: docs/decisions/0010.
 */
const checks: readonly HeaderCheck[] = [
	...roleChecks('From', ({ fromRole }) => fromRole, parties.us),
	...roleChecks('To', ({ toRole }) => toRole, parties.them),
	{
		code: 'Inconsistent',
		location: '//eb:MessageHeader/eb:CPAId',
		description: 'Invalid CPA.',
		isWrong: ({ message: { header } }, { start, end }) => {
			const moment = new Date(header.timestamp).getTime();
			return !(moment >= start.getTime() && moment <= end.getTime());
		},
	},
	{
		code: 'ValueNotRecognized',
		location: '//eb:MessageHeader/eb:Service',
		description: 'The CPA has no such service.',
		isWrong: ({ message: { header } }) =>
			header.service !== service.name || header.serviceType !== service.type,
	},
	{
		code: 'ValueNotRecognized',
		location: '//eb:MessageHeader/eb:Action',
		description: 'The service has no such action in the CPA.',
		isWrong: ({ message: { header } }) => header.action !== messageAction,
	},
	{
		code: 'Inconsistent',
		location: '//eb:MessageHeader/eb:DuplicateElimination',
		description: 'The CPA says duplicateElimination always: the element is missing.',
		isWrong: ({ terms }) => !terms.isDuplicateElimination,
	},
	{
		code: 'Inconsistent',
		location: '//eb:AckRequested',
		description: 'The CPA says ackRequested always: the element is missing.',
		isWrong: ({ terms }) => !terms.isAckRequested,
	},
	{
		code: 'Inconsistent',
		location: '//eb:AckRequested/@eb:signed',
		description: 'The CPA says ackSignatureRequested never.',
		isWrong: ({ terms }) => terms.isSignedAckRequested,
	},
	{
		code: 'NotSupported',
		location: '//eb:AckRequested/@soap:actor',
		description: 'Only the actor toPartyMSH is supported.',
		isWrong: ({ terms: { ackActor } }) => ackActor !== null && ackActor !== toPartyMsh,
	},
	{
		code: 'Inconsistent',
		location: '//eb:SyncReply',
		description: 'The CPA says syncReplyMode none.',
		isWrong: ({ message: { syncReply } }, { isSync }) => syncReply && !isSync,
	},
	{
		code: 'Inconsistent',
		location: '//eb:SyncReply',
		description: 'The CPA says syncReplyMode mshSignalsOnly: the element is missing.',
		isWrong: ({ message: { syncReply } }, { isSync }) => isSync && !syncReply,
	},
	{
		code: 'NotSupported',
		location: '//eb:MessageOrder',
		description: 'MessageOrder is not supported.',
		isWrong: ({ terms }) => terms.isMessageOrder,
	},
	{
		code: 'TimeToLiveExpired',
		location: '//eb:MessageData/eb:TimeToLive',
		description: 'The message came after its TimeToLive.',
		isWrong: ({ terms: { timeToLive } }, _, now) => timeToLive !== null && timeToLive < now,
	},
	{
		code: 'MimeProblem',
		location: '//eb:Manifest',
		description: 'The message has no payload that its Manifest refers to.',
		isWrong: ({ terms: { references }, payloads }) => references.length === 0 || payloads.length === 0,
	},
	{
		code: 'MimeProblem',
		location: '//eb:Manifest/eb:Reference/@xlink:href',
		description: 'A reference of the Manifest has no part with that Content-ID.',
		isWrong: ({ terms: { references }, payloads }) =>
			references.some((reference) => !payloads.some(({ contentId }) => isReferred(reference, contentId))),
	},
];

/** A Role that is missing, and one that the CPA does not have for the party. */
function roleChecks(
	side: 'From' | 'To',
	roleOf: (terms: MessageTerms) => string,
	{ role }: Party,
): readonly HeaderCheck[] {
	const location = `//eb:MessageHeader/eb:${side}/eb:Role`;
	return [
		{
			code: 'Inconsistent',
			location,
			description: 'Invalid value. A message of a service needs the role of each party.',
			isWrong: ({ terms }) => roleOf(terms) === '',
		},
		{
			code: side === 'From' ? 'Unknown' : 'ValueNotRecognized',
			location,
			description: `No DeliveryChannel found. The role of this party in the CPA is ${role}.`,
			isWrong: ({ terms }) => roleOf(terms) !== '' && roleOf(terms) !== role,
		},
	];
}

/** What is wrong in the header of a message of the service, as an MSH tells it. */
export function headerFaults(
	incoming: IncomingMessage,
	agreement: Agreement,
	now: Date,
): readonly EbmsError[] {
	return checks
		.filter(({ isWrong }) => isWrong(incoming, agreement, now))
		.map(({ code, location, description }) => ({ code, severity: 'Error', location, description }));
}

/** Whether a `cid:` URL is that of a Content-ID (RFC 2392). */
function isReferred(reference: string, contentId: string | undefined): boolean {
	const id = contentId?.replace(/^<(.*)>$/, '$1');
	const [, written = ''] = /^cid:(.*)$/i.exec(reference) ?? [];
	return id !== undefined && (written === id || tryDecode(written) === id);
}

function tryDecode(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}
