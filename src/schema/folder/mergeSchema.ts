import { createHash } from 'node:crypto';
import type { SchemaCompileError } from '../engine';
import type { ExpandedName } from '../../xml/tree';
import type { Chain } from './chain';
import { createChain, extendChain } from './chain';
import { placeChain } from './gaps';
import { settleGaps } from './needs';
import type { ComponentTable } from './placedComponent';
import { problemIn } from './problem';
import { applyRedefinitions } from './redefine';
import type { SchemaDocument } from './schemaDocument';
import { componentKey } from './schemaDocument';
import type { MergedSchema, SchemaFolder, SchemaFolderProblem } from './schemaFolder';
import { lineSpan } from './sourceLine';
import { schemaFolderFinding } from './texts';
import { findSubstitutes } from './substitutes';
import { writeDocuments } from './writeDocuments';
import { xmlNamespaceDocumentName } from './xmlNamespace';

/**
 * Makes the schema set for one root element: the file that declares it and all that this reaches by include, import
 * and redefine, merged to one document per namespace (libxml2 reads only the first document of a namespace).
 *
 * Reads nothing from the disk. What is wrong in this chain stands in `problems`; the set is made all the same, and the
 * engine then tells whether it compiles.
 *
 * @returns `undefined` when no file of the folder declares the root element.
 */
export function mergeSchema(folder: SchemaFolder, root: ExpandedName): MergedSchema | undefined {
	const declaring = folder.declaring(root).flatMap(({ name }) => folder.documents.get(name) ?? []);
	const drafts = declaring.map((document) => draftOf(folder, document, [root]));
	if (!drafts.some(isComplete)) {
		for (const includer of includersOf(folder, declaring).slice(0, maxIncluders)) {
			drafts.push(draftOf(folder, includer, [root]));
			if (drafts.some(isComplete)) {
				break;
			}
		}
	}
	const [best] = [...drafts].sort(byPreference);
	if (best === undefined) {
		return undefined;
	}
	const others = declaring.filter((document) => document !== best.entry).map(({ name }) => name);
	const chosen = declaring.length > 1 && others.length > 0 ? [severalEntries(best.entry, root, others)] : [];
	return finish(folder, withSubstitutes(folder, best, [root]), root.namespace, chosen);
}

/** Merges what one file reaches, for all root elements that it declares, whatever other files declare them too. */
export function mergeEntry(folder: SchemaFolder, entry: SchemaDocument): MergedSchema {
	const namespace = entry.targetNamespace;
	const roots = entry.components
		.filter(({ kind }) => kind === 'element')
		.map(({ name }): ExpandedName => ({ namespace, localName: name }));
	return finish(folder, draftOf(folder, entry, roots), namespace, []);
}

/** Leads an error of the compiler back to the file and the line that it is about. */
export function traceProblem(merged: MergedSchema, error: SchemaCompileError): SchemaFolderProblem {
	const origin = merged.origins
		.get(error.document)
		?.find(({ firstLine, lastLine }) => firstLine <= error.line && error.line <= lastLine);
	const data = { message: error.message.trim() };
	if (origin === undefined) {
		const finding = schemaFolderFinding('schema-set.does-not-compile', { start: 0, end: 0 }, data);
		return { file: merged.entryFile, line: 0, finding };
	}
	const line = origin.sourceLine + error.line - origin.firstLine;
	return {
		file: origin.source.name,
		line,
		finding: schemaFolderFinding('schema-set.does-not-compile', lineSpan(origin.source.text, line), data),
	};
}

/** How many files that include the declaring one are tried when that one is not complete by itself. */
const maxIncluders = 20;

/** A chain with its components, before it is written. */
interface Draft {
	readonly entry: SchemaDocument;
	readonly chain: Chain;
	readonly table: ComponentTable;
	readonly problems: readonly SchemaFolderProblem[];
}

/** @param substitutes Files that go in besides, see {@link findSubstitutes}. */
function draftOf(
	folder: SchemaFolder,
	entry: SchemaDocument,
	roots: readonly ExpandedName[],
	substitutes: readonly SchemaDocument[] = [],
): Draft {
	const chain = createChain();
	for (const document of [entry, ...substitutes]) {
		extendChain(chain, folder, document, document.targetNamespace);
	}
	const { table, problems } = placeChain(chain, folder);
	const redefined = applyRedefinitions(table, chain, folder);
	const keys = roots.map(({ namespace, localName }) => componentKey('element', namespace, localName));
	const missing = settleGaps(table, chain, folder, keys);
	return { entry, chain, table, problems: [...chain.problems, ...problems, ...redefined, ...missing] };
}

/** Adds the files with elements that may stand for those of a draft, as far as nothing goes wrong by it. */
function withSubstitutes(folder: SchemaFolder, draft: Draft, roots: readonly ExpandedName[]): Draft {
	let best = draft;
	let added: readonly SchemaDocument[] = [];
	for (;;) {
		const more = findSubstitutes(folder, best.chain, best.table);
		if (more.length === 0) {
			return best;
		}
		added = [...added, ...more];
		const extended = draftOf(folder, best.entry, roots, added);
		if (extended.problems.length > best.problems.length) {
			return best;
		}
		best = extended;
	}
}

function isComplete(draft: Draft): boolean {
	return draft.problems.every(({ finding }) => finding.severity !== 'error');
}

/** Fewest errors, then fewest other problems, then the least text. */
function byPreference(one: Draft, other: Draft): number {
	return (
		count(one, 'error') - count(other, 'error') ||
		one.problems.length - other.problems.length ||
		size(one) - size(other) ||
		(one.entry.name < other.entry.name ? -1 : 1)
	);
}

function count(draft: Draft, severity: 'error'): number {
	return draft.problems.filter(({ finding }) => finding.severity === severity).length;
}

function size(draft: Draft): number {
	return draft.chain.members.reduce((sum, { document }) => sum + document.text.length, 0);
}

/** The files that include these, directly or not: a file may rely on who includes it for its imports. */
function includersOf(folder: SchemaFolder, documents: readonly SchemaDocument[]): SchemaDocument[] {
	const wanted = new Set(documents);
	return [...folder.documents.values()].filter((document) => {
		if (wanted.has(document) || !document.links.some((link) => link.kind !== 'import')) {
			return false;
		}
		const chain = createChain();
		extendChain(chain, folder, document, document.targetNamespace);
		return chain.members.some(
			(member) => wanted.has(member.document) && member.namespace === document.targetNamespace,
		);
	});
}

function finish(
	folder: SchemaFolder,
	draft: Draft,
	namespace: string,
	chosen: readonly SchemaFolderProblem[],
): MergedSchema {
	const { entry, chain, table } = draft;
	const { documents, origins, names } = writeDocuments(table, namespace);
	const hash = createHash('sha256');
	for (const [name, text] of documents) {
		hash.update(`${name}\0${text}\0`);
	}
	return {
		set: {
			id: `folder:${folder.folder}#${hash.digest('hex').slice(0, 16)}`,
			entry: names.get(namespace) ?? '',
			documents,
		},
		entryFile: entry.name,
		files: [...new Set(chain.members.map(({ document }) => document.name))].filter(
			(name) => name !== xmlNamespaceDocumentName,
		),
		problems: [...draft.problems, ...chosen],
		origins,
	};
}

function severalEntries(
	entry: SchemaDocument,
	{ localName }: ExpandedName,
	others: readonly string[],
): SchemaFolderProblem {
	const declaration = entry.components.find(({ kind, name }) => kind === 'element' && name === localName);
	return problemIn(entry, declaration?.nameSpan ?? { start: 0, end: 0 }, 'schema-set.several-entries', {
		name: localName,
		file: entry.name,
		others,
	});
}
