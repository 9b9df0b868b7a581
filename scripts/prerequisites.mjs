import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { runCommand } from './runCommand.mjs';

/**
 * What the machine must have beside Node and npm.
 *
 * @typedef {'browser' | 'ripgrep' | 'wine' | 'xmllint'} Prerequisite
 */

const prerequisites = {
	browser: {
		find: findBrowser,
		debian: 'chromium',
		missing:
			'No Chromium or Google Chrome was found, which the tests in VS Code need. Install one (Debian: `apt-get install ' +
			'chromium`), or set CHROMIUM to the path of its executable.',
	},
	ripgrep: {
		find: () => findOnPath(['rg']),
		debian: 'ripgrep',
		missing:
			'`rg` (ripgrep) is not on the PATH; VS Code needs it to find files in the workspace. Install it (Debian: ' +
			'`apt-get install ripgrep`, macOS: `brew install ripgrep`).',
	},
	wine: {
		find: () => findOnPath(['wine']),
		debian: 'wine',
		missing:
			'`wine` is not on the PATH; it runs Node for Windows. Install it (Debian: `apt-get install wine`).',
	},
	xmllint: {
		find: () => findOnPath(['xmllint']),
		debian: 'libxml2-utils',
		missing:
			'`xmllint` is not on the PATH; our verdicts are compared with its verdicts. Install it (Debian: `apt-get install ' +
			'libxml2-utils`; macOS has it).',
	},
};

/**
 * Looks for what is needed; on Debian, as root, installs what is missing.
 *
 * @param {readonly Prerequisite[]} names
 * @returns {Promise<readonly string[]>} A sentence for each one that is still missing: what it is for and how to get it.
 */
export async function ensurePrerequisites(names) {
	const missing = () => [...new Set(names)].map((name) => prerequisites[name]).filter(({ find }) => !find());
	const packages = missing().map(({ debian }) => debian);
	if (packages.length > 0 && debianVersion() !== undefined && process.getuid?.() === 0) {
		await installDebianPackages(packages);
	}
	return missing().map((prerequisite) => prerequisite.missing);
}

/** The executable of Chromium or Chrome: the variable CHROMIUM, else the one that is installed. */
export function findBrowser() {
	const named = process.env.CHROMIUM;
	if (named) {
		return isFile(named) ? named : undefined;
	}
	return (
		findOnPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) ??
		[
			'/usr/bin/chromium',
			'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
			'/Applications/Chromium.app/Contents/MacOS/Chromium',
		].find(isFile)
	);
}

/**
 * @param {readonly string[]} names Names of executables, the best first.
 * @returns {string | undefined} The path of the first one that is on the PATH.
 */
export function findOnPath(names) {
	const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
	const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
	return names
		.flatMap((name) => folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))))
		.find(isFile);
}

async function installDebianPackages(packages) {
	console.log(`Installing with apt-get: ${packages.join(', ')} ...`);
	const install = () =>
		runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
			env: { DEBIAN_FRONTEND: 'noninteractive' },
			quiet: true,
		});
	let result = await install();
	if (result.status !== 0) {
		// Package lists that are absent or too old are the usual reason.
		await runCommand('apt-get', ['update', '-qq'], { quiet: true });
		result = await install();
	}
	if (result.status !== 0) {
		console.error(result.output);
	}
}

/** The major version of Debian, such as `12`; `undefined` on another system. */
export function debianVersion() {
	const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
	return /^ID=debian$/m.test(release) ? (/^VERSION_ID="?(\d+)/m.exec(release)?.[1] ?? 'testing') : undefined;
}

function isFile(path) {
	return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
