import { constants, createPublicKey, verify } from 'node:crypto';
import type { SignatureAlgorithm } from './certificate';

/**
 * Whether a key made a signature; `null` when this machine cannot tell, because it does not have the algorithm (BoringSSL
 * has no Ed448, OpenSSL no MD2, nobody has an RSASSA-PSS with two hashes).
 *
 * @param publicKeyDer The SubjectPublicKeyInfo.
 */
export function verifySignature(
	algorithm: SignatureAlgorithm,
	publicKeyDer: Uint8Array,
	signed: Uint8Array,
	signature: Uint8Array,
): boolean | null {
	const { hash, saltLength, maskHash, name } = algorithm;
	if (saltLength !== null && maskHash !== hash) {
		return null;
	}
	if (hash === null && name !== 'ED25519' && name !== 'ED448') {
		return null;
	}
	try {
		const key = createPublicKey({ key: Buffer.from(publicKeyDer), format: 'der', type: 'spki' });
		return saltLength === null
			? verify(hash, signed, key, signature)
			: verify(hash, signed, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }, signature);
	} catch {
		// Node throws for a key or a hash that its TLS library does not have.
		return null;
	}
}
