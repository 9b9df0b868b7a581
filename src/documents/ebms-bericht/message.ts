import { attributeOf, childElements, childrenNamed, firstChild } from '../../xml/navigate';
import type { XmlAttribute, XmlElement } from '../../xml/tree';
import { mshService } from '../ping-opdracht/texts';
import { namespaces } from '../namespaces';
import { readValue, textOf } from '../value';
import { signalActions, type SignalAction } from './vocabulary';

/** An ebMS message, as its rules see it. */
export interface EbmsMessage {
	readonly envelope: XmlElement;
	readonly messageHeader: XmlElement;
	/** What stands in the Header, whatever its namespace. */
	readonly headerParts: readonly XmlElement[];
	/** What stands in the Body, whatever its namespace. */
	readonly bodyParts: readonly XmlElement[];
	/** The action, when the message is one of the service of the messaging itself. */
	readonly signal: SignalAction | undefined;
}

/** @returns `undefined` when the Header holds no MessageHeader in the namespace of ebMS 2.0. */
export function readMessage(envelope: XmlElement): EbmsMessage | undefined {
	const header = firstChild(envelope, namespaces.soap11, 'Header');
	const body = firstChild(envelope, namespaces.soap11, 'Body');
	const messageHeader = header && eb(header, 'MessageHeader');
	if (header === undefined || messageHeader === undefined) {
		return undefined;
	}
	const action = textOf(readValue(eb(messageHeader, 'Action')));
	const isOfMsh = textOf(readValue(eb(messageHeader, 'Service'))) === mshService;
	return {
		envelope,
		messageHeader,
		headerParts: childElements(header),
		bodyParts: body === undefined ? [] : childElements(body),
		signal: isOfMsh ? signalActions.find((known) => known === action) : undefined,
	};
}

/** The first child with this name in the namespace of ebMS. */
export function eb(parent: XmlElement | undefined, localName: string): XmlElement | undefined {
	return parent && firstChild(parent, namespaces.eb, localName);
}

export function allEb(parent: XmlElement | undefined, localName: string): readonly XmlElement[] {
	return parent === undefined ? [] : childrenNamed(parent, namespaces.eb, localName);
}

/** An attribute in the namespace of ebMS. */
export function ebAttribute(element: XmlElement, localName: string): XmlAttribute | undefined {
	return attributeOf(element, namespaces.eb, localName);
}

/** The parts of ebMS with this name among the parts of Header or Body. */
export function partsNamed(parts: readonly XmlElement[], localName: string): readonly XmlElement[] {
	return parts.filter((part) => part.localName === localName && part.namespace === namespaces.eb);
}
