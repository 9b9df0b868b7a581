import type { DocumentReport, LocatedFinding } from './report';

/** A report with the file that it is about (absolute path). */
export interface FileReport {
	readonly file: string;
	readonly report: DocumentReport;
}

/**
 * Finds the values that may occur once over all files of a run but occur again with other content, such as a
 * referentienummer that one sender used for two messages (StUF 03.01 §4.3).
 *
 * @returns The additional findings by file. The first file in the order of `reports` keeps its value; the later ones get
 * the finding, with the first as related place.
 */
export function findDuplicates(
	reports: Iterable<FileReport>,
): ReadonlyMap<string, readonly LocatedFinding[]> {
	throw new Error(String(reports));
}
