import type { Uri } from 'vscode';
import { workspace } from 'vscode';
import { readSpecifications, type Specification } from '../../documents/cpa/comparison/readSpecifications';
import { parseXml } from '../../xml/parse';
import { readXmlText } from './xmlText';

/** A file that is a Consumerspecificatie with something in it. */
export interface SpecificationFile {
	readonly uri: Uri;
	readonly specifications: readonly [Specification, ...Specification[]];
}

/** XML documents that are looked at. */
const mostFiles = 1000;

/** Looks for Consumerspecificaties in the workspace, in the order of their paths. */
export async function findSpecificationFiles(): Promise<readonly SpecificationFile[]> {
	const files = await workspace.findFiles('**/*.[xX][mM][lL]', '**/node_modules/**', mostFiles);
	const found: SpecificationFile[] = [];
	for (const uri of files.toSorted((one, other) => (one.path < other.path ? -1 : 1))) {
		const file = await readSpecificationFile(uri);
		if (file !== undefined) {
			found.push(file);
		}
	}
	return found;
}

/** `undefined` when it is none that can be read. */
export async function readSpecificationFile(uri: Uri): Promise<SpecificationFile | undefined> {
	const read = await readXmlText(uri);
	if (read?.text.includes('osb-ebms-service-specificatie') !== true) {
		return undefined;
	}
	const [first, ...others] = readSpecifications(parseXml(read.text)) ?? [];
	return first && { uri, specifications: [first, ...others] };
}
