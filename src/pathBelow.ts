import platformPath, { type PlatformPath } from 'node:path';

/**
 * The path from a folder to a file in it or below it, as it stands in files that people share and in what is shown: with `/` on
 * every system. `''` for the folder itself; `undefined` for a file elsewhere, such as on another drive of Windows.
 *
 * @param folder Absolute.
 * @param file Absolute.
 * @param path The rules of another system, for tests.
 */
export function pathBelow(
	folder: string,
	file: string,
	path: PlatformPath = platformPath,
): string | undefined {
	const inside = path.relative(folder, file);
	return inside === '..' || inside.startsWith(`..${path.sep}`) || path.isAbsolute(inside)
		? undefined
		: inside.replaceAll(path.sep, '/');
}
