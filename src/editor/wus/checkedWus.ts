import type { WusResult } from '../../ebms/wus/checkWus';
import type { WusReport } from '../../ebms/wus/wusReport';
import type { Doubt } from '../ping/page/exchangeParts';
import type { WusSetUp } from './wusSetUp';

/** A web service that was checked, and what came of it: what the view shows. Without keys and passphrases. */
export interface CheckedWus {
	readonly setUp: WusSetUp;
	/** The host, by which it is called. */
	readonly name: string;
	/** ISO 8601. */
	readonly at: string;
	readonly outcome: WusResult['outcome'];
	readonly report: WusReport;
	/** What was doubtful about the connection. */
	readonly doubts: readonly Doubt[];
	/** `null` without a proxy. */
	readonly proxy: string | null;
	/** The last request as a command for curl; `null` when nothing was sent. */
	readonly curl: string | null;
}
