import { X509Certificate } from 'node:crypto';

/** Why a text is not the base64 of a certificate. */
export type CertificateFault = 'pem' | 'base64' | 'certificate';

/**
 * Judges the content of a ds:X509Certificate: the base64 of one certificate in DER (XML Signature §4.4.4). White space in it
 * does not matter.
 */
export function checkCertificate(text: string): CertificateFault | undefined {
	if (text.includes('-----')) {
		return 'pem';
	}
	const base64 = text.replace(/\s+/g, '');
	if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
		return 'base64';
	}
	const der = Buffer.from(base64, 'base64');
	// The constructor also takes PEM, which begins otherwise than a DER SEQUENCE does.
	return der[0] === 0x30 && isCertificate(der) ? undefined : 'certificate';
}

function isCertificate(der: Buffer): boolean {
	try {
		return new X509Certificate(der).raw.length === der.length;
	} catch {
		return false;
	}
}
