import type { Phase } from '../transport/phase';

/** How a Ping is followed while it is on its way. */
export interface PingOptions {
	/** Aborted when the user cancels. */
	readonly signal: AbortSignal;
	/** Told of each phase as it begins. */
	readonly onPhase?: (phase: Phase) => void;
}
