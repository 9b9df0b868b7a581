import { Disposable, EventEmitter, workspace, type Event } from 'vscode';
import { certificateFiles, documentFiles } from './fileTypes';

/** The files of the workspace that certificates may be in, found when they are first asked for and followed from then on. */
export interface WorkspaceFiles {
	/** Absolute paths of files whose name says that they hold certificates, sorted. */
	readonly containers: () => Promise<readonly string[]>;
	/** Those, and documents that may hold some. */
	readonly all: () => Promise<FoundFiles>;
	/** Looks for files anew at the next question, for who does not trust that every change was noticed. */
	readonly forget: () => void;
	/** A file came, changed or went; only told of kinds of files that were asked for. */
	readonly onDidChange: Event<void>;
	readonly dispose: () => void;
}

export interface FoundFiles {
	readonly paths: readonly string[];
	/** There are more than are looked at. */
	readonly isPartial: boolean;
}

/** More files of a kind than are looked at. */
const mostFiles = 3000;

export function createWorkspaceFiles(): WorkspaceFiles {
	const changed = new EventEmitter<void>();
	const containers = followFiles(certificateFiles, changed.fire.bind(changed));
	const documents = followFiles(documentFiles, changed.fire.bind(changed));
	return {
		containers: async () => (await containers.find()).paths,
		async all() {
			const [first, second] = await Promise.all([containers.find(), documents.find()]);
			return {
				paths: [...first.paths, ...second.paths],
				isPartial: first.isPartial || second.isPartial,
			};
		},
		forget() {
			containers.forget();
			documents.forget();
		},
		onDidChange: changed.event,
		dispose() {
			containers.dispose();
			documents.dispose();
			changed.dispose();
		},
	};
}

/** Files that match a pattern: looked for once, and again after one came or went. */
function followFiles(
	pattern: string,
	onChange: () => void,
): {
	readonly find: () => Promise<FoundFiles>;
	readonly forget: () => void;
	readonly dispose: () => void;
} {
	let found: Promise<FoundFiles> | undefined;
	let watching: Disposable | undefined;
	const forget = (): void => {
		found = undefined;
	};
	const change = (): void => {
		forget();
		onChange();
	};
	const watch = (): Disposable => {
		const watcher = workspace.createFileSystemWatcher(pattern);
		return Disposable.from(
			watcher,
			watcher.onDidCreate(change),
			watcher.onDidDelete(change),
			watcher.onDidChange(onChange),
			workspace.onDidChangeWorkspaceFolders(change),
		);
	};
	return {
		find() {
			watching ??= watch();
			found ??= findFiles(pattern);
			return found;
		},
		forget,
		dispose() {
			watching?.dispose();
		},
	};
}

async function findFiles(pattern: string): Promise<FoundFiles> {
	const uris = await workspace.findFiles(pattern, '**/node_modules/**', mostFiles);
	const paths = uris
		.filter(({ scheme }) => scheme === 'file')
		.map(({ fsPath }) => fsPath)
		.sort();
	return { paths, isPartial: uris.length === mostFiles };
}
