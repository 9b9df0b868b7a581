import type { PingTarget } from '../connection';
import { comparePong } from '../message/checkPong';
import type { MessageHeader } from '../message/message';
import type { ReadMessage } from '../message/readMessage';
import type { Endpoint } from '../transport/endpoint';
import type { Exchange } from '../transport/exchange';
import type { HttpResponse } from '../transport/sendRequest';
import { certificateOutcomeOf } from './certificateOutcome';
import { failureOutcome } from './failureOutcome';
import type { Outcome } from './outcome';
import { readResponse } from './readResponse';

/** What was asked, and of whom. */
export interface Question {
	readonly ping: MessageHeader;
	readonly target: PingTarget;
	readonly endpoint: Endpoint;
	readonly isSyncRequested: boolean;
	/** In seconds. */
	readonly timeout: number;
}

/** Tells what came of an exchange, before anything came to a listener. */
export function decideOutcome(exchange: Exchange, question: Question): Outcome {
	const { failure, response } = exchange;
	if (failure !== null) {
		return failureOutcome(failure, exchange, question);
	}
	if (response === null) {
		throw new Error('An exchange without failure has no response');
	}
	return responseOutcome(response, exchange, question);
}

function responseOutcome(response: HttpResponse, exchange: Exchange, question: Question): Outcome {
	const { status, headers } = response;
	if (response.state === 'too-large') {
		return { kind: 'unexpected-response', status, content: 'too-large' };
	}
	if (status >= 300 && status < 400) {
		return { kind: 'redirected', status, location: headers['location'] ?? null };
	}
	const { message, content, isEmpty } = readResponse(response);
	const answer = message === undefined ? undefined : answerOutcome(message, status, question);
	if (answer !== undefined) {
		return answer;
	}
	if (status < 300 && isEmpty) {
		const { syncReplyMode, pongEndpoint } = question.target;
		const { isSyncRequested } = question;
		return { kind: 'accepted', status, syncReplyMode, isSyncRequested, pongEndpoint };
	}
	if (status < 300) {
		return { kind: 'unexpected-response', status, content };
	}
	return (
		certificateOutcomeOf(response, exchange.tls) ??
		(status === 500 && content === 'empty'
			? { kind: 'empty-error', status }
			: { kind: 'http-error', status, content, isProxy: false })
	);
}

/** What an answer of SOAP says; `undefined` when it is none. */
function answerOutcome(message: ReadMessage, status: number, { ping }: Question): Outcome | undefined {
	if (message.kind === 'fault') {
		const { code, text, errors } = message;
		return { kind: 'soap-fault', status, code, text, errors };
	}
	if (message.kind !== 'message') {
		return undefined;
	}
	const answer = messageOutcome(message, ping, false);
	return answer.kind === 'pong' && status >= 300
		? {
				kind: 'pong-mismatch',
				differences: [{ part: 'status', expected: '200', found: String(status) }],
				isAsync: false,
			}
		: answer;
}

/** What a message of ebMS says as an answer to a Ping. */
export function messageOutcome(
	{ header, errors }: ReadMessage & { readonly kind: 'message' },
	ping: MessageHeader,
	isAsync: boolean,
): Outcome & { readonly kind: 'pong' | 'pong-mismatch' | 'ebms-error' } {
	const isError = header.action === 'MessageError' || errors.some(({ severity }) => severity !== 'Warning');
	if (isError) {
		return { kind: 'ebms-error', errors, isAsync };
	}
	const differences = comparePong(ping, header);
	return differences.length === 0
		? { kind: 'pong', pong: header }
		: { kind: 'pong-mismatch', differences, isAsync };
}
