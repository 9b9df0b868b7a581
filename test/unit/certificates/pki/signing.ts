import { constants, sign } from 'node:crypto';
import { context, integer, nil, oid, sequence } from './derWriter';
import type { KeyPair } from './keys';

export type SignatureKind =
	| 'rsa-md5'
	| 'rsa-sha1'
	| 'rsa-sha256'
	| 'rsa-sha512'
	| 'pss-sha256'
	| 'pss-sha512'
	| 'ecdsa-sha256'
	| 'ed25519';

const oids: Readonly<Record<SignatureKind, string>> = {
	'rsa-md5': '1.2.840.113549.1.1.4',
	'rsa-sha1': '1.2.840.113549.1.1.5',
	'rsa-sha256': '1.2.840.113549.1.1.11',
	'rsa-sha512': '1.2.840.113549.1.1.13',
	'pss-sha256': '1.2.840.113549.1.1.10',
	'pss-sha512': '1.2.840.113549.1.1.10',
	'ecdsa-sha256': '1.2.840.10045.4.3.2',
	ed25519: '1.3.101.112',
};

const hashes: Readonly<Record<'sha256' | 'sha512', { readonly oid: string; readonly length: number }>> = {
	sha256: { oid: '2.16.840.1.101.3.4.2.1', length: 32 },
	sha512: { oid: '2.16.840.1.101.3.4.2.3', length: 64 },
};

function pssHash(kind: SignatureKind): 'sha256' | 'sha512' | undefined {
	return kind === 'pss-sha256' ? 'sha256' : kind === 'pss-sha512' ? 'sha512' : undefined;
}

/** The AlgorithmIdentifier; RSASSA-PSS has the same hash in MGF1 and a salt of its length, as PKIoverheid G4 wants. */
export function algorithmIdentifier(kind: SignatureKind): Uint8Array {
	const hash = pssHash(kind);
	if (hash !== undefined) {
		const algorithm = sequence(oid(hashes[hash].oid), nil);
		const parameters = sequence(
			context(0, algorithm),
			context(1, sequence(oid('1.2.840.113549.1.1.8'), algorithm)),
			context(2, integer(hashes[hash].length)),
		);
		return sequence(oid(oids[kind]), parameters);
	}
	return kind.startsWith('rsa') ? sequence(oid(oids[kind]), nil) : sequence(oid(oids[kind]));
}

export function signatureOf(kind: SignatureKind, { privateKey }: KeyPair, bytes: Uint8Array): Uint8Array {
	const hash = pssHash(kind);
	if (hash !== undefined) {
		const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: hashes[hash].length };
		return sign(hash, bytes, { key: privateKey, ...padding });
	}
	return sign(kind === 'ed25519' ? null : (kind.split('-')[1] ?? ''), bytes, privateKey);
}
