/** A PartyId, exactly as the CPA has it: suffix and type included (ebMS 2.0 §3.1.1). */
export interface PartyId {
	readonly value: string;
	/** `urn:osb:oin` in Digikoppeling; `null` when the CPA gives none. */
	readonly type: string | null;
}

/** What `MessagingCharacteristics/@syncReplyMode` can be (CPPA 2.0); absent it is `none`. */
export const syncReplyModes = [
	'none',
	'mshSignalsOnly',
	'signalsOnly',
	'signalsAndResponse',
	'responseOnly',
] as const;

export type SyncReplyMode = (typeof syncReplyModes)[number];

/**
 * Where a connection leads to, in the order in which one gets there: the partner on this machine, a test set-up such as the Digikoppeling
 * Compliancevoorziening (manual §4.3.1), pre-production of MijnOverheid (step 2 and 3), production (step 4).
 */
export const environments = ['local', 'test', 'preproduction', 'production'] as const;

/** `null` in a {@link PingTarget} when nobody said. */
export type ConnectionEnvironment = (typeof environments)[number];

/** To whom a Ping goes and as whom: from a CPA, from a setting or from the command line. Plain data. */
export interface PingTarget {
	/** The endpoint of the other party, as the user or the CPA wrote it: it may be no URL at all. */
	readonly url: string;
	readonly cpaId: string;
	/** Ourselves. */
	readonly from: PartyId;
	readonly to: PartyId;
	/** Of our own channel for Ping; `null` when it is not known. */
	readonly syncReplyMode: SyncReplyMode | null;
	/** Our own endpoint in the CPA, to which an asynchronous Pong goes; `null` when it is not known. */
	readonly pongEndpoint: string | null;
	readonly environment: ConnectionEnvironment | null;
	/** What the CPA says about the connection; `null` without a CPA. */
	readonly cpa: CpaTerms | null;
}

/** What a CPA promises, to be compared with what is really there. */
export interface CpaTerms {
	/** `Status/@value` as written; `null` when it is missing. */
	readonly status: string | null;
	/** `null` when it is missing or no date. */
	readonly start: Date | null;
	/** `null` when it is missing or no date. */
	readonly end: Date | null;
	/** The endpoint of the other party; `null` when there is none. */
	readonly endpoint: string | null;
	/** SHA-256 of the DER of our ClientCertificateRef, lower-case hex; `null` when there is none. */
	readonly clientCertificate: string | null;
	/** SHA-256 of the DER of the other party's ServerCertificateRef, lower-case hex; `null` when there is none. */
	readonly serverCertificate: string | null;
}
