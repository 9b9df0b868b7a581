import { rootPartOf } from '../message/multipart';
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
export function readResponse({ headers, body }: HttpResponse): ReadResponse {
	const part = rootPartOf(headers['content-type'] ?? '', body);
	const message = part === undefined || isBlank(part.body) ? undefined : readMessage(part.body);
	return { message, content: contentOf(part?.body, message), isEmpty: isBlank(body) };
}

/** White space as XML has it. */
function isBlank(body: Uint8Array): boolean {
	return body.every((octet) => octet === 0x20 || (octet >= 0x09 && octet <= 0x0d));
}
