import type { Span } from '../finding';

/** What a document uses the certificates in a part of it for: the circumstances in which they are to be judged. */
export interface IntendedUse {
	/** What stands around the certificates, or the certificate itself. */
	readonly within: Span;
	/** `null` when it is not a certificate with which a party makes itself known, such as one of a CA. */
	readonly purpose: 'client' | 'server' | 'both' | null;
	/** The host name that a server certificate has to be for; `null` when the document does not say, or not clearly. */
	readonly host: string | null;
	/** The OIN of the party whose certificate it is, without suffix; `null` when the document does not say, or not clearly. */
	readonly oin: string | null;
}
