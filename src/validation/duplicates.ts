import { allTexts } from './explain';
import type { DocumentReport, LocatedFinding, LocatedKey } from './report';

/** A report with the file that it is about (absolute path). */
export interface FileReport {
	readonly file: string;
	readonly report: Pick<DocumentReport, 'keys'>;
}

/**
 * Finds the values that may occur once over all files of a run but occur again with other content, such as a
 * referentienummer that one sender used for two messages. A message that is sent again unchanged keeps its number
 * (StUF 03.01 §4.3), so equal content is no clash.
 *
 * @returns The additional findings by file. The first file in the order of `reports` keeps its value; the later ones get
 * the finding, with the first as related place.
 */
export function findDuplicates(
	reports: Iterable<FileReport>,
): ReadonlyMap<string, readonly LocatedFinding[]> {
	const firsts = new Map<string, { readonly file: string; readonly key: LocatedKey }>();
	const findings = new Map<string, LocatedFinding[]>();
	for (const { file, report } of reports) {
		for (const key of report.keys) {
			const id = `${key.code}\n${key.key}`;
			const first = firsts.get(id);
			if (first === undefined) {
				firsts.set(id, { file, key });
			} else if (first.key.content !== key.content) {
				const ofFile = findings.get(file) ?? [];
				ofFile.push({
					code: key.code,
					severity: allTexts.get(key.code)?.severity ?? 'error',
					span: key.span,
					range: key.range,
					path: key.path,
					data: key.data,
					related: [{ file: first.file, range: first.key.range }],
				});
				findings.set(file, ofFile);
			}
		}
	}
	return findings;
}
