/** What the bytes of a text look like as UTF-8. */
export interface Utf8Census {
	/** The offset of the first byte that is not UTF-8; `undefined` when all are. */
	readonly firstInvalid: number | undefined;
	readonly invalid: number;
	/** Well-formed sequences of more than one byte: hardly ever found in text of another encoding. */
	readonly multibyte: number;
}

/**
 * Lead bytes by the number of continuation bytes, with the range of the first of these (Unicode Standard, table 3-7).
 */
const leads: readonly (readonly [first: number, last: number, length: number, low: number, high: number])[] =
	[
		[0xc2, 0xdf, 1, 0x80, 0xbf],
		[0xe0, 0xe0, 2, 0xa0, 0xbf],
		[0xe1, 0xec, 2, 0x80, 0xbf],
		[0xed, 0xed, 2, 0x80, 0x9f],
		[0xee, 0xef, 2, 0x80, 0xbf],
		[0xf0, 0xf0, 3, 0x90, 0xbf],
		[0xf1, 0xf3, 3, 0x80, 0xbf],
		[0xf4, 0xf4, 3, 0x80, 0x8f],
	];

/** The length of the well-formed sequence at an offset; 0 when there is none. */
function sequenceLength(bytes: Uint8Array, offset: number): number {
	const byte = bytes[offset] ?? 0;
	if (byte < 0x80) {
		return 1;
	}
	const lead = leads.find(([first, last]) => byte >= first && byte <= last);
	if (lead === undefined) {
		return 0;
	}
	const [, , continuations, low, high] = lead;
	for (let index = 1; index <= continuations; index++) {
		const next = bytes[offset + index] ?? 0;
		if (index === 1 ? next < low || next > high : next < 0x80 || next > 0xbf) {
			return 0;
		}
	}
	return continuations + 1;
}

export function takeUtf8Census(bytes: Uint8Array): Utf8Census {
	let firstInvalid: number | undefined = undefined;
	let invalid = 0;
	let multibyte = 0;
	for (let offset = 0; offset < bytes.length;) {
		const length = sequenceLength(bytes, offset);
		if (length === 0) {
			firstInvalid ??= offset;
			invalid++;
		} else if (length > 1) {
			multibyte++;
		}
		offset += Math.max(length, 1);
	}
	return { firstInvalid, invalid, multibyte };
}
