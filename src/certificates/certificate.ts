/** One attribute of a name, in the order in which it stands in the certificate. */
export interface NameAttribute {
	/** Dotted OID, such as `2.5.4.5`. */
	readonly oid: string;
	/** The usual short name (`CN`, `O`, `serialNumber`, `organizationIdentifier`), or the OID when there is none. */
	readonly name: string;
	readonly value: string;
}

export interface DistinguishedName {
	readonly attributes: readonly NameAttribute[];
	/** As in RFC 2253 but in the order of the certificate: `C=NL, O=…, CN=…`. For people. */
	readonly text: string;
}

export type PublicKey =
	| { readonly type: 'rsa' | 'rsa-pss'; readonly bits: number; readonly exponent: string }
	| { readonly type: 'ec'; readonly bits: number; readonly curve: string }
	| { readonly type: 'ed25519' | 'ed448' | 'dsa' | 'unknown'; readonly bits: number };

export interface SignatureAlgorithm {
	/** Such as `sha256WithRSAEncryption`, `RSASSA-PSS`. */
	readonly name: string;
	readonly oid: string;
	/** `sha1`, `sha256`, `sha512`, `md5`, …; null when the algorithm has none (Ed25519). */
	readonly hash: string | null;
	/** Salt length in bytes; for RSASSA-PSS only. */
	readonly saltLength: number | null;
}

export type GeneralName =
	| { readonly type: 'dns' | 'email' | 'uri' | 'ip' | 'other'; readonly value: string }
	| { readonly type: 'directory'; readonly value: string };

/** Extensions carry their own criticality; a missing extension is `null`. */
export interface CertificatePolicy {
	readonly oid: string;
	readonly cps: readonly string[];
	readonly notices: readonly string[];
}

/** What a certificate says. Nothing here is a judgement; dates may be nonsense. Plain data: it can cross to a worker. */
export interface Certificate {
	readonly der: Uint8Array;
	/** Lower-case hex. */
	readonly sha256: string;
	readonly sha1: string;
	readonly subject: DistinguishedName;
	readonly issuer: DistinguishedName;
	/** Lower-case hex without leading zeros; with `-` when negative. */
	readonly serialNumber: string;
	/** The same in decimal, as X509IssuerSerial wants it. */
	readonly serialNumberDecimal: string;
	readonly notBefore: Date;
	readonly notAfter: Date;
	readonly key: PublicKey;
	readonly signature: SignatureAlgorithm;
	readonly subjectAlternativeNames: readonly GeneralName[] | null;
	readonly basicConstraints: {
		readonly critical: boolean;
		readonly ca: boolean;
		readonly pathLength: number | null;
	} | null;
	/** Names of RFC 5280 (`digitalSignature`, …). */
	readonly keyUsage: { readonly critical: boolean; readonly usages: readonly string[] } | null;
	/** Names (`serverAuth`, `clientAuth`, …) or the OID when it has no usual name. */
	readonly extendedKeyUsage: { readonly critical: boolean; readonly usages: readonly string[] } | null;
	readonly policies: readonly CertificatePolicy[] | null;
	readonly ocsp: readonly string[];
	readonly caIssuers: readonly string[];
	readonly crlDistributionPoints: readonly string[];
	readonly subjectKeyIdentifier: string | null;
	readonly authorityKeyIdentifier: string | null;
	/** OIDs of all extensions, with criticality. */
	readonly extensions: readonly { readonly oid: string; readonly critical: boolean }[];
}
