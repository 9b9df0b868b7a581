import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Finding } from '../finding';
import { decodeXml } from '../xml/decode';
import type { CheckSource } from './report';
import { checkFinding } from './texts';

/** Largest document that is checked, in MB of 1,000,000 bytes (of text: UTF-16 units). */
export const sizeLimit = 50;

/** Most tags in a document, in millions: each takes memory, and a worker that runs out of it may take the editor along. */
const tagLimit = 3;

/** From so many bytes on the time to encode a text counts; a shorter one goes to another thread faster than its bytes. */
const worthPassingOn = 100_000;

/** Bytes of a pipe that are read at a time. */
const chunkLength = 65_536;

/** A text of fewer UTF-16 units cannot hold more tags than the limit. */
const worthCounting = tagLimit * 1_000_000 * '<a>'.length;

/** The text of a document with what was wrong in reading it; or the finding that tells why there is no text. */
export type ReadResult =
	| {
			readonly status: 'read';
			readonly text: string;
			/** The same in UTF-8, when a large text was read from that: the engine need not encode it again. */
			readonly utf8?: Uint8Array;
			readonly faults: readonly Finding[];
	  }
	| { readonly status: 'not-read'; readonly finding: Finding };

/**
 * Gets the text of what is to be checked. Never throws on the user's files. Blocks its thread while it reads: a worker has
 * nothing else to do, and is twice as fast this way over many files.
 */
export function readSource(source: CheckSource): ReadResult {
	if ('text' in source) {
		return (
			tooLarge(source.text.length) ??
			tooManyTags(source.text) ?? { status: 'read', text: source.text, faults: [] }
		);
	}
	if ('bytes' in source) {
		return decode(source.bytes);
	}
	try {
		return readBytes(source.file);
	} catch (error) {
		return {
			status: 'not-read',
			finding: checkFinding('check.unreadable', { start: 0, end: 0 }, { reason: reasonOf(error) }),
		};
	}
}

function readBytes(file: string): ReadResult {
	const stats = statSync(file);
	if (stats.isFile() && stats.size > 0) {
		// The size first: a file over the limit must not be read at all.
		return tooLarge(stats.size) ?? decode(readFileSync(file));
	}
	// A pipe or a device says nothing of what it will give, which may have no end.
	const descriptor = openSync(file, 'r');
	try {
		const chunks: Uint8Array[] = [];
		let size = 0;
		for (;;) {
			const chunk = new Uint8Array(chunkLength);
			const length = readSync(descriptor, chunk);
			size += length;
			const refused = tooLarge(size);
			if (refused !== undefined) {
				return refused;
			}
			if (length === 0) {
				return decode(Buffer.concat(chunks));
			}
			chunks.push(chunk.subarray(0, length));
		}
	} finally {
		closeSync(descriptor);
	}
}

function decode(bytes: Uint8Array): ReadResult {
	const refused = tooLarge(bytes.byteLength);
	if (refused !== undefined) {
		return refused;
	}
	const { text, encoding, faults } = decodeXml(bytes);
	const [fault] = faults;
	// Bytes that are no text at all: the parser has nothing to say about them.
	return text === '' && fault !== undefined
		? { status: 'not-read', finding: fault }
		: (tooManyTags(text) ?? {
				status: 'read',
				text,
				faults,
				...(encoding === 'UTF-8' && faults.length === 0 && bytes.length >= worthPassingOn
					? { utf8: bytes }
					: {}),
			});
}

function tooManyTags(text: string): ReadResult | undefined {
	if (text.length < worthCounting) {
		return undefined;
	}
	let tags = 0;
	for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
		if (++tags > tagLimit * 1_000_000) {
			return {
				status: 'not-read',
				finding: checkFinding('check.too-many-tags', { start: 0, end: 0 }, { limit: tagLimit }),
			};
		}
	}
	return undefined;
}

function tooLarge(size: number): ReadResult | undefined {
	return size <= sizeLimit * 1_000_000
		? undefined
		: {
				status: 'not-read',
				finding: checkFinding(
					'check.too-large',
					{ start: 0, end: 0 },
					{ megabytes: Math.ceil(size / 1_000_000), limit: sizeLimit },
				),
			};
}

/** The system's name for the error, such as `ENOENT`; the texts know the usual ones. */
function reasonOf(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string'
		? error.code
		: String(error);
}
