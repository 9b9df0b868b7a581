import { createHash } from 'node:crypto';

/** What a key is derived for (RFC 7292 appendix B.3). */
export const keyPurpose = { encryption: 1, initialVector: 2, mac: 3 } as const;

/** Bytes of one block of each hash (v in RFC 7292 appendix B.2). */
const blockLengths: Readonly<Record<string, number>> = {
	md5: 64,
	sha1: 64,
	sha224: 64,
	sha256: 64,
	sha384: 128,
	sha512: 128,
};

/**
 * The password as PKCS#12 wants it: UTF-16, big endian, with two zeros at the end (RFC 7292 appendix B.1).
 *
 * @param password `null` is no password at all, which some programs write for an empty one.
 */
export function pkcs12Password(password: string | null): Uint8Array {
	return password === null ? new Uint8Array(0) : Buffer.from(`${password}\0`, 'utf16le').swap16();
}

export interface KeyDerivation {
	readonly hash: string;
	readonly purpose: (typeof keyPurpose)[keyof typeof keyPurpose];
	readonly salt: Uint8Array;
	readonly iterations: number;
	/** Bytes. */
	readonly length: number;
}

/**
 * Derives a key as PKCS#12 does (RFC 7292 appendix B.2): not PBKDF2. On Node's hashes, as node-forge's own take several times as
 * long with SHA-256 and SHA-512.
 */
export function derivePkcs12Key(password: Uint8Array, derivation: KeyDerivation): Uint8Array {
	const { hash, purpose, salt, iterations, length } = derivation;
	const blockLength = blockLengths[hash] ?? 64;
	const diversifier = Buffer.alloc(blockLength, purpose);
	const input = Buffer.concat([filled(salt, blockLength), filled(password, blockLength)]);
	const blocks: Buffer[] = [];
	let made = 0;
	while (made < length) {
		let block = createHash(hash).update(diversifier).update(input).digest();
		for (let round = 1; round < iterations; round++) {
			block = createHash(hash).update(block).digest();
		}
		blocks.push(block);
		made += block.length;
		addToEach(input, filled(block, blockLength).subarray(0, blockLength));
	}
	return Buffer.concat(blocks).subarray(0, length);
}

/** The bytes over and over, up to a whole number of blocks. */
function filled(bytes: Uint8Array, blockLength: number): Buffer {
	return bytes.length === 0
		? Buffer.alloc(0)
		: Buffer.alloc(blockLength * Math.ceil(bytes.length / blockLength), bytes);
}

/** Adds a number of one block, and one, to each block of the input, without what carries out of it. */
function addToEach(input: Buffer, addend: Buffer): void {
	for (let start = 0; start < input.length; start += addend.length) {
		let carry = 1;
		for (let index = addend.length - 1; index >= 0; index--) {
			const sum = input.readUInt8(start + index) + addend.readUInt8(index) + carry;
			input.writeUInt8(sum & 0xff, start + index);
			carry = sum >> 8;
		}
	}
}
