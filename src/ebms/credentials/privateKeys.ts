import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readAsn1 } from '../../certificates/asn1/read';
import { decodeText } from '../../certificates/containers/decodeText';
import { decryptPrivateKey, readPkcs12PrivateKeys } from '../../certificates/containers/pkcs12PrivateKeys';

/**
 * Why a private key cannot be used.
 * - `passphrase-needed`, `passphrase-wrong`: it is encrypted. A damaged key looks as with a wrong passphrase.
 * - `encryption`: it is encrypted in a way that is not supported.
 * - `key-unreadable`: what stands there is no private key that we can read.
 */
export type PrivateKeyFault = 'passphrase-needed' | 'passphrase-wrong' | 'encryption' | 'key-unreadable';

export type PrivateKeys = { readonly keys: readonly KeyObject[] } | { readonly fault: PrivateKeyFault };

/**
 * Reads the private keys in a file: PEM (also with certificates), DER (PKCS#8, PKCS#1, SEC 1) or PKCS#12. The passphrase is not kept.
 * Never throws.
 *
 * @returns No keys at all when the file has none.
 */
export function readPrivateKeys(bytes: Uint8Array, passphrase: string | undefined): PrivateKeys {
	const text = decodeText(bytes) ?? '';
	const blocks = text.match(/-----BEGIN ([A-Z0-9 ]*)PRIVATE KEY-----[^]*?-----END \1PRIVATE KEY-----/g) ?? [];
	if (blocks.length > 0) {
		return allOf(blocks.map((block) => readPem(block, passphrase)));
	}
	return text.includes('-----BEGIN ') || bytes[0] !== derSequence ? { keys: [] } : readDer(bytes, passphrase);
}

const derSequence = 0x30;

type ReadKey = KeyObject | PrivateKeyFault;

function allOf(read: readonly ReadKey[]): PrivateKeys {
	const keys = read.filter((key) => typeof key !== 'string');
	const fault = read.find((key) => typeof key === 'string');
	return keys.length > 0 || fault === undefined ? { keys } : { fault };
}

function readPem(block: string, passphrase: string | undefined): ReadKey {
	const isPkcs8 = block.startsWith('-----BEGIN ENCRYPTED PRIVATE KEY-----');
	if (!isPkcs8 && !/^Proc-Type: 4,ENCRYPTED/m.test(block)) {
		return tryKey(() => createPrivateKey(block)) ?? 'key-unreadable';
	}
	if (passphrase === undefined) {
		return 'passphrase-needed';
	}
	const key = tryKey(() => createPrivateKey({ key: block, format: 'pem', passphrase }));
	if (key !== undefined) {
		return key;
	}
	const body = block.replace(/-----[A-Z ]+-----/g, '');
	return isPkcs8 ? decryptPkcs8(Buffer.from(body, 'base64'), passphrase) : 'passphrase-wrong';
}

/** With what Node's TLS library no longer has, such as RC2-40. */
function decryptPkcs8(der: Uint8Array, passphrase: string): ReadKey {
	const info = readAsn1(der);
	const plain = typeof info === 'string' ? undefined : decryptPrivateKey(info, [passphrase]);
	switch (plain) {
		case undefined:
			return 'key-unreadable';
		case 'locked':
			return 'passphrase-wrong';
		case 'unsupported':
			return 'encryption';
		default:
			return pkcs8Key(plain);
	}
}

function readDer(bytes: Uint8Array, passphrase: string | undefined): PrivateKeys {
	const key = Buffer.from(bytes);
	for (const type of ['pkcs8', 'pkcs1', 'sec1'] as const) {
		const plain = tryKey(() => createPrivateKey({ key, format: 'der', type }));
		if (plain !== undefined) {
			return { keys: [plain] };
		}
	}
	const stored = readPkcs12PrivateKeys(bytes, passphrase);
	if ('keys' in stored) {
		return allOf(stored.keys.map(pkcs8Key));
	}
	switch (stored.failure) {
		case 'password-needed':
			return { fault: 'passphrase-needed' };
		case 'password-wrong':
			return { fault: 'passphrase-wrong' };
		case 'encryption':
			return { fault: 'encryption' };
		case 'unreadable':
			return readEncryptedDer(key, passphrase);
	}
}

function readEncryptedDer(der: Uint8Array, passphrase: string | undefined): PrivateKeys {
	const info = readAsn1(der);
	const plain = typeof info === 'string' ? undefined : decryptPrivateKey(info, [passphrase ?? '']);
	if (plain === undefined || plain === 'unsupported') {
		// A certificate, or something else without a key.
		return { keys: [] };
	}
	return plain === 'locked'
		? { fault: passphrase === undefined ? 'passphrase-needed' : 'passphrase-wrong' }
		: allOf([pkcs8Key(plain)]);
}

function pkcs8Key(der: Uint8Array): ReadKey {
	const key = Buffer.from(der);
	return tryKey(() => createPrivateKey({ key, format: 'der', type: 'pkcs8' })) ?? 'key-unreadable';
}

/** What is no key makes Node throw, with a code that differs between TLS libraries. */
function tryKey(make: () => KeyObject): KeyObject | undefined {
	try {
		return make();
	} catch {
		return undefined;
	}
}
