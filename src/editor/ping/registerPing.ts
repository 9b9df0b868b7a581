import { commands, Disposable, Uri, type ExtensionContext } from 'vscode';
import { environments, type ConnectionEnvironment } from '../../ebms/connection';
import { partnerModes, replyModes } from '../../ebms/partner/modes';
import { registerCommands, registerTrustedCommands, type CommandId } from '../commands';
import type { Services } from '../services';
import type { Connections } from './connections';
import { createConnectionStatus } from './connectionStatus';
import { connectionIn, createConnectionTree, pingIn } from './connectionTree';
import { pingAsIn, registerCpaLenses } from './cpaLenses';
import type { PingFeature } from './pingFeature';
import { createPingHistory } from './pingHistory';

/** The environment that a task names. */
function environmentIn(argument: unknown): ConnectionEnvironment | undefined {
	const named: unknown =
		typeof argument === 'object' && argument !== null ? Reflect.get(argument, 'environment') : undefined;
	return environments.find((environment) => environment === named);
}

/** Everything about the Ping. What reads keys and opens connections is loaded when it is first needed. */
export function registerPing(
	services: Services,
	context: ExtensionContext,
	connections: Connections,
): Disposable {
	let feature: PingFeature | undefined;
	const history = createPingHistory(context.workspaceState, context.storageUri);
	const load = async (): Promise<PingFeature> => {
		const { createPingFeature } = await import('./pingFeature');
		feature ??= createPingFeature(services, context, connections, history, tree.onPartner);
		return feature;
	};
	// VS Code may remember it from before its extensions were started again.
	services.faults.watch(commands.executeCommand('setContext', 'lopendeZaken.partnerRuns', false));
	const tree = createConnectionTree(services, {
		connections,
		history,
		endpointOf: async (connection) =>
			'source' in connection && connection.source.kind === 'values'
				? connection.source.url
				: (await load()).endpointOf(connection),
		partner: () => feature?.partnerNews(),
	});
	return Disposable.from(
		new Disposable(() => {
			feature?.dispose();
		}),
		tree,
		createConnectionStatus(services, connections, history),
		history,
		registerCpaLenses(services.t),
		registerTrustedCommands(
			{
				'lopendeZaken.sendPing': async (argument) =>
					(await load()).ping(
						typeof argument === 'string' ? argument : connectionIn(argument)?.connection.name,
						environmentIn(argument),
					),
				'lopendeZaken._pingAs': async (argument) => {
					const pingAs = pingAsIn(argument);
					return pingAs && (await load()).pingAs(pingAs.file, pingAs.as);
				},
				'lopendeZaken.addConnection': async () => (await load()).addConnection(),
				'lopendeZaken.chooseConnection': async () => {
					const choice = await (await load()).askInStatusBar();
					switch (choice?.kind) {
						case undefined:
							return;
						case 'ping':
							await (await load()).ping(choice.name);
							return;
						case 'activate':
							await connections.activate(choice.name);
							return;
						case 'new':
							await (await load()).addConnection();
							return;
						case 'partner':
							await (await load()).partner.start();
					}
				},
				'lopendeZaken.inspectConnection': async (argument) => {
					const endpoint = connectionIn(argument)?.endpoint ?? undefined;
					await commands.executeCommand('lopendeZaken.inspectEndpoint' satisfies CommandId, endpoint);
				},
				'lopendeZaken.startPartner': async () => (await load()).partner.start(),
			},
			services,
		),
		registerCommands(
			{
				'lopendeZaken.activateConnection': async (argument) => {
					const name = connectionIn(argument)?.connection.name;
					if (name !== undefined) {
						await connections.activate(name);
					}
				},
				'lopendeZaken.openConnectionCpa': async (argument) => {
					const connection = connectionIn(argument)?.connection;
					if (connection !== undefined && 'source' in connection && connection.source.kind === 'cpa') {
						await commands.executeCommand('vscode.open', Uri.file(connection.source.file));
					}
				},
				'lopendeZaken.openPing': async (argument) => {
					const ping = pingIn(argument);
					return ping !== undefined && (await load()).open(ping);
				},
				'lopendeZaken.comparePings': async (argument) => {
					const name = connectionIn(argument)?.connection.name;
					const ping = name === undefined ? pingIn(argument) : history.of(name)[0];
					return ping !== undefined && (await load()).comparison.withPrevious(ping);
				},
				'lopendeZaken.clearConnectionHistory': (argument) => {
					const name = connectionIn(argument)?.connection.name;
					return name === undefined ? undefined : history.clear(name);
				},
				'lopendeZaken.clearPingHistory': async () => (await load()).forgetAll(),
				'lopendeZaken.stopPartner': async () => (await load()).partner.stop(),
				'lopendeZaken.choosePartnerMode': async (argument) =>
					(await load()).partner.choose(
						[...partnerModes, ...replyModes].find((behaviour) => behaviour === argument),
					),
				'lopendeZaken.showPartnerLog': async () => {
					(await load()).partner.showLog();
				},
			},
			services.faults,
		),
	);
}
