import { stat } from 'node:fs/promises';
import type { FolderSummary } from '../schema/folder/summary';
import { whenAborted } from './cancellation';
import type { Checker, CheckTerms } from './checker';
import { EngineFailure, noReport, reportFailure } from './failure';
import { createFileRun, type FileRunOptions } from './fileRun';
import { checkFilesWithCaller, reportOf, type FilesWithCallerOptions } from './filesWithCaller';
import { unpackReports, type WorkerAnswer, type WorkerRequestBody } from './protocol';
import type { CheckResult, CheckSource, DocumentReport } from './report';
import { createWorkerSlot, type WorkerSlot } from './workerSlot';

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
	/**
	 * Whether the calling thread may do a part of the work: on a large file, and on many files when there is but one worker. For
	 * the command line; the editor's thread must stay free.
	 */
	readonly callerHelps?: boolean;
	/** Seconds without a sign of life after which a worker is stopped; 30 unless told. */
	readonly timeLimit?: number;
	/** Most memory of a worker's own heap in MB; 2048 unless told. */
	readonly memoryLimit?: number;
}

export interface CheckOptions extends CheckTerms {
	/** The newest request with the same key wins: an older one that has not been answered ends as `superseded`. */
	readonly key?: string;
	readonly signal?: AbortSignal;
}

export interface CheckFilesOptions extends CheckTerms {
	readonly signal?: AbortSignal;
	/** Called once per file, in the order in which they are done. */
	readonly onReport: (file: string, report: DocumentReport) => void;
}

/**
 * Checks documents in workers. A worker that hangs, runs out of memory or crashes is replaced; only the document at fault
 * gets a finding `check.*` that says so.
 */
export interface CheckerPool extends Disposable {
	/** Starts so many of the workers now, if there are so many, so that they are ready when they are needed. */
	warmUp(workers: number): void;
	check(source: CheckSource, options: CheckOptions): Promise<CheckResult>;
	/** Checks many files, on all workers. Ends within 200 ms of an abort; gives whether it was finished. */
	checkFiles(files: readonly string[], options: CheckFilesOptions): Promise<'finished' | 'cancelled'>;
	/**
	 * Reads and compiles a folder of XSDs and tells what is in it.
	 *
	 * @throws {EngineFailure} When the worker fails.
	 */
	summarise(folder: string): Promise<FolderSummary>;
	/** Takes effect from the next request on; also call it with the same folders when a file in one changed. */
	setSchemaFolders(folders: readonly string[]): void;
}

/** Files from this size on (bytes) are worth two threads. */
const largeFile = 500_000;

/** @returns A pool that the caller owns and disposes. */
export function createCheckerPool(options: CheckerPoolOptions): CheckerPool {
	let schemaFolders = options.schemaFolders;
	/** Counts the changes of the folders, so that each worker learns of them before its next request. */
	let foldersVersion = 0;
	const told = new Map<WorkerSlot, number>();
	const slots = Array.from({ length: options.size }, () =>
		createWorkerSlot({
			workerFile: options.workerFile,
			setup: () => ({ bundledSchemas: options.bundledSchemas, schemaFolders }),
			timeLimit: options.timeLimit ?? 30,
			memoryLimit: options.memoryLimit ?? 2048,
			log: options.log,
		}),
	);
	const idle = [...slots];
	const waiting: ((slot: WorkerSlot) => void)[] = [];
	const newest = new Map<string, () => void>();

	/** Waits for a worker and has it do `work`. */
	async function withSlot<T>(work: (slot: WorkerSlot) => Promise<T>): Promise<T> {
		const slot = idle.pop() ?? (await new Promise<WorkerSlot>((resolve) => waiting.push(resolve)));
		try {
			if (foldersVersion > (told.get(slot) ?? 0)) {
				told.set(slot, foldersVersion);
				await slot.ask({ kind: 'use-folders', schemaFolders });
			}
			return await work(slot);
		} finally {
			const next = waiting.shift();
			if (next === undefined) {
				idle.push(slot);
			} else {
				next(slot);
			}
		}
	}

	async function checkInWorker(source: CheckSource, terms: CheckTerms): Promise<DocumentReport> {
		return withSlot(async (slot) => {
			const outcome = await slot.ask({ kind: 'check', sources: [source], terms });
			if (outcome.status === 'failed') {
				return reportFailure(outcome.failure);
			}
			const { answer } = outcome;
			const [report] = answer.kind === 'check' ? unpackReports(answer.reports) : [];
			return report ?? reportFailure(noReport);
		});
	}

	/** A checker that parses and applies the rules here while a worker holds the text against the schema. */
	async function createCheckerHere(slot: WorkerSlot): Promise<Checker> {
		slot.warmUp();
		const [{ createChecker }, { createRemoteEngine }] = await Promise.all([
			import('./checker'),
			import('./remoteEngine'),
		]);
		return createChecker(createRemoteEngine(slot), options.bundledSchemas, schemaFolders);
	}

	async function checkTogether(file: string, terms: CheckTerms): Promise<DocumentReport> {
		return withSlot(async (slot) => {
			const checker = await createCheckerHere(slot);
			return checker.check({ file }, terms).catch(reportOf);
		});
	}

	async function checkManyTogether(
		slot: WorkerSlot,
		files: readonly string[],
		runOptions: FilesWithCallerOptions,
	): Promise<void> {
		await checkFilesWithCaller(files, await createCheckerHere(slot), runOptions);
	}

	async function checkManyInWorkers(
		files: readonly string[],
		runOptions: Omit<FileRunOptions, 'workers'>,
	): Promise<void> {
		const run = createFileRun(files, { workers: slots.length, ...runOptions });
		const work = slots.map(async () => {
			// The worker is given back after each turn, so that a single check need not wait for all files.
			while (run.hasMore()) {
				await withSlot((slot) => run.takeTurn(slot));
			}
		});
		await Promise.all(work);
	}

	async function ask(request: WorkerRequestBody): Promise<WorkerAnswer> {
		return withSlot(async (slot) => {
			const outcome = await slot.ask(request);
			if (outcome.status === 'failed') {
				throw new EngineFailure(outcome.failure);
			}
			return outcome.answer;
		});
	}

	return {
		warmUp(workers) {
			// The last ones are asked first.
			for (const slot of slots.slice(-workers)) {
				slot.warmUp();
			}
		},
		async check(source, { maxFindings, moment, key, signal }) {
			const terms = { maxFindings, moment };
			if (signal?.aborted === true) {
				return { status: 'cancelled' };
			}
			const together =
				options.callerHelps === true && 'file' in source && (await sizeOf(source.file)) >= largeFile;
			return new Promise((resolve, reject) => {
				const supersede = (): void => {
					resolve({ status: 'superseded' });
				};
				if (key !== undefined) {
					newest.get(key)?.();
					newest.set(key, supersede);
				}
				signal?.addEventListener(
					'abort',
					() => {
						resolve({ status: 'cancelled' });
					},
					{ once: true },
				);
				const check =
					together && 'file' in source ? checkTogether(source.file, terms) : checkInWorker(source, terms);
				check.then((report) => {
					resolve({ status: 'checked', report });
				}, reject);
				void check.finally(() => {
					if (key !== undefined && newest.get(key) === supersede) {
						newest.delete(key);
					}
				});
			});
		},
		async checkFiles(files, { maxFindings, moment, signal, onReport }) {
			const terms = { maxFindings, moment };
			const [slot] = slots;
			const work =
				options.callerHelps === true && slots.length === 1 && slot !== undefined
					? checkManyTogether(slot, files, { terms, signal, onReport })
					: checkManyInWorkers(files, { terms, signal, onReport });
			await Promise.race([work, whenAborted(signal)]);
			return signal?.aborted === true ? 'cancelled' : 'finished';
		},
		async summarise(folder) {
			const answer = await ask({ kind: 'summarise', folder });
			return answer.kind === 'summarise' ? answer.summary : unexpected(answer);
		},
		setSchemaFolders(folders) {
			schemaFolders = folders;
			foldersVersion++;
		},
		[Symbol.dispose]() {
			for (const slot of slots) {
				slot[Symbol.dispose]();
			}
		},
	};
}

function unexpected(answer: WorkerAnswer): never {
	throw new EngineFailure({
		kind: 'crashed',
		reason: `The worker answered another question: ${answer.kind}`,
	});
}

/** The size in bytes; 0 when it cannot be told, so that the one who reads the file says why. */
async function sizeOf(file: string): Promise<number> {
	try {
		return (await stat(file)).size;
	} catch {
		return 0;
	}
}
