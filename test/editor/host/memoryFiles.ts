import {
	Disposable,
	EventEmitter,
	FileChangeType,
	FileSystemError,
	FileType,
	type FileChangeEvent,
	type FileSystemProvider,
	type Uri,
} from 'vscode';

/** The scheme of the addresses of files in memory. */
export const memoryScheme = 'lopende-zaken-memory';

interface MemoryFile {
	readonly content: Uint8Array;
	readonly changedAt: number;
}

/** Files in memory, as those of a repository on the web: they have addresses, and no path on a disk. */
export function createMemoryFiles(): FileSystemProvider {
	/** By path. A folder is there as long as something is in it, and the root always. */
	const files = new Map<string, MemoryFile>();
	const changed = new EventEmitter<FileChangeEvent[]>();
	const below = (path: string): string => (path.endsWith('/') ? path : `${path}/`);
	const isFolder = (path: string): boolean =>
		path === '/' || [...files.keys()].some((file) => file.startsWith(below(path)));
	const find = (uri: Uri): MemoryFile => {
		const file = files.get(uri.path);
		if (file === undefined) {
			throw FileSystemError.FileNotFound(uri);
		}
		return file;
	};
	return {
		onDidChangeFile: changed.event,
		watch: () => new Disposable(() => undefined),
		stat(uri) {
			if (isFolder(uri.path)) {
				return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
			}
			const { content, changedAt } = find(uri);
			return { type: FileType.File, ctime: 0, mtime: changedAt, size: content.length };
		},
		readDirectory({ path }) {
			const entries = new Map<string, FileType>();
			for (const file of [...files.keys()].filter((one) => one.startsWith(below(path)))) {
				const [name = '', ...rest] = file.slice(below(path).length).split('/');
				entries.set(name, rest.length === 0 ? FileType.File : FileType.Directory);
			}
			return [...entries];
		},
		createDirectory: () => undefined,
		readFile: (uri) => find(uri).content,
		writeFile(uri, content) {
			const type = files.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
			files.set(uri.path, { content, changedAt: Date.now() });
			changed.fire([{ type, uri }]);
		},
		delete(uri) {
			files.delete(uri.path);
			changed.fire([{ type: FileChangeType.Deleted, uri }]);
		},
		rename(from, to) {
			files.set(to.path, find(from));
			files.delete(from.path);
			changed.fire([
				{ type: FileChangeType.Deleted, uri: from },
				{ type: FileChangeType.Created, uri: to },
			]);
		},
	};
}
