import type { Asn1Element } from './asn1/element';
import { tags } from './asn1/element';
import { childrenOf, readAsn1 } from './asn1/read';
import { bitStringOctetsOf, integerOf, oidOf } from './asn1/values';
import type { PublicKey } from './certificate';

type KeyReader = (key: Uint8Array, parameters: Asn1Element | undefined) => PublicKey | undefined;

/** The algorithms of public keys (RFC 3279, RFC 4055, RFC 5480, RFC 8410). */
const readers: ReadonlyMap<string, KeyReader> = new Map([
	['1.2.840.113549.1.1.1', (key) => readRsa('rsa', key)],
	['1.2.840.113549.1.1.10', (key) => readRsa('rsa-pss', key)],
	['1.2.840.10045.2.1', readEc],
	['1.2.840.10040.4.1', (_key, parameters) => readDsa(parameters)],
	['1.3.101.112', () => ({ type: 'ed25519', bits: 256 })],
	['1.3.101.113', () => ({ type: 'ed448', bits: 456 })],
]);

interface Curve {
	readonly name: string;
	readonly bits: number;
}

/** Named curves (RFC 5480, RFC 5639). */
const curves: ReadonlyMap<string, Curve> = new Map([
	['1.2.840.10045.3.1.1', { name: 'P-192', bits: 192 }],
	['1.3.132.0.33', { name: 'P-224', bits: 224 }],
	['1.2.840.10045.3.1.7', { name: 'P-256', bits: 256 }],
	['1.3.132.0.34', { name: 'P-384', bits: 384 }],
	['1.3.132.0.35', { name: 'P-521', bits: 521 }],
	['1.3.132.0.10', { name: 'secp256k1', bits: 256 }],
	['1.3.36.3.3.2.8.1.1.7', { name: 'brainpoolP256r1', bits: 256 }],
	['1.3.36.3.3.2.8.1.1.11', { name: 'brainpoolP384r1', bits: 384 }],
	['1.3.36.3.3.2.8.1.1.13', { name: 'brainpoolP512r1', bits: 512 }],
]);

/** Reads a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7); `undefined` when it is none, or its key is damaged. */
export function readKey(element: Asn1Element): PublicKey | undefined {
	const [algorithm, bits] = childrenOf(element);
	const [type, parameters] = algorithm === undefined ? [] : childrenOf(algorithm);
	const oid = oidOf(type);
	const key = bitStringOctetsOf(bits);
	if (oid === undefined || key === undefined) {
		return undefined;
	}
	const reader = readers.get(oid);
	return reader === undefined ? { type: 'unknown', bits: 0, oid } : reader(key, parameters);
}

function readRsa(type: 'rsa' | 'rsa-pss', key: Uint8Array): PublicKey | undefined {
	const sequence = readAsn1(key);
	const [modulus, exponent] = typeof sequence === 'string' ? [] : childrenOf(sequence);
	const bits = bitLength(modulus);
	const power = integerOf(exponent);
	return bits === undefined || power === undefined ? undefined : { type, bits, exponent: power.toString() };
}

function readEc(key: Uint8Array, parameters: Asn1Element | undefined): PublicKey | undefined {
	const oid = oidOf(parameters);
	if (oid === undefined) {
		// Parameters written out: forbidden by RFC 5480 §2.1.1, but there are such keys. A point is 04, x and y.
		return parameters?.tag === tags.sequence
			? { type: 'ec', bits: 4 * (key.length - 1), curve: 'explicit' }
			: undefined;
	}
	const curve = curves.get(oid);
	return { type: 'ec', bits: curve?.bits ?? 4 * (key.length - 1), curve: curve?.name ?? oid };
}

function readDsa(parameters: Asn1Element | undefined): PublicKey {
	const [prime] = parameters === undefined ? [] : childrenOf(parameters);
	return { type: 'dsa', bits: bitLength(prime) ?? 0 };
}

function bitLength(element: Asn1Element | undefined): number | undefined {
	const value = integerOf(element);
	return value === undefined || value <= 0n ? undefined : value.toString(2).length;
}
