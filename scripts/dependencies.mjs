import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';
import { runNpm } from './runCommand.mjs';

/**
 * Installs the packages of package-lock.json unless node_modules holds exactly those. npm itself leaves a list of what it
 * installed, at the end of a complete install: that list is compared.
 *
 * @throws {Error} When the install fails.
 */
export async function ensureDependencies() {
	if (isInstalled()) {
		return;
	}
	console.log('Installing the packages of package-lock.json (npm ci) ...');
	const { status } = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root });
	if (status !== 0) {
		throw new Error(
			'npm could not install the packages. Its message is above; most often the network or a proxy is the reason ' +
				'(`npm config list` shows what npm uses).',
		);
	}
}

function isInstalled() {
	const wanted = readPackages(join(root, 'package-lock.json'));
	const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
	if (!wanted || !installed) {
		return false;
	}
	return Object.entries(wanted).every(([path, { version, optional }]) => {
		const found = installed[path];
		return path === '' || (found ? found.version === version : optional === true);
	});
}

/** @returns {Record<string, {version?: string, optional?: boolean}> | undefined} */
function readPackages(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return undefined;
	}
}
