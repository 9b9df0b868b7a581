import { Disposable, EventEmitter, window, workspace, type Event, type WorkspaceFolder } from 'vscode';
import { createOverview, type Overview } from '../../onboarding/overview';
import { createPlan, type PlannedTask, type Planning } from '../../onboarding/planning/plan';
import type { Progress } from '../../onboarding/progress/progress';
import type { FileProblem } from '../../onboarding/situationFile';
import { createProgressStore, type ProgressStore, type StoreReading } from './progressStore';
import { today } from './today';

/** How the file behind the tasks is. All but `sound` only show: nothing can be changed. */
export type FileState =
	| { readonly kind: 'sound' }
	| { readonly kind: 'newer'; readonly version: number }
	| { readonly kind: 'damaged'; readonly problems: readonly FileProblem[] };

/** The connection of one organisation, as it stands today. */
export interface Connection {
	readonly progress: Progress;
	readonly overview: Overview;
	readonly planning: Planning;
	/** By id of the task. */
	readonly planned: ReadonlyMap<string, PlannedTask>;
	readonly file: FileState;
}

/** A folder of the workspace. */
export interface Project {
	readonly folder: WorkspaceFolder;
	readonly store: ProgressStore;
	/** Null when nothing is set up, or nothing of the file can be shown. */
	readonly connection: Connection | null;
	readonly reading: StoreReading;
}

/** The folders of the workspace with their connections, kept up to date. */
export interface Projects {
	readonly onDidChange: Event<void>;
	/** Reads what has not been read. */
	readonly all: () => Promise<readonly Project[]>;
	/** What has been read, without waiting. */
	readonly loaded: () => readonly Project[];
	/** @param folder The address of a folder. */
	readonly find: (folder: string) => Promise<Project | undefined>;
	readonly dispose: () => void;
}

export function createProjects(): Projects {
	const changed = new EventEmitter<void>();
	const stores = new Map<string, { readonly store: ProgressStore; readonly listener: Disposable }>();
	const cache = new Map<
		string,
		{ readonly reading: StoreReading; readonly day: string; readonly project: Project }
	>();

	const follow = (): void => {
		const folders = new Map(
			(workspace.workspaceFolders ?? []).map((folder) => [folder.uri.toString(), folder]),
		);
		for (const [key, { store, listener }] of stores) {
			if (!folders.has(key)) {
				listener.dispose();
				store.dispose();
				stores.delete(key);
				cache.delete(key);
			}
		}
		for (const [key, folder] of folders) {
			if (!stores.has(key)) {
				const store = createProgressStore(folder);
				const listener = store.onDidChange(() => {
					changed.fire();
				});
				stores.set(key, { store, listener });
			}
		}
	};
	follow();
	const folderListener = workspace.onDidChangeWorkspaceFolders(() => {
		follow();
		changed.fire();
	});

	// Of some disks, such as those on a network, no change is told: who comes back to the window looks again.
	let day = today();
	const focusListener = window.onDidChangeWindowState(({ focused }) => {
		if (focused) {
			// What must start today is another thing since midnight.
			if (day !== today()) {
				day = today();
				changed.fire();
			}
			for (const { store } of stores.values()) {
				if (store.reading() !== undefined) {
					void store.reload();
				}
			}
		}
	});

	const projectOf = (key: string, store: ProgressStore, reading: StoreReading): Project => {
		const day = today();
		const known = cache.get(key);
		if (known?.reading === reading && known.day === day) {
			return known.project;
		}
		const project = { folder: store.folder, store, reading, connection: connectionOf(reading, day) };
		cache.set(key, { reading, day, project });
		return project;
	};
	const loaded = (): readonly Project[] =>
		[...stores].flatMap(([key, { store }]) => {
			const reading = store.reading();
			return reading === undefined ? [] : [projectOf(key, store, reading)];
		});
	const all = async (): Promise<readonly Project[]> => {
		await Promise.all([...stores.values()].map(({ store }) => store.ready()));
		return loaded();
	};

	return {
		onDidChange: changed.event,
		all,
		loaded,
		find: async (folder) => (await all()).find((project) => project.folder.uri.toString() === folder),
		dispose: () => {
			for (const { store, listener } of stores.values()) {
				listener.dispose();
				store.dispose();
			}
			Disposable.from(folderListener, focusListener, changed).dispose();
		},
	};
}

function connectionOf(reading: StoreReading, day: string): Connection | null {
	switch (reading.kind) {
		case 'absent':
		case 'unreadable':
			return null;
		case 'progress':
			return connect(reading.progress, { kind: 'sound' }, day);
		case 'newer':
			return reading.progress === null
				? null
				: connect(reading.progress, { kind: 'newer', version: reading.version }, day);
		case 'damaged':
			return reading.salvaged === null
				? null
				: connect(reading.salvaged, { kind: 'damaged', problems: reading.problems }, day);
	}
}

function connect(progress: Progress, file: FileState, day: string): Connection {
	const overview = createOverview(progress);
	const planning = createPlan(overview, day);
	const planned = new Map(planning.kind === 'plan' ? planning.tasks.map((task) => [task.id, task]) : []);
	return { progress, overview, planning, planned, file };
}
