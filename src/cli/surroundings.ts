import type { Readable, Writable } from 'node:stream';
import type { CheckerPool } from '../validation/checkerPool';

/** A stream of the process that may be a terminal. */
export type OutputStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** All that a command needs of the process it runs in, so that tests can run it on streams of their own. */
export interface Surroundings {
	readonly stdin: Readable;
	readonly stdout: OutputStream;
	readonly stderr: OutputStream;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Absolute. Paths on the command line are relative to it. */
	readonly workingFolder: string;
	/** Absolute path of the folder above `dist`: `schemas/` and `docs/` stand in it. */
	readonly productRoot: string;
	/** Checks documents in workers, that start when they are needed. Disposed by whoever made it. */
	readonly checkers: CheckerPool;
	/** Aborted by the first Ctrl-C. */
	readonly interrupted: AbortSignal;
}

/** The environment variable that shows stacks and the log of the workers. */
export const debugVariable = 'LOPENDE_ZAKEN_DEBUG';
