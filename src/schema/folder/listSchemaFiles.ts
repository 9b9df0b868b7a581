import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { SchemaFolderProblem } from './schemaFolder';
import { folderProblem } from './problem';

/** How much of a folder is read at most. */
export const folderLimits = {
	/** XSD files. */
	files: 2_000,
	/** Files and folders of any kind: someone may point at a whole disk. */
	entries: 50_000,
	/** Of one file, in MB of 1,000,000 bytes. */
	fileSize: 20,
	/** Of all files together, in MB of 1,000,000 bytes. */
	totalSize: 100,
	/** Of elements in a file. */
	depth: 200,
} as const;

export interface FolderListing {
	/** XSD files that may be read: paths relative to the folder, with `/`, in the order of their names. */
	readonly files: readonly string[];
	/** Files that are there but may not be read. */
	readonly refused: readonly string[];
	readonly problems: readonly SchemaFolderProblem[];
}

/**
 * Lists the `*.xsd` files in a folder and in those below it. Links within the folder are followed; links that leave
 * it are refused.
 *
 * @throws The reason of the signal, when it is aborted.
 */
export async function listSchemaFiles(
	folder: string,
	signal: AbortSignal | undefined,
): Promise<FolderListing> {
	const files: string[] = [];
	const refused: string[] = [];
	const problems: SchemaFolderProblem[] = [];
	let entries = 0;
	let totalSize = 0;

	/** @returns `false` when a limit ends the listing. */
	const addFile = (name: string, size: number): boolean => {
		if (size > folderLimits.fileSize * 1_000_000) {
			problems.push(limitProblem('file-size', name, folderLimits.fileSize));
			refused.push(name);
			return true;
		}
		if (files.length === folderLimits.files) {
			problems.push(limitProblem('files', name, folderLimits.files));
			return false;
		}
		totalSize += size;
		if (totalSize > folderLimits.totalSize * 1_000_000) {
			problems.push(limitProblem('total-size', name, folderLimits.totalSize));
			return false;
		}
		files.push(name);
		return true;
	};

	/** @param ancestors The real paths of the folders above, against links in a circle. */
	const visitFolder = async (name: string, ancestors: readonly string[]): Promise<boolean> => {
		signal?.throwIfAborted();
		const listed = await listFolder(join(folder, name));
		if (typeof listed === 'string') {
			problems.push(unreadable(name, listed, name === '' ? folder : name));
			return true;
		}
		for (const entry of listed) {
			if (isAppleDouble(entry.name)) {
				continue;
			}
			const path = name === '' ? entry.name : `${name}/${entry.name}`;
			entries++;
			if (entries > folderLimits.entries) {
				problems.push(limitProblem('entries', path, folderLimits.entries));
				return false;
			}
			if (!(await visitEntry(path, entry, ancestors))) {
				return false;
			}
		}
		return true;
	};

	const visitEntry = async (path: string, entry: Dirent, ancestors: readonly string[]): Promise<boolean> => {
		const isXsd = /\.xsd$/i.test(path);
		if (entry.isDirectory()) {
			return visitFolder(path, [...ancestors, join(ancestors.at(-1) ?? folder, entry.name)]);
		}
		if (!entry.isSymbolicLink() && !(isXsd && entry.isFile())) {
			return true;
		}
		const [root = folder] = ancestors;
		const target = await inspect(join(folder, path));
		if (typeof target === 'string') {
			if (isXsd) {
				problems.push(unreadable(path, target));
				refused.push(path);
			}
			return true;
		}
		if (target.path !== root && !target.path.startsWith(root.endsWith(sep) ? root : root + sep)) {
			if (isXsd || target.kind === 'folder') {
				problems.push(folderProblem(path, 'schema-set.link-outside', { path }));
				refused.push(path);
			}
			return true;
		}
		if (target.kind === 'folder') {
			return ancestors.includes(target.path) || visitFolder(path, [...ancestors, target.path]);
		}
		return !isXsd || target.kind !== 'file' || addFile(path, target.size);
	};

	const root = await inspect(folder);
	if (typeof root === 'string') {
		problems.push(unreadable('', root, folder));
	} else {
		await visitFolder('', [root.path]);
	}
	return { files, refused, problems };
}

/** What macOS puts beside the files in a ZIP: notes of its own under the names of the files. */
function isAppleDouble(name: string): boolean {
	return name === '__MACOSX' || name.startsWith('._');
}

function limitProblem(
	limit: 'files' | 'entries' | 'file-size' | 'total-size',
	path: string,
	value: number,
): SchemaFolderProblem {
	return folderProblem(path, 'schema-set.limit', { limit, path, value });
}

function unreadable(name: string, reason: string, path = name): SchemaFolderProblem {
	return folderProblem(name, 'schema-set.unreadable', { path, reason });
}

/** @returns The reason when it cannot be listed. */
async function listFolder(path: string): Promise<Dirent[] | string> {
	try {
		const entries = await readdir(path, { withFileTypes: true });
		return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
	} catch (error) {
		return reasonOf(error);
	}
}

/** @returns The reason when it cannot be found out. */
async function inspect(
	path: string,
): Promise<{ path: string; kind: 'file' | 'folder' | 'other'; size: number } | string> {
	try {
		const [real, found] = await Promise.all([realpath(path), stat(path)]);
		const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
		return { path: real, kind, size: found.size };
	} catch (error) {
		return reasonOf(error);
	}
}

/** The system's word for what is wrong, such as `EACCES`, without paths. */
export function reasonOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
