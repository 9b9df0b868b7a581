/**
 * Reads a message of TLS from start to end. Never throws: past the end, numbers are 0 and vectors are cut short, so that a damaged
 * message gives nonsense but no failure.
 */
export interface Cursor {
	/** A number of so many octets, big endian. */
	readonly number: (octets: 1 | 2 | 3) => number;
	readonly skip: (octets: number) => void;
	/** A vector with its length before it (RFC 8446 §3.4): a view. */
	readonly vector: (lengthOctets: 1 | 2 | 3) => Uint8Array;
	readonly isAtEnd: () => boolean;
}

export function cursorOn(bytes: Uint8Array): Cursor {
	let position = 0;
	function number(octets: number): number {
		let value = 0;
		for (let index = 0; index < octets; index++) {
			value = value * 256 + (bytes[position + index] ?? 0);
		}
		position += octets;
		return value;
	}
	return {
		number,
		skip: (octets) => {
			position += octets;
		},
		vector: (lengthOctets) => {
			const length = number(lengthOctets);
			const content = bytes.subarray(position, position + length);
			position += length;
			return content;
		},
		isAtEnd: () => position >= bytes.length,
	};
}

/** The items of a list that is itself a vector, such as `opaque DistinguishedName<1..2^16-1>`. */
export function vectorsIn(list: Uint8Array, lengthOctets: 1 | 2 | 3): readonly Uint8Array[] {
	const cursor = cursorOn(list);
	const items: Uint8Array[] = [];
	while (!cursor.isAtEnd()) {
		items.push(cursor.vector(lengthOctets));
	}
	return items;
}
