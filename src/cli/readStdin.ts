import type { Readable } from 'node:stream';
import { reasonOf } from './inputs';

type StdinResult =
	| { readonly status: 'read'; readonly bytes: Uint8Array }
	| { readonly status: 'too-large'; readonly size: number }
	| { readonly status: 'unreadable'; readonly reason: string }
	| { readonly status: 'stopped' };

/** On the command line, in place of a path. */
export const stdinPath = '-';

/**
 * Reads standard input to its end, keeping no more of it than is looked at, or until the user stops it.
 *
 * @param limit In bytes.
 */
export async function readStdin(stream: Readable, signal: AbortSignal, limit: number): Promise<StdinResult> {
	let chunks: Uint8Array[] = [];
	let size = 0;
	const stop = (): void => {
		stream.destroy();
	};
	signal.addEventListener('abort', stop, { once: true });
	try {
		for await (const chunk of stream) {
			const bytes = chunk as Uint8Array;
			size += bytes.byteLength;
			if (size > limit) {
				chunks = [];
			} else {
				chunks.push(bytes);
			}
		}
	} catch (error) {
		if (!signal.aborted) {
			return { status: 'unreadable', reason: reasonOf(error) };
		}
	} finally {
		signal.removeEventListener('abort', stop);
	}
	if (signal.aborted) {
		return { status: 'stopped' };
	}
	return size > limit ? { status: 'too-large', size } : { status: 'read', bytes: Buffer.concat(chunks) };
}
