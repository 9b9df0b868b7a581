/**
 * What the errors of TLS mean: the one place that knows how OpenSSL (Node, VS Code server) and BoringSSL (desktop VS Code) spell them.
 * Only codes and numbers are looked at, never sentences.
 */

/** Why the certificate of the server is not trusted. */
export type DistrustReason =
	/** It signed itself and is not trusted. */
	| 'self-signed'
	/** Its chain ends in a root that is not trusted. */
	| 'unknown-root'
	/** An issuer is missing: the server did not send it, and it is not trusted either. */
	| 'issuer-missing'
	/** A CA in the chain may not issue certificates, or not this one. */
	| 'not-a-ca'
	/** A signature is wrong. */
	| 'signature'
	/** It is not for servers. */
	| 'purpose'
	| 'revoked'
	/** A key or signature in the chain is too weak for the TLS library. */
	| 'weak'
	| 'other';

/** Why a handshake failed otherwise, without an alert. */
export type HandshakeFaultReason =
	/** What answers does not speak TLS. */
	| 'not-tls'
	/** A key or parameter of the server is too weak for the TLS library. */
	| 'weak'
	/** The TLS library does not like what the server said. */
	| 'protocol';

export type TlsError =
	| { readonly kind: 'untrusted'; readonly reason: DistrustReason }
	| { readonly kind: 'validity'; readonly reason: 'expired' | 'not-yet-valid' }
	| { readonly kind: 'host-mismatch' }
	/** The server chose, or is left with, a version that is refused. */
	| { readonly kind: 'version' }
	/** The server broke off and said why. */
	| { readonly kind: 'alert'; readonly alert: number }
	| { readonly kind: 'fault'; readonly reason: HandshakeFaultReason };

function untrusted(reason: DistrustReason, ...codes: readonly string[]): readonly [string, TlsError][] {
	return codes.map((code) => [code, { kind: 'untrusted', reason }]);
}

/** The verdicts on a certificate: Node writes them as OpenSSL's names without `X509_V_ERR_`, whatever the library. */
const verdicts: ReadonlyMap<string, TlsError> = new Map<string, TlsError>([
	...untrusted('self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'),
	...untrusted('unknown-root', 'SELF_SIGNED_CERT_IN_CHAIN', 'CERT_UNTRUSTED', 'CERT_REJECTED'),
	...untrusted(
		'issuer-missing',
		'UNABLE_TO_GET_ISSUER_CERT',
		'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	),
	...untrusted(
		'not-a-ca',
		'INVALID_CA',
		'INVALID_NON_CA',
		'PATH_LENGTH_EXCEEDED',
		'CERT_CHAIN_TOO_LONG',
		'KEYUSAGE_NO_CERTSIGN',
		'PERMITTED_VIOLATION',
		'EXCLUDED_VIOLATION',
	),
	...untrusted(
		'signature',
		'CERT_SIGNATURE_FAILURE',
		'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
		'AKID_SKID_MISMATCH',
		'AKID_ISSUER_SERIAL_MISMATCH',
	),
	...untrusted('purpose', 'INVALID_PURPOSE'),
	...untrusted('revoked', 'CERT_REVOKED'),
	...untrusted(
		'weak',
		'EE_KEY_TOO_SMALL',
		'CA_KEY_TOO_SMALL',
		'CA_MD_TOO_WEAK',
		'ERR_SSL_EE_KEY_TOO_SMALL',
		'ERR_SSL_CA_KEY_TOO_SMALL',
		'ERR_SSL_CA_MD_TOO_WEAK',
	),
	...untrusted(
		'other',
		'ERR_SSL_CERTIFICATE_VERIFY_FAILED',
		'OUT_OF_MEM',
		'UNABLE_TO_GET_CRL',
		'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
		'ERROR_IN_CERT_NOT_BEFORE_FIELD',
		'ERROR_IN_CERT_NOT_AFTER_FIELD',
		'UNHANDLED_CRITICAL_EXTENSION',
		'INVALID_EXTENSION',
		'UNSPECIFIED',
	),
	['CERT_HAS_EXPIRED', { kind: 'validity', reason: 'expired' }],
	['CERT_NOT_YET_VALID', { kind: 'validity', reason: 'not-yet-valid' }],
	['ERR_TLS_CERT_ALTNAME_INVALID', { kind: 'host-mismatch' }],
	['HOSTNAME_MISMATCH', { kind: 'host-mismatch' }],
	['IP_ADDRESS_MISMATCH', { kind: 'host-mismatch' }],
]);

/** Faults that the TLS library finds itself, without `ERR_SSL_`; the names of both libraries. */
const faults: ReadonlyMap<string, TlsError> = new Map<string, TlsError>([
	['UNSUPPORTED_PROTOCOL', { kind: 'version' }],
	['VERSION_TOO_LOW', { kind: 'version' }],
	['NO_PROTOCOLS_AVAILABLE', { kind: 'version' }],
	['WRONG_SSL_VERSION', { kind: 'version' }],
	['UNKNOWN_SSL_VERSION', { kind: 'version' }],
	['WRONG_VERSION_NUMBER', { kind: 'fault', reason: 'not-tls' }],
	['PACKET_LENGTH_TOO_LONG', { kind: 'fault', reason: 'not-tls' }],
	['ENCRYPTED_LENGTH_TOO_LONG', { kind: 'fault', reason: 'not-tls' }],
	['UNKNOWN_PROTOCOL', { kind: 'fault', reason: 'not-tls' }],
	['HTTP_REQUEST', { kind: 'fault', reason: 'not-tls' }],
	['HTTPS_PROXY_REQUEST', { kind: 'fault', reason: 'not-tls' }],
	['DH_KEY_TOO_SMALL', { kind: 'fault', reason: 'weak' }],
	['BAD_DH_P_LENGTH', { kind: 'fault', reason: 'weak' }],
	['BAD_ECC_CERT', { kind: 'fault', reason: 'weak' }],
	['NO_SHARED_CIPHER', { kind: 'fault', reason: 'weak' }],
	['WRONG_CIPHER_RETURNED', { kind: 'fault', reason: 'weak' }],
	['NO_SHARED_SIGNATURE_ALGORITHMS', { kind: 'fault', reason: 'weak' }],
	['NO_SUITABLE_SIGNATURE_ALGORITHM', { kind: 'fault', reason: 'weak' }],
]);

/** The alerts by their names (RFC 8446 §6, RFC 5246 §7.2) as the libraries write them, in capitals. */
const alerts: ReadonlyMap<string, number> = new Map([
	['UNEXPECTED_MESSAGE', 10],
	['BAD_RECORD_MAC', 20],
	['RECORD_OVERFLOW', 22],
	['DECOMPRESSION_FAILURE', 30],
	['HANDSHAKE_FAILURE', 40],
	['NO_CERTIFICATE', 41],
	['BAD_CERTIFICATE', 42],
	['UNSUPPORTED_CERTIFICATE', 43],
	['CERTIFICATE_REVOKED', 44],
	['CERTIFICATE_EXPIRED', 45],
	['CERTIFICATE_UNKNOWN', 46],
	['ILLEGAL_PARAMETER', 47],
	['UNKNOWN_CA', 48],
	['ACCESS_DENIED', 49],
	['DECODE_ERROR', 50],
	['DECRYPT_ERROR', 51],
	['EXPORT_RESTRICTION', 60],
	['PROTOCOL_VERSION', 70],
	['INSUFFICIENT_SECURITY', 71],
	['INTERNAL_ERROR', 80],
	['INAPPROPRIATE_FALLBACK', 86],
	['USER_CANCELLED', 90],
	['NO_RENEGOTIATION', 100],
	['MISSING_EXTENSION', 109],
	['UNSUPPORTED_EXTENSION', 110],
	['CERTIFICATE_UNOBTAINABLE', 111],
	['UNRECOGNIZED_NAME', 112],
	['BAD_CERTIFICATE_STATUS_RESPONSE', 113],
	['BAD_CERTIFICATE_HASH_VALUE', 114],
	['UNKNOWN_PSK_IDENTITY', 115],
	['CERTIFICATE_REQUIRED', 116],
	['NO_APPLICATION_PROTOCOL', 120],
]);

/** The protocol that a spelling of an alert may begin with: `ERR_SSL_SSLV3_ALERT_`, `ERR_SSL_SSL/TLS_ALERT_`, `ERR_SSL_TLSV1_`, … */
const alertPattern = /^ERR_SSL_(?:SSLV3|TLSV1|TLSV13|SSL\/TLS)_(?:ALERT_)?([A-Z_]+)$/;

/**
 * Tells what an error of Node means for TLS; `undefined` when it is none of TLS, such as `ECONNRESET`.
 *
 * Many alerts arrive as `EPROTO`: then the packed number in the message tells (its place and meaning are stable, unlike the words).
 */
export function readTlsError(error: {
	readonly code?: unknown;
	readonly message: string;
}): TlsError | undefined {
	const code = typeof error.code === 'string' ? error.code : '';
	const verdict = verdicts.get(code);
	if (verdict !== undefined) {
		return verdict;
	}
	const alert = alerts.get(alertPattern.exec(code)?.[1] ?? '');
	if (alert !== undefined) {
		return { kind: 'alert', alert };
	}
	const fault = faults.get(code.replace(/^ERR_SSL_/, ''));
	if (fault !== undefined) {
		return fault;
	}
	const isTls = code.startsWith('ERR_SSL_') || code === 'EPROTO';
	return isTls ? (readPacked(error.message) ?? { kind: 'fault', reason: 'protocol' }) : undefined;
}

/** Reason numbers that are no alert: OpenSSL (ssl/sslerr.h) and BoringSSL (ssl.h) number them differently. */
const reasons: Readonly<Record<'openssl' | 'boringssl', ReadonlyMap<number, TlsError>>> = {
	openssl: new Map<number, TlsError>([
		[191, { kind: 'version' }],
		[258, { kind: 'version' }],
		[266, { kind: 'version' }],
		[396, { kind: 'version' }],
		[156, { kind: 'fault', reason: 'not-tls' }],
		[198, { kind: 'fault', reason: 'not-tls' }],
		[267, { kind: 'fault', reason: 'not-tls' }],
		[394, { kind: 'fault', reason: 'weak' }],
	]),
	boringssl: new Map<number, TlsError>([
		[240, { kind: 'version' }],
		[247, { kind: 'fault', reason: 'not-tls' }],
	]),
};

/** Alerts are reasons from here on, in both libraries. */
const firstAlert = 1000;

/** Reads `error:0A000410:` (OpenSSL 3), `error:14094410:` (OpenSSL 1.1) or `error:10000410:` (BoringSSL): library and reason. */
function readPacked(message: string): TlsError | undefined {
	const packed = /\berror:([0-9A-Fa-f]{8}):/.exec(message)?.[1];
	if (packed === undefined) {
		return undefined;
	}
	// Bits 0 to 11 hold the reason in all of them: no reason of TLS is larger.
	const reason = parseInt(packed, 16) & 0xfff;
	const library = packed.startsWith('10') ? 'boringssl' : 'openssl';
	return reason >= firstAlert ? { kind: 'alert', alert: reason - firstAlert } : reasons[library].get(reason);
}
