import type { Certificate } from './certificate';

/** A certificate as PEM (RFC 7468 §5), with a line end after the last line. */
export function toPem(certificate: Certificate): string {
	const lines = toBase64(certificate).match(/.{1,64}/g) ?? [];
	return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** A certificate as the content of a ds:X509Certificate: the base64 of its DER in one line (XML Signature §4.4.4). */
export function toBase64(certificate: Certificate): string {
	const { der } = certificate;
	return Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('base64');
}
