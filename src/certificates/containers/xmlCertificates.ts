import type { Finding } from '../../finding';
import { decodeXml } from '../../xml/decode';
import { childElements, textContent } from '../../xml/navigate';
import { parseXml } from '../../xml/parse';
import type { XmlDocument, XmlElement } from '../../xml/tree';
import { certificateElements } from '../certificateElements';
import { containerFinding } from '../containerTexts';
import { readBase64 } from './base64';
import type { Contents } from './container';
import { joined, only } from './contents';
import { readDer } from './der';

/** Whether a text begins as XML does. */
export function looksLikeXml(text: string): boolean {
	return /^\uFEFF?\s*</.test(text);
}

/** Reads the certificates in an XML file, whatever its kind. Spans are in the text that `decodeXml` gives. */
export function readXmlFile(bytes: Uint8Array): Contents {
	return readXmlCertificates(parseXml(decodeXml(bytes).text));
}

/**
 * Reads all `ds:X509Certificate` and `wsse:BinarySecurityToken` elements of a document, in its order, whatever their
 * namespace. The span of an entry is the text in its element without the white space around it.
 */
export function readXmlCertificates(document: XmlDocument): Contents {
	const parts: Contents[] = [];
	const waiting: XmlElement[] = document.children.filter((node) => node.kind === 'element').toReversed();
	for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
		if (certificateElements.includes(element.localName)) {
			parts.push(readElement(document.text, element));
		} else {
			waiting.push(...childElements(element).toReversed());
		}
	}
	return joined(parts);
}

function readElement(source: string, element: XmlElement): Contents {
	const { start, end } = element.contentSpan;
	const content = source.slice(start, end);
	const trimmedEnd = start + content.trimEnd().length;
	const span = {
		start: Math.min(start + content.length - content.trimStart().length, trimmedEnd),
		end: trimmedEnd,
	};
	const text = textContent(element);
	const withoutArmour = text.replace(/-----(?:BEGIN|END) [A-Z0-9 ]{1,60}-----/g, '');
	const findings: Finding[] = [];
	if (withoutArmour !== text) {
		findings.push(containerFinding('certificate.container-pem-in-xml', span, { element: element.name }));
	}
	const body = readBase64(withoutArmour, { start: 0, end: withoutArmour.length });
	if (body.fault !== undefined) {
		const { character } = body.fault;
		const fault = containerFinding('certificate.container-base64', span, { place: element.name, character });
		return joined([...findings.map(only), only(fault)]);
	}
	const reading = readDer(body.bytes, { alias: null, role: 'plain', spanOf: () => span });
	return joined([...findings.map(only), reading.contents]);
}
