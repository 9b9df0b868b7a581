import { basename, join } from 'node:path';
import { Uri } from 'vscode';
import type { Severity } from '../finding';
import type { EntryOutcome, FolderSummary } from '../schema/folder/summary';
import type { SchemaFolderProblem } from '../schema/folder/schemaFolder';
import type { Translate } from '../text';
import { explain } from '../validation/explain';
import { pageAddress } from './pages';
import type { Services } from './services';

/** The folder of the pages that tell what is in a schema folder. */
export const summaryFolder = 'schemamap';

/** @param folder Absolute path. */
export function summaryAddress(folder: string): Uri {
	return pageAddress(summaryFolder, basename(folder), folder);
}

/** Reads and compiles a schema folder and writes, in the reader's language, what can be done with it. */
export async function writeSummary(folder: string, { pool, t }: Services): Promise<string> {
	const summary = await pool.summarise(folder);
	return `${[
		`# ${t('Schema folder {0}', basename(folder))}`,
		code(folder),
		`${t('XSD files')}: ${summary.files}`,
		...entries(summary, t),
		...problems(summary, t),
		...namespaces(summary, t),
	].join('\n\n')}\n`;
}

function entries({ folder, entries: all }: FolderSummary, t: Translate): readonly string[] {
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
					[t('Root elements'), t('File'), t('Namespace'), t('Outcome')],
					all.map(({ roots, file, namespace, outcome }) => [
						roots.map(code).join(' '),
						link(folder, file),
						code(namespace),
						outcomes[outcome],
					]),
				),
	];
}

function problems({ folder, problems: all }: FolderSummary, t: Translate): readonly string[] {
	const weights: Readonly<Record<Severity, string>> = {
		error: t('Error'),
		warning: t('Warning'),
		info: t('Remark'),
	};
	const item = ({ file, line, finding }: SchemaFolderProblem): string =>
		[
			`- **${weights[finding.severity]}**`,
			...(file === '' ? [] : [link(folder, file, line)]),
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

/** @param line 0-based. */
function link(folder: string, file: string, line?: number): string {
	const place = line === undefined ? '' : `#L${line + 1}`;
	const label = line === undefined ? file : `${file}:${line + 1}`;
	return `[${label.replaceAll(/[|[\]_*]/g, '\\$&')}](${Uri.file(join(folder, file)).toString()}${place})`;
}
