import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Translate } from '../text';
import type { RunReport } from './runReport';

/** A folder of schemas that the user named. */
export interface NamedFolder {
	/** As given. */
	readonly name: string;
	/** Absolute. */
	readonly folder: string;
}

export function namedFolders(paths: readonly string[], workingFolder: string): readonly NamedFolder[] {
	return paths.map((name) => ({ name, folder: resolve(workingFolder, name) }));
}

/** Says of the first folder that is none, or may not be read, that it is so; undefined when all can be read. */
export function complaintAbout(folders: readonly NamedFolder[], t: Translate): string | undefined {
	const unreadable = folders.find(({ folder }) => !isReadableFolder(folder));
	return unreadable && t('The folder with schemas cannot be read: {0}.', unreadable.name);
}

function isReadableFolder(folder: string): boolean {
	try {
		readdirSync(folder);
		return true;
	} catch {
		return false;
	}
}

/**
 * Finds out why the user's schemas were used for none of the documents: the folders are only read again when that is so.
 *
 * @returns Whole sentences, and whether a folder has no schemas at all.
 */
export async function explainUnused(
	folders: readonly NamedFolder[],
	run: RunReport,
	t: Translate,
): Promise<{ readonly sentences: readonly string[]; readonly isEmpty: boolean }> {
	const isUsed = run.files.some(({ report }) => report.schema?.startsWith('folder:'));
	const isTold = run.files.some(({ report }) =>
		report.findings.some(({ code }) => code === 'check.schema-unusable'),
	);
	if (folders.length === 0 || run.files.length === 0 || isUsed || isTold) {
		return { sentences: [], isEmpty: false };
	}
	const [{ readSchemaFolder }, { explain }] = await Promise.all([
		import('../schema/folder/readSchemaFolder'),
		import('../validation/explain'),
	]);
	const contents = await Promise.all(
		folders.map(async ({ name, folder }) => ({ name, ...(await readSchemaFolder(folder)) })),
	);
	const empty = contents.filter(({ files }) => files.length === 0);
	const problems = contents.flatMap(({ problems }) =>
		problems.map(({ finding }) => explain(finding, t).problem),
	);
	const isEmpty = empty.length === contents.length;
	return {
		sentences: isEmpty
			? problems
			: [
					t(
						'The schemas in {0} were not used: they declare the root element of none of these documents.',
						folders.map(({ name }) => name).join(', '),
					),
					...problems,
				],
		isEmpty: empty.length > 0,
	};
}
