import { commands, Disposable, Uri, type ExtensionContext } from 'vscode';
import { isSuccess } from '../../ebms/outcome/outcome';
import { partnerModes } from '../../ebms/partner/modes';
import { registerCommands } from '../commands';
import type { Services } from '../services';
import { createConnectionTree, nodeIn } from './connectionTree';
import { pingAsIn, registerCpaLenses } from './cpaLenses';
import type { PingFeature } from './pingFeature';
import { createPingHistory } from './pingHistory';

/** Everything about the Ping. What reads keys and opens connections is loaded when it is first needed. */
export function registerPing(services: Services, context: ExtensionContext): Disposable {
	let feature: PingFeature | undefined;
	const history = createPingHistory(context.workspaceState);
	const load = async (): Promise<PingFeature> => {
		const { createPingFeature } = await import('./pingFeature');
		feature ??= createPingFeature(
			services,
			context,
			(sent) => history.add(sent, isSuccess(sent.result.outcome)),
			tree.refresh,
		);
		return feature;
	};
	// VS Code may remember it from before its extensions were started again.
	services.faults.watch(commands.executeCommand('setContext', 'lopendeZaken.partnerRuns', false));
	const tree = createConnectionTree(services, history, async () => (await load()).connections());
	return Disposable.from(
		new Disposable(() => {
			feature?.dispose();
		}),
		history,
		tree,
		registerCpaLenses(services.t),
		registerCommands(
			{
				'lopendeZaken.sendPing': async (argument) =>
					(await load()).ping(typeof argument === 'string' ? argument : nodeIn(argument)?.connection.name),
				'lopendeZaken._pingAs': async (argument) => {
					const pingAs = pingAsIn(argument);
					return pingAs && (await load()).pingAs(pingAs.file, pingAs.as);
				},
				'lopendeZaken.addConnection': async () => (await load()).addConnection(),
				'lopendeZaken.openConnectionCpa': async (argument) => {
					const connection = nodeIn(argument)?.connection;
					if (connection !== undefined && 'source' in connection && connection.source.kind === 'cpa') {
						await commands.executeCommand('vscode.open', Uri.file(connection.source.file));
					}
				},
				'lopendeZaken.clearPingHistory': () => history.clear(),
				'lopendeZaken.startPartner': async () => (await load()).partner.start(),
				'lopendeZaken.stopPartner': async () => (await load()).partner.stop(),
				'lopendeZaken.choosePartnerMode': async (argument) =>
					(await load()).partner.chooseMode(partnerModes.find((mode) => mode === argument)),
				'lopendeZaken.showPartnerLog': async () => {
					(await load()).partner.showLog();
				},
			},
			services.faults,
		),
	);
}
