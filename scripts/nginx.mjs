import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { cachedFolder } from './cacheFolder.mjs';
import { debianVersion, findOnPath } from './prerequisites.mjs';
import { runCommand } from './runCommand.mjs';

/**
 * Looks for nginx: the variable NGINX, the PATH, or, on Debian, its package unpacked in the cache folder. It is not installed, so that
 * nothing is started and no port 80 is taken.
 *
 * @returns {Promise<{ path: string } | { missing: string }>} `missing`: a sentence.
 */
export async function ensureNginx() {
	const found =
		process.env.NGINX || findOnPath(['nginx']) || ['/usr/sbin/nginx'].find((path) => existsSync(path));
	if (found) {
		return { path: found };
	}
	const debian = debianVersion();
	if (debian === undefined) {
		return { missing: 'nginx is not on this machine: put it on the PATH, or set NGINX to its executable.' };
	}
	try {
		const folder = await cachedFolder(`nginx-debian-${debian}-${process.arch}`, unpackInto);
		return { path: join(folder, 'usr', 'sbin', 'nginx') };
	} catch (error) {
		return { missing: `nginx could not be fetched: ${error.message}` };
	}
}

/** @param {string} folder */
async function unpackInto(folder) {
	const download = () => runCommand('apt-get', ['download', '-qq', 'nginx'], { cwd: folder, quiet: true });
	let result = await download();
	if (result.status !== 0 && process.getuid?.() === 0) {
		// Package lists that are absent or too old are the usual reason.
		await runCommand('apt-get', ['update', '-qq'], { quiet: true });
		result = await download();
	}
	const file = readdirSync(folder).find((name) => name.endsWith('.deb'));
	if (result.status !== 0 || file === undefined) {
		throw new Error(`apt-get cannot download its package. ${result.output}`.trim());
	}
	const { status, output } = await runCommand('dpkg-deb', ['-x', join(folder, file), folder], {
		quiet: true,
	});
	const executable = join(folder, 'usr', 'sbin', 'nginx');
	if (status !== 0 || !existsSync(executable)) {
		throw new Error(`its package cannot be unpacked. ${output}`.trim());
	}
	const version = await runCommand(executable, ['-v'], { quiet: true });
	if (version.status !== 0) {
		throw new Error(`it does not run here. ${version.output}`.trim());
	}
}
