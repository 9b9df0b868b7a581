import { randomBytes, randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { writeFault, writeMessage } from '../message/writeMessage';
import type { Delivery } from './entry';
import { errorCodeOf, type PartnerMode } from './modes';
import { serverName } from './parties';
import type { Answer, Judgement } from './partnerVerdict';

export interface RespondOptions {
	readonly mode: PartnerMode;
	/** Signals go in the response. */
	readonly isSync: boolean;
	/** Sends a signal in a request of its own. */
	readonly deliver: (body: string) => Promise<Delivery>;
	/** Milliseconds that a slow answer takes. */
	readonly slowness: number;
	/** Aborted when the partner stops. */
	readonly signal: AbortSignal;
}

/**
 * Gives the answer, as it should be or with the fault that is asked for.
 *
 * @returns What came of an answer in a request of its own; `null` when there was none.
 */
export async function respond(
	response: ServerResponse,
	judgement: Judgement,
	options: RespondOptions,
): Promise<Delivery | null> {
	switch (options.mode) {
		case 'no-answer':
			// Until the client gives up or the partner stops.
			return null;
		case 'no-content':
			send(response, 204, null);
			return null;
		case 'empty-error':
			send(response, 500, null);
			return null;
		case 'soap-fault':
			send(response, 500, writeFault({ code: 'Server', text: 'The partner was asked for this Fault.' }));
			return null;
		case 'cut-off':
			breakOff(response, textOf(judgement.answer));
			return null;
		case 'garbage':
			await sendGarbage(response);
			return null;
		case 'slow':
			await waitUnlessGone(response, options);
			return await answer(response, judgement.answer, options);
		default:
			return await answer(response, withFault(judgement, options.mode), options);
	}
}

async function answer(
	response: ServerResponse,
	given: Answer,
	{ isSync, deliver }: RespondOptions,
): Promise<Delivery | null> {
	switch (given.kind) {
		case 'refusal':
			send(response, given.status, given.fault);
			return null;
		case 'accepted':
			send(response, 204, null);
			return null;
		case 'signal':
			if (isSync) {
				send(response, 200, textOf(given));
				return null;
			}
			send(response, 204, null);
			return await deliver(textOf(given));
	}
}

/** The answer with a wrong reference, or with an ErrorList instead of it, if it can have one. */
function withFault({ header, answer: given }: Judgement, mode: PartnerMode): Answer {
	const code = errorCodeOf(mode);
	if (given.kind !== 'signal' || header === null) {
		return given;
	}
	if (mode === 'wrong-reference') {
		const refToMessageId = `${randomUUID()}@${serverName}`;
		return { ...given, header: { ...given.header, refToMessageId } };
	}
	return code === undefined
		? given
		: {
				kind: 'signal',
				header: { ...given.header, action: 'MessageError' },
				content: {
					errors: [
						{
							code,
							severity: 'Error',
							location: null,
							description: 'The partner was asked for this error.',
						},
					],
				},
			};
}

function textOf(given: Answer): string {
	return given.kind === 'signal'
		? writeMessage(given.header, given.content)
		: writeFault({ code: 'Server', text: 'There is no answer to this.' });
}

/** The header SOAPAction of the response is as ebms-core has it. */
const xmlHeaders = { 'content-type': 'text/xml; charset=UTF-8', soapaction: '"ebXML"' };

function send(response: ServerResponse, status: number, body: string | null): void {
	if (body === null) {
		response.writeHead(status, status === 204 ? {} : { 'content-length': 0 }).end();
	} else {
		response.writeHead(status, { ...xmlHeaders, 'content-length': Buffer.byteLength(body) }).end(body);
	}
}

function breakOff(response: ServerResponse, body: string): void {
	const bytes = Buffer.from(body);
	response.writeHead(200, { ...xmlHeaders, 'content-length': bytes.length });
	response.write(bytes.subarray(0, bytes.length / 2), () => {
		response.destroy();
	});
}

const garbageChunks = 160;
const garbageChunk = 62_500;

/** 10 MB of random bytes that say that they are XML. */
async function sendGarbage(response: ServerResponse): Promise<void> {
	response.writeHead(200, { ...xmlHeaders, 'content-length': garbageChunks * garbageChunk });
	const chunk = randomBytes(garbageChunk);
	const chunks = Array.from({ length: garbageChunks }, () => chunk);
	try {
		await pipeline(Readable.from(chunks, { objectMode: false }), response);
	} catch {
		// The client had enough of it.
	}
}

async function waitUnlessGone(response: ServerResponse, { slowness, signal }: RespondOptions): Promise<void> {
	const gone = new AbortController();
	const leave = (): void => {
		gone.abort();
	};
	response.once('close', leave);
	signal.addEventListener('abort', leave);
	try {
		await wait(slowness, undefined, { signal: gone.signal });
	} catch {
		// There is nobody to answer.
	} finally {
		signal.removeEventListener('abort', leave);
		response.removeListener('close', leave);
	}
}
