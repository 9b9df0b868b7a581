import { EventEmitter, type Event, type Memento } from 'vscode';
import type { Translate } from '../../text';
import {
	onDidChangeConnections,
	readConnections,
	type ConfiguredConnection,
	type Unusable,
} from './configuredConnection';

/** The connections that can be chosen, and the one that was used last. */
export interface Connections {
	/** Those of the setting, and the partner on this machine as long as it runs. */
	readonly all: () => readonly (ConfiguredConnection | Unusable)[];
	readonly find: (name: string) => ConfiguredConnection | Unusable | undefined;
	/**
	 * The one that was chosen or used last in this workspace; when it is not there any more, the first that is not of production. `undefined` when
	 * there is none that can be used.
	 */
	readonly active: () => ConfiguredConnection | undefined;
	readonly activate: (name: string) => Promise<void>;
	/** Tells of the partner on this machine, and of its end with `undefined`. */
	readonly setLocal: (connection: ConfiguredConnection | undefined) => void;
	readonly onDidChange: Event<void>;
	readonly dispose: () => void;
}

const key = 'activeConnection';

/** @param state The state of the workspace. */
export function createConnections(state: Memento, t: Translate): Connections {
	const changed = new EventEmitter<void>();
	let local: ConfiguredConnection | undefined;
	const watcher = onDidChangeConnections(() => {
		changed.fire();
	});
	const all = (): readonly (ConfiguredConnection | Unusable)[] => {
		const set = readConnections(t);
		const running = local;
		return running === undefined || set.some(({ name }) => name === running.name) ? set : [...set, running];
	};
	return {
		all,
		find: (name) => all().find((one) => one.name === name),
		active() {
			const usable = all().filter((one): one is ConfiguredConnection => 'source' in one);
			const last = state.get<string>(key);
			return (
				usable.find(({ name }) => name === last) ??
				usable.find(({ environment }) => environment !== 'production') ??
				usable[0]
			);
		},
		async activate(name) {
			if (state.get<string>(key) !== name) {
				await state.update(key, name);
				changed.fire();
			}
		},
		setLocal(connection) {
			// It is told of all that comes in at the partner, which mostly leaves the connection as it is.
			if (JSON.stringify(connection) !== JSON.stringify(local)) {
				local = connection;
				changed.fire();
			}
		},
		onDidChange: changed.event,
		dispose() {
			watcher.dispose();
			changed.dispose();
		},
	};
}
