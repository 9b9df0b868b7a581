import type { PingTarget } from '../connection';
import type { Identity, IdentityFault } from '../credentials/readIdentity';
import type { Proxy } from '../transport/connect';
import type { TrustAnchor } from '../trust/trustAnchor';

/** Whether a Ping asks for its answer in the response: as the CPA has it, or as the user wants it. */
export const syncChoices = ['cpa', 'always', 'never'] as const;

export type SyncChoice = (typeof syncChoices)[number];

/** All that is needed to send a Ping. */
export interface PingRequest {
	readonly target: PingTarget;
	readonly sync: SyncChoice;
	/** Our certificate with its key, why it cannot be used, or `null` when none was configured. */
	readonly identity: Identity | { readonly fault: IdentityFault } | null;
	/** The only certificates that the server's may lead to. */
	readonly trust: readonly TrustAnchor[];
	readonly proxy: Proxy | null;
	/** Where to listen for a Pong that comes in a request of its own, as the user wrote it; `null` for nowhere. */
	readonly listen: string | null;
	/** How long the answer may take, and after that the Pong; in seconds. */
	readonly timeout: number;
}

/** Whether the Ping asks for its answer in the response. Without a CPA it does not. */
export function asksSyncReply({ sync, target }: PingRequest): boolean {
	const { syncReplyMode } = target;
	return sync === 'cpa' ? syncReplyMode !== null && syncReplyMode !== 'none' : sync === 'always';
}
