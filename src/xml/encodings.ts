/** Decoders of bytes that never fail. */

function asBuffer(bytes: Uint8Array): Buffer {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** What is not UTF-8 becomes U+FFFD, in the places where the Encoding Standard puts it. A byte order mark stays. */
export function decodeUtf8(bytes: Uint8Array): string {
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Halves of surrogate pairs stay as they are, a byte left over at the end is dropped, a byte order mark stays. */
export function decodeUtf16(bytes: Uint8Array, encoding: 'UTF-16LE' | 'UTF-16BE'): string {
	const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
	return encoding === 'UTF-16LE'
		? asBuffer(whole).toString('utf16le')
		: Buffer.from(whole).swap16().toString('utf16le');
}

/** ISO-8859-1: each byte is the character with its number. `TextDecoder` takes it for windows-1252. */
export function decodeLatin1(bytes: Uint8Array): string {
	return asBuffer(bytes).toString('latin1');
}

/** The characters of the bytes 0x80–0x9F; five bytes have none and stand for the control character of their number. */
const windows1252 =
	'\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
	'\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Done by hand: the `TextDecoder` of Node 20 reads windows-1252 as if it were ISO-8859-1. */
export function decodeWindows1252(bytes: Uint8Array): string {
	return decodeLatin1(bytes).replace(/[\u0080-\u009f]/g, (character) =>
		windows1252.charAt(character.charCodeAt(0) - 0x80),
	);
}

/**
 * Decodes by any other encoding that the platform knows.
 *
 * @returns `undefined` when it does not know the encoding.
 */
export function decodeByLabel(bytes: Uint8Array, label: string): string | undefined {
	try {
		return new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
	} catch {
		return undefined;
	}
}
