/** What the CPA says that matters when a message comes in. */
export interface Agreement {
	/** Signals come back in the response (syncReplyMode mshSignalsOnly), else in a request of their own (none). */
	readonly isSync: boolean;
	readonly start: Date;
	readonly end: Date;
	/** DER of the ClientCertificateRef of the user's side. */
	readonly usCertificate: Buffer;
}
