import { join } from 'node:path';
import { createCheckerPool, type CheckerPool } from '../validation/checkerPool';
import { debugVariable, type Surroundings } from './surroundings';

/**
 * Starts the checkers of the product.
 *
 * @param schemaFolders Absolute.
 */
export function createCheckers(
	{ productRoot, env, stderr }: Surroundings,
	size: number,
	schemaFolders: readonly string[],
): CheckerPool {
	return createCheckerPool({
		workerFile: join(productRoot, 'dist', 'engine.worker.mjs'),
		bundledSchemas: join(productRoot, 'schemas'),
		size,
		schemaFolders,
		callerHelps: true,
		log: (message) => {
			if (env[debugVariable]) {
				stderr.write(`${message}\n`);
			}
		},
	});
}
