import type { ExpandedName } from '../../xml/tree';
import type { SchemaCompileError, SchemaEngine, SchemaSet } from '../engine';
import { findLinked } from './findLinked';
import { mergeEntry, mergeSchema, traceProblem } from './mergeSchema';
import { readSchemaFolder } from './readSchemaFolder';
import type { SchemaDocument } from './schemaDocument';
import { componentKey } from './schemaDocument';
import type { SchemaFolder, SchemaFolderProblem } from './schemaFolder';

/** A namespace of a folder. */
export interface NamespaceSummary {
	/** `''` for files without a target namespace. */
	readonly namespace: string;
	readonly files: number;
	/** Global elements, attributes, types and groups, each counted once. */
	readonly components: number;
}

/** How it went with an entry file. */
export type EntryOutcome = 'compiles' | 'does-not-compile' | 'not-compiled';

/** A file from which messages can be checked. */
export interface EntrySummary {
	readonly file: string;
	readonly namespace: string;
	/** The root elements that it declares. */
	readonly roots: readonly string[];
	/** The number of files that it reaches, itself included. */
	readonly files: number;
	/** `not-compiled`: over the limit of {@link SummaryOptions.maxCompiles}. */
	readonly outcome: EntryOutcome;
}

/** What is in a folder of XSDs, for people. Plain data. */
export interface FolderSummary {
	/** Absolute path. */
	readonly folder: string;
	readonly files: number;
	readonly namespaces: readonly NamespaceSummary[];
	/** In the order of their files. */
	readonly entries: readonly EntrySummary[];
	/** Of the folder, and of the entries that were looked at; each once. */
	readonly problems: readonly SchemaFolderProblem[];
}

export interface SummaryOptions {
	/** Root elements of messages that we know: their files are entries, whatever else includes them. */
	readonly messageRoots?: readonly ExpandedName[];
	/** The number of entries that are merged and compiled at most; 50 without it. */
	readonly maxCompiles?: number;
	readonly signal?: AbortSignal;
}

const defaultMaxCompiles = 50;

/**
 * Reads a folder of XSDs and finds out what can be done with it. Its entries are the files that declare root elements
 * and to which no other such file leads, and those that declare messages that we know; only they are compiled.
 *
 * @throws The reason of the signal, when it is aborted; {@link SchemaEngine.validate} may throw too.
 */
export async function summariseSchemaFolder(
	path: string,
	engine: SchemaEngine,
	options: SummaryOptions = {},
): Promise<FolderSummary> {
	const folder = await readSchemaFolder(path, options);
	const problems = [...folder.problems, ...choicesIn(folder)];
	const entries: EntrySummary[] = [];
	const outcomes = new Map<string, readonly SchemaCompileError[]>();
	for (const document of findEntries(folder, options.messageRoots ?? [])) {
		options.signal?.throwIfAborted();
		const { name, targetNamespace, components } = document;
		const roots = components.filter(({ kind }) => kind === 'element').map((component) => component.name);
		if (entries.length >= (options.maxCompiles ?? defaultMaxCompiles)) {
			entries.push({ file: name, namespace: targetNamespace, roots, files: 1, outcome: 'not-compiled' });
			continue;
		}
		const merged = mergeEntry(folder, document);
		const errors = outcomes.get(merged.set.id) ?? (await compile(engine, merged.set));
		outcomes.set(merged.set.id, errors);
		problems.push(...merged.problems);
		if (!merged.problems.some(({ finding }) => finding.severity === 'error')) {
			// Else what is missing has been told, and the compiler would only tell it again.
			problems.push(...errors.map((error) => traceProblem(merged, error)));
		}
		entries.push({
			file: name,
			namespace: targetNamespace,
			roots,
			files: merged.files.length,
			outcome: errors.length === 0 ? 'compiles' : 'does-not-compile',
		});
	}
	return {
		folder: folder.folder,
		files: folder.files.length,
		namespaces: namespacesOf(folder),
		entries,
		problems: eachOnce(problems),
	};
}

function findEntries(folder: SchemaFolder, messageRoots: readonly ExpandedName[]): SchemaDocument[] {
	const links = linksIn(folder);
	const declaring = [...folder.documents.values()].filter(declaresElements);
	const within = new Map(declaring.map((document) => [document, reachedFrom(document, links)]));
	// In a circle of files, and among files that a list of includes puts together, none goes before the others.
	const isReached = (document: SchemaDocument): boolean =>
		declaring.some(
			(other) =>
				other !== document &&
				within.get(other)?.has(document) === true &&
				within.get(document)?.has(other) !== true,
		);
	const messages = new Set(
		messageRoots.map(({ namespace, localName }) => componentKey('element', namespace, localName)),
	);
	return declaring.filter(
		(document) =>
			!isReached(document) ||
			document.components.some(
				({ kind, name }) =>
					kind === 'element' && messages.has(componentKey('element', document.targetNamespace, name)),
			),
	);
}

function declaresElements({ components }: SchemaDocument): boolean {
	return components.some(({ kind }) => kind === 'element');
}

type Links = ReadonlyMap<SchemaDocument, ReadonlySet<SchemaDocument>>;

/** From each file to those that it includes, imports or redefines. */
function linksIn(folder: SchemaFolder): Links {
	return new Map(
		[...folder.documents.values()].map((document) => [
			document,
			new Set(
				document.links.flatMap((link) => {
					const namespace = link.kind === 'import' ? link.namespace : document.targetNamespace;
					const target = findLinked(folder, document, link, namespace);
					return typeof target === 'object' && target !== document ? [target] : [];
				}),
			),
		]),
	);
}

/** All files that one leads to, itself included. */
function reachedFrom(document: SchemaDocument, links: Links): ReadonlySet<SchemaDocument> {
	const reached = new Set([document]);
	for (const one of reached) {
		for (const next of links.get(one) ?? []) {
			reached.add(next);
		}
	}
	return reached;
}

/** Which file is used where more files declare a root element, such as two versions of a set side by side: once for the same files. */
function choicesIn(folder: SchemaFolder): readonly SchemaFolderProblem[] {
	const told = new Set<string>();
	return folder.files.flatMap(({ targetNamespace, elements }) =>
		elements.flatMap((localName) => {
			const root = { namespace: targetNamespace, localName };
			const declaring = folder.declaring(root);
			const key = declaring.map(({ name }) => name).join('\n');
			if (declaring.length < 2 || told.has(key)) {
				return [];
			}
			told.add(key);
			const problems = mergeSchema(folder, root)?.problems ?? [];
			return problems.filter(({ finding }) => finding.code === 'schema-set.several-entries');
		}),
	);
}

/** Any document serves to have a schema compiled: only whether it can be used is looked at. */
async function compile(engine: SchemaEngine, set: SchemaSet): Promise<readonly SchemaCompileError[]> {
	const verdict = await engine.validate('<_/>', set, { maxErrors: 1, at: [] });
	return verdict.status === 'schema-unusable' ? verdict.errors : [];
}

function namespacesOf(folder: SchemaFolder): NamespaceSummary[] {
	const found = new Map<string, { files: number; components: Set<string> }>();
	for (const { targetNamespace, components } of folder.documents.values()) {
		const known = found.get(targetNamespace) ?? { files: 0, components: new Set() };
		found.set(targetNamespace, known);
		known.files++;
		for (const { kind, name } of components) {
			known.components.add(`${kind} ${name}`);
		}
	}
	return [...found]
		.map(([namespace, { files, components }]) => ({ namespace, files, components: components.size }))
		.sort((one, other) => (one.namespace < other.namespace ? -1 : 1));
}

function eachOnce(problems: readonly SchemaFolderProblem[]): SchemaFolderProblem[] {
	const seen = new Map<string, SchemaFolderProblem>();
	for (const problem of problems) {
		const { file, line, finding } = problem;
		const key = JSON.stringify([file, line, finding.code, finding.span, finding.data]);
		seen.set(key, seen.get(key) ?? problem);
	}
	return [...seen.values()];
}
