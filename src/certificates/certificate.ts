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
	/** The bytes of the name: names that must be equal (issuer and subject) are compared by these. */
	readonly der: Uint8Array;
}

export type PublicKey =
	/** `exponent` in decimal. */
	| { readonly type: 'rsa' | 'rsa-pss'; readonly bits: number; readonly exponent: string }
	/** `curve`: `P-256`, `brainpoolP256r1`, …, or the OID when it has no usual name. */
	| { readonly type: 'ec'; readonly bits: number; readonly curve: string }
	| { readonly type: 'ed25519' | 'ed448' | 'dsa'; readonly bits: number }
	/** An algorithm that we do not know; `bits` is 0. */
	| { readonly type: 'unknown'; readonly bits: number; readonly oid: string };

export interface SignatureAlgorithm {
	/** Such as `sha256WithRSAEncryption`, `RSASSA-PSS`. */
	readonly name: string;
	readonly oid: string;
	/** `sha1`, `sha256`, `sha512`, `md5`, …; null when the algorithm has none (Ed25519). */
	readonly hash: string | null;
	/** Salt length in bytes; for RSASSA-PSS only. */
	readonly saltLength: number | null;
	/** The hash of the mask function MGF1; for RSASSA-PSS only. */
	readonly maskHash: string | null;
}

export interface GeneralName {
	readonly type: 'dns' | 'email' | 'uri' | 'ip' | 'directory' | 'other';
	/**
	 * An IP address in its usual notation, a directory name as {@link DistinguishedName.text}; of `other` the OID of its
	 * form and, after a colon, the value: `1.3.6.1.4.1.311.20.2.3:name@example.org`.
	 */
	readonly value: string;
}

export interface CertificatePolicy {
	readonly oid: string;
	/** Addresses of the practice statement. */
	readonly cps: readonly string[];
	/** Texts for the user. */
	readonly notices: readonly string[];
}

/** What the extensions say, of a certificate or asked for in a request. A missing extension is `null`, a missing list empty. */
export interface Extensions {
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
	/** Lower-case hex. */
	readonly subjectKeyIdentifier: string | null;
	/** Lower-case hex. */
	readonly authorityKeyIdentifier: string | null;
	/** OIDs of all extensions, with criticality. */
	readonly extensions: readonly { readonly oid: string; readonly critical: boolean }[];
	/** OIDs of extensions that we know but whose content is damaged: they count as missing above. */
	readonly damagedExtensions: readonly string[];
}

/** What a certificate says. Nothing here is a judgement; dates may be nonsense. Plain data: it can cross to a worker. */
export interface Certificate extends Extensions {
	readonly der: Uint8Array;
	/** Of the DER; lower-case hex. */
	readonly sha256: string;
	/** Of the DER; lower-case hex. */
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
	/** The SubjectPublicKeyInfo. */
	readonly publicKeyDer: Uint8Array;
	readonly signature: SignatureAlgorithm;
}

/** What a certificate request (PKCS#10) asks for. Plain data. */
export interface CertificateRequest extends Extensions {
	readonly der: Uint8Array;
	/** Of the DER; lower-case hex. */
	readonly sha256: string;
	readonly subject: DistinguishedName;
	readonly key: PublicKey;
	/** The SubjectPublicKeyInfo. */
	readonly publicKeyDer: Uint8Array;
	readonly signature: SignatureAlgorithm;
	/** Whether the key in it made its signature; `null` when this machine cannot verify signatures of its kind. */
	readonly signatureValid: boolean | null;
}
