import { basename } from 'node:path';
import type { Uri } from 'vscode';
import type { FolderSummary } from '../schema/folder/summary';
import { pageAddress } from './pages';
import type { Services } from './services';

/** The folder of the pages that tell what is in a schema folder. */
export const summaryFolder = 'schemamap';

/** @param folder Absolute path. */
export function summaryAddress(folder: string): Uri {
	return pageAddress(summaryFolder, basename(folder), folder);
}

/** Finds out what is in a schema folder, in a worker of its own: that of a large set would keep documents waiting. */
export async function summarise(folder: string, { createRunPool }: Services): Promise<FolderSummary> {
	const pool = createRunPool();
	try {
		return await pool.summarise(folder);
	} finally {
		pool[Symbol.dispose]();
	}
}
