/** How far NUL bytes are looked for. */
const headLength = 4096;

/** How a text is written in bytes. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** UTF-8, or UTF-16 by its byte order mark or by the zeros between its letters, as PowerShell writes it; `undefined` when it is no text. */
export function encodingOfText(bytes: Uint8Array): Encoding | undefined {
	const head = bytes.subarray(0, headLength);
	const [first, second, third] = head;
	if (first === 0xff && second === 0xfe) {
		return 'utf-16le';
	}
	if (first === 0xfe && second === 0xff) {
		return 'utf-16be';
	}
	if (first !== undefined && first !== 0 && second === 0 && third !== 0) {
		return 'utf-16le';
	}
	if (first === 0 && second !== undefined && second !== 0 && third === 0) {
		return 'utf-16be';
	}
	return head.includes(0) ? undefined : 'utf-8';
}

/** The bytes of a file as text, without byte order mark; `undefined` when they are no text. */
export function decodeText(bytes: Uint8Array): string | undefined {
	const encoding = encodingOfText(bytes);
	switch (encoding) {
		case 'utf-8':
		case 'utf-16le':
			return new TextDecoder(encoding).decode(bytes);
		case 'utf-16be':
			return bigEndian(bytes).replace(/^\uFEFF/, '');
		case undefined:
			return undefined;
	}
}

/** Not every build of Node has a decoder for this. */
function bigEndian(bytes: Uint8Array): string {
	return Buffer.from(bytes.subarray(0, bytes.length & ~1))
		.swap16()
		.toString('utf16le');
}
