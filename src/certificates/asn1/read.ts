import type { Asn1Element } from './element';

/**
 * Why bytes are no ASN.1 that we read.
 * - `truncated`: it ends before its length says.
 * - `malformed`: a length that does not fit in the element around it, or a form that certificates never have.
 * - `too-deep`: more than {@link maxDepth} elements inside one another.
 * - `too-large`: more than {@link maxSize} bytes.
 */
export type Asn1Fault = 'truncated' | 'malformed' | 'too-deep' | 'too-large';

/** Elements inside one another. A PKCS#7 with certificates has about 15. */
export const maxDepth = 100;

/** Bytes. */
export const maxSize = 50 * 1024 * 1024;

const indefinite = -1;

interface Header {
	readonly tag: number;
	readonly constructed: boolean;
	readonly contentStart: number;
	/** Of the content; {@link indefinite} in BER when only the end-of-contents octets tell. */
	readonly length: number;
}

/**
 * Reads the element at `start`, after it was made sure, without recursion, that all lengths in it fit and that it is not
 * nested too deep. What is wrapped in an OCTET STRING or BIT STRING is not looked at.
 */
export function readAsn1(source: Uint8Array, start = 0): Asn1Element | Asn1Fault {
	if (source.length > maxSize) {
		return 'too-large';
	}
	const end = findEnd(source, start);
	return typeof end === 'string' ? end : elementAt(source, start);
}

/** The elements directly in an element; none when it is primitive. */
export function childrenOf(element: Asn1Element): readonly Asn1Element[] {
	const children: Asn1Element[] = [];
	if (element.constructed) {
		for (let position = element.contentStart; position < element.contentEnd;) {
			const child = elementAt(element.source, position);
			children.push(child);
			position = child.end;
		}
	}
	return children;
}

/** The element at a place of bytes that were found in order. */
function elementAt(source: Uint8Array, start: number): Asn1Element {
	const { tag, constructed, contentStart, length } = readHeader(source, start, source.length) as Header;
	if (length !== indefinite) {
		const end = contentStart + length;
		return { tag, constructed, source, start, contentStart, contentEnd: end, end };
	}
	const end = findEnd(source, start) as number;
	return { tag, constructed, source, start, contentStart, contentEnd: end - 2, end };
}

function isUnbounded(end: number): boolean {
	return end === indefinite;
}

/** Where the element that begins at `start` ends. */
function findEnd(source: Uint8Array, start: number): number | Asn1Fault {
	/** Where each element ends that is not finished, or {@link indefinite}. */
	const open: number[] = [];
	/** Where the innermost element with a known end does, for each of these. */
	const limits: number[] = [source.length];
	let position = start;
	do {
		const limit = limits[open.length] ?? source.length;
		const isEndOfContents =
			open.at(-1) === indefinite && source[position] === 0 && source[position + 1] === 0;
		if (isEndOfContents && position + 2 <= limit) {
			position += 2;
			open.pop();
		} else {
			const header = readHeader(source, position, limit);
			if (typeof header === 'string') {
				return open.every(isUnbounded) ? header : 'malformed';
			}
			const end = header.length === indefinite ? indefinite : header.contentStart + header.length;
			if (end > limit) {
				return open.every(isUnbounded) ? 'truncated' : 'malformed';
			}
			if (header.constructed) {
				if (open.length === maxDepth) {
					return 'too-deep';
				}
				open.push(end);
				limits[open.length] = end === indefinite ? limit : end;
				position = header.contentStart;
			} else {
				position = end;
			}
		}
		while (open.at(-1) === position) {
			open.pop();
		}
	} while (open.length > 0);
	return position;
}

function readHeader(source: Uint8Array, start: number, limit: number): Header | Asn1Fault {
	const identifier = source[start];
	const first = source[start + 1];
	if (start + 2 > limit || identifier === undefined || first === undefined) {
		return 'truncated';
	}
	// Tag numbers over 30 take more octets; nothing that we read has them. Zero only ends an indefinite length.
	if ((identifier & 0x1f) === 0x1f || identifier === 0) {
		return 'malformed';
	}
	const constructed = (identifier & 0x20) !== 0;
	const tag = identifier & ~0x20;
	if (first < 0x80) {
		return { tag, constructed, contentStart: start + 2, length: first };
	}
	if (first === 0x80) {
		return constructed ? { tag, constructed, contentStart: start + 2, length: indefinite } : 'malformed';
	}
	const count = first & 0x7f;
	const contentStart = start + 2 + count;
	if (count > 6) {
		return 'malformed';
	}
	if (contentStart > limit) {
		return 'truncated';
	}
	let length = 0;
	for (let position = start + 2; position < contentStart; position++) {
		length = length * 256 + (source[position] ?? 0);
	}
	return { tag, constructed, contentStart, length };
}
