import { printable } from '../../printable';
import type { Translate } from '../../text';
import { explain } from '../../validation/explain';
import type { LocatedFinding, Position } from '../../validation/report';
import { noticesOf } from '../notices';
import { isUnchecked, isValid, select, summarise, type CheckedFile, type RunSummary } from '../runReport';
import type { Format, FormatOptions } from './format';
import { createNaming } from './places';
import { countsInWords, paint, severityWords } from './severityWords';

/** Up to this many files each one is mentioned with its kind and schema, also when nothing is wrong with it. */
const fewFiles = 20;

/** For people: the findings per file, 1-based, and a summary. */
export const formatText: Format = function* (run, options) {
	const { t, selection, workingFolder } = options;
	const nameOf = createNaming(run, workingFolder);
	for (const file of run.files) {
		yield* fileSection(file, run.files.length <= fewFiles, options, nameOf);
	}
	yield `${summaryLine(summarise(run.files), t)}\n`;
	for (const notice of noticesOf(run, selection, t)) {
		yield `${notice}\n`;
	}
};

function* fileSection(
	{ name, report }: CheckedFile,
	always: boolean,
	{ selection, t, colours }: FormatOptions,
	nameOf: (file: string) => string,
): Iterable<string> {
	const { findings, truncated } = select(report, selection);
	if (findings.length === 0 && !always) {
		return;
	}
	const verdict = isValid(report) ? colours.green(t('in order')) : colours.red(t('with errors'));
	const schema = report.schema === null ? t('no schema') : t('schema {0}', printable(report.schema));
	const kind = report.kind === 'unknown' ? t('unknown kind') : report.kind;
	const about = isUnchecked(report) ? '' : `  ${colours.dim(`${kind}, ${schema}`)}`;
	yield `${colours.underline(printable(name))}  ${verdict}${about}\n`;

	const words = severityWords(t);
	const rows = findings.map((finding) => ({
		finding,
		place: position(finding.range.start),
		severity: words[finding.severity],
	}));
	const widths = {
		place: Math.max(0, ...rows.map(({ place }) => place.length)),
		severity: Math.max(0, ...rows.map(({ severity }) => severity.length)),
	};
	const indent = ' '.repeat(widths.place + widths.severity + 6);
	for (const { finding, place, severity } of rows) {
		const { problem, cure, source } = explain(finding, t);
		const weight = paint(finding.severity, colours)(severity.padEnd(widths.severity));
		yield `  ${place.padStart(widths.place)}  ${weight}  ${printable(problem)}  ${colours.dim(finding.code)}\n`;
		yield `${indent}${colours.dim(`${printable(cure)} [${source}]`)}\n`;
		for (const related of relatedLines(finding, name, nameOf, t)) {
			yield `${indent}${colours.dim(printable(related))}\n`;
		}
	}
	if (truncated) {
		yield `  ${t('There are more findings in this file.')}\n`;
	}
	if (findings.length > 0) {
		yield '\n';
	}
}

function relatedLines(
	{ related = [] }: LocatedFinding,
	own: string,
	nameOf: (file: string) => string,
	t: Translate,
): readonly string[] {
	return related.map(({ file, range }) =>
		t('See also {0}.', `${file === undefined ? own : nameOf(file)}:${position(range.start)}`),
	);
}

/** 1-based, as editors show it. */
function position({ line, character }: Position): string {
	return `${line + 1}:${character + 1}`;
}

function summaryLine(summary: RunSummary, t: Translate): string {
	const { files, valid } = summary;
	const faulty = files - valid;
	const counts = countsInWords(summary, t);
	const checked = files === 1 ? t('1 file checked') : t('{0} files checked', files);
	const verdicts = [
		...(valid > 0 ? [t('{0} in order', valid)] : []),
		...(faulty > 0 ? [t('{0} with errors', faulty)] : []),
	].join(', ');
	return `${checked}${verdicts === '' ? '' : `: ${verdicts}`}${counts === '' ? '' : ` (${counts})`}.`;
}
