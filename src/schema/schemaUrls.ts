/**
 * How the documents of a schema set are named towards libxml2. libxml2 resolves each `schemaLocation` against the URL of
 * the document that it stands in; a scheme and folder of our own keep the result apart from any real file or address, and
 * a path that climbs out of the set (`../../x.xsd`) ends outside the folder, where nothing is served.
 */
const base = 'lopende-zaken:/schema-set/';

/** The URL of a document, by its key in the set. */
export function schemaUrl(name: string): string {
	return base + name.split('/').map(encodeURIComponent).join('/');
}

/**
 * The keys that a URL may stand for, most likely first. libxml2 gives URLs sometimes percent-encoded and sometimes
 * decoded; empty when the URL is not one of ours.
 */
export function schemaNames(url: string): readonly string[] {
	if (!url.startsWith(base)) {
		return [];
	}
	const name = url.slice(base.length);
	try {
		return [...new Set([name, decodeURIComponent(name)])];
	} catch {
		return [name];
	}
}

/** A message of libxml2 with the names of the set instead of the URLs that it was given. */
export function withoutSchemaUrls(message: string): string {
	return message.replaceAll(base, '');
}
