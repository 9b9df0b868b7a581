import type { Finding } from '../../finding';
import type { Asn1Element } from '../asn1/element';
import { contentOf, contextTag, tags } from '../asn1/element';
import { childrenOf, readAsn1 } from '../asn1/read';
import { hexOf, octetsOf, oidOf, textOf } from '../asn1/values';
import { containerFinding } from '../containerTexts';
import type { Contents, EntryRole } from './container';
import { certificateContents, joined, noContents, only } from './contents';
import type { Encryption, UnsupportedEncryption } from './pkcs12Cipher';
import { readEncryption } from './pkcs12Cipher';
import { readMac } from './pkcs12Mac';

/**
 * Rounds of key derivation that one file may ask for, all parts together. OWASP asks for 600,000 of a password store (PBKDF2 with
 * SHA-256), programs write 1 to 10,000; with this limit a file costs a second or two at most.
 */
export const maxIterations = 2_000_000;

export type Pkcs12Reading = Contents | { readonly locked: 'password-needed' | 'password-wrong' };

interface Part {
	readonly encryption: Encryption | UnsupportedEncryption;
	readonly cipherText: Uint8Array;
}

interface Store {
	/** SafeContents that lie open. */
	readonly open: readonly Uint8Array[];
	readonly encrypted: readonly Part[];
	/** What the MAC is computed of. */
	readonly content: Uint8Array;
	readonly macData: Asn1Element | undefined;
	readonly findings: readonly Finding[];
}

const contentTypes = { data: '1.2.840.113549.1.7.1', encrypted: '1.2.840.113549.1.7.6' } as const;

export const bagTypes = {
	key: '1.2.840.113549.1.12.10.1.1',
	shroudedKey: '1.2.840.113549.1.12.10.1.2',
	certificate: '1.2.840.113549.1.12.10.1.3',
	revocationList: '1.2.840.113549.1.12.10.1.4',
	nested: '1.2.840.113549.1.12.10.1.6',
} as const;

const attributeTypes = {
	friendlyName: '1.2.840.113549.1.9.20',
	localKeyId: '1.2.840.113549.1.9.21',
	/** By which Java marks the certificates of a trust store. */
	trustedKeyUsage: '2.16.840.1.113894.746875.1.1',
} as const;

const inside = { start: 0, end: 0 };

/**
 * Reads the certificates of a PKCS#12 (RFC 7292). Its private keys are counted, not decrypted. What is encrypted with an empty password
 * or with none opens by itself.
 *
 * Not with node-forge's own reader: that decrypts the private keys, takes a password of other letters than ASCII for Latin-1 in PBES2,
 * derives keys in JavaScript, and would start on a billion rounds.
 */
export function readPkcs12(pfx: Asn1Element, password: string | undefined): Pkcs12Reading {
	const opened = openPkcs12(pfx, password);
	return 'safes' in opened ? joined([readSafes(opened.safes), ...opened.findings.map(only)]) : opened;
}

/** A PKCS#12 of which all that can be decrypted is decrypted. */
export interface OpenPkcs12 {
	/** Its SafeContents, in DER. */
	readonly safes: readonly Uint8Array[];
	/** The passwords that may fit the rest; `null` is none at all. */
	readonly passwords: readonly (string | null)[];
	readonly findings: readonly Finding[];
}

/** Opens a PKCS#12 without looking at what is in it. */
export function openPkcs12(pfx: Asn1Element, password: string | undefined): OpenPkcs12 | Pkcs12Reading {
	const store = readStore(pfx);
	if (store === undefined) {
		return only(containerFinding('certificate.container-asn1', inside, { fault: 'malformed' }));
	}
	const mac = store.macData === undefined ? undefined : readMac(store.macData);
	const supported = store.encrypted.filter(isSupported);
	const rounds = supported.reduce((sum, { encryption }) => sum + encryption.iterations, mac?.iterations ?? 0);
	if (rounds > maxIterations) {
		return only(
			containerFinding('certificate.container-iterations', inside, { count: rounds, limit: maxIterations }),
		);
	}
	const passwords = candidates(password);
	const fitting = mac === undefined ? passwords : passwords.filter((one) => mac.fits(store.content, one));
	const unlocked = unlock(supported, fitting);
	if (unlocked === undefined) {
		return { locked: password === undefined ? 'password-needed' : 'password-wrong' };
	}
	const unsupported = store.encrypted.flatMap(({ encryption }) =>
		'unsupported' in encryption ? [encryption.unsupported] : [],
	);
	return {
		safes: [...store.open, ...unlocked],
		passwords: fitting.length === 0 ? passwords : fitting,
		findings: [
			...store.findings,
			...unsupported.map((algorithm) =>
				containerFinding('certificate.container-encryption', inside, { algorithm }),
			),
			...(mac !== undefined && fitting.length === 0
				? [containerFinding('certificate.container-mac-unchecked', inside, {})]
				: []),
		],
	};
}

function isSupported(part: Part): part is Part & { readonly encryption: Encryption } {
	return !('unsupported' in part.encryption);
}

/** An empty password may also have been written as none. */
function candidates(password: string | undefined): readonly (string | null)[] {
	return password === undefined || password === '' ? ['', null] : [password];
}

/** All parts decrypted with the first password that fits all; `undefined` when none does. */
function unlock(
	parts: readonly (Part & { readonly encryption: Encryption })[],
	passwords: readonly (string | null)[],
): readonly Uint8Array[] | undefined {
	if (parts.length === 0) {
		return [];
	}
	for (const password of passwords) {
		const opened = parts.map(({ encryption, cipherText }) => {
			const plain = encryption.decrypt(cipherText, password);
			return plain !== undefined && isOneSequence(plain) ? plain : undefined;
		});
		const readable = opened.filter((plain) => plain !== undefined);
		if (readable.length === parts.length) {
			return readable;
		}
	}
	return undefined;
}

/** What a wrong password gives has the right padding once in a while, and may even begin like ASN.1. */
export function isOneSequence(plain: Uint8Array): boolean {
	const element = readAsn1(plain);
	return typeof element !== 'string' && element.tag === tags.sequence && element.end === plain.length;
}

function readStore(pfx: Asn1Element): Store | undefined {
	const [, authSafe, macData] = childrenOf(pfx);
	const content = authSafe === undefined ? undefined : dataOf(authSafe);
	const safes = content === undefined ? undefined : readAsn1(content);
	if (content === undefined || safes === undefined || typeof safes === 'string') {
		return undefined;
	}
	const open: Uint8Array[] = [];
	const encrypted: Part[] = [];
	const findings: Finding[] = [];
	for (const safe of childrenOf(safes)) {
		const type = oidOf(childrenOf(safe)[0]);
		const data = type === contentTypes.data ? dataOf(safe) : undefined;
		const part = type === contentTypes.encrypted ? encryptedPart(safe) : undefined;
		if (data !== undefined) {
			open.push(data);
		} else if (part !== undefined) {
			encrypted.push(part);
		} else {
			findings.push(containerFinding('certificate.container-encryption', inside, { algorithm: type ?? '' }));
		}
	}
	return { open, encrypted, content, macData, findings };
}

/** The octets in a ContentInfo of type data. */
function dataOf(contentInfo: Asn1Element): Uint8Array | undefined {
	const [type, wrapped] = childrenOf(contentInfo);
	const [octets] = wrapped?.tag === contextTag(0) ? childrenOf(wrapped) : [];
	return oidOf(type) === contentTypes.data && octets?.tag === tags.octetString ? octetsOf(octets) : undefined;
}

/** EncryptedData (RFC 5652 §8). */
function encryptedPart(contentInfo: Asn1Element): Part | undefined {
	const [, wrapped] = childrenOf(contentInfo);
	const [data] = wrapped === undefined ? [] : childrenOf(wrapped);
	const [, info] = data === undefined ? [] : childrenOf(data);
	const [, algorithm, content] = info === undefined ? [] : childrenOf(info);
	return content?.tag === contextTag(0)
		? { encryption: readEncryption(algorithm), cipherText: octetsOf(content) }
		: undefined;
}

export interface Bag {
	readonly type: string;
	readonly value: Asn1Element;
	readonly friendlyName: string | null;
	readonly localKeyId: string | null;
	readonly isTrusted: boolean;
}

function readSafes(safes: readonly Uint8Array[]): Contents {
	const bags = safes.flatMap(bagsIn);
	const keys = bags.filter(({ type }) => type === bagTypes.key || type === bagTypes.shroudedKey);
	const keyIds = new Set(keys.flatMap(({ localKeyId }) => localKeyId ?? []));
	const certificates = bags
		.filter(({ type }) => type === bagTypes.certificate)
		.map(({ value, friendlyName, localKeyId, isTrusted }) => {
			const belongsToKey = localKeyId !== null && keyIds.has(localKeyId);
			const role: EntryRole = isTrusted ? 'trusted' : belongsToKey ? 'key' : 'plain';
			const der = certificateOf(value);
			return certificateContents(der, { alias: friendlyName, role, span: inside });
		});
	const hasList = bags.some(({ type }) => type === bagTypes.revocationList);
	return joined([
		...certificates,
		{ ...noContents, privateKeys: keys.length, others: hasList ? ['revocation-list'] : [] },
	]);
}

/** The bags of a SafeContents in DER, with those in nested ones. */
export function bagsIn(safe: Uint8Array): readonly Bag[] {
	const root = readAsn1(safe);
	const bags: Bag[] = [];
	const waiting = typeof root === 'string' ? [] : [root];
	for (let contents = waiting.pop(); contents !== undefined; contents = waiting.pop()) {
		for (const element of childrenOf(contents)) {
			const [type, wrapped, attributes] = childrenOf(element);
			const [value] = wrapped === undefined ? [] : childrenOf(wrapped);
			const oid = oidOf(type);
			if (oid === bagTypes.nested && value !== undefined) {
				waiting.push(value);
			} else if (oid !== undefined && value !== undefined) {
				bags.push({ type: oid, value, ...readAttributes(attributes) });
			}
		}
	}
	return bags;
}

function readAttributes(
	attributes: Asn1Element | undefined,
): Pick<Bag, 'friendlyName' | 'localKeyId' | 'isTrusted'> {
	const values = new Map<string | undefined, Asn1Element | undefined>(
		(attributes === undefined ? [] : childrenOf(attributes)).map((attribute) => {
			const [type, set] = childrenOf(attribute);
			return [oidOf(type), set === undefined ? undefined : childrenOf(set)[0]];
		}),
	);
	const name = values.get(attributeTypes.friendlyName);
	const keyId = values.get(attributeTypes.localKeyId);
	return {
		friendlyName: name === undefined ? null : (textOf(name) ?? null),
		localKeyId: keyId === undefined ? null : hexOf(contentOf(keyId)),
		isTrusted: values.has(attributeTypes.trustedKeyUsage),
	};
}

/** The octets in a CertBag (RFC 7292 §4.2.3); empty when it holds none. */
function certificateOf(bag: Asn1Element): Uint8Array {
	const [, wrapped] = childrenOf(bag);
	const [octets] = wrapped === undefined ? [] : childrenOf(wrapped);
	return octets?.tag === tags.octetString ? octetsOf(octets) : new Uint8Array(0);
}
