/**
 * What a Ping goes through, in order: finding the address of the host, connecting (through a proxy or not), the TLS handshake, sending
 * the request, waiting for and reading the response, and waiting for a Pong that comes in a request of its own.
 */
export const phases = ['lookup', 'connect', 'tls', 'request', 'response', 'pong'] as const;

export type Phase = (typeof phases)[number];

/** Milliseconds of each phase; `null` for one that was not reached or not needed. */
export type Timings = Readonly<Record<Phase, number | null>>;

export interface Stopwatch {
	/** Ends the phase before, if any. */
	readonly begin: (phase: Phase) => void;
	readonly current: () => Phase;
	/** Ends the phase, if one is going on. */
	readonly stop: () => void;
	readonly timings: () => Timings;
}

/**
 * @param onPhase Told of each phase as it begins.
 */
export function createStopwatch(onPhase: (phase: Phase) => void): Stopwatch {
	const timings: Record<Phase, number | null> = {
		lookup: null,
		connect: null,
		tls: null,
		request: null,
		response: null,
		pong: null,
	};
	let current: Phase = 'lookup';
	let since: number | undefined;
	function stop(): void {
		if (since !== undefined) {
			const tenths = Math.round((performance.now() - since) * 10);
			timings[current] = (timings[current] ?? 0) + tenths / 10;
			since = undefined;
		}
	}
	return {
		begin(phase) {
			stop();
			current = phase;
			since = performance.now();
			onPhase(phase);
		},
		current: () => current,
		stop,
		timings: () => ({ ...timings }),
	};
}
