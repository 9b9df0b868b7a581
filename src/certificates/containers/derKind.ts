import type { Asn1Element } from '../asn1/element';
import { contextTag, tags } from '../asn1/element';
import { childrenOf } from '../asn1/read';
import { oidOf, smallIntegerOf } from '../asn1/values';

/** What an element of ASN.1 is, by its form. `certificate-path`: a SEQUENCE of certificates (PkiPath, X.509 §9.4). */
export type DerKind =
	| 'certificate'
	| 'certificate-path'
	| 'request'
	| 'pkcs7'
	| 'pkcs12'
	| 'private-key'
	| 'public-key'
	| 'revocation-list'
	| 'unknown';

const signedData = '1.2.840.113549.1.7.2';

/** Tells what an element is without reading it in full: a damaged certificate is a certificate still. */
export function derKind(root: Asn1Element): DerKind {
	if (root.tag !== tags.sequence) {
		return 'unknown';
	}
	const children = childrenOf(root);
	const [first, second, third] = children;
	switch (first?.tag) {
		case tags.oid:
			return oidOf(first) === signedData ? 'pkcs7' : 'unknown';
		case tags.integer:
			return versionedKind(children);
		case tags.sequence:
			if (second?.tag === tags.sequence && third?.tag === tags.bitString) {
				return signedKind(childrenOf(first));
			}
			if (children.length === 2 && startsWithOid(first)) {
				return second?.tag === tags.bitString ? 'public-key' : encryptedKeyKind(second);
			}
			return derKind(first) === 'certificate' ? 'certificate-path' : 'unknown';
		default:
			return 'unknown';
	}
}

/** PFX (RFC 7292 §4), PrivateKeyInfo (RFC 5208 §5), RSAPrivateKey (RFC 8017 A.1.2), ECPrivateKey (RFC 5915 §3). */
function versionedKind(children: readonly Asn1Element[]): DerKind {
	const [version, second, third] = children;
	const number = smallIntegerOf(version);
	if (number === 3 && second !== undefined && startsWithOid(second)) {
		return 'pkcs12';
	}
	const isPrivateKey =
		(second !== undefined && startsWithOid(second) && third?.tag === tags.octetString) ||
		(number === 1 && second?.tag === tags.octetString) ||
		(number === 0 && children.length >= 6 && children.every(({ tag }) => tag === tags.integer));
	return isPrivateKey ? 'private-key' : 'unknown';
}

/** EncryptedPrivateKeyInfo (RFC 5208 §6). */
function encryptedKeyKind(second: Asn1Element | undefined): DerKind {
	return second?.tag === tags.octetString ? 'private-key' : 'unknown';
}

/** What is signed: a certificate, a request or a revocation list, by the first fields in it. */
function signedKind(fields: readonly Asn1Element[]): DerKind {
	const [first, second] = fields;
	if (first?.tag === tags.integer && second?.tag === tags.sequence && fields[3]?.tag === contextTag(0)) {
		return 'request';
	}
	// Three elements, the algorithm and the issuer among them, come before the first date.
	const dates: readonly number[] = [tags.utcTime, tags.generalizedTime];
	const isRevocationList = fields.slice(2, 4).some(({ tag }) => dates.includes(tag));
	return isRevocationList ? 'revocation-list' : 'certificate';
}

function startsWithOid(element: Asn1Element): boolean {
	return element.tag === tags.sequence && childrenOf(element)[0]?.tag === tags.oid;
}
