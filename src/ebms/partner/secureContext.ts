import { createSecureContext, type SecureContextOptions } from 'node:tls';
import type { PartnerMode } from './modes';
import type { PartnerPki } from './pki/makePki';

/** The versions that Digikoppeling allows (Beveiligingsstandaarden en voorschriften, TLS004). */
const versions = { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3' } as const;

/** With what the partner speaks TLS: that of the user's side is the only root that it takes certificates of. */
export function secureContextOf(pki: PartnerPki, mode: PartnerMode): SecureContextOptions {
	const usual = { ...versions, cert: pki.them, key: pki.themKey, ca: pki.trust };
	switch (mode) {
		case 'expired-certificate':
			return { ...usual, cert: pki.expired };
		case 'wrong-host-certificate':
			return { ...usual, cert: pki.wrongHost };
		case 'unknown-ca-certificate':
			return { ...usual, cert: pki.unknownCa };
		case 'client-certificate-refused':
			return { ...usual, ca: pki.strangeRoot };
		case 'tls-1.1':
			return oldVersions(usual);
		default:
			return usual;
	}
}

/** OpenSSL 3 only speaks TLS 1.1 at security level 0, which BoringSSL does not know; there a client of today is refused all the same. */
function oldVersions(usual: SecureContextOptions): SecureContextOptions {
	const old = { ...usual, minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } as const;
	const lowest = { ...old, ciphers: 'DEFAULT@SECLEVEL=0' };
	try {
		createSecureContext(lowest);
		return lowest;
	} catch {
		return old;
	}
}
