import { join } from 'node:path';
import process from 'node:process';
import { cachedFolder } from './cacheFolder.mjs';
import { installPackage } from './installPackage.mjs';

/**
 * The executable of a Node of this major version: the one that runs us, or one from npm in the cache folder.
 *
 * @param {number | undefined} major Any will do when it is not given.
 * @throws {Error} A sentence, when there is none for this machine or npm cannot install it.
 */
export async function ensureNode(major) {
	if (runsHere(major)) {
		return process.execPath;
	}
	const name = `node-${process.platform}-${process.arch}`;
	if (process.platform !== 'linux') {
		throw new Error(`This needs Node ${major}: run this command with Node ${major}.`);
	}
	const folder = await cachedFolder(`${name}-${major}`, async (target) => {
		console.log(
			`Installing Node ${major} beside this Node ${process.versions.node} (once; npm package ${name}) ...`,
		);
		await installPackage(target, `${name}@${major}.x`);
	});
	return join(folder, 'node_modules', name, 'bin', 'node');
}

/** @param {number | undefined} major */
export function runsHere(major) {
	return major === undefined || Number(process.versions.node.split('.')[0]) === major;
}
