import { createCipheriv, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import forge from 'node-forge';
import { context, element, integer, nil, octetString, oid, sequence, set } from './derWriter';

export interface Pkcs12Spec {
	readonly certificates: readonly { readonly der: Uint8Array; readonly friendlyName?: string }[];
	/** `null` is no password at all. */
	readonly password: string | null;
	/** Of the certificates. */
	readonly encryption: 'none' | 'pbes2' | 'scrypt';
	readonly mac: 'none' | 'sha1' | 'sha256' | 'pbmac1';
	/** Rounds that are written down; what is made is made with these, or with one when they are too many. */
	readonly iterations?: number;
	/** Bags in bags. */
	readonly nested?: boolean;
}

const salt = Buffer.from('0123456789abcdef', 'hex');
const data = oid('1.2.840.113549.1.7.1');

/** Makes a PKCS#12 without keys, in the variants that OpenSSL's command line does not make. */
export function pkcs12(spec: Pkcs12Spec): Uint8Array {
	const bags = sequence(...spec.certificates.map(certificateBag));
	const safe = spec.nested === true ? sequence(bag('1.2.840.113549.1.12.10.1.6', bags)) : bags;
	const contents =
		spec.encryption === 'none' ? sequence(data, context(0, octetString(safe))) : encrypted(safe, spec);
	const authenticated = sequence(contents);
	return new Uint8Array(
		sequence(
			integer(3),
			sequence(data, context(0, octetString(authenticated))),
			...(spec.mac === 'none' ? [] : [mac(authenticated, spec)]),
		),
	);
}

function bag(type: string, value: Uint8Array, ...attributes: readonly Uint8Array[]): Uint8Array {
	return sequence(oid(type), context(0, value), ...(attributes.length > 0 ? [set(...attributes)] : []));
}

function certificateBag({ der, friendlyName }: Pkcs12Spec['certificates'][number]): Uint8Array {
	const value = sequence(oid('1.2.840.113549.1.9.22.1'), context(0, octetString(der)));
	const name =
		friendlyName === undefined
			? []
			: [
					sequence(
						oid('1.2.840.113549.1.9.20'),
						set(element(0x1e, Buffer.from(friendlyName, 'utf16le').swap16())),
					),
				];
	return bag('1.2.840.113549.1.12.10.1.3', value, ...name);
}

function rounds({ iterations = 1000 }: Pkcs12Spec): { readonly written: number; readonly done: number } {
	return { written: iterations, done: iterations > 100_000 ? 1 : iterations };
}

function pbkdf2Parameters(written: number, ...keyLength: readonly Uint8Array[]): Uint8Array {
	return sequence(
		oid('1.2.840.113549.1.5.12'),
		sequence(octetString(salt), integer(written), ...keyLength, sequence(oid('1.2.840.113549.2.9'), nil)),
	);
}

function encrypted(safe: Uint8Array, spec: Pkcs12Spec): Uint8Array {
	const { written, done } = rounds(spec);
	const vector = randomBytes(16);
	const key = pbkdf2Sync(Buffer.from(spec.password ?? '', 'utf8'), salt, done, 32, 'sha256');
	const cipher = createCipheriv('aes-256-cbc', key, vector);
	const cipherText = Buffer.concat([cipher.update(safe), cipher.final()]);
	const derivation =
		spec.encryption === 'scrypt'
			? sequence(oid('1.3.6.1.4.1.11591.4.11'), sequence())
			: pbkdf2Parameters(written);
	const algorithm = sequence(
		oid('1.2.840.113549.1.5.13'),
		sequence(derivation, sequence(oid('2.16.840.1.101.3.4.1.42'), octetString(vector))),
	);
	return sequence(
		oid('1.2.840.113549.1.7.6'),
		context(0, sequence(integer(0), sequence(data, algorithm, element(0x80, cipherText)))),
	);
}

function mac(content: Uint8Array, spec: Pkcs12Spec): Uint8Array {
	const { written, done } = rounds(spec);
	if (spec.mac === 'pbmac1') {
		const key = pbkdf2Sync(Buffer.from(spec.password ?? '', 'utf8'), salt, done, 32, 'sha256');
		const algorithm = sequence(
			oid('1.2.840.113549.1.5.14'),
			sequence(pbkdf2Parameters(written, integer(32)), sequence(oid('1.2.840.113549.2.9'), nil)),
		);
		const digest = createHmac('sha256', key).update(content).digest();
		return sequence(sequence(algorithm, octetString(digest)), octetString(salt), integer(1));
	}
	const isSha1 = spec.mac === 'sha1';
	const md = isSha1 ? forge.md.sha1.create() : forge.md.sha256.create();
	const key = forge.pkcs12.generateKey(
		spec.password,
		forge.util.createBuffer(salt.toString('latin1')),
		3,
		done,
		isSha1 ? 20 : 32,
		md,
	);
	const digest = createHmac(isSha1 ? 'sha1' : 'sha256', Buffer.from(key.getBytes(), 'latin1'))
		.update(content)
		.digest();
	const hash = oid(isSha1 ? '1.3.14.3.2.26' : '2.16.840.1.101.3.4.2.1');
	return sequence(
		sequence(sequence(hash, nil), octetString(digest)),
		octetString(salt),
		...(written === 1 ? [] : [integer(written)]),
	);
}
