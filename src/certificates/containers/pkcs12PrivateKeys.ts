import type { Asn1Element } from '../asn1/element';
import { encodingOf } from '../asn1/element';
import { childrenOf, readAsn1 } from '../asn1/read';
import { octetsOf } from '../asn1/values';
import { bagsIn, bagTypes, isOneSequence, maxIterations, openPkcs12 } from './pkcs12';
import { readEncryption } from './pkcs12Cipher';

/**
 * The private keys of a PKCS#12, or why there are none to be had.
 * - `password-needed`, `password-wrong`: as in {@link readContainer}.
 * - `encryption`: all of them are encrypted in a way that is not supported.
 * - `unreadable`: this is no PKCS#12, or a damaged one.
 */
export type Pkcs12PrivateKeys =
	/** PKCS#8 in DER; empty when the file has none. */
	| { readonly keys: readonly Uint8Array[] }
	| { readonly failure: 'password-needed' | 'password-wrong' | 'encryption' | 'unreadable' };

/**
 * Decrypts the private keys of a PKCS#12, those of old programs (RC2-40, 3DES) included, which Node's own loader refuses. Apart from
 * `readContainer`, so that only who is going to use a key ever has it in memory. Never throws.
 */
export function readPkcs12PrivateKeys(bytes: Uint8Array, password: string | undefined): Pkcs12PrivateKeys {
	const pfx = readAsn1(bytes);
	const opened = typeof pfx === 'string' ? undefined : openPkcs12(pfx, password);
	if (opened === undefined || !('safes' in opened)) {
		return { failure: opened !== undefined && 'locked' in opened ? opened.locked : 'unreadable' };
	}
	const bags = opened.safes.flatMap(bagsIn);
	const open = bags.filter(({ type }) => type === bagTypes.key).map(({ value }) => encodingOf(value));
	const shrouded = bags.filter(({ type }) => type === bagTypes.shroudedKey);
	const decrypted = shrouded.map(({ value }) => decryptPrivateKey(value, opened.passwords));
	const keys = [...open, ...decrypted.filter((key) => typeof key !== 'string')];
	if (keys.length > 0 || shrouded.length === 0) {
		return { keys };
	}
	const isLocked = decrypted.includes('locked');
	return {
		failure: !isLocked ? 'encryption' : password === undefined ? 'password-needed' : 'password-wrong',
	};
}

/**
 * Decrypts an EncryptedPrivateKeyInfo (RFC 5958 §3).
 *
 * @param passwords To be tried in order; `null` is no password at all.
 * @returns PKCS#8 in DER; `locked` when no password fits; `unsupported` for an encryption that we do not have.
 */
export function decryptPrivateKey(
	info: Asn1Element,
	passwords: readonly (string | null)[],
): Uint8Array | 'locked' | 'unsupported' {
	const [algorithm, cipherText] = childrenOf(info);
	const encryption = readEncryption(algorithm);
	if (cipherText === undefined || 'unsupported' in encryption || encryption.iterations > maxIterations) {
		return 'unsupported';
	}
	for (const password of passwords) {
		const plain = encryption.decrypt(octetsOf(cipherText), password);
		if (plain !== undefined && isOneSequence(plain)) {
			return plain;
		}
	}
	return 'locked';
}
