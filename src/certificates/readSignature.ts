import type { Asn1Element } from './asn1/element';
import { contextTag, tags } from './asn1/element';
import { childrenOf } from './asn1/read';
import { oidOf, smallIntegerOf } from './asn1/values';
import type { SignatureAlgorithm } from './certificate';

const pss = '1.2.840.113549.1.1.10';

/** Names as OpenSSL writes them, and the hash that belongs to each. */
const algorithms: ReadonlyMap<string, readonly [name: string, hash: string | null]> = new Map([
	['1.2.840.113549.1.1.2', ['md2WithRSAEncryption', 'md2']],
	['1.2.840.113549.1.1.4', ['md5WithRSAEncryption', 'md5']],
	['1.2.840.113549.1.1.5', ['sha1WithRSAEncryption', 'sha1']],
	['1.3.14.3.2.29', ['sha1WithRSA', 'sha1']],
	['1.2.840.113549.1.1.14', ['sha224WithRSAEncryption', 'sha224']],
	['1.2.840.113549.1.1.11', ['sha256WithRSAEncryption', 'sha256']],
	['1.2.840.113549.1.1.12', ['sha384WithRSAEncryption', 'sha384']],
	['1.2.840.113549.1.1.13', ['sha512WithRSAEncryption', 'sha512']],
	['1.2.840.10045.4.1', ['ecdsa-with-SHA1', 'sha1']],
	['1.2.840.10045.4.3.1', ['ecdsa-with-SHA224', 'sha224']],
	['1.2.840.10045.4.3.2', ['ecdsa-with-SHA256', 'sha256']],
	['1.2.840.10045.4.3.3', ['ecdsa-with-SHA384', 'sha384']],
	['1.2.840.10045.4.3.4', ['ecdsa-with-SHA512', 'sha512']],
	['1.2.840.10040.4.3', ['dsaWithSHA1', 'sha1']],
	['2.16.840.1.101.3.4.3.1', ['dsa_with_SHA224', 'sha224']],
	['2.16.840.1.101.3.4.3.2', ['dsa_with_SHA256', 'sha256']],
	['1.3.101.112', ['ED25519', null]],
	['1.3.101.113', ['ED448', null]],
]);

const hashes: ReadonlyMap<string, string> = new Map([
	['1.2.840.113549.2.5', 'md5'],
	['1.3.14.3.2.26', 'sha1'],
	['2.16.840.1.101.3.4.2.4', 'sha224'],
	['2.16.840.1.101.3.4.2.1', 'sha256'],
	['2.16.840.1.101.3.4.2.2', 'sha384'],
	['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/** Name of a hash function as Node knows it; `undefined` for one that is not in use. */
export function hashName(oid: string | undefined): string | undefined {
	return oid === undefined ? undefined : hashes.get(oid);
}

/** Reads the AlgorithmIdentifier of a signature; `undefined` when it is none. */
export function readSignature(element: Asn1Element | undefined): SignatureAlgorithm | undefined {
	const [type, parameters] = element?.tag === tags.sequence ? childrenOf(element) : [];
	const oid = oidOf(type);
	if (oid === undefined) {
		return undefined;
	}
	if (oid === pss) {
		return readPss(parameters);
	}
	const [name, hash] = algorithms.get(oid) ?? [oid, null];
	return { name, oid, hash, saltLength: null, maskHash: null };
}

/** RSASSA-PSS-params (RFC 4055 §3.1): all parts have a default. */
function readPss(parameters: Asn1Element | undefined): SignatureAlgorithm | undefined {
	const parts = parameters === undefined ? [] : childrenOf(parameters);
	function part(n: number): Asn1Element | undefined {
		const wrapped = parts.find(({ tag }) => tag === contextTag(n));
		return wrapped === undefined ? undefined : childrenOf(wrapped)[0];
	}
	const [hashElement, maskElement, saltElement] = [part(0), part(1), part(2)];
	const saltLength = saltElement === undefined ? 20 : smallIntegerOf(saltElement);
	if (saltLength === undefined) {
		return undefined;
	}
	return {
		name: 'RSASSA-PSS',
		oid: pss,
		hash: hashElement === undefined ? 'sha1' : hashOf(hashElement),
		saltLength,
		maskHash: maskElement === undefined ? 'sha1' : hashOf(childrenOf(maskElement)[1]),
	};
}

/** The name of the hash in an AlgorithmIdentifier, or else its OID. */
function hashOf(algorithm: Asn1Element | undefined): string | null {
	const oid = algorithm === undefined ? undefined : oidOf(childrenOf(algorithm)[0]);
	return hashName(oid) ?? oid ?? null;
}
