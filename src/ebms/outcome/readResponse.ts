import { partsOf, type OtherPart } from '../message/multipart';
import { readMessage, type ReadMessage } from '../message/readMessage';
import type { HttpResponse } from '../transport/sendRequest';
import { contentOf } from './contentOf';
import type { ContentKind } from './outcome';

/** A response, read as far as it is a message. */
export interface ReadResponse {
	/** `undefined` when there is none: it is empty, or multipart without parts. */
	readonly message: ReadMessage | undefined;
	readonly content: ContentKind;
	/** Nothing came but white space. */
	readonly isEmpty: boolean;
}

/** Reads what a response holds, whatever it says that it is. Never throws. */
export function readResponse({ headers, body, state }: HttpResponse): ReadResponse {
	const parts = partsOf(headers['content-type'] ?? '', body);
	const root = parts?.root.body;
	const message = root === undefined || isBlank(root) ? undefined : readMessage(root);
	const content = state === 'overrun' ? 'overrun' : contentOf(root, message);
	const isEmpty = isBlank(body);
	return {
		message: isAnswer(message) ? message : (answerAmong(parts?.others ?? []) ?? message),
		content,
		isEmpty,
	};
}

/** The envelope should be the root part, but not every MSH says which part that is. */
function answerAmong(parts: readonly OtherPart[]): ReadMessage | undefined {
	return parts.map(({ body }) => readMessage(body)).find(isAnswer);
}

function isAnswer(message: ReadMessage | undefined): boolean {
	return message?.kind === 'message' || message?.kind === 'fault';
}

/** White space as XML has it. */
function isBlank(body: Uint8Array): boolean {
	return body.every((octet) => octet === 0x20 || (octet >= 0x09 && octet <= 0x0d));
}
