import { X509Certificate } from 'node:crypto';
import { mshService } from '../../documents/ping-opdracht/texts';
import { decodeXml } from '../../xml/decode';
import type { PartyId } from '../connection';
import { createReplyHeader, timestampOf } from '../message/createHeader';
import type { EbmsError, ErrorCode, MessageHeader } from '../message/message';
import { writeError, writeFault, type MessageContent } from '../message/writeMessage';
import { createTranslate } from '../../text';
import type { Agreement } from './agreement';
import type { CheckDocument, DocumentFault } from './checkDocument';
import { headerFaults } from './headerFaults';
import type { MessageMemory } from './memory';
import { cpaId, parties, partyType, serverName } from './parties';
import { readIncoming, type Incoming } from './readIncoming';
import type { Answer, Judgement, RefusalReason } from './partnerVerdict';

/** A request that has come in whole. */
export interface ReceivedRequest {
	readonly method: string;
	readonly soapAction: string | undefined;
	readonly contentType: string | undefined;
	/** `''` without one. */
	readonly contentEncoding: string;
	readonly body: Buffer;
	/** The DER of the certificate that the client showed. */
	readonly certificate: Buffer | undefined;
}

export interface JudgeContext {
	readonly agreement: Agreement;
	readonly memory: MessageMemory;
	readonly check: CheckDocument;
	readonly now: Date;
}

type IncomingMessage = Incoming & { readonly kind: 'message' };

/**
 * Judges a request as a real MSH does, step by step in the order of ebms-core 2.20.2: what is wrong in the envelope gives an empty 500, what
 * does not fit the CPA a SOAP Fault, and what is wrong in a message of the service an ErrorList.
 */
export async function judgeMessage(request: ReceivedRequest, context: JudgeContext): Promise<Judgement> {
	if (request.method !== 'POST') {
		return refuse('method', { found: request.method });
	}
	// With its quotes: Koppelvlakstandaard ebMS2 ch. 5.
	if (request.soapAction !== '"ebXML"') {
		return refuse('soap-action', {
			found: request.soapAction ?? '',
			fault: writeFault({ code: 'Client', text: 'SOAPAction is not "ebXML".' }),
		});
	}
	if (!/^(?:identity)?$/i.test(request.contentEncoding.trim())) {
		return refuse('compressed', { found: request.contentEncoding });
	}
	const incoming = readIncoming(request.contentType, request.body);
	if (incoming.kind === 'unreadable') {
		return refuse(incoming.reason);
	}
	const { header } = incoming.message;
	const { faults } = await context.check(incoming.envelope);
	const inEnvelope = faults.filter(({ code }) => /^(?:schema|xml)\./.test(code));
	if (inEnvelope.length > 0) {
		return refuse('envelope', { header, faults: inEnvelope });
	}
	return (
		refuseByCpa(incoming, request, context.agreement) ??
		(header.service === mshService ? answerSignal(incoming, context) : await answerMessage(incoming, context))
	);
}

interface RefusalDetails {
	readonly header?: MessageHeader;
	readonly found?: string;
	readonly faults?: readonly DocumentFault[];
	readonly fault?: string;
}

function refuse(
	reason: RefusalReason,
	{ header, found = '', faults = [], fault }: RefusalDetails = {},
): Judgement {
	return {
		header: header ?? null,
		verdict: { kind: 'refused', reason, found, faults },
		answer: { kind: 'refusal', status: 500, fault: fault ?? null },
	};
}

/**
 * Steps 6 to 10. A client certificate is held against that of the sender in the CPA only when the sender is in the CPA: ebms-core would
 * answer an unknown sender with an empty 500 there, from which nobody can learn.
 */
function refuseByCpa(
	{ message: { header }, terms }: IncomingMessage,
	{ certificate }: ReceivedRequest,
	{ usCertificate }: Agreement,
): Judgement | undefined {
	if (header.cpaId !== cpaId) {
		const fault = writeFault({ code: 'Client', text: `CPA ${header.cpaId} not found!` });
		return refuse('cpa', { header, found: header.cpaId, fault });
	}
	const isFromUs = isParty(header.from, parties.us.oin);
	if (isFromUs && certificate?.equals(usCertificate) !== true) {
		const found =
			certificate === undefined ? '' : new X509Certificate(certificate).subject.replaceAll('\n', ', ');
		const fault = writeFault({ code: 'Client', text: 'Invalid SSL Client Certificate!' });
		return refuse('client-certificate', { header, found, fault });
	}
	const faulty = (reason: RefusalReason, found: string, error: EbmsError): Judgement =>
		refuse(reason, { header, found, fault: writeFault({ code: 'Client', text: writeError(error) }) });
	if (terms.version !== '2.0') {
		return faulty('version', terms.version, inHeader('Inconsistent', '@eb:version', 'Invalid value.'));
	}
	if (!isFromUs || !isParty(header.to, parties.them.oin)) {
		const [name, wrong] = isFromUs ? (['To', header.to] as const) : (['From', header.from] as const);
		const error = inHeader('Inconsistent', `eb:${name}/eb:PartyId`, 'Value not found.');
		return faulty('party', `${name}: ${partiesInWords(wrong)}`, error);
	}
	if (header.service === mshService && header.serviceType !== null) {
		const error = inHeader('Unknown', 'eb:Service', 'No DeliveryChannel found.');
		return faulty('service', header.serviceType, error);
	}
	return undefined;
}

function inHeader(code: ErrorCode, place: string, description: string): EbmsError {
	return { code, severity: 'Error', location: `//eb:MessageHeader/${place}`, description };
}

/** All PartyIds of a sender or receiver have to be the party's, in value and in type. */
function isParty(ids: readonly PartyId[], oin: string): boolean {
	return ids.length > 0 && ids.every(({ value, type }) => value === oin && type === partyType);
}

function partiesInWords(ids: readonly PartyId[]): string {
	return ids.map(({ value, type }) => (type === null ? value : `${value} (${type})`)).join(', ');
}

function answerSignal({ message }: IncomingMessage, { memory, now }: JudgeContext): Judgement {
	const { header, statusRequested } = message;
	switch (header.action) {
		case 'Ping':
			return { header, verdict: { kind: 'pong' }, answer: signal(header, 'Pong', {}, now) };
		case 'StatusRequest': {
			const refToMessageId = statusRequested ?? '';
			const arrival = memory.arrivalOf(refToMessageId);
			const status = arrival === undefined ? 'NotRecognized' : 'Received';
			const timestamp = arrival === undefined ? null : timestampOf(arrival);
			const content = { statusResponse: { refToMessageId, status, timestamp } } as const;
			return {
				header,
				verdict: { kind: 'status', status },
				answer: signal(header, 'StatusResponse', content, now),
			};
		}
		case 'Pong':
		case 'Acknowledgment':
		case 'MessageError':
		case 'StatusResponse':
			return { header, verdict: { kind: 'noted' }, answer: { kind: 'accepted' } };
		default: {
			const error = inHeader('ValueNotRecognized', 'eb:Action', 'Unknown action of the message service.');
			return answerErrors(header, [error], [], now);
		}
	}
}

function signal(
	request: MessageHeader,
	action: Parameters<typeof createReplyHeader>[1],
	content: MessageContent,
	now: Date,
): Answer {
	return { kind: 'signal', header: createReplyHeader(request, action, serverName, now), content };
}

function answerErrors(
	header: MessageHeader,
	errors: readonly EbmsError[],
	faults: readonly DocumentFault[],
	now: Date,
): Judgement {
	return {
		header,
		verdict: { kind: 'errors', errors, faults },
		answer: signal(header, 'MessageError', { errors }, now),
	};
}

/** A message of the service: checked against the CPA, then its payload by the validator, once. */
async function answerMessage(incoming: IncomingMessage, context: JudgeContext): Promise<Judgement> {
	const { memory, now, agreement } = context;
	const { header } = incoming.message;
	const errors = headerFaults(incoming, agreement, now);
	if (errors.length > 0) {
		return answerErrors(header, errors, [], now);
	}
	const acknowledgment = {
		refToMessageId: header.messageId,
		timestamp: timestampOf(now),
		actor: incoming.terms.ackActor,
	};
	const answer = signal(header, 'Acknowledgment', { acknowledgment }, now);
	if (memory.has(header.messageId)) {
		return { header, verdict: { kind: 'received', isDuplicate: true }, answer };
	}
	const { payloads, terms } = incoming;
	for (const [index, { body }] of payloads.entries()) {
		const { kind, faults } = await context.check(decodeXml(body).text);
		if (kind !== 'zaakbericht' || faults.length > 0) {
			const error: EbmsError = {
				code: 'OtherXml',
				severity: 'Error',
				location: terms.references[index] ?? null,
				description: payloadDescription(kind, faults),
			};
			return answerErrors(header, [error], faults, now);
		}
	}
	memory.add(header.messageId, now);
	return { header, verdict: { kind: 'received', isDuplicate: false }, answer };
}

/** Most faults that an ErrorList tells of: the rest can be seen in the editor. */
const maxTold = 5;

function payloadDescription(kind: string, faults: readonly DocumentFault[]): string {
	const english = createTranslate(() => 'en');
	const told = faults
		.slice(0, maxTold)
		.map(({ line, code, say }) => `line ${line}: ${say(english)} (${code})`);
	const more = faults.length > maxTold ? [`and ${faults.length - maxTold} more`] : [];
	const sentences = [
		...(kind === 'zaakbericht' ? [] : ['The payload is no zakLk01 message.']),
		...told,
		...more,
	];
	return sentences.join('; ');
}
