import { Disposable, window, type ExtensionContext, type WebviewPanel } from 'vscode';
import { registerCommands } from '../commands';
import type { Services } from '../services';
import { registerCpaLens } from './cpaLens';
import type { CpaPanels } from './cpaPanels';
import { followKnownCpas } from './knownCpas';
import { viewTypes } from './viewTypes';

/** Everything about CPAs: the summary, the comparison with a Consumerspecificatie, and messages. Loaded when it is first needed. */
export function registerCpa(services: Services, { extensionUri }: ExtensionContext): Disposable {
	const { t, faults } = services;
	let panels: CpaPanels | undefined;
	const load = async (): Promise<CpaPanels> => {
		const { createCpaPanels } = await import('./cpaActions');
		panels ??= createCpaPanels(services, extensionUri);
		return panels;
	};
	const restoring = Object.values(viewTypes).map((viewType) =>
		window.registerWebviewPanelSerializer(viewType, {
			deserializeWebviewPanel: async (panel: WebviewPanel, state: unknown) => {
				(await load()).restore(panel, state);
			},
		}),
	);
	return Disposable.from(
		new Disposable(() => {
			panels?.dispose();
		}),
		...restoring,
		followKnownCpas(services),
		registerCpaLens(t),
		registerCommands(
			{
				'lopendeZaken.showCpa': async (argument) => {
					const { askCpa } = await import('./cpaActions');
					const opened = await askCpa(argument, t('Show CPA'), t);
					if (opened !== undefined) {
						(await load()).showCpa(opened.uri);
					}
				},
				'lopendeZaken.compareCpa': async (argument) => {
					const { askComparison } = await import('./cpaActions');
					const subject = await askComparison(argument, t);
					if (subject !== undefined) {
						(await load()).showComparison(subject);
					}
				},
				'lopendeZaken.newEbmsMessage': async (argument) => {
					const { newMessage } = await import('./cpaActions');
					await newMessage(argument, t);
				},
			},
			faults,
		),
	);
}
