import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { runFolder } from './runFolder';

/** Programs that make and read the same files as we do: second opinions, where they are on this machine. */
export type Tool = 'openssl' | 'keytool';

const probes: Readonly<Record<Tool, readonly string[]>> = { openssl: ['version'], keytool: ['-help'] };

/** Whether a program is there; when it is not, says so, as some tests are not defined then. */
export function isPresent(tool: Tool): boolean {
	const isThere = spawnSync(tool, probes[tool]).status === 0;
	if (!isThere) {
		console.log(`${tool} is not on this machine: the tests that compare with it do not run.`);
	}
	return isThere;
}

/** Runs a program in a folder and gives its standard output. */
export function run(tool: Tool, folder: string, ...args: readonly string[]): string {
	const english = tool === 'keytool' ? ['-J-Duser.language=en'] : [];
	const { status, stdout, stderr } = spawnSync(tool, [...args, ...english], {
		cwd: folder,
		encoding: 'utf8',
		env: { ...process.env, LC_ALL: 'C.UTF-8' },
	});
	if (status !== 0) {
		throw new Error(`${tool} ${args.join(' ')}: ${stdout}${stderr}`);
	}
	return stdout;
}

/** A folder for the files of one suite; removed when the run ends. */
export function temporaryFolder(): string {
	return mkdtempSync(join(runFolder(), 'suite-'));
}
