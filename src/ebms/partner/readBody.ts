/** The largest request, in bytes. */
const maxRequest = 20 * 1000 * 1000;

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

/** A client that sends on after this many bytes is not waited for any longer. */
const maxDiscarded = 5 * maxRequest;

/**
 * Reads the body of a request, and keeps no more of it than may be. What comes after that is read too, but not kept: a client that is still
 * sending would not see an answer.
 */
export async function readBody(request: AsyncIterable<Buffer>, budget: BodyBudget): Promise<ReadBody> {
	let parts: Buffer[] = [];
	let kept = 0;
	let length = 0;
	let failure: 'too-large' | 'busy' | 'gone' | undefined;
	const refuse = (reason: 'too-large' | 'busy' | 'gone'): void => {
		budget.giveBack(kept);
		parts = [];
		kept = 0;
		failure = reason;
	};
	try {
		for await (const chunk of request) {
			length += chunk.length;
			if (length > maxDiscarded) {
				break;
			}
			if (failure === undefined && length > maxRequest) {
				refuse('too-large');
			} else if (failure === undefined && !budget.take(chunk.length)) {
				refuse('busy');
			} else if (failure === undefined) {
				kept += chunk.length;
				parts.push(chunk);
			}
		}
	} catch {
		refuse('gone');
	}
	return failure === undefined
		? {
				kind: 'read',
				body: Buffer.concat(parts),
				[Symbol.dispose]: () => {
					budget.giveBack(kept);
				},
			}
		: { kind: failure };
}
