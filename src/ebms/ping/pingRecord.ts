import type { ConnectionEnvironment } from '../connection';
import type { PingReport } from './pingReport';
import type { SavedMessages } from './savePing';

/** The messages of a Ping: sent, come back, and come to our listener. */
export const messageNames = ['request', 'response', 'received'] as const;

export type MessageName = (typeof messageNames)[number];

/** What our validator says of a message: the errors, by line; `null` of one that is not there or not known to it. */
export type MessageVerdict = readonly { readonly line: number; readonly problem: string }[] | null;

/**
 * A Ping that was sent over a connection and what came of it, in the words of that moment. Plain data, which can be kept: no key, no
 * passphrase and no name or password of a proxy is in it.
 */
export interface PingRecord {
	readonly version: 1;
	/** The name of the connection. */
	readonly connection: string;
	readonly environment: ConnectionEnvironment;
	/** The endpoint, as written. */
	readonly url: string;
	/** ISO 8601, UTC. */
	readonly at: string;
	readonly isSuccess: boolean;
	readonly report: PingReport;
	/** What was doubtful about the connection. */
	readonly doubts: readonly {
		readonly code: string;
		readonly problem: string;
		readonly cure: string;
		readonly source: string;
	}[];
	readonly verdicts: Readonly<Record<MessageName, MessageVerdict>>;
	/** `null` without a proxy. */
	readonly proxy: string | null;
	/** The request as a command for curl; `null` when nothing was sent. */
	readonly curl: string | null;
}

/** UTF-16 units of a body that are kept: a Ping or Pong has some thousands. */
const keptLength = 64 * 1024;

/** A record of a size that fifty can be kept of. */
export function shortened(record: PingRecord): PingRecord {
	const { request, response, received } = record.report;
	const cut = <M extends { readonly body: string }>(message: M): M => ({
		...message,
		body: message.body.slice(0, keptLength),
	});
	return {
		...record,
		report: {
			...record.report,
			request: request && cut(request),
			response: response && {
				...cut(response),
				complete: response.complete && response.body.length <= keptLength,
			},
			received: received && cut(received),
		},
	};
}

/** The messages as far as a record has them. */
export function messagesIn({ report }: PingRecord): SavedMessages {
	const { request, response, received } = report;
	return {
		request,
		response: response && { ...response, body: Buffer.from(response.body) },
		received: received && { ...received, body: Buffer.from(received.body) },
	};
}

/** Milliseconds of all phases. */
export function durationOf({ timings }: PingReport): number {
	return Object.values(timings).reduce((sum: number, time) => sum + (time ?? 0), 0);
}
