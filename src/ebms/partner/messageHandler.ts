import type { IncomingMessage, ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { Agreement } from './agreement';
import type { CheckDocument } from './checkDocument';
import type { Deliver } from './deliver';
import { cutOff, type Journal, type MessageFacts } from './entry';
import { judgeMessage } from './judgeMessage';
import { createMessageMemory } from './memory';
import type { PartnerMode } from './modes';
import { createBodyBudget, readBody } from './readBody';
import { respond } from './respond';
import type { Judgement } from './partnerVerdict';

export interface HandlerOptions {
	/** Asked at each message. */
	readonly mode: () => PartnerMode;
	readonly agreement: Agreement;
	readonly check: CheckDocument;
	readonly deliver: Deliver;
	/** Where answers in requests of their own go. */
	readonly usEndpoint: string;
	/** Milliseconds that the mode `slow` takes. */
	readonly slowness: number;
	readonly journal: Journal;
	/** Aborted when the partner stops. */
	readonly signal: AbortSignal;
}

/** Handles one request: reads, judges, answers and writes it down. */
export type HandleMessage = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export function createMessageHandler(options: HandlerOptions): HandleMessage {
	const { agreement, check, usEndpoint, journal } = options;
	const budget = createBodyBudget();
	const memory = createMessageMemory();

	async function judge(request: IncomingMessage, at: Date): Promise<Judgement | undefined> {
		const certificate =
			request.socket instanceof TLSSocket ? request.socket.getPeerX509Certificate()?.raw : undefined;
		const read = await readBody(request, budget);
		if (read.kind === 'gone') {
			return undefined;
		}
		if (read.kind !== 'read') {
			return overflow(read.kind);
		}
		using held = read;
		const received = {
			method: request.method ?? '',
			soapAction: headerOf(request, 'soapaction'),
			contentType: request.headers['content-type'],
			contentEncoding: request.headers['content-encoding'] ?? '',
			body: held.body,
			certificate,
		};
		return await judgeMessage(received, { agreement, memory, check, now: at });
	}

	return async (request, response) => {
		const at = new Date();
		const mode = options.mode();
		response.on('error', () => undefined);
		const judgement = await judge(request, at);
		if (judgement === undefined) {
			return;
		}
		const delivery = await respond(response, judgement, {
			mode,
			isSync: agreement.isSync,
			deliver: (body) => options.deliver(usEndpoint, body),
			slowness: options.slowness,
			signal: options.signal,
		});
		const { verdict } = judgement;
		journal.add({ at, kind: 'message', message: factsOf(judgement), verdict, mode, delivery });
	};
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
	const value = headers[name];
	return Array.isArray(value) ? value.join(', ') : value;
}

function overflow(reason: 'too-large' | 'busy'): Judgement {
	return {
		header: null,
		verdict: { kind: 'refused', reason, found: '', faults: [] },
		answer: { kind: 'refusal', status: reason === 'busy' ? 503 : 413, fault: null },
	};
}

function factsOf({ header }: Judgement): MessageFacts | null {
	return header === null
		? null
		: {
				action: cutOff(header.action),
				service: cutOff(header.service),
				messageId: cutOff(header.messageId),
				from: cutOff(header.from.map(({ value }) => value).join(', ')),
				cpaId: cutOff(header.cpaId),
			};
}
