import type { Asn1Element } from '../asn1/element';
import { contextTag, tags } from '../asn1/element';
import { childrenOf } from '../asn1/read';

/**
 * The certificates in a PKCS#7 SignedData (RFC 2315 §9.1, RFC 5652 §5.1), in their order; certificates of other kinds than X.509 are
 * left out. Read element by element, so that one with a key that a library does not know hinders nothing.
 */
export function pkcs7Certificates(contentInfo: Asn1Element): readonly Asn1Element[] {
	const [, wrapped] = childrenOf(contentInfo);
	const [signedData] = wrapped === undefined ? [] : childrenOf(wrapped);
	// version, digestAlgorithms and contentInfo come first.
	const certificates = (signedData === undefined ? [] : childrenOf(signedData))
		.slice(3)
		.find(({ tag }) => tag === contextTag(0));
	return certificates === undefined
		? []
		: childrenOf(certificates).filter(({ tag }) => tag === tags.sequence);
}
