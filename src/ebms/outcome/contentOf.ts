import type { ReadMessage } from '../message/readMessage';
import type { ContentKind } from './outcome';

/**
 * Tells what a body is that is no answer, by its content: the Content-Type of an error page is often wrong.
 *
 * @param body `undefined` when it says that it is multipart but has no parts.
 * @param message What was read of it as XML; `undefined` when it is empty.
 */
export function contentOf(body: Uint8Array | undefined, message: ReadMessage | undefined): ContentKind {
	if (body === undefined) {
		return 'broken-multipart';
	}
	if (message === undefined) {
		return 'empty';
	}
	switch (message.kind) {
		case 'message':
			return 'ebms';
		case 'fault':
		case 'soap':
			return 'soap';
		case 'doctype':
			return 'doctype';
		case 'xml':
			return message.name.toLowerCase() === 'html' ? 'html' : 'xml';
		case 'not-xml':
			return textKind(body);
	}
}

/** How far is looked for what tells a text. */
const headLength = 2000;

function textKind(body: Uint8Array): ContentKind {
	const head = body.subarray(0, headLength);
	if (head.some((octet) => octet < 0x09 || (octet > 0x0d && octet < 0x20 && octet !== 0x1b))) {
		return 'binary';
	}
	const text = Buffer.from(head)
		.toString('utf8')
		.replace(/^\uFEFF/, '')
		.trimStart();
	if (/<!doctype html|<(?:html|head|body)[\s>]/i.test(text)) {
		return 'html';
	}
	if (text.startsWith('<')) {
		return 'broken-xml';
	}
	return /^[[{]/.test(text) && isJson(Buffer.from(body).toString('utf8')) ? 'json' : 'text';
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
