import type { FetchFault } from './status';

/** What is used of `fetch`, so that it can go by a proxy where `fetch` itself does not. */
export type Fetch = (
	url: URL,
	options: { readonly redirect: 'manual'; readonly signal: AbortSignal },
) => Promise<Response>;

/** What {@link Fetch} throws when it is the proxy that fails. */
export class ProxyFailure extends Error {}

/** How the network is reached; `fetch` of the user's environment, so that its proxy is followed. */
export interface Network {
	readonly fetch: Fetch;
	readonly signal?: AbortSignal;
	/** Of one request, in milliseconds; 10 seconds when it is not given. */
	readonly timeout?: number;
}

export type Fetched = { readonly bytes: Uint8Array } | { readonly fault: FetchFault };

const defaultTimeout = 10_000;

/** Bytes. The largest lists of PKIoverheid are far smaller. */
const maxSize = 20 * 1024 * 1024;

const maxRedirects = 5;

/** Proxy Authentication Required (RFC 9110 §15.5.8). */
const proxyWantsName = 407;

/**
 * Fetches a small file over HTTP. Follows redirections to HTTP and HTTPS, but never from HTTPS back to HTTP. Never throws, except
 * when `signal` was aborted.
 */
export async function fetchBytes(url: string, { fetch, signal, timeout }: Network): Promise<Fetched> {
	const limit = AbortSignal.timeout(timeout ?? defaultTimeout);
	const stop = signal === undefined ? limit : AbortSignal.any([signal, limit]);
	try {
		return await follow(new URL(url), fetch, stop);
	} catch (error) {
		signal?.throwIfAborted();
		return { fault: limit.aborted ? 'timeout' : error instanceof ProxyFailure ? 'proxy' : 'network' };
	}
}

async function follow(first: URL, fetch: Network['fetch'], signal: AbortSignal): Promise<Fetched> {
	let url = first;
	for (let count = 0; count <= maxRedirects; count++) {
		const response = await fetch(url, { redirect: 'manual', signal });
		const location = response.headers.get('location');
		if (response.ok) {
			return await readBody(response);
		}
		await response.body?.cancel();
		if (response.status === proxyWantsName) {
			return { fault: 'proxy' };
		}
		if (response.status < 300 || response.status > 399 || location === null) {
			return { fault: 'status' };
		}
		const next = new URL(location, url);
		const isDowngrade = url.protocol === 'https:' && next.protocol !== 'https:';
		if (isDowngrade || !['http:', 'https:'].includes(next.protocol)) {
			return { fault: 'status' };
		}
		url = next;
	}
	return { fault: 'status' };
}

async function readBody({ body }: Response): Promise<Fetched> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body ?? []) {
		const bytes = chunk as Uint8Array;
		size += bytes.byteLength;
		if (size > maxSize) {
			// Leaving the loop cancels the download.
			return { fault: 'too-large' };
		}
		chunks.push(bytes);
	}
	return { bytes: new Uint8Array(Buffer.concat(chunks)) };
}
