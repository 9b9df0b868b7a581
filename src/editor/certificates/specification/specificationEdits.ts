import type { Certificate } from '../../../certificates/certificate';
import {
	fillCertificate,
	fillText,
	placedParameters,
	type PlacedParameter,
} from '../../../documents/consumerspecificatie/fillParameters';
import { recognise } from '../../../documents/registry';
import { textContent } from '../../../xml/navigate';
import { parseXml } from '../../../xml/parse';
import type { Edit } from '../../../xml/repair';
import type { XmlDocument } from '../../../xml/tree';

/** A Consumerspecificatie as the actions see it. */
export interface OpenSpecification {
	readonly parameters: readonly PlacedParameter[];
	/** The value of a parameter, without the white space around it. */
	readonly valueOf: (parameter: PlacedParameter) => string;
	readonly fillCertificate: (parameter: PlacedParameter, certificate: Certificate) => Edit;
	readonly fillText: (parameter: PlacedParameter, text: string) => Edit;
}

/** Reads a text as a Consumerspecificatie; `undefined` when it is none. */
export function openSpecification(text: string): OpenSpecification | undefined {
	const document: XmlDocument = parseXml(text);
	const recognised = recognise(document);
	if (recognised?.kind.id !== 'consumerspecificatie') {
		return undefined;
	}
	return {
		parameters: placedParameters({ document, root: recognised.root, now: new Date() }),
		valueOf: ({ element }) => textContent(element).trim(),
		fillCertificate: ({ element }, certificate) => fillCertificate(document, element, certificate),
		fillText: ({ element }, value) => fillText(document, element, value),
	};
}
