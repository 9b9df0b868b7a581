import { posix } from 'node:path';
import { resolveLocation } from './location';
import type { SchemaDocument, SchemaLink } from './schemaDocument';
import type { SchemaFolder } from './schemaFolder';
import type { LinkFailure } from './texts';

/** The part of a {@link SchemaFolder} in which locations are looked up. */
type Files = Pick<SchemaFolder, 'folder' | 'documents' | 'unusable'>;

/**
 * Finds the file that a link leads to. Addresses of the web stand for a file of the folder with the same name and
 * namespace.
 *
 * @param namespace The namespace that the file should have.
 * @returns Why, when there is none.
 */
export function findLinked(
	folder: Files,
	from: SchemaDocument,
	link: SchemaLink,
	namespace: string,
): SchemaDocument | LinkFailure {
	const location = resolveLocation(folder.folder, from.name, link.location ?? '');
	switch (location.kind) {
		case 'outside':
			return 'outside';
		case 'remote':
			return findByFileName(folder, location.fileName, namespace, link) ?? 'remote';
		case 'inside':
			return (
				folder.documents.get(location.name) ??
				(folder.unusable.has(location.name)
					? 'unusable'
					: (findIgnoringCase(folder, location.name) ?? 'missing'))
			);
	}
}

function findByFileName(
	folder: Files,
	fileName: string,
	namespace: string,
	link: SchemaLink,
): SchemaDocument | undefined {
	return [...folder.documents.values()].find(
		({ name, targetNamespace }) =>
			posix.basename(name) === fileName &&
			(targetNamespace === namespace || (targetNamespace === '' && link.kind !== 'import')),
	);
}

/** Sets made on Windows do not always write file names as they are. */
function findIgnoringCase(folder: Files, name: string): SchemaDocument | undefined {
	const wanted = name.toLowerCase();
	const found = [...folder.documents.values()].filter((document) => document.name.toLowerCase() === wanted);
	return found.length === 1 ? found[0] : undefined;
}
