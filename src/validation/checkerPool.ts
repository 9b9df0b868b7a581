import type { FolderSummary } from '../schema/folder/summary';
import type { CheckResult, CheckSource, DocumentReport } from './report';

export interface CheckerPoolOptions {
	/** Absolute path of `dist/engine.worker.mjs`. */
	readonly workerFile: string;
	/** Absolute path of the folder `schemas` of the product. */
	readonly bundledSchemas: string;
	/** Number of workers; they start when they are first needed. */
	readonly size: number;
	/** Folders with official XSDs, absolute; the first that declares a root wins. */
	readonly schemaFolders: readonly string[];
	/** Told of faults of ours and of restarts. */
	readonly log: (message: string) => void;
}

export interface CheckOptions {
	/** Most findings to give back. */
	readonly maxFindings: number;
	/** The newest request with the same key wins: an older one that has not been answered ends as `superseded`. */
	readonly key?: string;
	readonly signal?: AbortSignal;
}

export interface CheckFilesOptions {
	readonly maxFindings: number;
	readonly signal?: AbortSignal;
	/** Called once per file, in the order in which they are done. */
	readonly onReport: (file: string, report: DocumentReport) => void;
}

/**
 * Checks documents in workers. A worker that hangs, runs out of memory or crashes is replaced; only the document at fault
 * gets a finding `check.*` that says so.
 */
export interface CheckerPool extends Disposable {
	check(source: CheckSource, options: CheckOptions): Promise<CheckResult>;
	/** Checks many files, on all workers. Ends within 200 ms of an abort; gives whether it was finished. */
	checkFiles(files: readonly string[], options: CheckFilesOptions): Promise<'finished' | 'cancelled'>;
	/** Reads and compiles a folder of XSDs and tells what is in it. */
	summarise(folder: string, signal?: AbortSignal): Promise<FolderSummary>;
	/** Takes effect from the next request on; also call it with the same folders when a file in one changed. */
	setSchemaFolders(folders: readonly string[]): void;
}

/** @returns A pool that the caller owns and disposes. */
export function createCheckerPool(options: CheckerPoolOptions): CheckerPool {
	throw new Error(options.workerFile);
}
