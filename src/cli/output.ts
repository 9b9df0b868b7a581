import { createColors } from 'picocolors';
import type { OutputStream, Surroundings } from './surroundings';

export type Colours = ReturnType<typeof createColors>;

/** Chunks are gathered up to this length (UTF-16 units), so that 10,000 files do not become 10,000 system calls. */
const chunkLength = 64 * 1024;

/**
 * Writes text to a stream of the process and waits until it has taken it.
 *
 * A reader that went away (`… | head`) is no fault: the rest is dropped in silence.
 */
export async function write(stream: OutputStream, text: Iterable<string>): Promise<void> {
	let pending = '';
	for (const part of text) {
		pending += part;
		if (pending.length >= chunkLength) {
			await writeChunk(stream, pending);
			pending = '';
		}
	}
	if (pending !== '') {
		await writeChunk(stream, pending);
	}
}

function writeChunk(stream: OutputStream, chunk: string): Promise<void> {
	return new Promise((resolve, reject) => {
		stream.write(chunk, (error) => {
			if (error && !isGoneReader(error)) {
				reject(error);
			} else {
				resolve();
			}
		});
	});
}

/** Whether a write failed because nobody reads any more. */
export function isGoneReader(error: Error): boolean {
	return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}

/** Colours for a stream: only on a terminal, and never when the user set `NO_COLOR` (no-color.org). */
export function coloursFor(stream: OutputStream, env: Surroundings['env']): Colours {
	const unwanted = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
	return createColors(stream.isTTY === true && !unwanted);
}
