/** First bytes by which files that are no XML are known, with a name that people use. */
const signatures: readonly (readonly [signature: readonly number[], name: string])[] = [
	[[0x89, 0x50, 0x4e, 0x47], 'PNG'],
	[[0xff, 0xd8, 0xff], 'JPEG'],
	[[0x47, 0x49, 0x46, 0x38], 'GIF'],
	[[0x25, 0x50, 0x44, 0x46, 0x2d], 'PDF'],
	[[0x50, 0x4b, 0x03, 0x04], 'ZIP'],
	[[0x50, 0x4b, 0x05, 0x06], 'ZIP'],
	[[0x1f, 0x8b], 'gzip'],
	[[0x37, 0x7a, 0xbc, 0xaf], '7z'],
	[[0x52, 0x61, 0x72, 0x21, 0x1a], 'RAR'],
	[[0xd0, 0xcf, 0x11, 0xe0], 'Microsoft Office'],
	[[0x7f, 0x45, 0x4c, 0x46], 'ELF'],
	[[0x4d, 0x5a, 0x90, 0x00], 'Windows EXE'],
];

const lessThan = 0x3c;

/** How far NUL bytes are looked for. */
const headLength = 4096;

/**
 * What a file is that is not text; `''` when it is binary in a way that is not known, `undefined` when it may be text.
 * A NUL byte in something that begins as XML does is left to the parser, which tells where it stands.
 *
 * @param bytes Of an encoding of 8 bits.
 */
export function binaryFormat(bytes: Uint8Array): string | undefined {
	for (const [signature, name] of signatures) {
		if (signature.every((byte, index) => bytes[index] === byte)) {
			return name;
		}
	}
	const head = bytes.subarray(0, headLength);
	const first = head.find((byte) => byte > 0x20);
	return first !== lessThan && head.includes(0) ? '' : undefined;
}
