import { PassThrough, Readable, type Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCommandLine } from '../../../src/cli/commandLine';
import { createCheckers } from '../../../src/cli/product';

/** What a run of the command line left behind. */
export interface Outcome {
	readonly status: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** The folder of the product in this checkout. Its workers are those in `dist`: `node esbuild.mjs` must have run, as `npm test` does. */
export const productRoot = process.cwd();

interface RunOptions {
	readonly env?: Readonly<Record<string, string>>;
	readonly workingFolder?: string;
	readonly stdin?: Readable;
	/** Takes the place of the stream that gathers the output. */
	readonly stdout?: Writable;
}

/** Runs the command line in this process, on streams of its own. */
export async function runHere(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
	const stdout = new PassThrough();
	const stderr = new PassThrough();
	const reading = Promise.all([text(stdout), text(stderr)]);
	using checkers = createCheckers(productRoot, () => undefined);
	const status = await runCommandLine(args, {
		stdin: options.stdin ?? Readable.from([]),
		stdout: options.stdout ?? stdout,
		stderr,
		env: options.env ?? {},
		workingFolder: options.workingFolder ?? productRoot,
		productRoot,
		checkers,
		interrupted: new AbortController().signal,
	});
	stdout.end();
	stderr.end();
	const [out, complaints] = await reading;
	return { status, stdout: out, stderr: complaints };
}
