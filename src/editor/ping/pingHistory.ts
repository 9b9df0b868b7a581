import { EventEmitter, type Event, type Memento } from 'vscode';
import type { OutcomeKind } from '../../ebms/outcome/outcome';
import type { SentPing } from './sentPing';

/** What is kept of a Ping: nothing of what went over the line. */
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
}

/** The Pings of this workspace, kept in its state. */
export interface PingHistory {
	/** Of one connection, the newest first. */
	readonly of: (connection: string) => readonly PastPing[];
	readonly add: (sent: SentPing, isSuccess: boolean) => Promise<void>;
	readonly clear: () => Promise<void>;
	readonly onDidChange: Event<void>;
	readonly dispose: () => void;
}

/** Pings that are kept of one connection. */
const most = 50;

const key = 'pingHistory';

export function createPingHistory(state: Memento): PingHistory {
	const changed = new EventEmitter<void>();
	const all = (): readonly PastPing[] => state.get<readonly PastPing[]>(key) ?? [];
	const of = (connection: string): readonly PastPing[] =>
		all().filter((past) => past.connection === connection);
	const keep = async (pings: readonly PastPing[] | undefined): Promise<void> => {
		await state.update(key, pings);
		changed.fire();
	};
	return {
		of,
		add({ connection: { name }, at, report }, isSuccess) {
			const past: PastPing = {
				connection: name,
				at: at.toISOString(),
				outcome: report.outcome,
				isSuccess,
				summary: report.explanation.summary,
				duration: Object.values(report.timings).reduce((sum: number, time) => sum + (time ?? 0), 0),
			};
			const others = all().filter(({ connection }) => connection !== name);
			return keep([past, ...of(name).slice(0, most - 1), ...others]);
		},
		clear: () => keep(undefined),
		onDidChange: changed.event,
		dispose: () => {
			changed.dispose();
		},
	};
}
