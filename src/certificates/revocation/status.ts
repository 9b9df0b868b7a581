/** Why a CRL says nothing about a certificate. */
export type UnverifiableReason =
	/** What came is no CRL. */
	| 'unreadable'
	/** It is not signed by the issuer of the certificate. */
	| 'signature'
	/** This machine cannot verify signatures of its kind. */
	| 'algorithm'
	/** It is about other certificates (RFC 5280 §5.2.5), or another part of a list. */
	| 'scope'
	/** The issuer is not in the chain, so there is no key to verify it with. */
	| 'issuer-missing';

/** Why a list could not be fetched. */
export type FetchFault =
	/** No connection, or it was lost. */
	| 'network'
	/** The proxy of the user cannot be used, or does not pass the request on. */
	| 'proxy'
	| 'timeout'
	/** Not 200, or a redirection that leads nowhere good. */
	| 'status'
	| 'too-large';

/** Whether a certificate was revoked, as far as can be told. */
export type RevocationStatus =
	/** Its CRL is in order and does not have it. */
	| { readonly state: 'good'; readonly url: string; readonly nextUpdate: Date }
	| {
			readonly state: 'revoked';
			readonly url: string;
			readonly at: Date;
			/** As RFC 5280 §5.3.1 names it, such as `keyCompromise`; `null` when none is given. */
			readonly reason: string | null;
	  }
	/** Its CRL does not have it, but should have been renewed by `nextUpdate`; `null` when it says no date at all. */
	| { readonly state: 'stale'; readonly url: string; readonly nextUpdate: Date | null }
	| { readonly state: 'unreachable'; readonly url: string; readonly reason: FetchFault }
	| { readonly state: 'unverifiable'; readonly url: string; readonly reason: UnverifiableReason }
	/** It names no address of a CRL over HTTP. */
	| { readonly state: 'no-address' };

/** By SHA-256 of the certificate. A root has none: nobody can revoke it by CRL. */
export type RevocationOutcomes = ReadonlyMap<string, RevocationStatus>;
