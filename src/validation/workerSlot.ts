import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerFailure, WorkerRequestBody, WorkerResponse } from './protocol';

export interface WorkerSlotOptions {
	/** Absolute path of the bundle that the worker runs, such as `dist/engine.worker.mjs`. */
	readonly workerFile: string;
	/** What a worker is given; asked each time one starts. */
	readonly setup: () => unknown;
	/** Seconds without an answer after which a worker is stopped. */
	readonly timeLimit: number;
	/** Most memory of a worker's own heap, in MB; libxml2's memory comes on top. */
	readonly memoryLimit: number;
	readonly log: (message: string) => void;
}

export type WorkerOutcome<Answer = WorkerAnswer> =
	| { readonly status: 'answered'; readonly answer: Answer }
	| { readonly status: 'failed'; readonly failure: WorkerFailure };

/**
 * One worker, which answers each request with a {@link WorkerResponse}; started at first need and replaced after it hung,
 * ran out of memory or crashed. It answers requests in their order. The time limit counts from when it is asked, and a
 * failure is that of all requests that are not answered yet: so ask few at a time.
 */
export interface WorkerSlot<Request = WorkerRequestBody, Answer = WorkerAnswer> extends Disposable {
	/** Starts the worker now, so that it is ready when it is asked. */
	warmUp(): void;
	/** Never rejects. */
	ask(request: Request): Promise<WorkerOutcome<Answer>>;
}

export function createWorkerSlot<Request extends object = WorkerRequestBody, Answer = WorkerAnswer>(
	options: WorkerSlotOptions,
): WorkerSlot<Request, Answer> {
	let worker: Worker | undefined;
	let lastId = 0;
	let disposed = false;

	function start(): Worker {
		const started = new Worker(options.workerFile, {
			workerData: options.setup(),
			// A small young generation: V8 can only stop a worker in time if what it moves to the old one at once is less than
			// the reserve that Node keeps for that. With its default, exhaustion ended the whole process on Node 24.
			resourceLimits: { maxOldGenerationSizeMb: options.memoryLimit, maxYoungGenerationSizeMb: 12 },
		});
		// An idle worker must not keep the process alive; a request in progress does, through its timer.
		started.unref();
		// A worker that ends while nobody asks is simply started anew at the next request.
		started.on('error', forget);
		started.on('exit', forget);
		function forget(): void {
			if (worker === started) {
				worker = undefined;
			}
		}
		return started;
	}

	function stop(): void {
		const stopped = worker;
		worker = undefined;
		void stopped?.terminate();
	}

	return {
		warmUp() {
			worker ??= start();
		},
		ask(request) {
			worker ??= start();
			const asked = worker;
			const id = ++lastId;
			return new Promise((resolve) => {
				const timer = setTimeout(onSilence, options.timeLimit * 1000);

				function end(outcome: WorkerOutcome<Answer>): void {
					clearTimeout(timer);
					asked.off('message', onMessage);
					asked.off('error', onError);
					asked.off('exit', onExit);
					if (outcome.status === 'failed') {
						if (!disposed) {
							options.log(describe(outcome.failure));
						}
						if (worker === asked) {
							stop();
						}
					}
					resolve(outcome);
				}
				function onMessage(response: WorkerResponse<Answer>): void {
					if (response.id !== id) {
						return;
					}
					switch (response.kind) {
						case 'done':
							end({ status: 'answered', answer: response.answer });
							break;
						case 'failed':
							end({ status: 'failed', failure: response.failure });
					}
				}
				function onSilence(): void {
					end({ status: 'failed', failure: { kind: 'timed-out', seconds: options.timeLimit } });
				}
				function onError(error: Error & { readonly code?: string }): void {
					end({
						status: 'failed',
						failure:
							error.code === 'ERR_WORKER_OUT_OF_MEMORY'
								? { kind: 'out-of-memory' }
								: { kind: 'crashed', reason: error.stack ?? error.message },
					});
				}
				function onExit(status: number): void {
					end({ status: 'failed', failure: { kind: 'crashed', reason: `The worker ended with ${status}` } });
				}

				asked.on('message', onMessage);
				asked.on('error', onError);
				asked.on('exit', onExit);
				asked.postMessage({ ...request, id });
			});
		},
		[Symbol.dispose]() {
			disposed = true;
			stop();
		},
	};
}

function describe(failure: WorkerFailure): string {
	switch (failure.kind) {
		case 'timed-out':
			return `The engine gave no sign of life for ${failure.seconds} s and was stopped`;
		case 'out-of-memory':
			return 'The engine ran out of memory and was stopped';
		case 'crashed':
			return `The engine crashed: ${failure.reason}`;
	}
}
