import { createDecipheriv, createHmac, type CipherGCMTypes } from 'node:crypto';

/** A record of TLS as it goes over the line. */
export interface TlsRecord {
	readonly type: number;
	/** The five octets before the body. */
	readonly header: Uint8Array;
	readonly body: Uint8Array;
}

/** Takes the protection off the next record; `undefined` when it cannot. */
export type OpenRecord = (record: TlsRecord) => Pick<TlsRecord, 'type' | 'body'> | undefined;

interface CipherSuite {
	readonly cipher: CipherGCMTypes | 'chacha20-poly1305';
	readonly keyLength: 16 | 32;
	readonly hash: 'sha256' | 'sha384';
}

/** The cipher suites of TLS 1.3 (RFC 8446 appendix B.4). */
const suites: ReadonlyMap<number, CipherSuite> = new Map([
	[0x1301, { cipher: 'aes-128-gcm', keyLength: 16, hash: 'sha256' }],
	[0x1302, { cipher: 'aes-256-gcm', keyLength: 32, hash: 'sha384' }],
	[0x1303, { cipher: 'chacha20-poly1305', keyLength: 32, hash: 'sha256' }],
]);

const vectorLength = 12;
const tagLength = 16;

/**
 * Opens the records of TLS 1.3 that were protected with keys from one secret, from the first on (RFC 8446 §5.2, §7.3).
 *
 * @returns `undefined` when the cipher suite is none that we know.
 */
export function openerOf(suiteNumber: number, secret: Uint8Array): OpenRecord | undefined {
	const suite = suites.get(suiteNumber);
	if (suite === undefined) {
		return undefined;
	}
	const key = expand(suite.hash, secret, 'key', suite.keyLength);
	const vector = expand(suite.hash, secret, 'iv', vectorLength);
	let sequence = 0;
	return (record) => {
		const content = decrypt(suite, key, nonce(vector, sequence++), record);
		const end = content?.findLastIndex((octet) => octet !== 0) ?? -1;
		// The last octet that is no padding is the real type.
		return content === undefined || end === -1
			? undefined
			: { type: content[end] ?? 0, body: content.subarray(0, end) };
	};
}

/** HKDF-Expand-Label without context (RFC 8446 §7.1), for lengths up to that of the hash. */
function expand(hash: string, secret: Uint8Array, label: string, length: number): Uint8Array {
	const name = Buffer.from(`tls13 ${label}`, 'latin1');
	const info = Buffer.concat([Buffer.from([0, length, name.length]), name, Buffer.from([0, 1])]);
	return createHmac(hash, secret).update(info).digest().subarray(0, length);
}

function nonce(vector: Uint8Array, sequence: number): Uint8Array {
	const counter = Buffer.alloc(vectorLength);
	counter.writeUIntBE(sequence, vectorLength - 6, 6);
	return counter.map((octet, index) => octet ^ (vector[index] ?? 0));
}

function decrypt(
	{ cipher }: CipherSuite,
	key: Uint8Array,
	vector: Uint8Array,
	{ header, body }: TlsRecord,
): Buffer | undefined {
	if (body.length <= tagLength) {
		return undefined;
	}
	try {
		const decipher = createDecipheriv(cipher as CipherGCMTypes, key, vector, { authTagLength: tagLength });
		decipher.setAAD(header);
		decipher.setAuthTag(body.subarray(-tagLength));
		return Buffer.concat([decipher.update(body.subarray(0, -tagLength)), decipher.final()]);
	} catch {
		// Another key, or a cipher that this TLS library does not have: what the record says stays unknown.
		return undefined;
	}
}
