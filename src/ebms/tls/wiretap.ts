import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** A connection whose first bytes are kept as they pass. */
export interface Wiretap {
	/** Takes the place of the socket under TLS. */
	readonly stream: Duplex;
	/** What the peer sent so far, from the start. */
	readonly received: () => Uint8Array;
}

/** More than any handshake has: lists of a thousand accepted CAs included. */
const maxKept = 512 * 1024;

/**
 * Puts a stream between a socket and TLS that keeps the first bytes that the peer sends, as TLS takes the socket away from whoever
 * wants to listen. The stream and the socket live and die together.
 */
export function tap(socket: Socket): Wiretap {
	const kept: Buffer[] = [];
	let length = 0;
	const stream = new Duplex({
		read: () => {
			socket.resume();
		},
		write: (chunk: Buffer, _, callback) => {
			socket.write(chunk, callback);
		},
		final: (callback) => {
			socket.end(callback);
		},
		destroy: (error, callback) => {
			socket.destroy();
			callback(error);
		},
	});
	socket
		.on('data', (chunk: Buffer) => {
			if (length < maxKept) {
				kept.push(chunk);
				length += chunk.length;
			}
			if (!stream.push(chunk)) {
				socket.pause();
			}
		})
		.on('end', () => {
			stream.push(null);
		})
		.on('error', (error) => {
			stream.destroy(error);
		})
		.on('close', () => {
			stream.destroy();
		});
	return { stream, received: () => Buffer.concat(kept) };
}
