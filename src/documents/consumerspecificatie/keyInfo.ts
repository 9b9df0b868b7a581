import { createPublicKey } from 'node:crypto';
import { XMLBuilder } from 'fast-xml-parser';
import type { Certificate, DistinguishedName } from '../../certificates/certificate';
import { toBase64 } from '../../certificates/exportCertificate';
import { namespaces } from '../namespaces';

// The package that it moved to is the same code; the project depends on fast-xml-parser for reading as well.
// eslint-disable-next-line @typescript-eslint/no-deprecated
const builder = new XMLBuilder({
	ignoreAttributes: false,
	attributeNamePrefix: '@',
	format: true,
	indentBy: '\t',
	suppressEmptyNode: true,
});

/** Writes plain data as XML: a name with `@` is an attribute, `#text` the text. Base64 is broken into lines, as in PEM. */
export function writeXml(data: object): string {
	return builder
		.build(data)
		.replace(
			/^(\t*)<(Modulus|X509Certificate)>([A-Za-z0-9+/=]+)<\/\2>$/gm,
			(_, indent: string, name: string, base64: string) =>
				[`${indent}<${name}>`, ...(base64.match(/.{1,64}/g) ?? []), `${indent}</${name}>`].join('\n'),
		);
}

/**
 * A certificate as ds:KeyInfo: KeyValue, X509SubjectName, X509IssuerSerial and X509Certificate, as CPA software writes it
 * (XML Signature §4.4). A key other than RSA has no KeyValue in XML Signature 1.0, so there it is left out.
 */
export function keyInfo(certificate: Certificate): object {
	const { subject, issuer, serialNumberDecimal } = certificate;
	return {
		'@xmlns': namespaces.xmldsig,
		...keyValue(certificate),
		X509Data: {
			X509SubjectName: nameText(subject),
			X509IssuerSerial: {
				X509IssuerName: nameText(issuer),
				X509SerialNumber: serialNumberDecimal,
			},
			X509Certificate: toBase64(certificate),
		},
	};
}

function keyValue({ key, publicKeyDer }: Certificate): object {
	if (key.type !== 'rsa') {
		return {};
	}
	const { n, e } = createPublicKey({
		key: Buffer.from(publicKeyDer),
		format: 'der',
		type: 'spki',
	}).export({ format: 'jwk' });
	return {
		KeyValue: { RSAKeyValue: { Modulus: standardBase64(n ?? ''), Exponent: standardBase64(e ?? '') } },
	};
}

function standardBase64(base64url: string): string {
	return Buffer.from(base64url, 'base64url').toString('base64');
}

/** As RFC 4514 wants it: the last attribute first, so that it begins with the common name. */
function nameText({ attributes }: DistinguishedName): string {
	return attributes
		.toReversed()
		.map(({ name, value }) => `${name}=${escaped(xmlText(value))}`)
		.join(',');
}

/** RFC 4514 §2.4. */
function escaped(value: string): string {
	return value
		.replace(/[,+"\\<>;]/g, '\\$&')
		.replace(/^[ #]/, '\\$&')
		.replace(/ $/, '\\ ');
}

/** Text without the characters that XML cannot hold (XML 1.0 §2.2), which names in certificates may have. */
export function xmlText(text: string): string {
	// eslint-disable-next-line no-control-regex
	return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
}
