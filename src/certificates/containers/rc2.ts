/** Bytes of a block. */
const blockLength = 8;

/** PITABLE (RFC 2268 §2): a permutation of the bytes, made of the digits of pi. */
const permutation: Uint8Array = Buffer.from(
	[
		'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2',
		'179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82',
		'54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626',
		'6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7',
		'08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ec',
		'c2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731',
		'2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a9',
		'0d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad',
	].join(''),
	'hex',
);

/**
 * Decrypts RC2 in CBC, which OpenSSL 3 (and so Node) has no more, but old exports of a PKCS#12 do. To read only: it is no protection today.
 *
 * @param key All its bits are effective, as in PKCS#12.
 * @returns Without the padding; `undefined` when the padding is wrong, or there are no whole blocks.
 */
export function decryptRc2(
	cipherText: Uint8Array,
	key: Uint8Array,
	vector: Uint8Array,
): Uint8Array | undefined {
	if (cipherText.length === 0 || cipherText.length % blockLength !== 0) {
		return undefined;
	}
	const words = expandedKey(key);
	const plain = Buffer.from(cipherText);
	for (let start = 0; start < plain.length; start += blockLength) {
		decryptBlock(plain, start, words);
		for (let index = 0; index < blockLength; index++) {
			const before = start === 0 ? vector[index] : cipherText[start - blockLength + index];
			plain.writeUInt8(plain.readUInt8(start + index) ^ (before ?? 0), start + index);
		}
	}
	return withoutPadding(plain);
}

/** PKCS#7 (RFC 5652 §6.3): so many bytes with that number. */
function withoutPadding(plain: Buffer): Uint8Array | undefined {
	const count = plain.at(-1) ?? 0;
	const isRight = count > 0 && count <= blockLength && plain.subarray(-count).every((one) => one === count);
	return isRight ? new Uint8Array(plain.subarray(0, -count)) : undefined;
}

/** 64 words of 16 bits (RFC 2268 §2). */
function expandedKey(key: Uint8Array): readonly number[] {
	const bytes = Buffer.alloc(128, key.subarray(0, 128));
	const at = (index: number): number => bytes[index] ?? 0;
	const permuted = (index: number): number => permutation[index & 0xff] ?? 0;
	for (let index = key.length; index < 128; index++) {
		bytes[index] = permuted(at(index - 1) + at(index - key.length));
	}
	const first = 128 - key.length;
	bytes[first] = permuted(at(first));
	for (let index = first - 1; index >= 0; index--) {
		bytes[index] = permuted(at(index + 1) ^ at(index + key.length));
	}
	return Array.from({ length: 64 }, (_, index) => bytes.readUInt16LE(2 * index));
}

/** Bits by which each word of a block is turned (RFC 2268 §4). */
const turns = [1, 2, 3, 5] as const;

/** Mixing rounds before each mashing round, and after the last. */
const rounds = [5, 6, 5] as const;

function decryptBlock(block: Buffer, start: number, key: readonly number[]): void {
	const words = turns.map((_, index) => block.readUInt16LE(start + 2 * index));
	const word = (index: number): number => words[index & 3] ?? 0;
	let next = 63;
	for (const [part, count] of rounds.entries()) {
		if (part > 0) {
			for (let index = 3; index >= 0; index--) {
				words[index] = (word(index) - (key[word(index + 3) & 63] ?? 0)) & 0xffff;
			}
		}
		for (let round = 0; round < count; round++) {
			for (let index = 3; index >= 0; index--) {
				const turn = turns[index] ?? 0;
				const turned = (word(index) >>> turn) | (word(index) << (16 - turn));
				const mixed = (word(index + 3) & word(index + 2)) + (~word(index + 3) & word(index + 1));
				words[index] = (turned - (key[next] ?? 0) - mixed) & 0xffff;
				next--;
			}
		}
	}
	for (const [index, value] of words.entries()) {
		block.writeUInt16LE(value, start + 2 * index);
	}
}
