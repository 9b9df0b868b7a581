import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

/** The folder, outside the clone, for what is large and the same for every clone: VS Code servers, a second Node. */
export function cacheFolder() {
	const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return join(base, 'lopende-zaken');
}

/**
 * Gives a folder of the cache and fills it first when it is not there. It is filled under another name and then
 * renamed: a half-finished install is never used, and two runs at the same time do not hinder each other.
 *
 * @param {string} name Says all that the content depends on, versions included.
 * @param {(folder: string) => Promise<void>} fill Rejects when it cannot be filled.
 * @returns {Promise<string>} The folder.
 */
export async function cachedFolder(name, fill) {
	const folder = join(cacheFolder(), name);
	if (existsSync(folder)) {
		return folder;
	}
	mkdirSync(dirname(folder), { recursive: true });
	const unfinished = mkdtempSync(`${folder}.unfinished-`);
	try {
		await fill(unfinished);
		renameSync(unfinished, folder);
	} catch (error) {
		if (!existsSync(folder)) {
			throw error;
		}
		// Another run was first: its folder is as good as ours.
	} finally {
		rmSync(unfinished, { recursive: true, force: true });
	}
	return folder;
}
