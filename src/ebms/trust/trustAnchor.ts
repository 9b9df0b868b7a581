import type { Certificate } from '../../certificates/certificate';

/**
 * Who said that a certificate may be trusted.
 * - `connection`: it is named with the connection, or on the command line.
 * - `setting`: it stands in the setting for all connections, `lopendeZaken.certificates.trust`.
 * - `pkioverheid`: it is one of the CA certificates of PKIoverheid that the user had fetched; known by its fingerprint.
 */
export type TrustOrigin = 'connection' | 'setting' | 'pkioverheid';

/** A certificate that a server's may lead to. */
export interface TrustAnchor {
	readonly certificate: Certificate;
	readonly origin: TrustOrigin;
	/** Where it stands. */
	readonly file: string;
	/** The file holds DER, not PEM. */
	readonly isDer: boolean;
}
