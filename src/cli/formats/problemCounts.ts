import type { Severity } from '../../finding';
import type { SchemaFolderProblem } from '../../schema/folder/schemaFolder';

/** How many problems of each severity a folder of schemas has. */
export interface ProblemCounts {
	readonly errors: number;
	readonly warnings: number;
	readonly infos: number;
}

export function countProblems(problems: readonly SchemaFolderProblem[]): ProblemCounts {
	const count = (severity: Severity): number =>
		problems.filter(({ finding }) => finding.severity === severity).length;
	return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}
