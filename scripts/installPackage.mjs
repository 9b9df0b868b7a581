import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './runCommand.mjs';

/**
 * Installs an npm package in a folder of its own, without running its scripts.
 *
 * @param {string} folder
 * @param {string} specification `name@version`
 */
export async function installPackage(folder, specification) {
	writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
	await npmInstall(folder, [specification]);
}

/**
 * @param {string} folder
 * @param {readonly string[]} args
 * @throws {Error} With the output of npm.
 */
export async function npmInstall(folder, args) {
	const { status, output } = await runNpm(
		['install', ...args, '--ignore-scripts', '--no-audit', '--no-fund', '--engine-strict=false'],
		{ cwd: folder, quiet: true, timeoutSeconds: 900 },
	);
	if (status !== 0) {
		throw new Error(`npm could not install ${args.join(' ')} in ${folder}:\n${output}`);
	}
}
