import { explain } from '../../validation/explain';
import { select, summarise, type CheckedFile } from '../runReport';
import type { Format, FormatOptions } from './format';
import { createNaming } from './places';

/** The JSON of the command line contract: one object, with each file on a line of its own. */
export const formatJson: Format = function* (run, options) {
	const nameOf = createNaming(run, options.workingFolder);
	yield '{"version":1,"files":[';
	let separator = '\n';
	for (const file of run.files) {
		yield `${separator}${JSON.stringify(describe(file, options, nameOf))}`;
		separator = ',\n';
	}
	const cancelled = run.cancelled === undefined ? '' : `"cancelled":${JSON.stringify(run.cancelled)},\n`;
	yield `\n],\n${cancelled}"summary":${JSON.stringify(summarise(run.files))}}\n`;
};

function describe(
	{ name, report }: CheckedFile,
	{ selection, t }: FormatOptions,
	nameOf: (file: string) => string,
): object {
	const { findings, truncated } = select(report, selection);
	return {
		file: name,
		kind: report.kind,
		schema: report.schema,
		findings: findings.map((finding) => {
			const { message, help } = explain(finding, t);
			return {
				code: finding.code,
				severity: finding.severity,
				message,
				range: finding.range,
				path: finding.path,
				help,
				...(finding.related && {
					related: finding.related.map(({ range, file }) => ({
						...(file === undefined ? {} : { file: nameOf(file) }),
						range,
					})),
				}),
			};
		}),
		...(truncated ? { truncated } : {}),
	};
}
