import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { decodeXml } from '../../xml/decode';
import { expandEntities } from '../../xml/expandEntities';
import { parseXml } from '../../xml/parse';
import { childElements } from '../../xml/navigate';
import type { ExpandedName, XmlElement } from '../../xml/tree';
import { findLinked } from './findLinked';
import { folderLimits, listSchemaFiles, reasonOf } from './listSchemaFiles';
import { folderProblem } from './problem';
import { isSchemaElement, readDocument } from './readDocument';
import type { ComponentKind, SchemaDocument } from './schemaDocument';
import { componentKey } from './schemaDocument';
import type { SchemaFile, SchemaFolder, SchemaFolderProblem } from './schemaFolder';
import { lineAt } from './sourceLine';
import { schemaFolderFinding } from './texts';

/**
 * Reads all XSD files in a folder and in those below it. What cannot be read or used is a problem of the folder; the
 * rest is used.
 *
 * @throws The reason of the signal, when it is aborted; never for what is in the folder.
 */
export async function readSchemaFolder(
	folder: string,
	options: { readonly signal?: AbortSignal } = {},
): Promise<SchemaFolder> {
	const path = resolve(folder);
	const listing = await listSchemaFiles(path, options.signal);
	const problems = [...listing.problems];
	const unusable = new Set(listing.refused);
	const documents = new Map<string, SchemaDocument>();
	for (const name of listing.files) {
		options.signal?.throwIfAborted();
		const read = await readSchemaFile(path, name);
		if (read.status === 'read') {
			documents.set(name, read.document);
		} else {
			problems.push(read.problem);
			unusable.add(name);
		}
	}
	if (documents.size === 0 && !problems.some(({ finding }) => finding.severity === 'error')) {
		problems.push(folderProblem('', 'schema-set.no-schemas', { folder: path }));
	}
	return createSchemaFolder(path, documents, unusable, problems);
}

type ReadFile =
	| { readonly status: 'read'; readonly document: SchemaDocument }
	| { readonly status: 'unusable'; readonly problem: SchemaFolderProblem };

async function readSchemaFile(folder: string, name: string): Promise<ReadFile> {
	let bytes: Uint8Array;
	try {
		bytes = await readFile(join(folder, name));
	} catch (error) {
		const problem = folderProblem(name, 'schema-set.unreadable', { path: name, reason: reasonOf(error) });
		return { status: 'unusable', problem };
	}
	const decoded = decodeXml(bytes);
	const written = parseXml(decoded.text);
	// The merged set has no DOCTYPE; that of XML Signature, for one, declares entities.
	const text = expandEntities(written);
	const { root, faults } = text === decoded.text ? written : parseXml(text);
	const [fault] = [...decoded.faults, ...faults].filter(({ severity }) => severity === 'error');
	if (fault !== undefined || root === undefined) {
		const span = fault?.span ?? { start: 0, end: 0 };
		return {
			status: 'unusable',
			problem: {
				file: name,
				line: lineAt(text, span.start),
				finding: schemaFolderFinding('schema-set.not-xml', span, { path: name, fault: fault?.code ?? '' }),
			},
		};
	}
	if (!isSchemaElement(root)) {
		return {
			status: 'unusable',
			problem: {
				file: name,
				line: lineAt(text, root.nameSpan.start),
				finding: schemaFolderFinding('schema-set.not-xsd', root.nameSpan, { path: name, root: root.name }),
			},
		};
	}
	if (isDeeperThan(root, folderLimits.depth)) {
		const data = { limit: 'depth', path: name, value: folderLimits.depth } as const;
		return { status: 'unusable', problem: folderProblem(name, 'schema-set.limit', data) };
	}
	return { status: 'read', document: readDocument(name, text, root) };
}

/** libxml2 refuses such files too; what reads them may be recursive. */
function isDeeperThan(root: XmlElement, limit: number): boolean {
	let level: readonly XmlElement[] = [root];
	for (let depth = 1; level.length > 0; depth++) {
		if (depth > limit) {
			return true;
		}
		level = level.flatMap((element) => childElements(element));
	}
	return false;
}

function createSchemaFolder(
	folder: string,
	documents: ReadonlyMap<string, SchemaDocument>,
	unusable: ReadonlySet<string>,
	problems: readonly SchemaFolderProblem[],
): SchemaFolder {
	const files = new Map<SchemaDocument, SchemaFile>();
	const defining = new Map<string, SchemaDocument[]>();
	for (const document of documents.values()) {
		const { name, targetNamespace, components } = document;
		const elements = components.filter(({ kind }) => kind === 'element').map((component) => component.name);
		files.set(document, { name, targetNamespace, elements });
		for (const component of components) {
			const key = componentKey(component.kind, targetNamespace, component.name);
			const known = defining.get(key);
			if (known === undefined) {
				defining.set(key, [document]);
			} else if (known.at(-1) !== document) {
				known.push(document);
			}
		}
	}
	const lookUp = (kind: ComponentKind, { namespace, localName }: ExpandedName): readonly SchemaDocument[] =>
		defining.get(componentKey(kind, namespace, localName)) ?? [];
	return {
		folder,
		files: [...files.values()],
		problems,
		documents,
		unusable,
		defining: lookUp,
		declaring: (root) => {
			const own = lookUp('element', root);
			const chameleons = root.namespace === '' ? [] : lookUp('element', { ...root, namespace: '' });
			const adopted = adoptersOf(chameleons, root.namespace, { folder, documents, unusable });
			return [...new Set([...own, ...adopted])].flatMap((document) => files.get(document) ?? []);
		},
	};
}

/** The files of a namespace that include one of these files without a namespace, directly or through others. */
function adoptersOf(
	chameleons: readonly SchemaDocument[],
	namespace: string,
	folder: Pick<SchemaFolder, 'folder' | 'documents' | 'unusable'>,
): SchemaDocument[] {
	if (chameleons.length === 0) {
		return [];
	}
	return [...folder.documents.values()].filter((document) => {
		const included = new Set(document.targetNamespace === namespace ? [document] : []);
		for (const one of included) {
			for (const link of one.links) {
				const target = link.kind === 'import' ? undefined : findLinked(folder, one, link, namespace);
				if (typeof target === 'object' && target.targetNamespace === '') {
					included.add(target);
				}
			}
		}
		return chameleons.some((chameleon) => included.has(chameleon));
	});
}
