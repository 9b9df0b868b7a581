import { sep } from 'node:path';
import { pathBelow } from '../../pathBelow';
import type { CheckedFile, RunReport } from '../runReport';

/** Gives the name under which the user knows a file: the one of the run, else the path from where the user stands. */
export function createNaming(run: RunReport, workingFolder: string): (file: string) => string {
	const names = new Map(
		run.files.flatMap((checked: CheckedFile) =>
			checked.file ? [[checked.file, checked.name] as const] : [],
		),
	);
	return (file) => names.get(file) ?? pathFrom(workingFolder, file);
}

/** The path from a folder, with `/`; the absolute path when the file stands outside it. */
function pathFrom(folder: string, file: string): string {
	return pathBelow(folder, file) ?? file.replaceAll(sep, '/');
}
