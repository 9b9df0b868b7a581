import { statSync, type Dirent, type Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { isCertificateFile } from '../certificates/fileExtensions';

/** A file that is to be checked. */
export interface InputFile {
	/** As shown to the user: the path as given, or a path below the folder as given. With `/`. */
	readonly name: string;
	/** Absolute. */
	readonly file: string;
	/** The user named it, rather than that it was met in a folder. */
	readonly named: boolean;
}

/** A file or folder that cannot be read. */
export interface UnreadableInput extends InputFile {
	/** The system's name for the error, such as `ENOENT`. */
	readonly reason: string;
}

/** What the paths of a command line lead to. */
export interface Inputs {
	/** Sorted by name (by UTF-16 code units), each file once. */
	readonly files: readonly InputFile[];
	readonly unreadable: readonly UnreadableInput[];
	/** Folders that the user named and that hold no XML file; names as given. */
	readonly withoutFiles: readonly string[];
	/** Files in those folders whose name says that they hold certificates; absolute, sorted, as many as the editor looks at. */
	readonly containers: readonly string[];
}

/** Folders that hold other people's files, or none that a person wrote. */
const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** More files with certificates than are looked at. */
const mostContainers = 3000;

/**
 * Finds the files to check: each named file, and all `*.xml` below each named folder. Links are followed, and a folder that
 * is reached a second time (a link that leads to a folder above it) is passed over.
 *
 * @param paths As given by the user.
 * @param workingFolder Absolute; `paths` are relative to it.
 * @param signal Ends the search early, with what was found so far.
 */
export async function findInputs(
	paths: readonly string[],
	workingFolder: string,
	signal: AbortSignal,
): Promise<Inputs> {
	const files = new Map<string, InputFile>();
	const unreadable = new Map<string, UnreadableInput>();
	const withoutFiles: string[] = [];
	const containers = new Set<string>();
	const visited = new Set<string>();

	/** @returns The number of files found in the folder and below it, whether or not they were known already. */
	async function walk(folder: InputFile): Promise<number> {
		let entries: readonly Dirent[];
		try {
			const real = await realpath(folder.file);
			if (visited.has(real) || signal.aborted) {
				return 1;
			}
			visited.add(real);
			entries = await readdir(folder.file, { withFileTypes: true });
		} catch (error) {
			refuse(folder, error);
			return 1;
		}
		let found = 0;
		for (const entry of entries) {
			const input = {
				name: `${folder.name}${entry.name}`,
				file: join(folder.file, entry.name),
				named: false,
			};
			found += await meet(input, entry);
		}
		return found;
	}

	async function meet(input: InputFile, entry: Dirent): Promise<number> {
		const isXml = /\.xml$/i.test(entry.name);
		let kind: Dirent | Stats = entry;
		if (entry.isSymbolicLink()) {
			try {
				kind = await stat(input.file);
			} catch (error) {
				if (isXml) {
					refuse(input, error);
				}
				return isXml ? 1 : 0;
			}
		}
		if (kind.isDirectory()) {
			return skippedFolders.has(entry.name) ? 0 : walk({ ...input, name: `${input.name}/` });
		}
		if (!isXml || !kind.isFile()) {
			if (kind.isFile() && isCertificateFile(entry.name)) {
				containers.add(input.file);
			}
			return 0;
		}
		files.set(input.file, input);
		return 1;
	}

	function refuse(input: InputFile, error: unknown): void {
		add(input, reasonOf(error));
	}

	function add(input: InputFile, reason: string): void {
		unreadable.set(input.file, { ...input, reason });
	}

	for (const path of paths) {
		if (path === '') {
			// As a variable of a shell that is not set: this is not the folder where one stands.
			add({ name: "''", file: resolve(workingFolder, "''"), named: true }, 'ENOENT');
			continue;
		}
		const input = { name: withSlashes(path), file: resolve(workingFolder, path), named: true };
		try {
			if ((await stat(input.file)).isDirectory()) {
				if ((await walk({ ...input, name: folderPrefix(path) })) === 0) {
					withoutFiles.push(input.name);
				}
			} else {
				files.set(input.file, input);
			}
		} catch (error) {
			refuse(input, error);
		}
	}
	return {
		files: [...files.values()].sort((a, b) => compareNames(a.name, b.name)),
		unreadable: [...unreadable.values()],
		withoutFiles,
		containers: [...containers].sort(compareNames).slice(0, mostContainers),
	};
}

/** Whether these paths are likely to lead to more than one file, before they are searched. */
export function mayBeMany(paths: readonly string[], workingFolder: string): boolean {
	return paths.length > 1 || paths.some((path) => isFolder(resolve(workingFolder, path)));
}

function isFolder(file: string): boolean {
	try {
		return statSync(file).isDirectory();
	} catch {
		// Why it cannot be read, the search tells.
		return false;
	}
}

/** The order of names in all output: by UTF-16 code units, the same on every machine. */
export function compareNames(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** `berichten` and `./berichten/` become `berichten/`; the folder where one stands becomes nothing. */
function folderPrefix(path: string): string {
	const normal = withSlashes(join(path, sep));
	return normal === './' ? '' : normal;
}

function withSlashes(path: string): string {
	return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** The system's name for an error, such as `ENOENT`, which the finding `check.unreadable` puts into words. */
export function reasonOf(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string'
		? error.code
		: String(error);
}
