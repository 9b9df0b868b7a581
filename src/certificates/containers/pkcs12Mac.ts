import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Asn1Element } from '../asn1/element';
import { contentOf, tags } from '../asn1/element';
import { childrenOf } from '../asn1/read';
import { oidOf, smallIntegerOf } from '../asn1/values';
import { hashName } from '../readSignature';
import { hmacHash, readPbkdf2 } from './pkcs12Cipher';
import { derivePkcs12Key, keyPurpose, pkcs12Password } from './pkcs12Key';

/** What proves that a password is right and that nothing was changed. */
export interface Mac {
	/** Rounds of the key derivation. */
	readonly iterations: number;
	/** @param password `null` is no password at all. */
	readonly fits: (content: Uint8Array, password: string | null) => boolean;
}

/** PBMAC1 (RFC 8018 §7.1, RFC 9579). */
const pbmac1 = '1.2.840.113549.1.5.14';

const hashLengths: Readonly<Record<string, number>> = {
	md5: 16,
	sha1: 20,
	sha224: 28,
	sha256: 32,
	sha384: 48,
	sha512: 64,
};

/** Reads MacData (RFC 7292 §4); `undefined` when it is damaged or of a kind that we do not have. */
export function readMac(macData: Asn1Element): Mac | undefined {
	const [digestInfo, salt, count] = childrenOf(macData);
	const [algorithm, expected] = digestInfo === undefined ? [] : childrenOf(digestInfo);
	const [type, parameters] = algorithm === undefined ? [] : childrenOf(algorithm);
	const oid = oidOf(type);
	if (expected?.tag !== tags.octetString || salt?.tag !== tags.octetString) {
		return undefined;
	}
	if (oid === pbmac1) {
		return readPbmac1(parameters, contentOf(expected));
	}
	const hash = hashName(oid);
	const iterations = count === undefined ? 1 : smallIntegerOf(count);
	const length = hash === undefined ? undefined : hashLengths[hash];
	if (hash === undefined || iterations === undefined || length === undefined) {
		return undefined;
	}
	const derivation = { hash, purpose: keyPurpose.mac, salt: contentOf(salt), iterations, length };
	return {
		iterations,
		fits: (content, password) =>
			equal(hmac(hash, derivePkcs12Key(pkcs12Password(password), derivation), content), contentOf(expected)),
	};
}

function readPbmac1(parameters: Asn1Element | undefined, expected: Uint8Array): Mac | undefined {
	const [derivation, scheme] = parameters === undefined ? [] : childrenOf(parameters).map(childrenOf);
	const derived = readPbkdf2(derivation?.[1]);
	const hash = hmacHash(oidOf(scheme?.[0]));
	if ('unsupported' in derived || hash === undefined) {
		return undefined;
	}
	const length = Math.min(derived.keyLength ?? hashLengths[hash] ?? 0, 1024);
	return {
		iterations: derived.iterations,
		fits: (content, password) => equal(hmac(hash, derived.derive(password ?? '', length), content), expected),
	};
}

function hmac(hash: string, key: Uint8Array, content: Uint8Array): Uint8Array {
	return createHmac(hash, key).update(content).digest();
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && timingSafeEqual(one, other);
}
