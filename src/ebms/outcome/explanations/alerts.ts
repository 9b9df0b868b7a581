import type { Translate } from '../../../text';

interface AlertWords {
	/** As RFC 8446 §6 writes it. */
	readonly name: string;
	/** What it says about a client certificate; `null` for an alert that is not about one. */
	readonly meaning: ((t: Translate) => string) | null;
}

/** The alerts that a server sends in a handshake (RFC 8446 §6.2). */
const alerts: ReadonlyMap<number, AlertWords> = new Map<number, AlertWords>([
	[10, { name: 'unexpected_message', meaning: null }],
	[20, { name: 'bad_record_mac', meaning: null }],
	[22, { name: 'record_overflow', meaning: null }],
	[
		40,
		{
			name: 'handshake_failure',
			meaning: (t) => t('The server breaks off without saying what is wrong with the certificate.'),
		},
	],
	[41, { name: 'no_certificate', meaning: null }],
	[
		42,
		{
			name: 'bad_certificate',
			meaning: (t) => t('The server cannot use the certificate; often the chain is not complete.'),
		},
	],
	[
		43,
		{
			name: 'unsupported_certificate',
			meaning: (t) => t('The server does not take certificates of this kind.'),
		},
	],
	[
		44,
		{ name: 'certificate_revoked', meaning: (t) => t('According to the server the certificate is revoked.') },
	],
	[
		45,
		{
			name: 'certificate_expired',
			meaning: (t) => t('According to the server the certificate, or one of its issuers, is not valid now.'),
		},
	],
	[
		46,
		{
			name: 'certificate_unknown',
			// What the TLS of Java says of both (docs/decisions/0010), where OpenSSL says unknown_ca.
			meaning: (t) =>
				t(
					'The server does not accept the certificate. Servers in Java say this of an issuer that they do not know and of a chain that is not complete.',
				),
		},
	],
	[47, { name: 'illegal_parameter', meaning: null }],
	[
		48,
		{
			name: 'unknown_ca',
			meaning: (t) => t('The server does not trust the issuer of the certificate.'),
		},
	],
	[
		49,
		{
			name: 'access_denied',
			meaning: (t) => t('The server knows the certificate, but this party may not connect.'),
		},
	],
	[50, { name: 'decode_error', meaning: null }],
	[51, { name: 'decrypt_error', meaning: null }],
	[70, { name: 'protocol_version', meaning: null }],
	[71, { name: 'insufficient_security', meaning: null }],
	[80, { name: 'internal_error', meaning: null }],
	[86, { name: 'inappropriate_fallback', meaning: null }],
	[90, { name: 'user_canceled', meaning: null }],
	[109, { name: 'missing_extension', meaning: null }],
	[110, { name: 'unsupported_extension', meaning: null }],
	[112, { name: 'unrecognized_name', meaning: null }],
	[113, { name: 'bad_certificate_status_response', meaning: null }],
	[115, { name: 'unknown_psk_identity', meaning: null }],
	[116, { name: 'certificate_required', meaning: null }],
	[120, { name: 'no_application_protocol', meaning: null }],
]);

/** `unknown_ca (48)`: as logs write it too. Only the number of one that has no name. */
export function alertName(alert: number): string {
	const name = alerts.get(alert)?.name;
	return name === undefined ? String(alert) : `${name} (${alert})`;
}

/** What an alert says about our certificate; `undefined` when it is not about that. */
export function alertMeaning(alert: number, t: Translate): string | undefined {
	return alerts.get(alert)?.meaning?.(t);
}
