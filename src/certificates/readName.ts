import type { Asn1Element } from './asn1/element';
import { contextTag, encodingOf, tags } from './asn1/element';
import { childrenOf } from './asn1/read';
import { hexOf, oidOf, textOf } from './asn1/values';
import type { DistinguishedName, NameAttribute } from './certificate';

/** Usual names of attributes (X.520, RFC 4519, ETSI EN 319 412-1), as OpenSSL writes them. */
const attributeNames: ReadonlyMap<string, string> = new Map([
	['2.5.4.3', 'CN'],
	['2.5.4.4', 'SN'],
	['2.5.4.5', 'serialNumber'],
	['2.5.4.6', 'C'],
	['2.5.4.7', 'L'],
	['2.5.4.8', 'ST'],
	['2.5.4.9', 'street'],
	['2.5.4.10', 'O'],
	['2.5.4.11', 'OU'],
	['2.5.4.12', 'title'],
	['2.5.4.13', 'description'],
	['2.5.4.15', 'businessCategory'],
	['2.5.4.17', 'postalCode'],
	['2.5.4.42', 'GN'],
	['2.5.4.43', 'initials'],
	['2.5.4.46', 'dnQualifier'],
	['2.5.4.65', 'pseudonym'],
	['2.5.4.97', 'organizationIdentifier'],
	['0.9.2342.19200300.100.1.1', 'UID'],
	['0.9.2342.19200300.100.1.25', 'DC'],
	['1.2.840.113549.1.9.1', 'emailAddress'],
	['1.3.6.1.4.1.311.60.2.1.1', 'jurisdictionL'],
	['1.3.6.1.4.1.311.60.2.1.2', 'jurisdictionST'],
	['1.3.6.1.4.1.311.60.2.1.3', 'jurisdictionC'],
]);

/** Reads a Name (RFC 5280 §4.1.2.4); `undefined` when it is none. A value that is no text is written as `#` and its hex. */
export function readName(element: Asn1Element | undefined): DistinguishedName | undefined {
	if (element?.tag !== tags.sequence) {
		return undefined;
	}
	const attributes: NameAttribute[] = [];
	const parts: string[] = [];
	for (const relativeName of childrenOf(element)) {
		const group = childrenOf(relativeName).map(readAttribute);
		if (relativeName.tag !== tags.set || group.length === 0) {
			return undefined;
		}
		const readable = group.filter((attribute) => attribute !== undefined);
		if (readable.length < group.length) {
			return undefined;
		}
		attributes.push(...readable);
		parts.push(readable.map(({ name, value }) => `${name}=${escaped(value)}`).join(' + '));
	}
	return { attributes, text: parts.join(', '), der: new Uint8Array(encodingOf(element)) };
}

function readAttribute(element: Asn1Element): NameAttribute | undefined {
	const [type, value] = childrenOf(element);
	const oid = oidOf(type);
	return oid === undefined || value === undefined
		? undefined
		: {
				oid,
				name: attributeNames.get(oid) ?? oid,
				value: textOf(value) ?? `#${hexOf(encodingOf(value))}`,
			};
}

/** With the escapes of RFC 2253 §2.4, so that a comma in a name is no new attribute. */
function escaped(value: string): string {
	return value
		.replace(/[,+"\\<>;]/g, '\\$&')
		.replace(/^ | $/g, '\\ ')
		.replaceAll('\0', '\\00');
}

/** The Name in a GeneralName `[4]`, which has its tag around it. */
export function readDirectoryName(element: Asn1Element): DistinguishedName | undefined {
	return element.tag === contextTag(4) ? readName(childrenOf(element)[0]) : undefined;
}
