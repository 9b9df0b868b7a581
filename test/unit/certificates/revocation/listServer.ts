import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A real HTTP server on loopback, and a `fetch` for which it is every host. */
export interface ListServer {
	readonly origin: string;
	readonly fetch: typeof fetch;
	/** Paths that were asked for, in order. */
	readonly requests: readonly string[];
	readonly answer: (path: string, answer: Answer | Uint8Array) => void;
	readonly close: () => Promise<void>;
}

export async function startListServer(): Promise<ListServer> {
	const answers = new Map<string, Answer>();
	const requests: string[] = [];
	const server: Server = createServer((request, response) => {
		const path = request.url ?? '';
		requests.push(path);
		const answer = answers.get(path);
		if (answer === undefined) {
			response.writeHead(404).end();
		} else {
			answer(response, request);
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		origin,
		requests,
		fetch: (input, init) => {
			const url = new URL(input instanceof Request ? input.url : input);
			return fetch(new URL(url.pathname, origin), init);
		},
		answer(path, given) {
			answers.set(
				path,
				typeof given === 'function'
					? given
					: (response) => {
							response.writeHead(200, { 'Content-Type': 'application/pkix-crl' }).end(given);
						},
			);
		},
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => {
					resolve();
				});
			}),
	};
}
