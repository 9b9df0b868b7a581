import { randomUUID } from 'node:crypto';
import { EventEmitter, Uri, workspace, type Event, type Memento } from 'vscode';
import { shortened, type PingRecord } from '../../ebms/ping/pingRecord';
import { beforeIn, pastPingOf, withNewest, type PastPing } from './pastPing';

/** The Pings of this workspace: a list in its state, and all of each in a file of its storage. Nothing secret is in them. */
export interface PingHistory {
	/** Of one connection, the newest first. */
	readonly of: (connection: string) => readonly PastPing[];
	readonly find: (connection: string, at: string) => PastPing | undefined;
	/** How many there are, over all connections. */
	readonly size: () => number;
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
		size: () => all().length,
		find: (connection, at) => of(connection).find((past) => past.at === at),
		before: (past) => beforeIn(all(), past),
		async add(record) {
			const file = `${randomUUID()}.json`;
			const kept = shortened(record);
			if (folder === undefined) {
				unsaved.set(file, kept);
			} else {
				await workspace.fs.writeFile(Uri.joinPath(folder, file), Buffer.from(JSON.stringify(kept)));
			}
			await keep(withNewest(all(), pastPingOf(record, file)));
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
