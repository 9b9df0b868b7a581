import assert from 'node:assert/strict';
import { readTlsError, type TlsError } from '../../../src/ebms/tls/tlsErrors';

const alert = (number: number): TlsError => ({ kind: 'alert', alert: number });

/** As OpenSSL 3, OpenSSL 1.1 and BoringSSL (the reference, 7.1) and Node itself spell them. */
const codes: readonly (readonly [code: string, expected: TlsError | undefined])[] = [
	['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', alert(40)],
	['ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', alert(40)],
	['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', alert(42)],
	['ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE', alert(42)],
	['ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE', alert(43)],
	['ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED', alert(44)],
	['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', alert(45)],
	['ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN', alert(46)],
	['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', alert(48)],
	['ERR_SSL_TLSV1_ALERT_ACCESS_DENIED', alert(49)],
	['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', alert(70)],
	['ERR_SSL_TLSV1_ALERT_INSUFFICIENT_SECURITY', alert(71)],
	['ERR_SSL_TLSV1_UNRECOGNIZED_NAME', alert(112)],
	['ERR_SSL_TLSV1_ALERT_UNRECOGNIZED_NAME', alert(112)],
	['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', alert(116)],
	['ERR_SSL_TLSV1_ALERT_CERTIFICATE_REQUIRED', alert(116)],
	['SELF_SIGNED_CERT_IN_CHAIN', { kind: 'untrusted', reason: 'unknown-root' }],
	['DEPTH_ZERO_SELF_SIGNED_CERT', { kind: 'untrusted', reason: 'self-signed' }],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', { kind: 'untrusted', reason: 'issuer-missing' }],
	['CERT_HAS_EXPIRED', { kind: 'validity', reason: 'expired' }],
	['CERT_NOT_YET_VALID', { kind: 'validity', reason: 'not-yet-valid' }],
	['ERR_TLS_CERT_ALTNAME_INVALID', { kind: 'host-mismatch' }],
	['ERR_SSL_UNSUPPORTED_PROTOCOL', { kind: 'version' }],
	['ERR_SSL_WRONG_VERSION_NUMBER', { kind: 'fault', reason: 'not-tls' }],
	['ERR_SSL_DH_KEY_TOO_SMALL', { kind: 'fault', reason: 'weak' }],
	['ERR_SSL_SOMETHING_NEW', { kind: 'fault', reason: 'protocol' }],
	['ECONNRESET', undefined],
	['ENOTFOUND', undefined],
];

/** Of `EPROTO` only the packed number counts: the words are made up here. */
const packed: readonly (readonly [library: string, message: string, expected: TlsError])[] = [
	['OpenSSL 3', 'write EPROTO 80FC:error:0A000410:SSL routines:a:b:c.c:1:', alert(40)],
	['OpenSSL 3', 'write EPROTO 80FC:error:0A00045C:SSL routines:a:b:c.c:1:', alert(116)],
	['OpenSSL 3', 'write EPROTO 80FC:error:0A000102:SSL routines:a:b:c.c:1:', { kind: 'version' }],
	[
		'OpenSSL 3',
		'write EPROTO 80FC:error:0A00010B:SSL routines:a:b:c.c:1:',
		{ kind: 'fault', reason: 'not-tls' },
	],
	['OpenSSL 1.1', 'write EPROTO 1:error:14094418:SSL routines:a:b:c.c:1:', alert(48)],
	['BoringSSL', 'write EPROTO 1:error:10000412:SSL routines:a:b:c.cc:1:', alert(42)],
	['BoringSSL', 'write EPROTO 1:error:100000f0:SSL routines:a:b:c.cc:1:', { kind: 'version' }],
	[
		'BoringSSL',
		'write EPROTO 1:error:100000f7:SSL routines:a:b:c.cc:1:',
		{ kind: 'fault', reason: 'not-tls' },
	],
	['either', 'write EPROTO', { kind: 'fault', reason: 'protocol' }],
];

describe('The errors of TLS', () => {
	for (const [code, expected] of codes) {
		it(`with the code ${code} mean ${expected === undefined ? 'nothing' : JSON.stringify(expected)}`, () => {
			assert.deepEqual(readTlsError({ code, message: 'sslv3 alert unknown ca' }), expected);
		});
	}
	for (const [library, message, expected] of packed) {
		it(`that ${library} writes as "${message.slice(0, 36)}" mean ${JSON.stringify(expected)}`, () => {
			assert.deepEqual(readTlsError({ code: 'EPROTO', message }), expected);
		});
	}
});
