import { isAscii, isUtf8 } from 'node:buffer';
import type { Finding, Span } from '../finding';
import { findingsOf } from '../finding';
import { binaryFormat } from './binaryFormat';
import { decodeByLabel, decodeLatin1, decodeUtf16, decodeUtf8, decodeWindows1252 } from './encodings';
import type { XmlFindings } from './texts';
import { xmlTexts } from './texts';
import { takeUtf8Census } from './utf8';

type XmlFinding = Finding<keyof XmlFindings>;

/** A document as text. */
export interface DecodedXml {
	/** Without byte order mark; `''` when the bytes cannot be XML, or cannot be read at all. */
	readonly text: string;
	/** The encoding that the text was read with, such as `UTF-8`; `''` when it was not read. */
	readonly encoding: string;
	/** What is wrong with the bytes or their encoding; spans are in `text`. */
	readonly faults: readonly XmlFinding[];
}

const createFinding = findingsOf(xmlTexts);

/**
 * Turns the bytes of a file into text: by byte order mark, else by the first bytes, else by the declaration, else as
 * UTF-8 (XML 1.0 §4.3.3 and appendix F). Where these contradict one another, the text is read as the bytes are most
 * likely meant, and the contradiction is a finding at the declaration. Never throws.
 */
export function decodeXml(bytes: Uint8Array): DecodedXml {
	const sign = signs.find(({ first }) => first.every((byte, index) => bytes[index] === byte));
	switch (sign?.encoding) {
		case undefined:
			return decodeByDeclaration(bytes);
		case 'UTF-32':
			return refused(createFinding('xml.encoding-unsupported', { start: 0, end: 0 }, { encoding: 'UTF-32' }));
		case 'UTF-8':
			return decodeMarkedUtf8(bytes.subarray(sign.first.length));
		case 'UTF-16LE':
		case 'UTF-16BE':
			return decodeWide(bytes.subarray(sign.isMark ? sign.first.length : 0), sign.encoding, sign.isMark);
	}
}

interface Sign {
	readonly first: readonly number[];
	readonly encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'UTF-32';
	/** A byte order mark, that is no part of the text; else the `<` that XML begins with. */
	readonly isMark: boolean;
}

/** First bytes that tell the encoding (XML 1.0 appendix F.1). The longer ones come first. */
const signs: readonly Sign[] = [
	{ first: [0xff, 0xfe, 0x00, 0x00], encoding: 'UTF-32', isMark: true },
	{ first: [0x00, 0x00, 0xfe, 0xff], encoding: 'UTF-32', isMark: true },
	{ first: [0x3c, 0x00, 0x00, 0x00], encoding: 'UTF-32', isMark: false },
	{ first: [0x00, 0x00, 0x00, 0x3c], encoding: 'UTF-32', isMark: false },
	{ first: [0xef, 0xbb, 0xbf], encoding: 'UTF-8', isMark: true },
	{ first: [0xff, 0xfe], encoding: 'UTF-16LE', isMark: true },
	{ first: [0xfe, 0xff], encoding: 'UTF-16BE', isMark: true },
	{ first: [0x3c, 0x00], encoding: 'UTF-16LE', isMark: false },
	{ first: [0x00, 0x3c], encoding: 'UTF-16BE', isMark: false },
];

/** The encoding in an XML declaration. */
interface DeclaredEncoding {
	/** As written. */
	readonly value: string;
	/** Of the value. */
	readonly span: Span;
}

/** How far a declaration is looked for, in bytes or characters. */
const headLength = 1024;

/** The encoding that the XML declaration at the start of a text names, if any. */
function declaredEncoding(text: string): DeclaredEncoding | undefined {
	const head = text.slice(0, headLength);
	const found = /^(\s*<\?xml(?=\s)[^<>]*?\sencoding\s*=\s*["'])([^"'<>]*)["']/.exec(head);
	if (found === null) {
		return undefined;
	}
	const [, before = '', value = ''] = found;
	return { value, span: { start: before.length, end: before.length + value.length } };
}

function refused(fault: XmlFinding): DecodedXml {
	return { text: '', encoding: '', faults: [fault] };
}

function contradiction(declared: DeclaredEncoding, actual: string, byte: number): XmlFinding {
	return createFinding('xml.encoding-contradiction', declared.span, {
		declared: declared.value,
		actual,
		byte,
	});
}

/** Reads UTF-16. */
function decodeWide(content: Uint8Array, encoding: 'UTF-16LE' | 'UTF-16BE', isMarked: boolean): DecodedXml {
	const text = decodeUtf16(content, encoding);
	const declared = declaredEncoding(text);
	const faults: XmlFinding[] = [];
	if (declared === undefined && !isMarked) {
		const span = { start: 0, end: Math.min(1, text.length) };
		faults.push(createFinding('xml.encoding-undeclared', span, { actual: encoding, byte: 0 }));
	} else if (declared !== undefined && !['UTF-16', encoding].includes(declared.value.toUpperCase())) {
		faults.push(contradiction(declared, encoding, 0));
	}
	if (content.length % 2 === 1) {
		const span = { start: text.length, end: text.length };
		const byte = content.length - 1 + (isMarked ? 2 : 0);
		faults.push(createFinding('xml.invalid-bytes', span, { encoding, byte }));
	}
	return { text, encoding, faults };
}

const utf8Mark = 3;

function decodeMarkedUtf8(content: Uint8Array): DecodedXml {
	const decoded = isUtf8(content)
		? { text: decodeUtf8(content), encoding: 'UTF-8', faults: [] }
		: decodeDamagedUtf8(content, takeUtf8Census(content).firstInvalid ?? 0, utf8Mark);
	const declared = declaredEncoding(decoded.text);
	return declared === undefined || isUtf8Label(declared.value)
		? decoded
		: { ...decoded, faults: [contradiction(declared, 'UTF-8', 0), ...decoded.faults] };
}

function isUtf8Label(label: string): boolean {
	return /^utf-?8$/i.test(label);
}

/** Reads what is UTF-8 but for some bytes: in another encoding the rest would be garbled. */
function decodeDamagedUtf8(content: Uint8Array, firstInvalid: number, before: number): DecodedXml {
	const start = decodeUtf8(content.subarray(0, firstInvalid)).length;
	const data = { encoding: 'UTF-8', byte: firstInvalid + before };
	return {
		text: decodeUtf8(content),
		encoding: 'UTF-8',
		faults: [createFinding('xml.invalid-bytes', { start, end: start + 1 }, data)],
	};
}

type Decoder = (bytes: Uint8Array, declared: DeclaredEncoding) => DecodedXml;

/** Encodings of 8 bits by the names that they are declared with, in capitals. */
const decoders: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
	['UTF-8', decodeUnmarkedUtf8],
	['UTF8', decodeUnmarkedUtf8],
	['US-ASCII', decodeAscii],
	['ASCII', decodeAscii],
	['ISO-8859-1', decodeDeclaredLatin1],
	['ISO_8859-1', decodeDeclaredLatin1],
	['LATIN1', decodeDeclaredLatin1],
	['WINDOWS-1252', decodeDeclaredWindows1252],
	['CP1252', decodeDeclaredWindows1252],
	['UTF-16', decodeNarrow],
	['UTF-16LE', decodeNarrow],
	['UTF-16BE', decodeNarrow],
	['ISO-10646-UCS-2', decodeNarrow],
]);

function decodeByDeclaration(bytes: Uint8Array): DecodedXml {
	const format = binaryFormat(bytes);
	if (format !== undefined) {
		return refused(createFinding('xml.not-xml', { start: 0, end: 0 }, { format }));
	}
	const declared = declaredEncoding(decodeLatin1(bytes.subarray(0, headLength)));
	if (declared === undefined) {
		return decodeUnmarkedUtf8(bytes, undefined);
	}
	const decode = decoders.get(declared.value.toUpperCase()) ?? decodeOther;
	return decode(bytes, declared);
}

function decodeUnmarkedUtf8(bytes: Uint8Array, declared: DeclaredEncoding | undefined): DecodedXml {
	if (isUtf8(bytes)) {
		return { text: decodeUtf8(bytes), encoding: 'UTF-8', faults: [] };
	}
	const { firstInvalid = 0, invalid, multibyte } = takeUtf8Census(bytes);
	if (multibyte >= invalid) {
		return decodeDamagedUtf8(bytes, firstInvalid, 0);
	}
	const encoding = 'windows-1252';
	const span = { start: firstInvalid, end: firstInvalid + 1 };
	const fault =
		declared === undefined
			? createFinding('xml.encoding-undeclared', span, { actual: encoding, byte: firstInvalid })
			: contradiction(declared, encoding, firstInvalid);
	return { text: decodeWindows1252(bytes), encoding, faults: [fault] };
}

/** Reads what is declared as something that it cannot be, by what it looks like. */
function decodeContradiction(bytes: Uint8Array, declared: DeclaredEncoding, byte: number): DecodedXml {
	const encoding = isUtf8(bytes) ? 'UTF-8' : 'windows-1252';
	const text = encoding === 'UTF-8' ? decodeUtf8(bytes) : decodeWindows1252(bytes);
	return { text, encoding, faults: [contradiction(declared, encoding, byte)] };
}

/** Declared as UTF-16, but of 8 bits: the declaration itself could not be read otherwise. */
function decodeNarrow(bytes: Uint8Array, declared: DeclaredEncoding): DecodedXml {
	return decodeContradiction(bytes, declared, 0);
}

function decodeAscii(bytes: Uint8Array, declared: DeclaredEncoding): DecodedXml {
	return isAscii(bytes)
		? { text: decodeLatin1(bytes), encoding: 'US-ASCII', faults: [] }
		: decodeContradiction(bytes, declared, firstByteFrom(bytes, 0x80));
}

function firstByteFrom(bytes: Uint8Array, least: number): number {
	return bytes.findIndex((byte) => byte >= least);
}

function decodeDeclaredLatin1(bytes: Uint8Array, declared: DeclaredEncoding): DecodedXml {
	const controlAt = bytes.findIndex((byte) => byte >= 0x80 && byte <= 0x9f);
	const faults = suspicions(bytes, declared);
	if (faults.length === 0 && controlAt !== -1) {
		const data = { declared: declared.value, likely: 'windows-1252', byte: controlAt };
		faults.push(createFinding('xml.encoding-suspect', declared.span, data));
	}
	return { text: decodeLatin1(bytes), encoding: 'ISO-8859-1', faults };
}

function decodeDeclaredWindows1252(bytes: Uint8Array, declared: DeclaredEncoding): DecodedXml {
	return {
		text: decodeWindows1252(bytes),
		encoding: 'windows-1252',
		faults: suspicions(bytes, declared),
	};
}

/** In these encodings all bytes are legal, but bytes that happen to be UTF-8 hardly ever are by chance. */
function suspicions(bytes: Uint8Array, declared: DeclaredEncoding): XmlFinding[] {
	if (isAscii(bytes) || !isUtf8(bytes)) {
		return [];
	}
	const data = { declared: declared.value, likely: 'UTF-8', byte: firstByteFrom(bytes, 0x80) };
	return [createFinding('xml.encoding-suspect', declared.span, data)];
}

/** Some other encoding, that the platform may know. */
function decodeOther(bytes: Uint8Array, declared: DeclaredEncoding): DecodedXml {
	const text = decodeByLabel(bytes, declared.value);
	if (text !== undefined) {
		return { text, encoding: declared.value, faults: [] };
	}
	const encoding = isUtf8(bytes) ? 'UTF-8' : 'windows-1252';
	const data = { encoding: declared.value };
	return {
		text: encoding === 'UTF-8' ? decodeUtf8(bytes) : decodeWindows1252(bytes),
		encoding,
		faults: [createFinding('xml.encoding-unsupported', declared.span, data)],
	};
}
