import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readSchemaFolder } from '../../../../src/schema/folder/readSchemaFolder';
import type { SchemaFolder } from '../../../../src/schema/folder/schemaFolder';

/** Files by path relative to the folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Lends a folder with these files, and removes it afterwards. */
export async function withFolder<T>(files: Files, use: (folder: string) => Promise<T>): Promise<T> {
	const folder = await realpath(await mkdtemp(join(tmpdir(), 'schema-folder-')));
	try {
		for (const [name, content] of Object.entries(files)) {
			await mkdir(dirname(join(folder, name)), { recursive: true });
			await writeFile(join(folder, name), content);
		}
		return await use(folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Reads a folder with these files; it is gone from the disk when it is returned. */
export function readFiles(files: Files): Promise<SchemaFolder> {
	return withFolder(files, (folder) => readSchemaFolder(folder));
}

/** An XSD with the prefix `xs`. */
export function xsd(attributes: string, body: string): string {
	return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" ${attributes}>\n${body}\n</xs:schema>\n`;
}
