import { readAsn1 } from '../asn1/read';
import { containerFinding } from '../containerTexts';
import { readBase64 } from './base64';
import type { Container, ContainerFormat, Contents } from './container';
import { joined, only, withDuplicates } from './contents';
import { decodeText, encodingOfText } from './decodeText';
import { derFormats, readDer } from './der';
import { keystoreFormat, readKeystore } from './keystore';
import { looksLikePem, readPem } from './pem';
import { readPkcs12 } from './pkcs12';
import { looksLikeXml, readXmlFile } from './xmlCertificates';

/** Bytes of a file that is read. Trust stores with all authorities of the world have a quarter of a million. */
export const maxContainerSize = 16 * 1024 * 1024;

export interface ContainerOptions {
	/** For a PKCS#12. Not kept. */
	readonly password?: string;
}

const start = { start: 0, end: 0 };

/**
 * Reads a file with certificates, whatever its kind and its name: PEM, DER, PKCS#7, PKCS#12, JKS, JCEKS, a certificate request or XML.
 * Never throws; what is wrong with the file is told by findings. Costs time: up to two seconds for a PKCS#12 with very many rounds.
 */
export function readContainer(bytes: Uint8Array, { password }: ContainerOptions = {}): Container {
	if (bytes.length === 0) {
		return { state: 'unreadable', findings: [containerFinding('certificate.container-empty', start, {})] };
	}
	if (bytes.length > maxContainerSize) {
		return tooLarge(bytes.length);
	}
	const keystore = keystoreFormat(bytes);
	if (keystore !== undefined) {
		return read(keystore, readKeystore(bytes), false);
	}
	return startsLikeDer(bytes) ? readBinary(bytes, password) : readTextual(bytes, password);
}

/** A file that is not read, as its size in bytes says enough: more than {@link maxContainerSize}. */
export function tooLarge(size: number): Container {
	const data = { size, limit: maxContainerSize };
	return {
		state: 'unreadable',
		findings: [containerFinding('certificate.container-too-large', start, data)],
	};
}

/**
 * A SEQUENCE, which is a `0` in text: with a length of more than one byte, which no text has there, or else one that ends just where the
 * file does.
 */
function startsLikeDer(bytes: Uint8Array): boolean {
	if (bytes[0] !== 0x30) {
		return false;
	}
	const isLong = (bytes[1] ?? 0) >= 0x80;
	return isLong || bytes.length === 2 + (bytes[1] ?? 0);
}

function readBinary(bytes: Uint8Array, password: string | undefined): Container {
	const { kind, contents } = readDer(bytes, {
		alias: null,
		role: 'plain',
		spanOf: (from, to) => ({ start: from, end: to }),
	});
	const root = kind === 'pkcs12' ? readAsn1(bytes) : undefined;
	if (root === undefined || typeof root === 'string') {
		return read(derFormats[kind], withDuplicates(contents), false);
	}
	const reading = readPkcs12(root, password);
	return 'locked' in reading
		? { state: 'locked', format: 'pkcs12', reason: reading.locked, findings: contents.findings }
		: read('pkcs12', joined([reading, contents]), false);
}

function readTextual(bytes: Uint8Array, password: string | undefined): Container {
	const text = decodeText(bytes);
	if (text === undefined) {
		return nothingFound(isZip(bytes) ? 'zip' : 'binary');
	}
	if (looksLikeXml(text)) {
		const xml = readXmlFile(bytes);
		if (xml.entries.length > 0 || xml.findings.length > 0 || !looksLikePem(text)) {
			return read('xml', xml, true);
		}
	}
	if (looksLikePem(text)) {
		const { format, contents } = readPem(text);
		const isWide = encodingOfText(bytes) !== 'utf-8';
		const remarks = isWide
			? [only(containerFinding('certificate.container-pem-form', start, { reason: 'utf-16' }))]
			: [];
		return read(format, joined([contents, ...remarks]), true);
	}
	return readBareBase64(text, password) ?? nothingFound('text');
}

/**
 * Base64 without the lines around it: what an XML element or a portal gives when it is copied. Or base64 of a PEM, as the secrets of
 * Kubernetes have it.
 */
function readBareBase64(text: string, password: string | undefined): Container | undefined {
	const body = readBase64(text, { start: 0, end: text.length });
	const inner = body.fault === undefined ? readDecoded(body.bytes, password) : undefined;
	if (inner === undefined) {
		return undefined;
	}
	const span = { start: 0, end: text.trimEnd().length };
	const format = inner.state === 'unreadable' ? 'der' : inner.format;
	const remark = containerFinding('certificate.container-bare-base64', span, { format });
	if (inner.state !== 'read') {
		return { ...inner, findings: [remark, ...inner.findings] };
	}
	return {
		...inner,
		isText: true,
		entries: inner.entries.map((entry) => ({ ...entry, span })),
		requests: inner.requests.map((request) => ({ ...request, span })),
		findings: [remark, ...inner.findings.map((finding) => ({ ...finding, span }))],
	};
}

function readDecoded(bytes: Uint8Array, password: string | undefined): Container | undefined {
	if (startsLikeDer(bytes)) {
		return readBinary(bytes, password);
	}
	const text = decodeText(bytes);
	if (text === undefined || !looksLikePem(text)) {
		return undefined;
	}
	const { contents } = readPem(text);
	return read('pem', contents, true);
}

/** Certificate providers send their files in one. */
function isZip(bytes: Uint8Array): boolean {
	return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\x03\x04';
}

function nothingFound(contents: 'text' | 'binary' | 'zip'): Container {
	return {
		state: 'unreadable',
		findings: [containerFinding('certificate.container-nothing-found', start, { contents })],
	};
}

/** Adds what is to be said about the contents as a whole. */
function read(format: ContainerFormat, contents: Contents, isText: boolean): Container {
	const { entries, requests, privateKeys, others, findings } = contents;
	const isNothing = entries.length === 0 && requests.length === 0;
	const remarks = [
		privateKeys > 0
			? only(containerFinding('certificate.private-key-present', start, { count: privateKeys }))
			: undefined,
		isNothing && findings.length === 0
			? only(
					containerFinding('certificate.container-nothing-found', start, {
						contents: privateKeys > 0 ? 'private-key' : (others[0] ?? format),
					}),
				)
			: undefined,
	].filter((remark) => remark !== undefined);
	return { state: 'read', format, isText, ...joined([contents, ...remarks]) };
}
