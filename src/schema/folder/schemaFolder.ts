import type { ExpandedName } from '../../xml/tree';
import type { Finding } from '../../finding';
import type { SchemaSet } from '../engine';
import type { ComponentKind, SchemaDocument } from './schemaDocument';

/** One XSD file of a folder. */
export interface SchemaFile {
	/** Path relative to the folder, with `/`. */
	readonly name: string;
	/** `''` when it has none (chameleon). */
	readonly targetNamespace: string;
	/** Names of the root elements (global elements) that it declares. */
	readonly elements: readonly string[];
}

/** Something wrong in a folder of XSDs: a {@link Finding} with its file. */
export interface SchemaFolderProblem {
	/** Path relative to the folder, with `/`; empty when it is about the folder itself. */
	readonly file: string;
	/** 0-based. */
	readonly line: number;
	readonly finding: Finding;
}

/** What is in a folder of XSDs. */
export interface SchemaFolder {
	/** Absolute path. */
	readonly folder: string;
	readonly files: readonly SchemaFile[];
	/** Problems of the folder as a whole: files that are not XML or not XSD, too many or too large files, nothing found. */
	readonly problems: readonly SchemaFolderProblem[];
	/** What merging needs of each of `files`, by its name. */
	readonly documents: ReadonlyMap<string, SchemaDocument>;
	/** Files that are there but are no use: not XML, not XSD, too large, unreadable. */
	readonly unusable: ReadonlySet<string>;
	/**
	 * The files that declare this root element. A file without a target namespace stands for the files that include
	 * it, because it takes their namespace.
	 */
	declaring(root: ExpandedName): readonly SchemaFile[];
	/** The files of this namespace that hold this global component. */
	defining(kind: ComponentKind, name: ExpandedName): readonly SchemaDocument[];
}

/** Where a part of a merged document comes from. */
export interface Origin {
	/** First line in the merged document, 1-based. */
	readonly firstLine: number;
	/** Last line in the merged document, 1-based. */
	readonly lastLine: number;
	readonly source: SchemaDocument;
	/** The line in the source that `firstLine` is, 0-based. */
	readonly sourceLine: number;
}

/** A set merged to one document per namespace, for one root element. */
export interface MergedSchema {
	readonly set: SchemaSet;
	/** The file that declares the root element. */
	readonly entryFile: string;
	/** Files that went in, relative names. */
	readonly files: readonly string[];
	/** Missing files, two versions of one component, a namespace that nobody defines: in this chain only. */
	readonly problems: readonly SchemaFolderProblem[];
	/** Where the lines of each document of `set` come from, in order. */
	readonly origins: ReadonlyMap<string, readonly Origin[]>;
}
