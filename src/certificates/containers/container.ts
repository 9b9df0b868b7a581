import type { Finding, Span } from '../../finding';
import type { Certificate, CertificateRequest } from '../certificate';

/** What a file is, by its content. */
export type ContainerFormat = 'pem' | 'der' | 'pkcs7' | 'pkcs12' | 'jks' | 'jceks' | 'csr' | 'xml';

/**
 * What a certificate does in its container.
 * - `key`: it belongs to a private key in the container.
 * - `chain`: it goes with the one of a private key, as its issuer.
 * - `trusted`: the container says that it is trusted.
 * - `plain`: it is just there.
 */
export type EntryRole = 'key' | 'chain' | 'trusted' | 'plain';

/** A certificate and where it stands. */
export interface ContainerEntry {
	readonly certificate: Certificate;
	/** The alias (Java) or friendly name (PKCS#12, or the text above it in PEM). */
	readonly alias: string | null;
	readonly role: EntryRole;
	/** Offsets in the text or the bytes of the file; empty at 0 in a PKCS#12, where it stands in what was encrypted. */
	readonly span: Span;
}

export interface ContainerRequest {
	readonly request: CertificateRequest;
	/** As in {@link ContainerEntry}. */
	readonly span: Span;
}

/** Things that are no certificate, but are kept in the same kinds of files. */
export type OtherContent = 'public-key' | 'revocation-list' | 'unknown';

/** What a container holds. Never a private key, only how many there are. */
export interface Contents {
	readonly entries: readonly ContainerEntry[];
	readonly requests: readonly ContainerRequest[];
	readonly privateKeys: number;
	/** What else there is; each kind once. */
	readonly others: readonly OtherContent[];
	/** Spans as in {@link ContainerEntry}. */
	readonly findings: readonly Finding[];
}

export type Container =
	| (Contents & {
			readonly state: 'read';
			readonly format: ContainerFormat;
			/** Spans are UTF-16 offsets in the text of the file, `decodeText`; else they are offsets in its bytes. */
			readonly isText: boolean;
	  })
	| {
			readonly state: 'locked';
			readonly format: ContainerFormat;
			readonly reason: 'password-needed' | 'password-wrong';
			readonly findings: readonly Finding[];
	  }
	/** Nothing that we know; the findings say why. */
	| { readonly state: 'unreadable'; readonly findings: readonly Finding[] };
