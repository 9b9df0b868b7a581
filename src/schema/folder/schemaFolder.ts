import type { ExpandedName } from '../../xml/tree';
import type { Finding } from '../../finding';
import type { SchemaSet } from '../engine';

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
	/** Path relative to the folder, with `/`. */
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
	/** The files that declare this root element. */
	declaring(root: ExpandedName): readonly SchemaFile[];
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
}
