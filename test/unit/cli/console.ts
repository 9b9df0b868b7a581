import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCommandLine } from '../../../src/cli/commandLine';

/** What a run of the command line left behind. */
export interface Outcome {
	readonly status: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** The folder of the product in this checkout. */
export const productRoot = process.cwd();

/** Runs the command line in this process, on streams of its own. */
export async function runHere(
	args: readonly string[],
	{
		env = {},
		workingFolder = productRoot,
	}: { readonly env?: Readonly<Record<string, string>>; readonly workingFolder?: string } = {},
): Promise<Outcome> {
	const stdout = new PassThrough();
	const stderr = new PassThrough();
	const reading = Promise.all([text(stdout), text(stderr)]);
	const status = await runCommandLine(args, {
		stdin: Readable.from([]),
		stdout,
		stderr,
		env,
		workingFolder,
		productRoot,
		interrupted: new AbortController().signal,
	});
	stdout.end();
	stderr.end();
	const [out, complaints] = await reading;
	return { status, stdout: out, stderr: complaints };
}
