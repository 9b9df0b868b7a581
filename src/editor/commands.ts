import { commands, Disposable } from 'vscode';
import type { Faults } from './faults';
import type { OnboardingCommandId } from './onboarding/onboardingCommands';
import type { PingCommandId } from './ping/pingCommands';

/** The commands of the extension. Those that package.json does not name are for our own use only. */
export type CommandId =
	| 'lopendeZaken.checkFile'
	| 'lopendeZaken.checkWorkspace'
	| 'lopendeZaken.chooseSchemaFolder'
	| 'lopendeZaken.showSchemaFolder'
	| 'lopendeZaken.showLog'
	| 'lopendeZaken.inspectCertificate'
	| 'lopendeZaken.forgetCertificatePasswords'
	| 'lopendeZaken.fetchAuthorities'
	| 'lopendeZaken.makeRequestConfiguration'
	| 'lopendeZaken.inspectEndpoint'
	| 'lopendeZaken._fillCertificate'
	| 'lopendeZaken._useInSpecification'
	| 'lopendeZaken.newConsumerspecificatie'
	| 'lopendeZaken.refreshCertificates'
	| OnboardingCommandId
	| PingCommandId
	| 'lopendeZaken._showActions';

/** What each command does. Arguments come from outside (menus, keybindings), so they are of any type. */
export type CommandTable = Readonly<Partial<Record<CommandId, (argument?: unknown) => unknown>>>;

/** Registers commands so that an exception in one ends in the log and as one sentence on screen. */
export function registerCommands(table: CommandTable, faults: Faults): Disposable {
	return Disposable.from(
		...Object.entries(table).map(([id, run]) =>
			commands.registerCommand(id, async (argument?: unknown) => {
				try {
					return await run(argument);
				} catch (error) {
					faults.report(error);
					return undefined;
				}
			}),
		),
	);
}
