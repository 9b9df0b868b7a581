import type { ConnectionEnvironment } from '../../ebms/connection';

/** Messages that go one way to one endpoint. */
export interface MessageFlow {
	/** Seen from our adapter. */
	readonly direction: 'out' | 'in';
	/** The actions of the CPA. */
	readonly actions: readonly string[];
	/** Ping, Pong, acknowledgements and error messages go along. */
	readonly signals: boolean;
	/** Of who receives. */
	readonly endpoint?: string;
}

/** What is known about one connection; whatever is absent is marked in the report. */
export interface ConnectionFacts {
	readonly name: string;
	/** Absent when nobody said. */
	readonly environment?: ConnectionEnvironment;
	/** Where our messages go. */
	readonly theirEndpoint?: string;
	/** Where answers and acknowledgements come in. */
	readonly ourEndpoint?: string;
	readonly ourName?: string;
	readonly theirName?: string;
	readonly theirOin?: string;
	/** OIN or HRN. */
	readonly ourOin?: string;
	readonly cpaId?: string;
	/** Relative to the folder. */
	readonly cpaFile?: string;
	/** The day on which the CPA ends, YYYY-MM-DD. */
	readonly cpaEnd?: string;
	/** As the CPA has them; when absent, those that every connection has. */
	readonly flows?: readonly MessageFlow[];
}

/** What is known about one certificate. */
export interface CertificateFacts {
	/** Where it stands, relative to the folder. */
	readonly files: readonly string[];
	readonly subject: string;
	/** Whether Digikoppeling accepts it, and where; absent when that is not known. */
	readonly suitable?: 'everywhere' | 'test-only' | 'nowhere';
	/** The last day, YYYY-MM-DD. */
	readonly notAfter: string;
	/** OIN or HRN. */
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

/** The scenarios that the messages of a folder are for. */
export interface Scenarios {
	readonly list: readonly TestScenario[];
	/** Messages that are left out, for there are errors in them. */
	readonly faulty: number;
	/** There are more messages than stand in a report. */
	readonly isPartial: boolean;
}
