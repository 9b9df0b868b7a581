import type { Asn1Element } from './element';
import { contentOf, tags } from './element';
import { childrenOf } from './read';

/** An OBJECT IDENTIFIER in dots; `undefined` when it is none, or one with a number over 2^53. */
export function oidOf(element: Asn1Element | undefined): string | undefined {
	return element?.tag === tags.oid ? dottedOid(contentOf(element)) : undefined;
}

function dottedOid(content: Uint8Array): string | undefined {
	const numbers: number[] = [];
	let number = 0;
	for (const octet of content) {
		number = number * 128 + (octet & 0x7f);
		if (number > Number.MAX_SAFE_INTEGER) {
			return undefined;
		}
		if (octet < 0x80) {
			numbers.push(number);
			number = 0;
		}
	}
	const [joined, ...rest] = numbers;
	const last = content.at(-1);
	if (joined === undefined || last === undefined || last >= 0x80) {
		return undefined;
	}
	const first = Math.min(Math.floor(joined / 40), 2);
	return [first, joined - 40 * first, ...rest].join('.');
}

/** An INTEGER; `undefined` when it is none. */
export function integerOf(element: Asn1Element | undefined): bigint | undefined {
	if (element?.tag !== tags.integer) {
		return undefined;
	}
	const content = contentOf(element);
	if (content.length === 0) {
		return undefined;
	}
	const magnitude = BigInt(`0x${hexOf(content)}`);
	return (content[0] ?? 0) >= 0x80 ? magnitude - (1n << BigInt(8 * content.length)) : magnitude;
}

/** An INTEGER that is a count or a size: from 0 to 2^53 - 1. */
export function smallIntegerOf(element: Asn1Element | undefined): number | undefined {
	const value =
		element !== undefined && element.contentEnd - element.contentStart <= 8 ? integerOf(element) : undefined;
	return value !== undefined && value >= 0n && value <= BigInt(Number.MAX_SAFE_INTEGER)
		? Number(value)
		: undefined;
}

export function booleanOf(element: Asn1Element | undefined): boolean | undefined {
	return element?.tag === tags.boolean ? contentOf(element)[0] !== 0 : undefined;
}

/** The content of an OCTET STRING, in BER perhaps in pieces; also of one with an implicit tag. */
export function octetsOf(element: Asn1Element): Uint8Array {
	return element.constructed
		? new Uint8Array(Buffer.concat(childrenOf(element).map(octetsOf)))
		: contentOf(element);
}

/** The bits of a BIT STRING whose length is a number of octets; `undefined` when it is none. */
export function bitStringOctetsOf(element: Asn1Element | undefined): Uint8Array | undefined {
	return element?.tag === tags.bitString && !element.constructed && element.contentEnd > element.contentStart
		? contentOf(element).subarray(1)
		: undefined;
}

/** The numbers of the bits that are set in a BIT STRING, the first bit being 0. */
export function setBitsOf(element: Asn1Element): readonly number[] | undefined {
	return bitStringOctetsOf(element) === undefined
		? undefined
		: [...(bitStringOctetsOf(element) ?? [])].flatMap((octet, index) =>
				[0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => (octet & (0x80 >> bit)) !== 0).map((bit) => 8 * index + bit),
			);
}

/** Lower-case hex. */
export function hexOf(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

/** A text of one of the types that names and policies have; `undefined` when it is none of these. */
export function textOf(element: Asn1Element): string | undefined {
	const content = Buffer.from(
		element.source.buffer,
		element.source.byteOffset + element.contentStart,
		element.contentEnd - element.contentStart,
	);
	switch (element.constructed ? undefined : element.tag) {
		case tags.utf8String:
			return content.toString('utf8');
		case tags.bmpString:
			return wideText(content, 2);
		case tags.universalString:
			return wideText(content, 4);
		// T.61 has other letters above 127 in theory; in practice everyone writes Latin-1.
		case tags.teletexString:
		case tags.numericString:
		case tags.printableString:
		case tags.ia5String:
		case tags.visibleString:
			return content.toString('latin1');
		default:
			return undefined;
	}
}

/** Text in units of 2 or 4 bytes, big endian. */
function wideText(content: Buffer, width: 2 | 4): string {
	let text = '';
	for (let position = 0; position + width <= content.length; position += width) {
		const point = content.readUIntBE(position, width);
		text +=
			width === 2 ? String.fromCharCode(point) : String.fromCodePoint(point <= 0x10ffff ? point : 0xfffd);
	}
	return text;
}

const timePatterns = new Map<number, RegExp>([
	[tags.utcTime, /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:[.,]\d+)?(Z|[+-]\d{4})$/],
	[tags.generalizedTime, /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:[.,]\d+)?(Z|[+-]\d{4})$/],
]);

/**
 * A UTCTime (years 1950 to 2049) or GeneralizedTime (RFC 5280 §4.1.2.5); `undefined` when it is none, or no moment that
 * exists. Also takes what RFC 5280 forbids but BER has: no seconds, another zone.
 */
export function timeOf(element: Asn1Element | undefined): Date | undefined {
	if (element === undefined) {
		return undefined;
	}
	const found = timePatterns.get(element.tag)?.exec(Buffer.from(contentOf(element)).toString('latin1'));
	if (found === null || found === undefined) {
		return undefined;
	}
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
		.slice(1, 7)
		.map((part: string | undefined) => Number(part ?? 0));
	const century = element.tag === tags.utcTime ? (year < 50 ? 2000 : 1900) : 0;
	const time = new Date(0);
	time.setUTCFullYear(century + year, month - 1, day);
	time.setUTCHours(hour, minute, second);
	const exists =
		time.getUTCMonth() === month - 1 && time.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
	return exists ? new Date(time.getTime() - zoneMinutes(found[7] ?? 'Z') * 60_000) : undefined;
}

function zoneMinutes(zone: string): number {
	const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5));
	return zone.startsWith('-') ? -minutes : minutes;
}
