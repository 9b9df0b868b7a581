import { commands, Uri, window, workspace } from 'vscode';
import { calendarFile } from '../../../onboarding/planning/calendarFile';
import { timelineSvg } from '../../../onboarding/planning/timeline';
import { chooseProject, isConnected } from '../chooseProject';
import type { Onboarding } from '../onboarding';

type ExportFormat = 'ics' | 'svg';

/**
 * Writes the planning to a file that other programs can read.
 *
 * @param argument `{ folder, format, file }`: what is absent is asked.
 */
export async function exportPlanning(argument: unknown, onboarding: Onboarding): Promise<void> {
	const { t, tell } = onboarding;
	const project = await chooseProject(argument, onboarding, isConnected);
	if (project === undefined) {
		return;
	}
	const { overview, planning } = project.connection;
	if (planning.kind !== 'plan') {
		tell(t('Give a start date or a production date in the situation to get a planning.'));
		return;
	}
	const format = formatOf(argument) ?? (await askFormat(onboarding));
	if (format === undefined) {
		return;
	}
	const file =
		fileOf(argument) ??
		(await window.showSaveDialog({
			title: t('Export the planning'),
			defaultUri: Uri.joinPath(project.folder.uri, `planning-lopende-zaken.${format}`),
			filters: format === 'ics' ? { iCalendar: ['ics'] } : { SVG: ['svg'] },
		}));
	if (file === undefined) {
		return;
	}
	const text =
		format === 'ics'
			? calendarFile(overview, planning, { project: project.folder.name, stamp: new Date() }, t)
			: timelineSvg(overview, planning, t);
	await workspace.fs.writeFile(file, new TextEncoder().encode(text));
	const open = t('Open');
	onboarding.faults.watch(
		window
			.showInformationMessage(t('The planning stands in {0}.', workspace.asRelativePath(file)), open)
			.then(async (pressed) => {
				if (pressed === open) {
					await commands.executeCommand('vscode.open', file);
				}
			}),
	);
}

function formatOf(argument: unknown): ExportFormat | undefined {
	const format: unknown =
		typeof argument === 'object' && argument !== null ? Reflect.get(argument, 'format') : undefined;
	return format === 'ics' || format === 'svg' ? format : undefined;
}

function fileOf(argument: unknown): Uri | undefined {
	const file: unknown =
		typeof argument === 'object' && argument !== null ? Reflect.get(argument, 'file') : undefined;
	return file instanceof Uri ? file : undefined;
}

async function askFormat({ t }: Onboarding): Promise<ExportFormat | undefined> {
	const chosen = await window.showQuickPick(
		[
			{
				label: t('Calendar (.ics)'),
				detail: t('For Outlook and other calendars; a later export moves the same events.'),
				format: 'ics' as const,
			},
			{ label: t('Picture (.svg)'), detail: t('For a document or a presentation.'), format: 'svg' as const },
		],
		{ title: t('Export the planning') },
	);
	return chosen?.format;
}
