/** Writes DER (X.690): no more of it than certificates need. */

export function element(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
	const content = Buffer.concat(contents);
	return Buffer.concat([Buffer.from([tag]), lengthOctets(content.length), content]);
}

function lengthOctets(length: number): Uint8Array {
	if (length < 0x80) {
		return Buffer.from([length]);
	}
	const hex = length.toString(16);
	const octets = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
	return Buffer.concat([Buffer.from([0x80 | octets.length]), octets]);
}

export const sequence = (...contents: readonly Uint8Array[]): Uint8Array => element(0x30, ...contents);

export const set = (...contents: readonly Uint8Array[]): Uint8Array => element(0x31, ...contents);

/** `[n]` around elements. */
export const context = (n: number, ...contents: readonly Uint8Array[]): Uint8Array =>
	element(0xa0 | n, ...contents);

/** `[n]` with an implicit primitive tag. */
export const implicit = (n: number, content: Uint8Array): Uint8Array => element(0x80 | n, content);

export const nil = element(0x05);

export const truth = element(0x01, Buffer.from([0xff]));

export const octetString = (content: Uint8Array): Uint8Array => element(0x04, content);

/** @param unused Bits at the end that do not count. */
export const bitString = (content: Uint8Array, unused = 0): Uint8Array =>
	element(0x03, Buffer.from([unused]), content);

export const utf8String = (text: string): Uint8Array => element(0x0c, Buffer.from(text, 'utf8'));

export const printableString = (text: string): Uint8Array => element(0x13, Buffer.from(text, 'latin1'));

/** A number that is not negative: its octets, the first of them below 0x80 or preceded by a zero. */
export function integer(octets: Uint8Array): Uint8Array {
	const isNegative = ((octets[0] ?? 0) & 0x80) !== 0;
	return element(0x02, ...(isNegative ? [Buffer.from([0])] : []), octets);
}

export function oid(dotted: string): Uint8Array {
	const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
	return element(0x06, Buffer.concat([40 * first + second, ...rest].map(base128)));
}

function base128(number: number): Uint8Array {
	const octets = [number % 128];
	for (let left = Math.floor(number / 128); left > 0; left = Math.floor(left / 128)) {
		octets.unshift(128 + (left % 128));
	}
	return Buffer.from(octets);
}

/** UTCTime, which is for the years to 2049 (RFC 5280 §4.1.2.5.1), in whole seconds. */
export function utcTime(moment: Date): Uint8Array {
	const digits = moment.toISOString().slice(2, 19).replace(/[-:T]/g, '');
	return element(0x17, Buffer.from(`${digits}Z`, 'latin1'));
}
