import type { Asn1Element } from './asn1/element';
import { contentOf, contextTag, encodingOf, tags } from './asn1/element';
import { childrenOf } from './asn1/read';
import { hexOf, oidOf, textOf } from './asn1/values';
import type { GeneralName } from './certificate';
import { readDirectoryName } from './readName';

type NameReader = (element: Asn1Element) => GeneralName | undefined;

/** The forms of a GeneralName (RFC 5280 §4.2.1.6). */
const readers: ReadonlyMap<number, NameReader> = new Map<number, NameReader>([
	[contextTag(0), readOtherName],
	[contextTag(1), (element) => ({ type: 'email', value: asciiOf(element) })],
	[contextTag(2), (element) => ({ type: 'dns', value: asciiOf(element) })],
	[contextTag(4), readDirectory],
	[contextTag(6), (element) => ({ type: 'uri', value: asciiOf(element) })],
	[contextTag(7), readAddress],
	[contextTag(8), readRegisteredId],
]);

/** Reads one GeneralName; a form that is never seen becomes `other` with its hex, a damaged one `undefined`. */
export function readGeneralName(element: Asn1Element): GeneralName | undefined {
	const reader = readers.get(element.tag);
	return reader === undefined ? { type: 'other', value: hexOf(encodingOf(element)) } : reader(element);
}

/** Reads a SEQUENCE OF GeneralName (or one with an implicit tag); `undefined` when any of them is damaged. */
export function readGeneralNames(element: Asn1Element): readonly GeneralName[] | undefined {
	const names = childrenOf(element).map(readGeneralName);
	const readable = names.filter((name) => name !== undefined);
	return element.constructed && readable.length === names.length ? readable : undefined;
}

function asciiOf(element: Asn1Element): string {
	return Buffer.from(contentOf(element)).toString('latin1');
}

function readOtherName(element: Asn1Element): GeneralName | undefined {
	const [type, wrapped] = childrenOf(element);
	const oid = oidOf(type);
	const [value] = wrapped?.tag === contextTag(0) ? childrenOf(wrapped) : [];
	return oid === undefined || value === undefined
		? undefined
		: { type: 'other', value: `${oid}:${textOf(value) ?? hexOf(encodingOf(value))}` };
}

function readDirectory(element: Asn1Element): GeneralName | undefined {
	const name = readDirectoryName(element);
	return name === undefined ? undefined : { type: 'directory', value: name.text };
}

function readRegisteredId(element: Asn1Element): GeneralName | undefined {
	const oid = oidOf({ ...element, tag: tags.oid });
	return oid === undefined ? undefined : { type: 'other', value: oid };
}

/** 4 or 16 bytes; IPv6 in the short form of RFC 5952. */
function readAddress(element: Asn1Element): GeneralName | undefined {
	const bytes = contentOf(element);
	if (bytes.length === 4) {
		return { type: 'ip', value: bytes.join('.') };
	}
	if (bytes.length !== 16) {
		return undefined;
	}
	const groups = (hexOf(bytes).match(/.{4}/g) ?? []).join(':');
	return { type: 'ip', value: new URL(`http://[${groups}]`).hostname.slice(1, -1) };
}
