import type { DocumentReport } from './report';
import { reportFailure } from './failure';
import type { WorkerSlot } from './workerSlot';

export interface FileRunOptions {
	readonly maxFindings: number;
	readonly signal: AbortSignal | undefined;
	readonly onReport: (file: string, report: DocumentReport) => void;
}

/** The work on a list of files, shared by several workers. */
export interface FileRun {
	/** Has one worker take files until none is left or the run is cancelled. */
	workOn(slot: WorkerSlot): Promise<void>;
	/** Resolves when the run is cancelled; never otherwise. */
	readonly cancelled: Promise<void>;
}

/** Files per request: enough to make the cost of a message small, few enough to share the work evenly. */
const chunk = 24;

/**
 * Hands out the files in order, some at a time. When a worker fails on a chunk, the files of it that were not answered are
 * asked for one by one, so that only the file at fault gets the blame.
 */
export function createFileRun(files: readonly string[], options: FileRunOptions): FileRun {
	const { maxFindings, signal, onReport } = options;
	let next = 0;
	const isCancelled = (): boolean => signal?.aborted === true;

	/** @returns How many of the files were answered, and the failure if it ended with one. */
	async function askFor(
		slot: WorkerSlot,
		some: readonly string[],
	): Promise<{ readonly answered: number; readonly failed?: DocumentReport }> {
		let answered = 0;
		const outcome = await slot.ask(
			{ kind: 'check', sources: some.map((file) => ({ file })), maxFindings },
			(reports) => {
				for (const report of reports) {
					const file = some[answered++];
					if (file !== undefined && !isCancelled()) {
						onReport(file, report);
					}
				}
			},
		);
		return outcome.status === 'failed' ? { answered, failed: reportFailure(outcome.failure) } : { answered };
	}

	async function askOneByOne(slot: WorkerSlot, some: readonly string[]): Promise<void> {
		for (const file of some) {
			if (isCancelled()) {
				return;
			}
			const { answered, failed } = await askFor(slot, [file]);
			if (answered === 0 && failed !== undefined) {
				onReport(file, failed);
			}
		}
	}

	return {
		async workOn(slot) {
			while (next < files.length && !isCancelled()) {
				const some = files.slice(next, next + chunk);
				next += some.length;
				const { answered, failed } = await askFor(slot, some);
				if (failed !== undefined) {
					await askOneByOne(slot, some.slice(answered));
				}
			}
		},
		cancelled: new Promise((resolve) => {
			signal?.addEventListener(
				'abort',
				() => {
					resolve();
				},
				{ once: true },
			);
		}),
	};
}
