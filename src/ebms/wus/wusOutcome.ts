import { certificateOutcomeOf, proofOf } from '../outcome/certificateOutcome';
import { challengeIn } from '../outcome/challengeIn';
import { failureOutcome } from '../outcome/failureOutcome';
import type { ConnectionOutcome, Proof } from '../outcome/outcome';
import { readResponse } from '../outcome/readResponse';
import { redirectOutcome } from '../outcome/redirectOutcome';
import type { ReadMessage } from '../message/readMessage';
import type { Endpoint } from '../transport/endpoint';
import type { Exchange } from '../transport/exchange';
import type { HttpResponse } from '../transport/sendRequest';

/** What came of asking a web service whether it answers. Plain data. */
export type WusOutcome =
	/** By SOAP or with its WSDL: the connection works. */
	| {
			readonly kind: 'answered';
			readonly answer: 'wsdl' | 'soap' | 'fault';
			readonly status: number;
			/** What the Fault says; `null` when it is none. */
			readonly fault: { readonly code: string; readonly text: string } | null;
			readonly proof: Proof;
	  }
	| ConnectionOutcome;

/** Tells what came of one question. `timeout` in seconds. */
export function decideWusOutcome(
	exchange: Exchange,
	asked: { readonly endpoint: Endpoint; readonly timeout: number },
): WusOutcome {
	const { failure, response } = exchange;
	if (failure !== null) {
		return failureOutcome(failure, exchange, asked);
	}
	if (response === null) {
		throw new Error('An exchange without failure has no response');
	}
	return responseOutcome(response, exchange, asked.endpoint);
}

/**
 * Whether something answered that is no web service to this question, so that another question makes sense. A server that refuses the
 * certificate, or a proxy that does not connect, does so for each question.
 */
export function isWorthAsking(outcome: WusOutcome): boolean {
	switch (outcome.kind) {
		case 'http-error':
			return !outcome.isProxy;
		case 'redirected':
			return true;
		case 'unexpected-response':
			return !('code' in outcome);
		default:
			return false;
	}
}

function responseOutcome(response: HttpResponse, { tls }: Exchange, endpoint: Endpoint): WusOutcome {
	const { status, headers, state } = response;
	if (state === 'too-large') {
		return { kind: 'unexpected-response', status, content: 'too-large' };
	}
	const proof = proofOf(tls);
	const { message, content } = readResponse(response);
	const answer = message === undefined ? undefined : answerIn(message, status);
	if (answer !== undefined) {
		return {
			kind: 'answered',
			answer,
			status,
			fault: message?.kind === 'fault' ? { code: message.code, text: message.text } : null,
			proof,
		};
	}
	const redirect = redirectOutcome(response, endpoint);
	if (redirect !== undefined) {
		return redirect;
	}
	if ((status >= 200 && status < 300) || content === 'ebms') {
		return { kind: 'unexpected-response', status, content };
	}
	return (
		certificateOutcomeOf(response, tls) ?? {
			kind: 'http-error',
			status,
			content,
			isProxy: false,
			challenge: challengeIn(headers['www-authenticate']),
			proof,
		}
	);
}

const wsdlNamespaces: ReadonlySet<string> = new Set([
	'http://schemas.xmlsoap.org/wsdl/',
	'http://www.w3.org/ns/wsdl',
]);

/** What an answer is; `undefined` when no web service answered. Faults come with an error status (SOAP 1.1 §6.2). */
function answerIn(
	message: ReadMessage,
	status: number,
): (WusOutcome & { readonly kind: 'answered' })['answer'] | undefined {
	switch (message.kind) {
		case 'fault':
		case 'soap':
			return message.kind;
		case 'xml':
			return status < 300 && wsdlNamespaces.has(message.namespace) ? 'wsdl' : undefined;
		case 'message':
		case 'doctype':
		case 'not-xml':
			return undefined;
	}
}
