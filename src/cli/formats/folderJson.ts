import type { Translate } from '../../text';
import type { FolderSummary } from '../../schema/folder/summary';
import { explain } from '../../validation/explain';
import { countProblems } from './problemCounts';

/** The JSON of `schemas`; lines are 0-based, as in that of `validate`. */
export function folderJson(folder: string, summary: FolderSummary, t: Translate): string {
	const { files, namespaces, entries, problems } = summary;
	const content = {
		version: 1,
		folder,
		files,
		namespaces,
		entries,
		problems: problems.map(({ file, line, finding }) => {
			const { message, help } = explain(finding, t);
			return { code: finding.code, severity: finding.severity, message, file, line, help };
		}),
		summary: countProblems(problems),
	};
	return `${JSON.stringify(content, null, 1)}\n`;
}
