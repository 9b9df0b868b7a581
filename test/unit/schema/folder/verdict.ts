import assert from 'node:assert/strict';
import type { SchemaCompileError, SchemaSet } from '../../../../src/schema/engine';
import { createLibxmlEngine } from '../../../../src/schema/libxmlEngine';
import { mergeSchema } from '../../../../src/schema/folder/mergeSchema';
import type { MergedSchema, SchemaFolderProblem } from '../../../../src/schema/folder/schemaFolder';
import type { ExpandedName } from '../../../../src/xml/tree';
import type { Files } from './temporaryFolder';
import { readFiles } from './temporaryFolder';

/** Reads the files and merges them for one root element, which one of them must declare. */
export async function merge(files: Files, root: ExpandedName): Promise<MergedSchema> {
	const merged = mergeSchema(await readFiles(files), root);
	assert.ok(merged, `no file declares ${root.localName}`);
	return merged;
}

/** What libxml2 says of a document: `valid`, or the first error of the document or the schema. */
export async function verdictOf(source: string, set: SchemaSet): Promise<string> {
	const engine = await createLibxmlEngine();
	const verdict = await engine.validate(source, set, { maxErrors: 1, at: [] });
	engine.dispose();
	const [error] = verdict.errors;
	return error === undefined ? 'valid' : `${verdict.status}: ${error.message.trim()}`;
}

/** Why libxml2 does not compile a set; empty when it does. */
export async function compileErrors(set: SchemaSet): Promise<readonly SchemaCompileError[]> {
	const engine = await createLibxmlEngine();
	const verdict = await engine.validate('<_/>', set, { maxErrors: 1, at: [] });
	engine.dispose();
	return verdict.status === 'schema-unusable' ? verdict.errors : [];
}

/** The places and codes of problems, without their data. */
export function outline(problems: readonly SchemaFolderProblem[]): string[] {
	return problems.map(({ file, line, finding }) => `${file}:${line} ${finding.severity} ${finding.code}`);
}
