import type { OutcomeKind } from '../../ebms/outcome/outcome';
import { durationOf, type PingRecord } from '../../ebms/ping/pingRecord';

/** What is always at hand of a Ping that was sent. */
export interface PastPing {
	readonly connection: string;
	/** ISO 8601. */
	readonly at: string;
	readonly outcome: OutcomeKind;
	readonly isSuccess: boolean;
	/** In the language of that moment. */
	readonly summary: string;
	/** Milliseconds of all phases. */
	readonly duration: number;
	/** The name of the file with all of it. */
	readonly file: string;
}

export function pastPingOf({ connection, at, isSuccess, report }: PingRecord, file: string): PastPing {
	return {
		connection,
		at,
		isSuccess,
		outcome: report.outcome,
		summary: report.explanation.summary,
		duration: durationOf(report),
		file,
	};
}

/** Pings that are kept of one connection. */
const most = 50;

/** The list with one more: the newest first, and of its connection no more than fifty. */
export function withNewest(pings: readonly PastPing[], newest: PastPing): readonly PastPing[] {
	const isOfSame = ({ connection }: PastPing): boolean => connection === newest.connection;
	return [newest, ...pings.filter(isOfSame).slice(0, most - 1), ...pings.filter((past) => !isOfSame(past))];
}

/** The one before a Ping over the same connection. */
export function beforeIn(
	pings: readonly PastPing[],
	{ connection, at }: Pick<PastPing, 'connection' | 'at'>,
): PastPing | undefined {
	const same = pings.filter((past) => past.connection === connection);
	const index = same.findIndex((past) => past.at === at);
	return index === -1 ? undefined : same[index + 1];
}
