/**
 * One element of ASN.1 in DER or BER, as a window on the bytes it stands in. Only made of bytes that
 * {@link readAsn1} found in order, so that the readers of it need not look at lengths again.
 */
export interface Asn1Element {
	/** The identifier octet without the bit that says "constructed": 0x02 is INTEGER, 0x80 is `[0]`. */
	readonly tag: number;
	readonly constructed: boolean;
	readonly source: Uint8Array;
	/** Of the identifier octet. */
	readonly start: number;
	readonly contentStart: number;
	/** Before the end-of-contents octets, when the length is indefinite. */
	readonly contentEnd: number;
	readonly end: number;
}

/** The universal tags that occur in certificates and their containers (X.680 §8.4). */
export const tags = {
	boolean: 0x01,
	integer: 0x02,
	bitString: 0x03,
	octetString: 0x04,
	oid: 0x06,
	utf8String: 0x0c,
	sequence: 0x10,
	set: 0x11,
	numericString: 0x12,
	printableString: 0x13,
	teletexString: 0x14,
	ia5String: 0x16,
	utcTime: 0x17,
	generalizedTime: 0x18,
	visibleString: 0x1a,
	universalString: 0x1c,
	bmpString: 0x1e,
} as const;

/** The tag of `[n]`, n from 0 to 30. */
export function contextTag(n: number): number {
	return 0x80 | n;
}

/** A view on the content. */
export function contentOf(element: Asn1Element): Uint8Array {
	return element.source.subarray(element.contentStart, element.contentEnd);
}

/** A view on the whole element, with its tag and length. */
export function encodingOf(element: Asn1Element): Uint8Array {
	return element.source.subarray(element.start, element.end);
}
