import type { CheckTerms } from './checker';
import type { DocumentReport } from './report';
import { noReport, reportFailure } from './failure';
import { unpackReports } from './protocol';
import type { WorkerSlot } from './workerSlot';

export interface FileRunOptions {
	/** How many workers share the work. */
	readonly workers: number;
	readonly terms: CheckTerms;
	readonly signal: AbortSignal | undefined;
	readonly onReport: (file: string, report: DocumentReport) => void;
}

/** The work on a list of files, shared by several workers. */
export interface FileRun {
	/** Whether files are left to hand out; not when the run is cancelled. */
	hasMore(): boolean;
	/** Has one worker check some files, for about as long as it takes to answer. */
	takeTurn(slot: WorkerSlot): Promise<void>;
}

/** Most files per request: so many valid ones of 4 kB take a worker about as long as it goes on without answering. */
const maxFiles = 256;

/**
 * Hands out the files, some at a time; those that a worker did not come to are handed out again. When a worker fails, the
 * files of its request are asked for one by one, so that only the file at fault gets the blame.
 */
export function createFileRun(files: readonly string[], options: FileRunOptions): FileRun {
	const { workers, terms, signal, onReport } = options;
	/** What is still to be handed out, in order. */
	const waiting: (readonly string[])[] = files.length > 0 ? [files] : [];
	const isCancelled = (): boolean => signal?.aborted === true;

	/** Fewer towards the end, so that all workers end at about the same time. */
	function take(): readonly string[] {
		const left = waiting.reduce((count, { length }) => count + length, 0);
		const size = Math.min(maxFiles, Math.ceil(left / (2 * workers)));
		const first = waiting.shift() ?? [];
		if (first.length > size) {
			waiting.unshift(first.slice(size));
		}
		return first.slice(0, size);
	}

	/** Asks for some files and passes on the reports. */
	async function askFor(slot: WorkerSlot, some: readonly string[]): Promise<AskedFiles> {
		const sources = some.map((file) => ({ file }));
		const outcome = await slot.ask({ kind: 'check', sources, terms });
		if (outcome.status === 'failed') {
			return { status: 'failed', report: reportFailure(outcome.failure) };
		}
		const reports = outcome.answer.kind === 'check' ? unpackReports(outcome.answer.reports) : [];
		if (reports.length === 0) {
			return { status: 'failed', report: reportFailure(noReport) };
		}
		for (const [index, report] of reports.entries()) {
			const file = some[index];
			if (file !== undefined && !isCancelled()) {
				onReport(file, report);
			}
		}
		return { status: 'answered', left: some.slice(reports.length) };
	}

	async function askOneByOne(slot: WorkerSlot, some: readonly string[]): Promise<void> {
		for (const file of some) {
			if (isCancelled()) {
				return;
			}
			const asked = await askFor(slot, [file]);
			if (asked.status === 'failed') {
				onReport(file, asked.report);
			}
		}
	}

	return {
		hasMore: () => waiting.length > 0 && !isCancelled(),
		async takeTurn(slot) {
			const some = take();
			if (some.length === 0) {
				return;
			}
			const asked = await askFor(slot, some);
			if (asked.status === 'failed') {
				await askOneByOne(slot, some);
			} else if (asked.left.length > 0) {
				waiting.unshift(asked.left);
			}
		},
	};
}

type AskedFiles =
	/** `left`: the files that the worker did not come to. */
	| { readonly status: 'answered'; readonly left: readonly string[] }
	| { readonly status: 'failed'; readonly report: DocumentReport };
