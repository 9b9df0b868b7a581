import type { IncomingMessage } from 'node:http';

/** The largest request, in bytes. */
export const maxRequest = 20 * 1000 * 1000;

/** Bytes of requests that may be in memory at the same time. */
const maxTogether = 100 * 1000 * 1000;

/** The bytes of the requests that are coming in or are being judged. */
export interface BodyBudget {
	/** @returns Whether there is room. */
	readonly take: (bytes: number) => boolean;
	readonly giveBack: (bytes: number) => void;
}

export function createBodyBudget(): BodyBudget {
	let taken = 0;
	return {
		take(bytes) {
			const fits = taken + bytes <= maxTogether;
			taken += fits ? bytes : 0;
			return fits;
		},
		giveBack(bytes) {
			taken -= bytes;
		},
	};
}

/** A body, which has to be released when it is no longer used; or why there is none. `gone`: the sender hung up. */
export type ReadBody =
	| ({ readonly kind: 'read'; readonly body: Buffer } & Disposable)
	| { readonly kind: 'too-large' | 'busy' | 'gone' };

/** Reads the body of a request, and no more of it than may be. */
export async function readBody(request: IncomingMessage, budget: BodyBudget): Promise<ReadBody> {
	const parts: Buffer[] = [];
	let length = 0;
	let failure: 'too-large' | 'busy' | 'gone' | undefined;
	try {
		for await (const chunk of request as AsyncIterable<Buffer>) {
			if (length + chunk.length > maxRequest) {
				failure = 'too-large';
				break;
			}
			if (!budget.take(chunk.length)) {
				failure = 'busy';
				break;
			}
			length += chunk.length;
			parts.push(chunk);
		}
	} catch {
		failure = 'gone';
	}
	if (failure !== undefined) {
		budget.giveBack(length);
		return { kind: failure };
	}
	return {
		kind: 'read',
		body: Buffer.concat(parts),
		[Symbol.dispose]: () => {
			budget.giveBack(length);
		},
	};
}
