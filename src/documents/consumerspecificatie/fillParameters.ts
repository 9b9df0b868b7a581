import type { Certificate } from '../../certificates/certificate';
import type { Edit } from '../../xml/repair';
import type { XmlDocument, XmlElement } from '../../xml/tree';
import type { Subject } from '../kind';
import { keyInfo, writeXml, xmlText } from './keyInfo';
import { readParameterGroups, type ParameterName } from './parameters';

/** A parameter of a Consumerspecificatie, where it stands. */
export interface PlacedParameter {
	readonly name: ParameterName;
	readonly element: XmlElement;
}

/** The parameters that are there, of all groups. */
export function placedParameters({ document, root }: Subject): readonly PlacedParameter[] {
	return readParameterGroups(document, root).flatMap(({ parameters }) =>
		[...parameters].map(([name, element]) => ({ name, element })),
	);
}

/** Puts a certificate in a parameter, in place of what is in it. */
export function fillCertificate(document: XmlDocument, element: XmlElement, certificate: Certificate): Edit {
	const indent = indentOf(document, element);
	const lines = writeXml({ KeyInfo: keyInfo(certificate) })
		.trimEnd()
		.split('\n')
		// Base64 stands at the begin of its lines.
		.map((line) => (/^\t*</.test(line) ? `${indent}\t${line}` : line));
	return fill(document, element, `\n${lines.join('\n')}\n${indent}`);
}

/** Puts a text in a parameter, in place of what is in it. */
export function fillText(document: XmlDocument, element: XmlElement, text: string): Edit {
	const escaped = xmlText(text).replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
	return fill(document, element, escaped);
}

/** Replaces an element as a whole, as it may be an empty-element tag, or without its end tag. */
function fill({ text }: XmlDocument, { name, span, startTagSpan }: XmlElement, content: string): Edit {
	const startTag = text.slice(startTagSpan.start, startTagSpan.end).replace(/\s*\/>$/, '>');
	return { span, text: `${startTag}${content}</${name}>` };
}

/** The white space before an element on its line. */
function indentOf({ text }: XmlDocument, { span }: XmlElement): string {
	const before = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start);
	return /^\s*$/.test(before) ? before : '';
}
