import { spawnSync } from 'node:child_process';

/** The middle of some figures. */
export function median(figures: readonly number[]): number {
	const sorted = figures.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Milliseconds that `work` takes. */
export async function time(work: () => unknown): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

/**
 * Times two things in turn, so that whatever else the machine does weighs on both.
 *
 * @returns The medians in milliseconds.
 */
export async function compare(
	rounds: number,
	ours: () => unknown,
	peer: () => unknown,
): Promise<{ readonly ours: number; readonly peer: number }> {
	await ours();
	await peer();
	const figures: { readonly ours: number; readonly peer: number }[] = [];
	for (let round = 0; round < rounds; round++) {
		figures.push({ ours: await time(ours), peer: await time(peer) });
	}
	return { ours: median(figures.map(({ ours }) => ours)), peer: median(figures.map(({ peer }) => peer)) };
}

/**
 * Runs a program to its end.
 *
 * @throws When it ends with another status than those allowed: a figure of a failed run means nothing.
 */
export function run(
	program: string,
	args: readonly string[],
	options: {
		readonly cwd?: string;
		readonly env?: NodeJS.ProcessEnv;
		readonly allowed?: readonly number[];
	} = {},
): { readonly stdout: string; readonly stderr: string } {
	const result = spawnSync(program, args, {
		cwd: options.cwd,
		env: options.env,
		encoding: 'utf8',
		maxBuffer: 1 << 30,
	});
	if (result.error) {
		throw result.error;
	}
	if (!(options.allowed ?? [0]).includes(result.status ?? -1)) {
		throw new Error(`${program} ended with ${String(result.status)}: ${result.stderr.slice(0, 500)}`);
	}
	return result;
}

/** One line of the report. */
export function row(what: string, figure: string, aim: string): void {
	console.log(`${what.padEnd(62)} ${figure.padStart(34)}   ${aim}`);
}

export function ratio({ ours, peer }: { readonly ours: number; readonly peer: number }): string {
	return `${ours.toFixed(0)} / ${peer.toFixed(0)} ms = ${(ours / peer).toFixed(2)}×`;
}
