import { commands, window, type Disposable, type QuickPickItem } from 'vscode';
import { registerCommands, type CommandId } from './commands';
import type { Services } from './services';

/** What the language status offers when it is clicked. */
export function registerActions({ log, faults, t }: Services): Disposable {
	const actions = (): readonly (QuickPickItem & { readonly command: CommandId })[] => [
		{ label: `$(check-all) ${t('Check this file again')}`, command: 'lopendeZaken.checkFile' },
		{ label: `$(files) ${t('Check all messages in the workspace')}`, command: 'lopendeZaken.checkWorkspace' },
		{
			label: `$(folder-opened) ${t('Choose the schema folder')}`,
			detail: t(
				'The folder with the official XSD files, the "Technische bestanden" that you got from Logius.',
			),
			command: 'lopendeZaken.chooseSchemaFolder',
		},
		{
			label: `$(list-tree) ${t('Show what is in the schema folder')}`,
			command: 'lopendeZaken.showSchemaFolder',
		},
		{ label: `$(output) ${t('Show log')}`, command: 'lopendeZaken.showLog' },
	];
	return registerCommands(
		{
			'lopendeZaken.showLog': log.show,
			'lopendeZaken._showActions': async () => {
				const action = await window.showQuickPick(actions(), { title: 'Lopende Zaken' });
				if (action !== undefined) {
					await commands.executeCommand(action.command);
				}
			},
		},
		faults,
	);
}
