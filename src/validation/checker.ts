import type { SchemaEngine } from '../schema/engine';
import { NameTable } from '../xml/names';
import { checkText } from './check';
import { reportWith } from './failure';
import { readSource, type ReadResult } from './read';
import type { CheckSource, DocumentReport } from './report';
import { createSchemas } from './schemas';

/** What a report depends on besides the document. Plain data: it crosses to a worker. */
export interface CheckTerms {
	/** Most findings in the report. */
	readonly maxFindings: number;
	/** The moment that documents are judged at; `undefined` is now. */
	readonly moment?: Date | undefined;
}

/** Checks documents in the thread where it is made. */
export interface Checker {
	check(source: CheckSource, terms: CheckTerms): Promise<DocumentReport>;
	/** Checks what was read already. */
	checkRead(read: ReadResult, terms: CheckTerms): Promise<DocumentReport>;
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
	const names = new NameTable();
	async function checkRead(read: ReadResult, { maxFindings, moment }: CheckTerms): Promise<DocumentReport> {
		if (read.status === 'not-read') {
			return reportWith(read.finding);
		}
		const { text, utf8, faults } = read;
		return checkText(text, {
			engine: utf8 === undefined ? engine : engineTaking(utf8, text, engine),
			schemas,
			maxFindings,
			now: moment ?? new Date(),
			readingFaults: faults,
			names,
		});
	}

	return { check: (source, terms) => checkRead(readSource(source), terms), checkRead };
}

/** Gives the engine the bytes that a text was read from in place of the text, so that it need not encode it again. */
function engineTaking(utf8: Uint8Array, text: string, engine: SchemaEngine): SchemaEngine {
	return {
		validate: (source, set, options) => engine.validate(source === text ? utf8 : source, set, options),
	};
}
