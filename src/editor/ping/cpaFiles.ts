import { readFile, stat } from 'node:fs/promises';
import { workspace } from 'vscode';
import type { Cpa } from '../../documents/cpa/agreement';
import { findCpa } from '../../documents/cpa/findCpa';
import { readSource } from '../../validation/read';
import { parseXml } from '../../xml/parse';

/** A file of the workspace that is a CPA. */
export interface CpaFile {
	/** Absolute. */
	readonly path: string;
	readonly cpa: Cpa;
}

/** XML documents that are looked at, and the size (bytes) up to which one may be a CPA. */
const mostFiles = 1000;
const largest = 2 * 1024 * 1024;

/** Looks for CPAs on disk in the workspace, in the order of their paths. */
export async function findCpaFiles(): Promise<readonly CpaFile[]> {
	const files = await workspace.findFiles('**/*.[xX][mM][lL]', '**/node_modules/**', mostFiles);
	const paths = files
		.filter(({ scheme }) => scheme === 'file')
		.map(({ fsPath }) => fsPath)
		.toSorted();
	const found: CpaFile[] = [];
	for (const path of paths) {
		const cpa = await readCpaFile(path);
		if (cpa !== undefined) {
			found.push({ path, cpa });
		}
	}
	return found;
}

/** The CPA in a file; `undefined` when there is none that can be read. */
export async function readCpaFile(path: string): Promise<Cpa | undefined> {
	try {
		const { size } = await stat(path);
		return size > largest ? undefined : cpaIn(await readFile(path));
	} catch {
		// Gone, or not ours to read.
		return undefined;
	}
}

function cpaIn(bytes: Buffer): Cpa | undefined {
	const name = 'CollaborationProtocolAgreement';
	if (!bytes.includes(name) && !bytes.includes(name, 0, 'utf16le')) {
		return undefined;
	}
	const read = readSource({ bytes });
	return read.status === 'not-read' ? undefined : findCpa(parseXml(read.text));
}
