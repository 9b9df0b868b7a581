import { randomUUID } from 'node:crypto';
import { EventEmitter, Uri, workspace, type Event, type Memento } from 'vscode';
import type { OutcomeKind } from '../../ebms/outcome/outcome';
import { durationOf, shortened, type PingRecord } from '../../ebms/ping/pingRecord';

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

/** The Pings of this workspace: a list in its state, and all of each in a file of its storage. Nothing secret is in them. */
export interface PingHistory {
	/** Of one connection, the newest first. */
	readonly of: (connection: string) => readonly PastPing[];
	readonly find: (connection: string, at: string) => PastPing | undefined;
	/** The one before it over the same connection. */
	readonly before: (past: Pick<PastPing, 'connection' | 'at'>) => PastPing | undefined;
	readonly add: (record: PingRecord) => Promise<void>;
	/** All of it; `undefined` when it is not there any more. */
	readonly open: (past: PastPing) => Promise<PingRecord | undefined>;
	/** Forgets those of one connection, or all. */
	readonly clear: (connection?: string) => Promise<void>;
	readonly onDidChange: Event<void>;
	readonly dispose: () => void;
}

/** Pings that are kept of one connection. */
const most = 50;

const key = 'pingHistory';

/** @param storage That of the workspace; without a workspace they are only kept as long as the window is open. */
export function createPingHistory(state: Memento, storage: Uri | undefined): PingHistory {
	const changed = new EventEmitter<void>();
	const unsaved = new Map<string, PingRecord>();
	const folder = storage && Uri.joinPath(storage, 'pings');
	const all = (): readonly PastPing[] => state.get<readonly PastPing[]>(key) ?? [];
	const of = (connection: string): readonly PastPing[] =>
		all().filter((past) => past.connection === connection);

	/** Keeps these only. */
	async function keep(pings: readonly PastPing[]): Promise<void> {
		const files = new Set(pings.map(({ file }) => file));
		const dropped = all().filter(({ file }) => !files.has(file));
		await state.update(key, pings.length === 0 ? undefined : pings);
		changed.fire();
		await Promise.all(dropped.map(({ file }) => remove(file)));
	}

	async function remove(file: string): Promise<void> {
		unsaved.delete(file);
		if (folder !== undefined) {
			try {
				await workspace.fs.delete(Uri.joinPath(folder, file));
			} catch {
				// It is gone already, which is what was wanted.
			}
		}
	}

	return {
		of,
		find: (connection, at) => of(connection).find((past) => past.at === at),
		before({ connection, at }) {
			const pings = of(connection);
			return pings[pings.findIndex((past) => past.at === at) + 1];
		},
		async add(record) {
			const { connection, at, isSuccess, report } = record;
			const file = `${randomUUID()}.json`;
			const kept = shortened(record);
			if (folder === undefined) {
				unsaved.set(file, kept);
			} else {
				await workspace.fs.writeFile(Uri.joinPath(folder, file), Buffer.from(JSON.stringify(kept)));
			}
			const past: PastPing = {
				connection,
				at,
				isSuccess,
				outcome: report.outcome,
				summary: report.explanation.summary,
				duration: durationOf(report),
				file,
			};
			const others = all().filter((one) => one.connection !== connection);
			await keep([past, ...of(connection).slice(0, most - 1), ...others]);
		},
		async open({ file }) {
			const inMemory = unsaved.get(file);
			if (inMemory !== undefined || folder === undefined) {
				return inMemory;
			}
			try {
				const bytes = await workspace.fs.readFile(Uri.joinPath(folder, file));
				return JSON.parse(Buffer.from(bytes).toString('utf8')) as PingRecord;
			} catch {
				// The storage was cleaned up by hand, or the file is damaged.
				return undefined;
			}
		},
		clear: (connection) =>
			keep(connection === undefined ? [] : all().filter((past) => past.connection !== connection)),
		onDidChange: changed.event,
		dispose: () => {
			changed.dispose();
		},
	};
}
