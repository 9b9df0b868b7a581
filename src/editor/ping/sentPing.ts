import type { PingRecord } from '../../ebms/ping/pingRecord';
import type { PingResult } from '../../ebms/ping/sendPing';

/** A Ping that can be shown: one of just now, or one that was kept. */
export interface ShownPing {
	readonly record: PingRecord;
	/** With every byte that came in; `null` of one that was kept. */
	readonly result: PingResult | null;
}

/** A Ping of just now. */
export interface SentPing extends ShownPing {
	readonly result: PingResult;
}
