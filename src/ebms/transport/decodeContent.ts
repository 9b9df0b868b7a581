import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib';

type Decoder = (body: Buffer, options: ZlibOptions) => Buffer;

/** By name, as RFC 9110 §8.4.1 and RFC 7932 have them; some servers leave the wrapper of `deflate` out. */
const decoders: ReadonlyMap<string, readonly Decoder[]> = new Map<string, readonly Decoder[]>([
	['gzip', [gunzipSync]],
	['x-gzip', [gunzipSync]],
	['deflate', [inflateSync, inflateRawSync]],
	['br', [brotliDecompressSync]],
]);

/** More than any server has; each costs time. */
const mostEncodings = 3;

/** What became of a body. `too-large`: it would be larger than what is read; it is left as it came. */
export interface DecodedContent {
	readonly body: Buffer;
	readonly state: 'complete' | 'too-large';
}

/**
 * Undoes the compression of a body. Nobody is asked to compress, but some gateways do it all the same. What is not as its
 * `Content-Encoding` says is left as it came. Never throws.
 *
 * @param largest Bytes that the result may have.
 */
export function decodeContent(body: Buffer, contentEncoding: string, largest: number): DecodedContent {
	const names = contentEncoding
		.toLowerCase()
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '' && name !== 'identity');
	if (names.length > mostEncodings) {
		return { body, state: 'complete' };
	}
	let content = body;
	// The last one was applied last.
	for (const name of names.reverse()) {
		const decoded = decode(content, decoders.get(name) ?? [], largest);
		if (decoded === 'too-large') {
			return { body, state: 'too-large' };
		}
		if (decoded === undefined) {
			return { body, state: 'complete' };
		}
		content = decoded;
	}
	return { body: content, state: 'complete' };
}

/** `undefined` when none of the decoders can read it. */
function decode(
	body: Buffer,
	[decoder, ...others]: readonly Decoder[],
	largest: number,
): Buffer | 'too-large' | undefined {
	if (decoder === undefined || body.length === 0) {
		return decoder && body;
	}
	try {
		return decoder(body, { maxOutputLength: largest });
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
			? 'too-large'
			: decode(body, others, largest);
	}
}
