import type { Checker, CheckTerms } from './checker';
import { EngineFailure, reportFailure } from './failure';
import { readSource } from './read';
import type { DocumentReport } from './report';

export interface FilesWithCallerOptions {
	readonly terms: CheckTerms;
	readonly signal: AbortSignal | undefined;
	readonly onReport: (file: string, report: DocumentReport) => void;
}

/** The most files that are worked on before the worker is handed its part of them, and the UTF-16 units at which they do. */
const maxFiles = 32;
const enoughText = 150_000;

/**
 * Checks files in this thread, with the engine of a worker: while it judges some, the next are read, parsed and held against
 * the rules here. On two cores that is faster than two workers, since V8 optimises each part of the program once instead of in
 * each of them.
 *
 * @param checker With an engine that lives in another thread.
 */
export async function checkFilesWithCaller(
	files: readonly string[],
	checker: Checker,
	{ terms, signal, onReport }: FilesWithCallerOptions,
): Promise<void> {
	/** The files that the worker is at while the next are read: there are never more than two such groups. */
	let before: Promise<unknown> = Promise.resolve();
	let next = 0;
	while (next < files.length && signal?.aborted !== true) {
		const group: Promise<void>[] = [];
		let length = 0;
		while (group.length < maxFiles && length < enoughText) {
			const file = files[next++];
			if (file === undefined) {
				break;
			}
			const read = readSource({ file });
			length += read.status === 'read' ? read.text.length : 0;
			group.push(
				checker
					.checkRead(read, terms)
					.catch(reportOf)
					.then((report) => {
						if (signal?.aborted !== true) {
							onReport(file, report);
						}
					}),
			);
		}
		const now = Promise.all(group);
		// In the first turn the questions reach the engine, in the second they are on their way to its worker.
		await nextTurn();
		await nextTurn();
		await before;
		before = now;
	}
	await before;
}

/** What a reader is told of a document that the engine failed on; other errors are ours. */
export function reportOf(error: unknown): DocumentReport {
	if (error instanceof EngineFailure) {
		return reportFailure(error.failure);
	}
	throw error;
}

function nextTurn(): Promise<void> {
	return new Promise((resolve) => {
		setImmediate(resolve);
	});
}
