import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { decodeContent } from './decodeContent';
import type { Endpoint } from './endpoint';

/** A request as it goes over the line. */
export interface HttpRequest {
	readonly method: 'GET' | 'POST';
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	/** `''` for a GET. */
	readonly body: string;
}

/** What came back. */
export interface HttpResponse {
	readonly status: number;
	/** Names in lower case; of a name that came more than once the values with `, ` between. */
	readonly headers: Readonly<Record<string, string>>;
	/** As far as it was read. Without its `Content-Encoding`, when it is complete and that could be undone. */
	readonly body: Buffer;
	/**
	 * - `complete`: all of it.
	 * - `cut`: the connection broke, or what came stopped.
	 * - `overrun`: more came than its `Content-Length` says; the body is what that leaves.
	 * - `too-large`: reading stopped at the limit.
	 */
	readonly state: 'complete' | 'cut' | 'overrun' | 'too-large';
}

/** Bytes of a response that are read: an answer to a Ping has a few thousand. */
export const maxResponse = 5 * 1024 * 1024;

/** Bytes of the headers of a response that are read: portals give cookies of tens of thousands, which Node's own limit does not let in. */
export const maxResponseHeaders = 256 * 1024;

export interface SendingProgress {
	readonly onSent: () => void;
	/** Told what is there of the response: at its start, and again when it breaks off. */
	readonly onResponse: (response: HttpResponse) => void;
}

/**
 * Sends a request over a connection that is there already, and reads the response. Redirects are not followed.
 *
 * @throws Errors of the connection and of the HTTP parser, after what was read has been told.
 */
export async function sendRequest(
	connection: Duplex,
	endpoint: Endpoint,
	{ method, url, headers, body }: HttpRequest,
	progress: SendingProgress,
	signal: AbortSignal,
): Promise<void> {
	const { pathname, search } = new URL(url);
	const sending = request({
		method,
		host: endpoint.host,
		path: `${pathname}${search}`,
		headers,
		createConnection: () => connection,
		maxHeaderSize: maxResponseHeaders,
		signal,
	});
	let isSent = false;
	// A server may answer before it has taken all of the request.
	const tellSent = (): void => {
		if (!isSent) {
			isSent = true;
			progress.onSent();
		}
	};
	let fault: unknown;
	sending.on('finish', tellSent).on('error', (error) => {
		fault = error;
	});
	sending.end(body);
	const response = await responseTo(sending, signal);
	tellSent();
	try {
		await readResponse(response, progress, () => isSurplus(fault, response));
	} catch (error) {
		// Of what the parser stumbles over half-way, the response only tells that it was cut.
		throw fault ?? error;
	}
}

/** A response of any kind: one that takes the connection over for another protocol (101) is told by an event of its own. */
async function responseTo(sending: ClientRequest, signal: AbortSignal): Promise<IncomingMessage> {
	sending.once('upgrade', (response: IncomingMessage) => {
		sending.emit('response', response);
	});
	const [response] = (await once(sending, 'response', { signal })) as [IncomingMessage];
	return response;
}

/** Whether the parser stumbled over what came after the end of a body whose length was given. */
function isSurplus(fault: unknown, { headers }: IncomingMessage): boolean {
	return (
		headers['content-length'] !== undefined &&
		fault instanceof Error &&
		'code' in fault &&
		String(fault.code).startsWith('HPE_')
	);
}

/** @param hasSurplus Whether more came than the body; to be asked at its end. */
async function readResponse(
	response: IncomingMessage,
	{ onResponse }: SendingProgress,
	hasSurplus: () => boolean,
): Promise<void> {
	const parts: Buffer[] = [];
	let length = 0;
	const soFar = (state: HttpResponse['state']): HttpResponse => ({
		status: response.statusCode ?? 0,
		headers: headersOf(response),
		body: Buffer.concat(parts),
		state,
	});
	try {
		for await (const chunk of response as AsyncIterable<Buffer>) {
			const room = maxResponse - length;
			parts.push(chunk.subarray(0, room));
			length += chunk.length;
			if (length > maxResponse) {
				onResponse(soFar('too-large'));
				return;
			}
		}
		const whole = soFar('complete');
		onResponse({
			...whole,
			...(hasSurplus()
				? { state: 'overrun' }
				: decodeContent(whole.body, whole.headers['content-encoding'] ?? '', maxResponse)),
		});
	} catch (error) {
		onResponse(soFar('cut'));
		throw error;
	}
}

function headersOf({ headers }: IncomingMessage): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [
			name,
			Array.isArray(value) ? value.join(', ') : (value ?? ''),
		]),
	);
}
