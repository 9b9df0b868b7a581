import { createHash } from 'node:crypto';
import type { Asn1Element } from './asn1/element';
import { contextTag, encodingOf, tags } from './asn1/element';
import type { Asn1Fault } from './asn1/read';
import { childrenOf, readAsn1 } from './asn1/read';
import { integerOf, timeOf } from './asn1/values';
import type { Certificate } from './certificate';
import { readExtensions } from './readExtensions';
import { readKey } from './readKey';
import { readName } from './readName';
import { readSignature } from './readSignature';

/**
 * Why bytes are no certificate that we read: no ASN.1, or
 * - `trailing-data`: something follows the certificate.
 * - `not-a-certificate`: ASN.1 of something else.
 * - `serial-number`, `signature`, `issuer`, `validity`, `subject`, `key`, `extensions`: the part that is damaged.
 */
export type UnreadableReason =
	| Asn1Fault
	| 'trailing-data'
	| 'not-a-certificate'
	| 'serial-number'
	| 'signature'
	| 'issuer'
	| 'validity'
	| 'subject'
	| 'key'
	| 'extensions';

export interface UnreadableCertificate {
	readonly unreadable: UnreadableReason;
}

/**
 * Reads an X.509 certificate (RFC 5280 §4.1), whatever its key and signature. Tolerant: negative serial numbers, any date
 * that exists, names with damaged extensions are for others to judge. Never throws, never recurses without a limit.
 *
 * @param der One certificate and nothing else; copied.
 */
export function readCertificate(der: Uint8Array): Certificate | UnreadableCertificate {
	// A copy of its own: what is sent to a worker should not take the file along that the certificate came from.
	const own = new Uint8Array(der);
	const root = readAsn1(own);
	if (typeof root === 'string') {
		return { unreadable: root };
	}
	if (root.end < own.length) {
		return { unreadable: 'trailing-data' };
	}
	const [body, algorithm, signatureValue] = childrenOf(root);
	if (body?.tag !== tags.sequence || algorithm === undefined || signatureValue?.tag !== tags.bitString) {
		return { unreadable: 'not-a-certificate' };
	}
	return readBody(own, childrenOf(body), algorithm);
}

/** Whether a result of {@link readCertificate} is a certificate. */
export function isReadable(result: Certificate | UnreadableCertificate): result is Certificate {
	return !('unreadable' in result);
}

function readBody(
	der: Uint8Array,
	fields: readonly Asn1Element[],
	algorithm: Asn1Element,
): Certificate | UnreadableCertificate {
	// The version is absent in a certificate of version 1.
	const [serial, , issuerName, validity, subjectName, keyInfo, ...optional] =
		fields[0]?.tag === contextTag(0) ? fields.slice(1) : fields;
	if (validity === undefined || subjectName === undefined || keyInfo?.tag !== tags.sequence) {
		return { unreadable: 'not-a-certificate' };
	}
	const serialNumber = integerOf(serial);
	if (serialNumber === undefined) {
		return { unreadable: 'serial-number' };
	}
	const signature = readSignature(algorithm);
	if (signature === undefined) {
		return { unreadable: 'signature' };
	}
	const issuer = readName(issuerName);
	if (issuer === undefined) {
		return { unreadable: 'issuer' };
	}
	const [notBefore, notAfter] = childrenOf(validity).map(timeOf);
	if (notBefore === undefined || notAfter === undefined) {
		return { unreadable: 'validity' };
	}
	const subject = readName(subjectName);
	if (subject === undefined) {
		return { unreadable: 'subject' };
	}
	const key = readKey(keyInfo);
	if (key === undefined) {
		return { unreadable: 'key' };
	}
	const wrapped = optional.find(({ tag }) => tag === contextTag(3));
	const extensions = readExtensions(wrapped && childrenOf(wrapped)[0]);
	if (extensions === undefined) {
		return { unreadable: 'extensions' };
	}
	return {
		der,
		sha256: createHash('sha256').update(der).digest('hex'),
		sha1: createHash('sha1').update(der).digest('hex'),
		subject,
		issuer,
		serialNumber: serialNumber.toString(16),
		serialNumberDecimal: serialNumber.toString(),
		notBefore,
		notAfter,
		key,
		publicKeyDer: new Uint8Array(encodingOf(keyInfo)),
		signature,
		...extensions,
	};
}
