import type { Asn1Element } from '../asn1/element';
import { contentOf, contextTag, encodingOf, tags } from '../asn1/element';
import { childrenOf, readAsn1 } from '../asn1/read';
import { bitStringOctetsOf, booleanOf, integerOf, octetsOf, oidOf, timeOf } from '../asn1/values';
import type { Certificate, SignatureAlgorithm } from '../certificate';
import { readGeneralNames } from '../readGeneralName';
import { readSignature } from '../readSignature';
import { verifySignature } from '../verifySignature';

/** A certificate revocation list (RFC 5280 §5). */
export interface RevocationList {
	/** The Name, in DER. */
	readonly issuer: Uint8Array;
	readonly nextUpdate: Date | null;
	/** The certificates that it is about: all, or only some kinds of them. `partial` lists are of no use here. */
	readonly scope: 'all' | 'users' | 'authorities' | 'partial';
	/** The addresses that it says it is kept at; `null` when it says nothing of the kind. */
	readonly places: readonly string[] | null;
	readonly signature: SignatureAlgorithm;
	readonly signed: Uint8Array;
	readonly signatureValue: Uint8Array;
	readonly entries: Asn1Element | undefined;
}

export interface RevocationEntry {
	readonly at: Date;
	/** As RFC 5280 §5.3.1 names it. */
	readonly reason: string | null;
}

const issuingDistributionPoint = '2.5.29.28';
const deltaIndicator = '2.5.29.27';
const reasonCode = '2.5.29.21';

/** CRLReason (RFC 5280 §5.3.1); there is no 7. */
const reasons: ReadonlyMap<number, string> = new Map([
	[0, 'unspecified'],
	[1, 'keyCompromise'],
	[2, 'cACompromise'],
	[3, 'affiliationChanged'],
	[4, 'superseded'],
	[5, 'cessationOfOperation'],
	[6, 'certificateHold'],
	[8, 'removeFromCRL'],
	[9, 'privilegeWithdrawn'],
	[10, 'aACompromise'],
]);

/** Reads a CRL in DER or, as some servers send it, PEM; `undefined` when it is none. */
export function readRevocationList(bytes: Uint8Array): RevocationList | undefined {
	const root = readAsn1(derOf(bytes));
	const [body, algorithm, value] = typeof root === 'string' ? [] : childrenOf(root);
	const signature = readSignature(algorithm);
	const signatureValue = bitStringOctetsOf(value);
	if (body?.tag !== tags.sequence || signature === undefined || signatureValue === undefined) {
		return undefined;
	}
	const fields = childrenOf(body);
	const [, issuer, thisUpdate, ...rest] = fields[0]?.tag === tags.integer ? fields.slice(1) : fields;
	if (issuer?.tag !== tags.sequence || timeOf(thisUpdate) === undefined) {
		return undefined;
	}
	const nextUpdate = timeOf(rest[0]);
	const extensions = rest.find(({ tag }) => tag === contextTag(0));
	return {
		issuer: encodingOf(issuer),
		nextUpdate: nextUpdate ?? null,
		...coverageOf(extensions === undefined ? [] : childrenOf(extensions).flatMap(childrenOf)),
		signature,
		signed: encodingOf(body),
		signatureValue,
		entries: rest.find(({ tag }) => tag === tags.sequence),
	};
}

function derOf(bytes: Uint8Array): Uint8Array {
	if (bytes[0] === tags.sequence + 0x20) {
		return bytes;
	}
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
	const base64 = /-----BEGIN X509 CRL-----([^-]*)-----END X509 CRL-----/.exec(text)?.[1];
	return base64 === undefined ? bytes : new Uint8Array(Buffer.from(base64, 'base64'));
}

type Coverage = Pick<RevocationList, 'scope' | 'places'>;

const partial: Coverage = { scope: 'partial', places: null };

/** What a list is about, by its critical extensions: one that we do not know makes it of no use. */
function coverageOf(extensions: readonly Asn1Element[]): Coverage {
	let coverage: Coverage = { scope: 'all', places: null };
	for (const { oid, critical, content } of extensions.map(readExtension)) {
		if (oid === issuingDistributionPoint) {
			coverage = coverageOfPoint(content);
		} else if (critical || oid === deltaIndicator) {
			return partial;
		}
		if (coverage.scope === 'partial') {
			return partial;
		}
	}
	return coverage;
}

/**
 * IssuingDistributionPoint (RFC 5280 §5.2.5): `[0]` where it is kept, `[1]` only users, `[2]` only CAs; some reasons, indirect,
 * attributes.
 */
function coverageOfPoint(content: Uint8Array | undefined): Coverage {
	const point = content === undefined ? 'malformed' : readAsn1(content);
	if (typeof point === 'string') {
		return partial;
	}
	const parts = childrenOf(point);
	const has = (n: number): boolean => parts.some(({ tag }) => tag === contextTag(n));
	const place = parts.find(({ tag }) => tag === contextTag(0));
	const [fullName] = place === undefined ? [] : childrenOf(place);
	const names = fullName?.tag === contextTag(0) ? readGeneralNames(fullName) : undefined;
	return has(3) || has(4) || has(5)
		? partial
		: {
				scope: has(1) ? 'users' : has(2) ? 'authorities' : 'all',
				places:
					place === undefined
						? null
						: (names ?? []).filter(({ type }) => type === 'uri').map(({ value }) => value),
			};
}

function readExtension(element: Asn1Element): {
	readonly oid: string | undefined;
	readonly critical: boolean;
	readonly content: Uint8Array | undefined;
} {
	const [type, second, third] = childrenOf(element);
	const critical = booleanOf(second);
	const value = critical === undefined ? second : third;
	return { oid: oidOf(type), critical: critical ?? false, content: value && octetsOf(value) };
}

/** Whether the list is signed by this CA; `null` when this machine cannot tell. */
export function isSignedBy(list: RevocationList, issuer: Certificate): boolean | null {
	return verifySignature(list.signature, issuer.publicKeyDer, list.signed, list.signatureValue);
}

/** Finds a certificate in a list; `undefined` when it is not there. */
export function findEntry(
	{ entries }: RevocationList,
	{ serialNumberDecimal }: Certificate,
): RevocationEntry | undefined {
	const serialNumber = BigInt(serialNumberDecimal);
	for (const entry of entries === undefined ? [] : childrenOf(entries)) {
		const [serial, time, extensions] = childrenOf(entry);
		const at = timeOf(time);
		if (integerOf(serial) === serialNumber && at !== undefined) {
			return { at, reason: reasonOf(extensions) };
		}
	}
	return undefined;
}

function reasonOf(extensions: Asn1Element | undefined): string | null {
	const extension = (extensions === undefined ? [] : childrenOf(extensions))
		.map(readExtension)
		.find(({ oid }) => oid === reasonCode);
	const value = extension?.content && readAsn1(extension.content);
	const code = value === undefined || typeof value === 'string' ? undefined : contentOf(value)[0];
	return code === undefined ? null : (reasons.get(code) ?? null);
}
