import type { Certificate, DistinguishedName } from './certificate';

/** Where a certificate of a chain comes from. */
export type CertificateOrigin =
	/** The file that is inspected. */
	| 'file'
	/** Another file: of the workspace, or named beside it. */
	| 'workspace'
	/** What the user trusts. */
	| 'trust'
	/** The CA certificates of PKIoverheid that were downloaded on this machine. */
	| 'known';

export interface PooledCertificate {
	readonly certificate: Certificate;
	readonly origin: CertificateOrigin;
}

/** Certificates from which chains are built. */
export interface CertificatePool {
	/** Those with the name of its issuer, itself included when it has that name; the likeliest first. */
	readonly issuersOf: (certificate: Certificate) => readonly PooledCertificate[];
	readonly isTrusted: (certificate: Certificate) => boolean;
}

/**
 * Gathers certificates in any order; of one that is there twice, the first origin counts.
 *
 * @param certificates Those of the origin `trust` are the ones that the user trusts.
 */
export function createPool(certificates: Iterable<PooledCertificate>): CertificatePool {
	const seen = new Set<string>();
	const trusted = new Set<string>();
	const bySubject = new Map<string, PooledCertificate[]>();
	for (const pooled of certificates) {
		const { certificate, origin } = pooled;
		if (origin === 'trust') {
			trusted.add(certificate.sha256);
		}
		if (!seen.has(certificate.sha256)) {
			seen.add(certificate.sha256);
			const name = nameKey(certificate.subject);
			const sameName = bySubject.get(name);
			if (sameName === undefined) {
				bySubject.set(name, [pooled]);
			} else {
				sameName.push(pooled);
			}
		}
	}
	return {
		issuersOf(certificate) {
			const { authorityKeyIdentifier, issuer } = certificate;
			const fits = ({ certificate: candidate }: PooledCertificate): boolean =>
				authorityKeyIdentifier !== null && candidate.subjectKeyIdentifier === authorityKeyIdentifier;
			return (bySubject.get(nameKey(issuer)) ?? []).toSorted(
				(a, b) =>
					Number(fits(b)) - Number(fits(a)) ||
					b.certificate.notAfter.getTime() - a.certificate.notAfter.getTime(),
			);
		},
		isTrusted: ({ sha256 }) => trusted.has(sha256),
	};
}

/** Two pools as one; the certificates of the first count first. */
export function withCertificates(
	pool: CertificatePool,
	certificates: Iterable<PooledCertificate>,
): CertificatePool {
	const own = createPool(certificates);
	return {
		issuersOf(certificate) {
			const first = own.issuersOf(certificate);
			const known = new Set(first.map(({ certificate: { sha256 } }) => sha256));
			return [
				...first,
				...pool.issuersOf(certificate).filter(({ certificate: { sha256 } }) => !known.has(sha256)),
			];
		},
		isTrusted: (certificate) => own.isTrusted(certificate) || pool.isTrusted(certificate),
	};
}

/**
 * What makes two names the same for us: types and values, without case and surplus white space (RFC 5280 §7.1). The bytes
 * can differ, as one CA writes PrintableString where another writes UTF8String.
 */
function nameKey({ attributes }: DistinguishedName): string {
	return JSON.stringify(
		attributes.map(({ oid, value }) => [oid, value.trim().replace(/\s+/g, ' ').toLowerCase()]),
	);
}
