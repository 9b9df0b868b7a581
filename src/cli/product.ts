import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createCheckerPool, type CheckerPool } from '../validation/checkerPool';

/** On so few cores this thread and one worker share the work; on more, each worker does all of it. */
const coresForOne = 2;

/**
 * Makes the checkers of the product for this machine. The caller disposes of them.
 *
 * @param productRoot See `Surroundings`.
 * @param log Told of faults of ours and of restarts.
 */
export function createCheckers(productRoot: string, log: (message: string) => void): CheckerPool {
	const cores = availableParallelism();
	return createCheckerPool({
		workerFile: join(productRoot, 'dist', 'engine.worker.mjs'),
		bundledSchemas: join(productRoot, 'schemas'),
		size: cores <= coresForOne ? 1 : cores,
		schemaFolders: [],
		callerHelps: true,
		log,
	});
}
