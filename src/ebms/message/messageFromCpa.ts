import { randomUUID } from 'node:crypto';
import type { Cpa, CpaParty } from '../../documents/cpa/agreement';
import { mainPartyId } from '../../documents/cpa/mainPartyId';
import { endpointOf, signalChannel } from '../../documents/cpa/signalChannel';
import { writePingOpdracht } from '../../documents/ping-opdracht/writePingOpdracht';
import type { PartyId } from '../connection';
import type { CpaProblem } from '../cpaConnection';
import { createPingHeader, timestampOf } from './createHeader';
import type { MessageHeader, SignalAction } from './message';
import { writeMessage, type MessageContent } from './writeMessage';

/** What can be written of a CPA: messages of ebMS itself, and the document that orders an adapter to send a Ping. */
export const cpaMessageKinds = [
	'Ping',
	'Pong',
	'Acknowledgment',
	'MessageError',
	'StatusRequest',
	'ping-opdracht',
] as const;

export type CpaMessageKind = (typeof cpaMessageKinds)[number];

export type CpaMessage =
	| {
			readonly kind: 'message';
			readonly text: string;
			/** A made-up MessageId in the text that stands for that of a message of the other party; `null` when there is none. */
			readonly standIn: string | null;
	  }
	| { readonly kind: 'problem'; readonly problem: CpaProblem };

/** How a message is written, besides its header. */
interface Form {
	/** It answers, or asks after, a message of the other party or of ourselves. */
	readonly refersTo: 'theirs' | 'own' | null;
	readonly content: (about: About) => MessageContent;
}

interface About {
	readonly refToMessageId: string;
	readonly timestamp: string;
	/** The sender's channel wants answers in the response. */
	readonly isSynchronous: boolean;
	/** `soap:actor` for acknowledgments. */
	readonly actor: string | null;
}

const forms: Readonly<Record<Exclude<CpaMessageKind, 'ping-opdracht'> & SignalAction, Form>> = {
	Ping: { refersTo: null, content: ({ isSynchronous }) => ({ syncReply: isSynchronous }) },
	Pong: { refersTo: 'theirs', content: () => ({}) },
	Acknowledgment: {
		refersTo: 'theirs',
		content: ({ refToMessageId, timestamp, actor }) => ({
			acknowledgment: { refToMessageId, timestamp, actor },
		}),
	},
	MessageError: {
		refersTo: 'theirs',
		content: () => ({
			errors: [
				{
					code: 'Inconsistent',
					severity: 'Error',
					location: '//eb:CPAId',
					description: 'Invalid CPA.',
				},
			],
		}),
	},
	StatusRequest: {
		refersTo: 'own',
		content: ({ refToMessageId, isSynchronous }) => ({
			syncReply: isSynchronous,
			statusRequest: { refToMessageId },
		}),
	},
};

/**
 * Writes a message between the parties of a CPA, with all that the CPA tells: PartyIds with their types, CPAId, SyncReply by the sender's
 * channel, the actor of acknowledgments. What only a real exchange tells (the MessageId that it answers) is made up.
 *
 * @param from Who sends it: a party of the CPA.
 */
export function messageFromCpa(kind: CpaMessageKind, cpa: Cpa, from: CpaParty, now: Date): CpaMessage {
	const { cpaId, parties } = cpa;
	if (cpaId === null || cpaId.value.trim() === '') {
		return { kind: 'problem', problem: { kind: 'no-cpa-id' } };
	}
	const [to] = parties.filter((party) => party !== from);
	if (to === undefined || parties.length !== 2) {
		return { kind: 'problem', problem: { kind: 'party-count', count: parties.length } };
	}
	const [sender, receiver] = [partyIdOf(from), partyIdOf(to)];
	if (sender === undefined || receiver === undefined) {
		const party = sender === undefined ? from : to;
		return { kind: 'problem', problem: { kind: 'no-party-id', party: party.name ?? '' } };
	}
	return kind === 'ping-opdracht'
		? { kind: 'message', text: writePingOpdracht(sender, receiver, cpaId.value), standIn: null }
		: writeSignal(kind, { cpaId: cpaId.value, from, to, sender, receiver, now });
}

interface Exchange {
	readonly cpaId: string;
	readonly from: CpaParty;
	readonly to: CpaParty;
	readonly sender: PartyId;
	readonly receiver: PartyId;
	readonly now: Date;
}

function writeSignal(
	action: keyof typeof forms,
	{ cpaId, from, to, sender, receiver, now }: Exchange,
): CpaMessage {
	const { refersTo, content } = forms[action];
	const channel = signalChannel(from, 'Ping');
	const refToMessageId = `${randomUUID()}@${domainOf(refersTo === 'own' ? from : to)}`;
	const header: MessageHeader = {
		...createPingHeader({ from: sender, to: receiver, cpaId }, domainOf(from), now),
		action,
		refToMessageId: refersTo === 'theirs' ? refToMessageId : null,
	};
	return {
		kind: 'message',
		text: writeMessage(
			header,
			content({
				refToMessageId,
				timestamp: timestampOf(now),
				isSynchronous: channel !== null && channel.syncReplyMode.value !== 'none',
				actor: channel?.actor ?? null,
			}),
		),
		standIn: refersTo === null ? null : refToMessageId,
	};
}

/** Exactly as in the CPA, as a receiver holds it against that. */
function partyIdOf(party: CpaParty): PartyId | undefined {
	const main = mainPartyId(party);
	return (
		main && {
			value: main.value,
			type: main.type === null || main.type.value === '' ? null : main.type.value,
		}
	);
}

/** Where a MessageId is unique: the host of the party's MSH (Best Practices ebMS2, EB013). */
function domainOf(party: CpaParty): string {
	const endpoint = endpointOf(party, signalChannel(party, 'Ping')) ?? '';
	return URL.canParse(endpoint) && new URL(endpoint).hostname !== ''
		? new URL(endpoint).hostname
		: 'localhost';
}
