import type { DocumentVerdict } from '../../ebms/partner/checkDocument';
import type { CurlSources } from '../../ebms/ping/curlCommand';
import type { PingReport } from '../../ebms/ping/pingReport';
import type { PingResult } from '../../ebms/ping/sendPing';
import type { Connection } from './connection';

/** The messages of a Ping: sent, come back, and come to our listener. */
export const messageNames = ['request', 'response', 'received'] as const;

export type MessageName = (typeof messageNames)[number];

/** A Ping that was sent over a connection and what came of it: what the view shows. Without keys and passphrases. */
export interface SentPing {
	readonly connection: Connection;
	/** The endpoint, as written. */
	readonly url: string;
	readonly at: Date;
	readonly result: PingResult;
	readonly report: PingReport;
	/** What our validator says of the messages; `null` of one that is not there or not known to it. */
	readonly verdicts: Readonly<Record<MessageName, DocumentVerdict | null>>;
	/** `null` without a proxy; without name and password. */
	readonly proxy: string | null;
	/** Seconds. */
	readonly timeout: number;
}

/** Where the same request would get its certificates from, for curl. */
export function curlSourcesOf({ connection, proxy, timeout }: SentPing): CurlSources {
	const { certificate, key, trust } = connection;
	return {
		certificate,
		key,
		isPkcs12: /\.(?:p12|pfx)$/i.test(certificate ?? ''),
		passphraseVariable: null,
		trust,
		proxy,
		timeout,
	};
}
