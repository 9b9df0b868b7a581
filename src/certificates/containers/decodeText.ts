/** How far NUL bytes are looked for. */
const headLength = 4096;

/**
 * The bytes of a file as text, without byte order mark; `undefined` when they are no text. UTF-8, or UTF-16 by its byte order mark or by
 * the zeros between its letters, as PowerShell writes it.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
	const head = bytes.subarray(0, headLength);
	const [first, second, third] = head;
	if (first === 0xff && second === 0xfe) {
		return new TextDecoder('utf-16le').decode(bytes);
	}
	if (first === 0xfe && second === 0xff) {
		return bigEndian(bytes.subarray(2));
	}
	if (first !== undefined && first !== 0 && second === 0 && third !== 0) {
		return new TextDecoder('utf-16le').decode(bytes);
	}
	if (first === 0 && second !== undefined && second !== 0 && third === 0) {
		return bigEndian(bytes);
	}
	return head.includes(0) ? undefined : new TextDecoder('utf-8').decode(bytes);
}

/** Not every build of Node has a decoder for this. */
function bigEndian(bytes: Uint8Array): string {
	return Buffer.from(bytes.subarray(0, bytes.length & ~1))
		.swap16()
		.toString('utf16le');
}
