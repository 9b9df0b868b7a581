import { createHash } from 'node:crypto';
import type { Asn1Element } from './asn1/element';
import { contextTag, encodingOf, tags } from './asn1/element';
import { childrenOf, readAsn1 } from './asn1/read';
import { bitStringOctetsOf, oidOf } from './asn1/values';
import type { CertificateRequest } from './certificate';
import type { UnreadableCertificate } from './readCertificate';
import { readExtensions } from './readExtensions';
import { readKey } from './readKey';
import { readName } from './readName';
import { readSignature } from './readSignature';
import { verifySignature } from './verifySignature';

/** Attributes that hold the extensions asked for: of PKCS#9 (RFC 2985 §5.4.2) and of Microsoft. */
const extensionRequests: readonly (string | undefined)[] = [
	'1.2.840.113549.1.9.14',
	'1.3.6.1.4.1.311.2.1.14',
];

/**
 * Reads a certificate request (PKCS#10, RFC 2986 §4) and verifies its signature. Never throws.
 *
 * @param der One request and nothing else; copied.
 */
export function readCertificateRequest(der: Uint8Array): CertificateRequest | UnreadableCertificate {
	const own = new Uint8Array(der);
	const root = readAsn1(own);
	if (typeof root === 'string') {
		return { unreadable: root };
	}
	if (root.end < own.length) {
		return { unreadable: 'trailing-data' };
	}
	const [body, algorithm, signatureElement] = childrenOf(root);
	const signatureValue = bitStringOctetsOf(signatureElement);
	const [, subjectName, keyInfo, attributes] = body === undefined ? [] : childrenOf(body);
	if (body === undefined || signatureValue === undefined || keyInfo?.tag !== tags.sequence) {
		return { unreadable: 'not-a-certificate' };
	}
	const signature = readSignature(algorithm);
	if (signature === undefined) {
		return { unreadable: 'signature' };
	}
	const subject = readName(subjectName);
	if (subject === undefined) {
		return { unreadable: 'subject' };
	}
	const key = readKey(keyInfo);
	if (key === undefined) {
		return { unreadable: 'key' };
	}
	const extensions = readExtensions(requestedExtensions(attributes));
	if (extensions === undefined) {
		return { unreadable: 'extensions' };
	}
	const publicKeyDer = new Uint8Array(encodingOf(keyInfo));
	return {
		der: own,
		sha256: createHash('sha256').update(own).digest('hex'),
		subject,
		key,
		publicKeyDer,
		signature,
		signatureValid: verifySignature(signature, publicKeyDer, encodingOf(body), signatureValue),
		...extensions,
	};
}

function requestedExtensions(attributes: Asn1Element | undefined): Asn1Element | undefined {
	if (attributes?.tag !== contextTag(0)) {
		return undefined;
	}
	const found = childrenOf(attributes)
		.map(childrenOf)
		.find(([type]) => extensionRequests.includes(oidOf(type)) && oidOf(type) !== undefined);
	const values = found?.[1];
	return values === undefined ? undefined : childrenOf(values)[0];
}
