import { posix } from 'node:path';

/** Where a `schemaLocation` points, seen from the folder. */
export type Location =
	/** @property name Path relative to the folder, with `/`. The file need not exist. */
	| { readonly kind: 'inside'; readonly name: string }
	/** Leaves the folder: by `..`, an absolute path or a `file:` address. */
	| { readonly kind: 'outside' }
	/** An address of the web. @property fileName Its last segment. */
	| { readonly kind: 'remote'; readonly fileName: string };

/**
 * Resolves a `schemaLocation` without touching the disk.
 *
 * @param folder Absolute path. A location may leave it as long as it comes back: `../../zkn0310/ent.xsd`.
 * @param from The file that holds it, relative to the folder.
 * @param location As written. `\` counts as `/`, because many sets come from Windows.
 */
export function resolveLocation(folder: string, from: string, location: string): Location {
	const path = decoded(location).replaceAll('\\', '/');
	const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(path)?.[1]?.toLowerCase();
	if (scheme !== undefined && scheme.length > 1 && scheme !== 'file') {
		return { kind: 'remote', fileName: posix.basename(path.replace(/[?#].*$/, '')) };
	}
	if (scheme !== undefined || path.startsWith('/') || path.includes('\0')) {
		return { kind: 'outside' };
	}
	const base = `${folder.replaceAll('\\', '/').replace(/\/+$/, '')}/`;
	const absolute = posix.join(base, posix.dirname(from), path);
	return absolute.startsWith(base)
		? { kind: 'inside', name: absolute.slice(base.length) }
		: { kind: 'outside' };
}

function decoded(location: string): string {
	try {
		return decodeURIComponent(location);
	} catch {
		// A lone `%` is a legal file name.
		return location;
	}
}
