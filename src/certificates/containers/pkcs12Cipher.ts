import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
// Only these parts: the whole would weigh more than all of our own reading of certificates.
import rc2 from 'node-forge/lib/rc2';
import util from 'node-forge/lib/util';
import type { Asn1Element } from '../asn1/element';
import { contentOf, tags } from '../asn1/element';
import { childrenOf } from '../asn1/read';
import { oidOf, smallIntegerOf } from '../asn1/values';
import { hashName } from '../readSignature';
import { derivePkcs12Key, keyPurpose, pkcs12Password } from './pkcs12Key';
import { rc4 } from './rc4';

/** How a part of a PKCS#12 is encrypted. */
export interface Encryption {
	/** Rounds of the key derivation. */
	readonly iterations: number;
	/**
	 * Decrypts; `undefined` when the outcome cannot be right (its padding).
	 *
	 * @param password `null` is no password at all.
	 */
	readonly decrypt: (cipherText: Uint8Array, password: string | null) => Uint8Array | undefined;
}

/** An encryption that we do not have, by its OID (or that of its part), `''` when it is damaged. */
export interface UnsupportedEncryption {
	readonly unsupported: string;
}

const pbes2 = '1.2.840.113549.1.5.13';
const pbkdf2 = '1.2.840.113549.1.5.12';

interface OldCipher {
	readonly cipher: keyof typeof oldDecryptions;
	/** Bytes. */
	readonly keyLength: number;
}

/** The ciphers of RFC 7292 appendix C, all with SHA-1. */
const oldCiphers: ReadonlyMap<string, OldCipher> = new Map<string, OldCipher>([
	['1.2.840.113549.1.12.1.1', { cipher: 'rc4', keyLength: 16 }],
	['1.2.840.113549.1.12.1.2', { cipher: 'rc4', keyLength: 5 }],
	['1.2.840.113549.1.12.1.3', { cipher: '3des', keyLength: 24 }],
	['1.2.840.113549.1.12.1.4', { cipher: '3des', keyLength: 16 }],
	['1.2.840.113549.1.12.1.5', { cipher: 'rc2', keyLength: 16 }],
	['1.2.840.113549.1.12.1.6', { cipher: 'rc2', keyLength: 5 }],
]);

interface NewCipher {
	readonly cipher: string;
	/** Bytes. */
	readonly keyLength: number;
}

/** The ciphers that PBES2 has in practice (RFC 8018 appendix B.2). */
const newCiphers: ReadonlyMap<string, NewCipher> = new Map([
	['2.16.840.1.101.3.4.1.2', { cipher: 'aes-128-cbc', keyLength: 16 }],
	['2.16.840.1.101.3.4.1.22', { cipher: 'aes-192-cbc', keyLength: 24 }],
	['2.16.840.1.101.3.4.1.42', { cipher: 'aes-256-cbc', keyLength: 32 }],
	['1.2.840.113549.3.7', { cipher: 'des-ede3-cbc', keyLength: 24 }],
]);

const hmacs: ReadonlyMap<string, string> = new Map([
	['1.2.840.113549.2.7', 'sha1'],
	['1.2.840.113549.2.8', 'sha224'],
	['1.2.840.113549.2.9', 'sha256'],
	['1.2.840.113549.2.10', 'sha384'],
	['1.2.840.113549.2.11', 'sha512'],
]);

/** The hash of an HMAC by its OID, as HMAC or as a hash. */
export function hmacHash(oid: string | undefined): string | undefined {
	return oid === undefined ? undefined : (hmacs.get(oid) ?? hashName(oid));
}

/** Reads the AlgorithmIdentifier of an EncryptedData. */
export function readEncryption(algorithm: Asn1Element | undefined): Encryption | UnsupportedEncryption {
	const [type, parameters] = algorithm === undefined ? [] : childrenOf(algorithm);
	const oid = oidOf(type);
	if (oid === undefined || parameters === undefined) {
		return { unsupported: oid ?? '' };
	}
	if (oid === pbes2) {
		return readPbes2(parameters);
	}
	const old = oldCiphers.get(oid);
	return old === undefined ? { unsupported: oid } : readOld(old, parameters);
}

function readOld(
	{ cipher, keyLength }: OldCipher,
	parameters: Asn1Element,
): Encryption | UnsupportedEncryption {
	const [saltElement, countElement] = childrenOf(parameters);
	const iterations = smallIntegerOf(countElement);
	if (saltElement?.tag !== tags.octetString || iterations === undefined) {
		return { unsupported: '' };
	}
	const basis = { hash: 'sha1', salt: contentOf(saltElement), iterations };
	return {
		iterations: 2 * iterations,
		decrypt: (cipherText, password) => {
			const secret = pkcs12Password(password);
			const key = derivePkcs12Key(secret, { ...basis, purpose: keyPurpose.encryption, length: keyLength });
			return oldDecryptions[cipher](cipherText, key, () =>
				derivePkcs12Key(secret, { ...basis, purpose: keyPurpose.initialVector, length: blockLength }),
			);
		},
	};
}

/** Bytes of a block of DES and RC2; RC4 has no blocks, and needs no vector to begin with. */
const blockLength = 8;

/** As {@link Encryption.decrypt}, with a key. */
type OldDecryption = (
	cipherText: Uint8Array,
	key: Uint8Array,
	vector: () => Uint8Array,
) => Uint8Array | undefined;

const oldDecryptions = {
	'3des': (cipherText, key, vector) => decryptBlocks('des-ede3-cbc', cipherText, threeKeys(key), vector()),
	rc2: (cipherText, key, vector) => decryptRc2(cipherText, key, vector()),
	rc4: (cipherText, key) => rc4(key, cipherText),
} satisfies Readonly<Record<string, OldDecryption>>;

/** Two keys of DES are three of which the last is the first again. */
function threeKeys(key: Uint8Array): Uint8Array {
	return key.length === 16 ? Buffer.concat([key, key.subarray(0, 8)]) : key;
}

function readPbes2(parameters: Asn1Element): Encryption | UnsupportedEncryption {
	const [derivation, scheme] = childrenOf(parameters).map(childrenOf);
	const derivationOid = oidOf(derivation?.[0]);
	if (derivationOid !== pbkdf2) {
		return { unsupported: derivationOid ?? '' };
	}
	const schemeOid = oidOf(scheme?.[0]);
	const cipher = schemeOid === undefined ? undefined : newCiphers.get(schemeOid);
	if (cipher === undefined) {
		return { unsupported: schemeOid ?? '' };
	}
	const derived = readPbkdf2(derivation?.[1]);
	const vector = scheme?.[1];
	if ('unsupported' in derived || vector?.tag !== tags.octetString) {
		return 'unsupported' in derived ? derived : { unsupported: '' };
	}
	return {
		iterations: derived.iterations,
		decrypt: (cipherText, password) => {
			const key = derived.derive(password ?? '', cipher.keyLength);
			return decryptBlocks(cipher.cipher, cipherText, key, contentOf(vector));
		},
	};
}

export interface Pbkdf2 {
	readonly iterations: number;
	/** As given; for PBMAC1 it is the length of the key. */
	readonly keyLength: number | undefined;
	/** The password is taken as UTF-8. */
	readonly derive: (password: string, length: number) => Uint8Array;
}

/** Reads PBKDF2-params (RFC 8018 appendix A.2). */
export function readPbkdf2(parameters: Asn1Element | undefined): Pbkdf2 | UnsupportedEncryption {
	const [salt, count, ...rest] = parameters === undefined ? [] : childrenOf(parameters);
	const iterations = smallIntegerOf(count);
	if (salt?.tag !== tags.octetString || iterations === undefined) {
		return { unsupported: '' };
	}
	const hmacElement = rest.find(({ tag }) => tag === tags.sequence);
	const hmacOid = hmacElement === undefined ? '1.2.840.113549.2.7' : oidOf(childrenOf(hmacElement)[0]);
	const hash = hmacHash(hmacOid);
	if (hash === undefined) {
		return { unsupported: hmacOid ?? '' };
	}
	return {
		iterations,
		keyLength: smallIntegerOf(rest[0]),
		derive: (password, length) =>
			pbkdf2Sync(Buffer.from(password, 'utf8'), contentOf(salt), Math.max(iterations, 1), length, hash),
	};
}

function decryptBlocks(
	cipher: string,
	cipherText: Uint8Array,
	key: Uint8Array,
	vector: Uint8Array,
): Uint8Array | undefined {
	try {
		const decipher = createDecipheriv(cipher, key, vector);
		return new Uint8Array(Buffer.concat([decipher.update(cipherText), decipher.final()]));
	} catch {
		// Wrong padding, or a vector of the wrong length: nothing that can be told apart from a wrong password.
		return undefined;
	}
}

/** OpenSSL 3, and with it Node, has RC2 no more: node-forge has. */
function decryptRc2(cipherText: Uint8Array, key: Uint8Array, vector: Uint8Array): Uint8Array | undefined {
	if (cipherText.length === 0 || cipherText.length % blockLength !== 0) {
		return undefined;
	}
	const decipher = rc2.createDecryptionCipher(binary(key), 8 * key.length);
	decipher.start(binary(vector));
	decipher.update(util.createBuffer(binary(cipherText)));
	return decipher.finish() ? new Uint8Array(Buffer.from(decipher.output.getBytes(), 'latin1')) : undefined;
}

/** Bytes as node-forge takes them: a character for each. */
function binary(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
