import type { Span } from '../finding';

/** What a document uses the certificates in a part of it for: the circumstances in which they are to be judged. */
export interface CertificateUse {
	/** The element around the certificates. */
	readonly within: Span;
	readonly purpose: 'client' | 'server';
	/** The host name that a server certificate has to be for; `null` when the document does not say, or not clearly. */
	readonly host: string | null;
	/** The OIN of the party whose certificate it is, without suffix; `null` when the document does not say, or not clearly. */
	readonly oin: string | null;
}
