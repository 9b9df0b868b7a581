import { Disposable, EventEmitter, workspace, type Event } from 'vscode';
import { certificateFiles } from './fileTypes';

/** The files of the workspace that certificates may be in, found when they are first asked for and followed from then on. */
export interface WorkspaceFiles {
	/** Absolute paths of files whose name says that they hold certificates, sorted. */
	readonly containers: () => Promise<readonly string[]>;
	/** A file came, changed or went; not told before `containers` was asked. */
	readonly onDidChange: Event<void>;
	readonly dispose: () => void;
}

/** More files than any workspace needs; the rest is left out of chains and lists. */
const mostContainers = 2000;

export function createWorkspaceFiles(): WorkspaceFiles {
	const changed = new EventEmitter<void>();
	let found: Promise<readonly string[]> | undefined;
	let watching: Disposable | undefined;

	const forget = (): void => {
		found = undefined;
		changed.fire();
	};
	const watch = (): Disposable => {
		const watcher = workspace.createFileSystemWatcher(certificateFiles);
		return Disposable.from(
			watcher,
			watcher.onDidCreate(forget),
			watcher.onDidDelete(forget),
			watcher.onDidChange(() => {
				changed.fire();
			}),
			workspace.onDidChangeWorkspaceFolders(forget),
		);
	};
	const find = async (): Promise<readonly string[]> => {
		const uris = await workspace.findFiles(certificateFiles, '**/node_modules/**', mostContainers);
		return uris
			.filter(({ scheme }) => scheme === 'file')
			.map(({ fsPath }) => fsPath)
			.sort();
	};

	return {
		containers() {
			watching ??= watch();
			found ??= find();
			return found;
		},
		onDidChange: changed.event,
		dispose() {
			watching?.dispose();
			changed.dispose();
		},
	};
}
