import { comparePong } from '../message/checkPong';
import type { EbmsError, MessageHeader } from '../message/message';
import type { ReadMessage } from '../message/readMessage';
import type { Exchange } from '../transport/exchange';
import type { HttpResponse } from '../transport/sendRequest';
import { certificateOutcomeOf, proofOf } from './certificateOutcome';
import { challengeIn } from './challengeIn';
import { failureOutcome } from './failureOutcome';
import type { Outcome, Proof } from './outcome';
import type { Question } from './question';
import { readResponse } from './readResponse';
import { redirectOutcome } from './redirectOutcome';

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
	const proof = proofOf(exchange.tls);
	const { message, content, isEmpty } = readResponse(response);
	const answer = message === undefined ? undefined : answerOutcome(message, status, proof, question);
	if (answer !== undefined) {
		return answer;
	}
	const redirect = redirectOutcome(response, question.endpoint);
	if (redirect !== undefined) {
		return redirect;
	}
	const isTaken = status >= 200 && status < 300;
	if (isTaken && isEmpty) {
		const { syncReplyMode, pongEndpoint } = question.target;
		const { isSyncRequested } = question;
		return { kind: 'accepted', status, proof, syncReplyMode, isSyncRequested, pongEndpoint };
	}
	if (isTaken) {
		return { kind: 'unexpected-response', status, content };
	}
	return (
		certificateOutcomeOf(response, exchange.tls) ??
		(status === 500 && content === 'empty'
			? { kind: 'empty-error', status, proof }
			: {
					kind: 'http-error',
					status,
					content,
					isProxy: false,
					challenge: challengeIn(headers['www-authenticate']),
					proof,
				})
	);
}

/** What an answer of SOAP says; `undefined` when it is none. */
function answerOutcome(
	message: ReadMessage,
	status: number,
	proof: Proof,
	{ ping }: Question,
): Outcome | undefined {
	if (message.kind === 'fault') {
		const { code, text, errors } = message;
		return { kind: 'soap-fault', status, code, text, errors, proof };
	}
	if (message.kind !== 'message') {
		return undefined;
	}
	const answer = messageOutcome(message, ping, false);
	if (answer.kind !== 'right') {
		return answer;
	}
	return status >= 300
		? {
				kind: 'pong-mismatch',
				differences: [{ part: 'status', expected: '200', found: String(status) }],
				isAsync: false,
			}
		: { kind: 'pong', pong: answer.pong, warnings: answer.warnings, proof };
}

/** What a message of ebMS is as an answer to a Ping: the right Pong, or what is wrong with it. */
export type AnswerVerdict =
	| { readonly kind: 'right'; readonly pong: MessageHeader; readonly warnings: readonly EbmsError[] }
	| (Outcome & { readonly kind: 'pong-mismatch' | 'ebms-error' });

/** What a message of ebMS says as an answer to a Ping. */
export function messageOutcome(
	{ header, errors }: ReadMessage & { readonly kind: 'message' },
	ping: MessageHeader,
	isAsync: boolean,
): AnswerVerdict {
	const isError = header.action === 'MessageError' || errors.some(({ severity }) => severity !== 'Warning');
	if (isError) {
		const { refToMessageId } = header;
		const refersTo = refToMessageId === ping.messageId || refToMessageId === '' ? null : refToMessageId;
		return { kind: 'ebms-error', errors, refersTo, isAsync };
	}
	const differences = comparePong(ping, header);
	return differences.length === 0
		? { kind: 'right', pong: header, warnings: errors }
		: { kind: 'pong-mismatch', differences, isAsync };
}
