import { encodingOf } from './asn1/element';
import { childrenOf, readAsn1 } from './asn1/read';
import { bitStringOctetsOf } from './asn1/values';
import type { Certificate } from './certificate';
import { verifySignature } from './verifySignature';

/** Whether the key of `issuer` made the signature on `certificate`; `null` when this machine cannot tell. Names are not compared. */
export function issuedBy(certificate: Certificate, issuer: Certificate): boolean | null {
	const root = readAsn1(certificate.der);
	const [body, , signatureValue] = typeof root === 'string' ? [] : childrenOf(root);
	const signature = bitStringOctetsOf(signatureValue);
	return body === undefined || signature === undefined
		? false
		: verifySignature(certificate.signature, issuer.publicKeyDer, encodingOf(body), signature);
}
