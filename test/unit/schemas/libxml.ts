import {
	xmlCleanupInputProvider,
	XmlBufferInputProvider,
	XmlDocument,
	xmlRegisterInputProvider,
	XmlElement,
	XmlValidateError,
	XsdValidator,
} from 'libxml2-wasm';
import { readBundledSchema } from '../../../src/schema/bundled';
import type { BundledSchemaId } from '../../../src/schema/bundled';
import { schemaFolder } from './messageCorpus';

/** An error of libxml2, with the way to its element in words. */
export interface LibxmlError {
	/** Local names from below the root to the element that the error is about; the root's name when it is the root. */
	readonly at: string;
	readonly message: string;
}

/** Compiles one of our schemas in libxml2-wasm itself, without our engine. Dispose of it. */
export function compileBundledSchema(id: BundledSchemaId): XsdValidator {
	const set = readBundledSchema(schemaFolder, id);
	const encoder = new TextEncoder();
	const buffers = Object.fromEntries([...set.documents].map(([name, text]) => [name, encoder.encode(text)]));
	xmlRegisterInputProvider(new XmlBufferInputProvider(buffers));
	try {
		using schema = XmlDocument.fromString(set.documents.get(set.entry) ?? '', { url: set.entry });
		return XsdValidator.fromDoc(schema);
	} finally {
		xmlCleanupInputProvider();
	}
}

/** The errors of a document; none when it is valid. */
export function validateWithLibxml(schema: XsdValidator, text: string): readonly LibxmlError[] {
	using document = XmlDocument.fromString(text.replace(/^<\?xml.*?\?>/s, ''));
	try {
		schema.validate(document);
		return [];
	} catch (error) {
		if (!(error instanceof XmlValidateError)) {
			throw error;
		}
		return error.details.map(({ xpath, message }) => ({ at: wayTo(document, xpath), message }));
	}
}

function wayTo(document: XmlDocument, xpath: string | undefined): string {
	const names: string[] = [];
	const prefixes = Object.entries(document.root.namespaces).filter(([prefix]) => prefix !== '');
	let node = xpath === undefined ? null : document.get(xpath, Object.fromEntries(prefixes));
	for (; node instanceof XmlElement; node = node.parent) {
		names.unshift(node.name);
	}
	return names.length > 1 ? names.slice(1).join('/') : names.join('/');
}
