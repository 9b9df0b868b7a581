import { commands, Disposable } from 'vscode';
import type { CpaCommandId } from './cpa/cpaCommands';
import type { Faults } from './faults';
import type { OnboardingCommandId } from './onboarding/onboardingCommands';
import type { PingCommandId } from './ping/pingCommands';
import type { Services } from './services';
import { isTrusted } from './trust';
import { trustReasons, type TrustedCommandId } from './trustReasons';
import type { WusCommandId } from './wus/wusCommands';

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
	| CpaCommandId
	| WusCommandId
	| 'lopendeZaken._showActions';

/** Arguments come from outside (menus, keybindings), so they are of any type. */
type Run = (argument?: unknown) => unknown;

/** What each command does. */
export type CommandTable = Readonly<Partial<Record<Exclude<CommandId, TrustedCommandId>, Run>>>;

/** What each command does in a trusted workspace. */
type TrustedCommandTable = Readonly<Partial<Record<TrustedCommandId, Run>>>;

/** Registers commands so that an exception in one ends in the log and as one sentence on screen. */
export function registerCommands(table: CommandTable, faults: Faults): Disposable {
	return register(table, faults);
}

/**
 * Registers commands that only run in a trusted workspace. Menus and the palette do not offer them elsewhere, but keybindings,
 * links and other extensions can execute them all the same: then they do nothing but say why.
 */
export function registerTrustedCommands(
	table: TrustedCommandTable,
	services: Pick<Services, 'faults' | 't'>,
): Disposable {
	const guarded = Object.entries(table).map(([id, run]): [string, Run] => [
		id,
		(argument) =>
			isTrusted(trustReasons[id as TrustedCommandId](services.t), services) ? run(argument) : undefined,
	]);
	return register(Object.fromEntries(guarded), services.faults);
}

function register(table: Readonly<Record<string, Run>>, faults: Faults): Disposable {
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
