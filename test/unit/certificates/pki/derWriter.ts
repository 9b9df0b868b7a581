/** Writes DER for tests: what the libraries refuse to make, tests need too. */

export function element(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
	const content = Buffer.concat(contents);
	return Buffer.concat([Buffer.from([tag]), lengthOctets(content.length), content]);
}

function lengthOctets(length: number): Uint8Array {
	if (length < 0x80) {
		return Buffer.from([length]);
	}
	const octets = evenHex(BigInt(length));
	return Buffer.concat([Buffer.from([0x80 | octets.length]), octets]);
}

function evenHex(value: bigint): Buffer {
	const hex = value.toString(16);
	return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
}

export const sequence = (...contents: readonly Uint8Array[]): Uint8Array => element(0x30, ...contents);

export const set = (...contents: readonly Uint8Array[]): Uint8Array => element(0x31, ...contents);

/** `[n]` around elements, or around what an element with an implicit constructed tag holds. */
export const context = (n: number, ...contents: readonly Uint8Array[]): Uint8Array =>
	element(0xa0 | n, ...contents);

/** `[n]` with an implicit primitive tag. */
export const implicit = (n: number, content: Uint8Array): Uint8Array => element(0x80 | n, content);

export const nil = element(0x05);

export const boolean = (value: boolean): Uint8Array => element(0x01, Buffer.from([value ? 0xff : 0]));

export const octetString = (content: Uint8Array): Uint8Array => element(0x04, content);

export const bitString = (content: Uint8Array, unused = 0): Uint8Array =>
	element(0x03, Buffer.from([unused]), content);

export const utf8String = (text: string): Uint8Array => element(0x0c, Buffer.from(text, 'utf8'));

export const printableString = (text: string): Uint8Array => element(0x13, Buffer.from(text, 'latin1'));

export const ia5String = (text: string): Uint8Array => element(0x16, Buffer.from(text, 'latin1'));

/** Two's complement in as few octets as can be. */
export function integer(value: bigint | number): Uint8Array {
	const number = BigInt(value);
	let octets = 1;
	while (BigInt.asIntN(8 * octets, number) !== number) {
		octets++;
	}
	const hex = BigInt.asUintN(8 * octets, number)
		.toString(16)
		.padStart(2 * octets, '0');
	return element(0x02, Buffer.from(hex, 'hex'));
}

export function oid(dotted: string): Uint8Array {
	const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
	return element(0x06, Buffer.concat([40n * first + second, ...rest].map(base128)));
}

function base128(number: bigint): Uint8Array {
	const octets = [Number(number & 0x7fn)];
	for (let left = number >> 7n; left > 0n; left >>= 7n) {
		octets.unshift(Number(left & 0x7fn) | 0x80);
	}
	return Buffer.from(octets);
}

/** UTCTime until 2049, GeneralizedTime after it and before 1950 (RFC 5280 §4.1.2.5). */
export function time(moment: Date): Uint8Array {
	const digits = moment
		.toISOString()
		.replace(/\.\d+Z$/, 'Z')
		.replace(/[-:T]/g, '');
	const year = moment.getUTCFullYear();
	return year >= 1950 && year < 2050
		? element(0x17, Buffer.from(digits.slice(2), 'latin1'))
		: element(0x18, Buffer.from(digits, 'latin1'));
}

/** KeyUsage and the like: a BIT STRING without zeros at its end. */
export function namedBits(bits: readonly number[]): Uint8Array {
	if (bits.length === 0) {
		return bitString(Buffer.alloc(0));
	}
	const last = Math.max(...bits);
	const octets = Buffer.alloc(Math.floor(last / 8) + 1);
	for (const bit of bits) {
		octets[Math.floor(bit / 8)] = (octets[Math.floor(bit / 8)] ?? 0) | (0x80 >> (bit % 8));
	}
	return bitString(octets, 7 - (last % 8));
}

/** A text with the lines and labels of PEM (RFC 7468). */
export function pem(label: string, der: Uint8Array): string {
	const lines =
		Buffer.from(der)
			.toString('base64')
			.match(/.{1,64}/g) ?? [];
	return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
