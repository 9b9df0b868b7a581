import { basename } from 'node:path';
import type { Severity } from '../finding';
import type { EntryOutcome, FolderSummary } from '../schema/folder/summary';
import type { SchemaFolderProblem } from '../schema/folder/schemaFolder';
import type { Translate } from '../text';
import { explain } from '../validation/explain';

/** Writes, in the reader's language, what can be done with a schema folder. */
export function writeSchemaSummary(summary: FolderSummary, t: Translate): string {
	return `${[
		`# ${t('Schema folder {0}', basename(summary.folder))}`,
		code(summary.folder),
		`${t('XSD files')}: ${summary.files}`,
		...entries(summary, t),
		...problems(summary, t),
		...namespaces(summary, t),
	].join('\n\n')}\n`;
}

function entries({ entries: all }: FolderSummary, t: Translate): readonly string[] {
	const outcomes: Readonly<Record<EntryOutcome, string>> = {
		compiles: t('usable'),
		'does-not-compile': t('**not usable**, see the problems'),
		'not-compiled': t('not tried, there are too many'),
	};
	return [
		`## ${t('What can be checked with it')}`,
		all.length === 0
			? t('Nothing: no file declares a root element.')
			: table(
					[t('Root elements'), t('File'), t('Outcome'), t('Namespace')],
					all.map(({ roots, file, namespace, outcome }) => [
						rootNames(roots, t),
						code(file),
						outcomes[outcome],
						code(namespace),
					]),
				),
	];
}

/** More names than this are counted, not named. */
const mostRoots = 12;

function rootNames(roots: readonly string[], t: Translate): string {
	const named = roots.slice(0, mostRoots).map(code).join(' ');
	return roots.length > mostRoots ? `${named} ${t('and {0} more', roots.length - mostRoots)}` : named;
}

function problems({ problems: all }: FolderSummary, t: Translate): readonly string[] {
	const weights: Readonly<Record<Severity, string>> = {
		error: t('Error'),
		warning: t('Warning'),
		info: t('Remark'),
	};
	const item = ({ file, line, finding }: SchemaFolderProblem): string =>
		[
			`- **${weights[finding.severity]}**`,
			...(file === '' ? [] : [code(`${file}:${line + 1}`)]),
			// Backquotes stay: they make names stand out in Markdown as well.
			explain(finding, t).message.replaceAll(/[<>|*_]/g, '\\$&'),
		].join(' ');
	return [`## ${t('Problems')}`, all.length === 0 ? t('None.') : all.map(item).join('\n')];
}

function namespaces({ namespaces: all }: FolderSummary, t: Translate): readonly string[] {
	return all.length === 0
		? []
		: [
				`## ${t('Namespaces')}`,
				table(
					[t('Namespace'), t('Files'), t('Components')],
					all.map(({ namespace, files, components }) => [code(namespace), String(files), String(components)]),
				),
			];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A name as it stands in a file; a dash for none. */
function code(text: string): string {
	return text === '' ? '–' : `\`${text.replaceAll('|', '\\|')}\``;
}
