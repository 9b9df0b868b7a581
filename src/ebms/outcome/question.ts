import type { PingTarget } from '../connection';
import type { MessageHeader } from '../message/message';
import type { Endpoint } from '../transport/endpoint';

/** What was asked, and of whom. */
export interface Question {
	readonly ping: MessageHeader;
	readonly target: PingTarget;
	readonly endpoint: Endpoint;
	readonly isSyncRequested: boolean;
	/** In seconds. */
	readonly timeout: number;
}
