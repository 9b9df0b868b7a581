import { once } from 'node:events';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/** Answers of these statuses have no body (Fetch standard, null body status). */
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Waits for the answer to a request that was sent with Node's `http` or `https`, as `fetch` would give it; of the headers it has only
 * `location`.
 *
 * @throws What goes wrong on the way, as the request tells it.
 */
export async function responseTo(asking: ClientRequest): Promise<Response> {
	const [message] = (await once(asking, 'response')) as [IncomingMessage];
	const status = message.statusCode ?? 0;
	const { location } = message.headers;
	const headers = location === undefined ? {} : { location };
	if (withoutBody.has(status)) {
		message.resume();
		return new Response(null, { status, headers });
	}
	return new Response(Readable.toWeb(message), { status, headers });
}
