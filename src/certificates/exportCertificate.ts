import type { Certificate } from './certificate';
import type { Chain } from './chain';

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

/**
 * A certificate of a chain with the CA certificates above it, as they are sent over TLS: without the root, which the other side must
 * have itself (RFC 8446 §4.4.2). Empty when it is not in the chain.
 */
export function certificatesToSend({ steps, end }: Chain, sha256: string): readonly Certificate[] {
	const certificates = steps.map(({ certificate }) => certificate);
	const from = certificates.findIndex((certificate) => certificate.sha256 === sha256);
	const [first, ...issuers] = from === -1 ? [] : certificates.slice(from);
	return first === undefined ? [] : [first, ...(end.state === 'root' ? issuers.slice(0, -1) : issuers)];
}
