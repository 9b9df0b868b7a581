import type { RelatedPlace, Span } from '../../finding';
import { lineAt } from './sourceLine';
import type { SchemaFolderProblem } from './schemaFolder';
import type { SchemaDocument } from './schemaDocument';
import type { SchemaFolderFindings } from './texts';
import { schemaFolderFinding } from './texts';

/** Makes a problem at a place in one of the files. */
export function problemIn<C extends keyof SchemaFolderFindings>(
	document: SchemaDocument,
	span: Span,
	code: C,
	data: SchemaFolderFindings[C],
	related?: readonly RelatedPlace[],
): SchemaFolderProblem {
	return {
		file: document.name,
		line: lineAt(document.text, span.start),
		finding: schemaFolderFinding(code, span, data, related),
	};
}

/** Makes a problem about a file or folder as a whole. */
export function folderProblem<C extends keyof SchemaFolderFindings>(
	file: string,
	code: C,
	data: SchemaFolderFindings[C],
): SchemaFolderProblem {
	return { file, line: 0, finding: schemaFolderFinding(code, { start: 0, end: 0 }, data) };
}
