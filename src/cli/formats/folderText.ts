import type { EntryOutcome, EntrySummary, FolderSummary } from '../../schema/folder/summary';
import type { SchemaFolderProblem } from '../../schema/folder/schemaFolder';
import { printable } from '../../printable';
import type { Translate } from '../../text';
import { explain } from '../../validation/explain';
import type { Colours } from '../output';
import { countProblems } from './problemCounts';
import { countsInWords, paint, severityWords } from './severityWords';

/** Names of root elements are folded onto lines of this width. */
const width = 100;

/** What is in a folder of schemas, for people: namespaces, root elements by file, and problems. */
export function* folderText(
	folder: string,
	{ files, namespaces, entries, problems }: FolderSummary,
	t: Translate,
	colours: Colours,
): Iterable<string> {
	yield `${colours.underline(printable(folder))}  ${files === 1 ? t('1 XSD file') : t('{0} XSD files', files)}\n`;
	if (namespaces.length > 0) {
		yield `\n${colours.bold(t('Namespaces'))}\n`;
		for (const { namespace, files: count, components } of namespaces) {
			const size = [
				count === 1 ? t('1 file') : t('{0} files', count),
				components === 1 ? t('1 component') : t('{0} components', components),
			].join(', ');
			yield `  ${namespace === '' ? t('no namespace') : printable(namespace)}  ${colours.dim(size)}\n`;
		}
	}
	if (entries.length > 0) {
		yield `\n${colours.bold(t('Root elements by file'))}\n`;
		for (const entry of entries) {
			yield* entryLines(entry, t, colours);
		}
	}
	if (problems.length > 0) {
		yield `\n${colours.bold(t('Problems'))}\n`;
		for (const problem of problems) {
			yield* problemLines(problem, t, colours);
		}
	}
	const counts = countsInWords(countProblems(problems), t);
	yield `\n${counts === '' ? t('No problems found.') : t('Found: {0}.', counts)}\n`;
}

function* entryLines(
	{ file, roots, files, outcome }: EntrySummary,
	t: Translate,
	colours: Colours,
): Iterable<string> {
	const verdicts: Readonly<Record<EntryOutcome, string>> = {
		compiles: colours.green(files === 1 ? t('compiles') : t('compiles, with {0} files', files)),
		'does-not-compile': colours.red(t('does not compile')),
		'not-compiled': colours.yellow(t('not tried')),
	};
	yield `  ${printable(file)}  ${verdicts[outcome]}\n`;
	yield* folded(roots, '    ');
}

function* folded(names: readonly string[], indent: string): Iterable<string> {
	let line = '';
	for (const [index, name] of names.entries()) {
		const item = index === names.length - 1 ? name : `${name}, `;
		if (line !== '' && indent.length + line.length + item.trimEnd().length > width) {
			yield `${indent}${line.trimEnd()}\n`;
			line = '';
		}
		line += item;
	}
	yield `${indent}${line}\n`;
}

function* problemLines(
	{ file, line, finding }: SchemaFolderProblem,
	t: Translate,
	colours: Colours,
): Iterable<string> {
	const { problem, cure, source } = explain(finding, t);
	const place = file === '' ? '' : `${printable(file)}:${line + 1}  `;
	const word = paint(finding.severity, colours)(severityWords(t)[finding.severity]);
	yield `  ${place}${word}  ${printable(problem)}  ${colours.dim(finding.code)}\n`;
	yield `    ${colours.dim(`${printable(cure)} [${source}]`)}\n`;
}
