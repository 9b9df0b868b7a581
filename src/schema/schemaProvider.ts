import type { XmlInputProvider } from 'libxml2-wasm/lib/libxml2.mjs';
import type { SchemaSet } from './engine';
import { schemaNames } from './schemaUrls';

/** The encoding in an XML declaration. The texts of a set are decoded, so that it is no longer true. */
const declaredEncoding = /^(\uFEFF?<\?xml\s[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/;

const encoder = new TextEncoder();

/** A document of a set in UTF-8, without a declaration that says otherwise; `undefined` when the set lacks it. */
export function schemaText(set: SchemaSet, name: string): Uint8Array | undefined {
	const text = set.documents.get(name);
	return text === undefined ? undefined : encoder.encode(text.replace(declaredEncoding, '$1'));
}

/**
 * Serves the documents of one set to libxml2 while it compiles, and nothing else: it claims every address, so that no
 * other provider is asked, and opens only what the set holds.
 */
export function schemaProvider(set: SchemaSet): XmlInputProvider {
	const open = new Map<number, { readonly bytes: Uint8Array; read: number }>();
	let handles = 0;
	return {
		match: () => true,
		open(url) {
			for (const name of schemaNames(url)) {
				const bytes = schemaText(set, name);
				if (bytes) {
					open.set(++handles, { bytes, read: 0 });
					return handles;
				}
			}
			return undefined;
		},
		read(handle, buffer) {
			const file = open.get(handle);
			if (!file) {
				return -1;
			}
			const part = file.bytes.subarray(file.read, file.read + buffer.byteLength);
			buffer.set(part);
			file.read += part.byteLength;
			return part.byteLength;
		},
		close: (handle) => open.delete(handle),
	};
}
