import type { Span } from '../../finding';

export type Base64Reading =
	| { readonly bytes: Uint8Array; readonly fault?: undefined }
	| {
			readonly fault: {
				readonly span: Span;
				/** What may not stand there; `''` when characters are missing. */
				readonly character: string;
			};
	  };

/** Reads a part of a text as base64 (RFC 4648 §4). White space does not matter; nothing else may be there. */
export function readBase64(text: string, { start, end }: Span): Base64Reading {
	const source = text.slice(start, end);
	const stranger = /[^A-Za-z0-9+/=\s]|=(?=\s*[A-Za-z0-9+/])/u.exec(source);
	if (stranger !== null) {
		const [character] = stranger;
		const position = start + stranger.index;
		return { fault: { span: { start: position, end: position + character.length }, character } };
	}
	const characters = source.replace(/\s+/g, '');
	if (characters === '' || characters.length % 4 !== 0 || /={3}/.test(characters)) {
		const trimmedEnd = start + source.trimEnd().length;
		const trimmedStart = Math.min(start + source.length - source.trimStart().length, trimmedEnd);
		return { fault: { span: { start: trimmedStart, end: trimmedEnd }, character: '' } };
	}
	return { bytes: new Uint8Array(Buffer.from(characters, 'base64')) };
}
