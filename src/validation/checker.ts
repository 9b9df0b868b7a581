import type { SchemaEngine } from '../schema/engine';
import { checkText } from './check';
import { reportWith } from './failure';
import { readSource } from './read';
import type { CheckSource, DocumentReport } from './report';
import { createSchemas } from './schemas';

/** Checks documents in the thread where it is made. */
export interface Checker {
	check(source: CheckSource, maxFindings: number): Promise<DocumentReport>;
}

/**
 * @param bundledFolder The folder `schemas` of the product.
 * @param userFolders Folders with official XSDs, absolute.
 */
export function createChecker(
	engine: SchemaEngine,
	bundledFolder: string,
	userFolders: readonly string[],
): Checker {
	const schemas = createSchemas(bundledFolder, userFolders);
	return {
		async check(source, maxFindings) {
			const read = readSource(source);
			return read.status === 'not-read'
				? reportWith(read.finding)
				: checkText(read.text, { engine, schemas, maxFindings, readingFaults: read.faults });
		},
	};
}
