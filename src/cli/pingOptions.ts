import type { ConnectionEnvironment } from '../ebms/connection';

/** The options of `ping`, as commander gives them. */
export interface PingCommandOptions {
	readonly cpa?: string;
	readonly as?: string;
	readonly url?: string;
	readonly from?: string;
	readonly to?: string;
	readonly cpaId?: string;
	readonly partyType: string;
	readonly cert?: string;
	readonly key?: string;
	readonly p12?: string;
	readonly passwordEnv?: string;
	readonly trust: readonly string[];
	readonly environment?: ConnectionEnvironment;
	readonly sync: 'cpa' | 'always' | 'never';
	readonly listen?: string;
	readonly proxy?: string;
	/** Seconds. */
	readonly timeout: number;
	readonly save?: string;
	readonly format: 'text' | 'json';
}
