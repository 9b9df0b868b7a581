import { Disposable, type ExtensionContext } from 'vscode';
import { registerTrustedCommands } from '../commands';
import type { Connections } from '../ping/connections';
import { connectionIn } from '../ping/connectionTree';
import type { Services } from '../services';
import type { WusFeature } from './wusFeature';
import { setUpIn } from './wusSetUp';

/** The check of a web service (manual §4.3.9). What reads keys and opens connections is loaded when it is first needed. */
export function registerWus(
	services: Services,
	context: ExtensionContext,
	connections: Connections,
): Disposable {
	let feature: WusFeature | undefined;
	return Disposable.from(
		new Disposable(() => {
			feature?.dispose();
		}),
		registerTrustedCommands(
			{
				'lopendeZaken.checkWus': async (argument) => {
					const { createWusFeature } = await import('./wusFeature');
					feature ??= createWusFeature(services, context, connections);
					const connection = connectionIn(argument)?.connection;
					return feature.check({
						setUp: setUpIn(argument),
						connection: connection !== undefined && 'source' in connection ? connection : undefined,
					});
				},
			},
			services,
		),
	);
}
