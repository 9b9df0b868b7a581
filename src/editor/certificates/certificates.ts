import { Disposable, type ExtensionContext } from 'vscode';
import { registerCommands } from '../commands';
import type { Services } from '../services';
import { registerCertificateEditors } from './certificateEditor';
import { createCertificateServices } from './certificateServices';
import { registerInspectCommand } from './inspectCommand';

/** Everything about certificates. What reads and judges them is loaded when it is first needed. */
export function registerCertificates(services: Services, context: ExtensionContext): Disposable {
	const certificates = createCertificateServices(services, context);
	return Disposable.from(
		certificates,
		registerCertificateEditors(certificates),
		registerInspectCommand(certificates),
		registerCommands(
			{
				'lopendeZaken.fetchAuthorities': async () => {
					const { fetchAuthorities } = await import('./fetchAuthorities');
					await fetchAuthorities(certificates);
				},
			},
			services.faults,
		),
	);
}
