import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createCheckerPool, type CheckerPool } from '../validation/checkerPool';

/**
 * Makes the checkers of the product, as many as the machine has cores. The caller disposes of them.
 *
 * @param productRoot See `Surroundings`.
 * @param log Told of faults of ours and of restarts.
 */
export function createCheckers(productRoot: string, log: (message: string) => void): CheckerPool {
	return createCheckerPool({
		workerFile: join(productRoot, 'dist', 'engine.worker.mjs'),
		bundledSchemas: join(productRoot, 'schemas'),
		size: availableParallelism(),
		schemaFolders: [],
		callerHelps: true,
		log,
	});
}
