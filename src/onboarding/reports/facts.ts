import type { Environment } from '../../ebms/connection';

/** What is known about one connection; whatever is absent is marked in the report. */
export interface ConnectionFacts {
	readonly name: string;
	readonly environment: Environment;
	/** Where our messages go. */
	readonly theirEndpoint?: string;
	/** Where answers and acknowledgements come in. */
	readonly ourEndpoint?: string;
	readonly theirOin?: string;
	/** OIN or HRN. */
	readonly ourOin?: string;
	readonly cpaId?: string;
	/** The day on which the CPA ends, YYYY-MM-DD. */
	readonly cpaEnd?: string;
	/** The address that the other side sees our messages come from. */
	readonly ourOutboundAddress?: string;
	/** In words, with how to reach them. */
	readonly ourAdministrator?: string;
}

/** What is known about one certificate. */
export interface CertificateFacts {
	readonly file: string;
	readonly subject: string;
	readonly use: string;
	/** The last day, YYYY-MM-DD. */
	readonly notAfter: string;
	readonly oin?: string;
}

/** One scenario of the chain test. */
export interface TestScenario {
	readonly name: string;
	/** File of the message that was sent. */
	readonly message?: string;
	readonly bsn?: string;
	readonly expected?: string;
	readonly seen?: string;
	/** Absent as long as it has not been carried out. */
	readonly passed?: boolean;
	/** File, screenshot or remark. */
	readonly evidence?: string;
}
