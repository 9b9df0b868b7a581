import { Disposable, type ExtensionContext } from 'vscode';
import { partnerModes } from '../../ebms/partner/modes';
import { registerCommands } from '../commands';
import type { Services } from '../services';
import type { PingFeature } from './pingFeature';

/** Everything about the Ping. What reads keys and opens connections is loaded when it is first needed. */
export function registerPing(services: Services, context: ExtensionContext): Disposable {
	let feature: PingFeature | undefined;
	const load = async (): Promise<PingFeature> => {
		const { createPingFeature } = await import('./pingFeature');
		feature ??= createPingFeature(
			services,
			context,
			() => undefined,
			() => undefined,
		);
		return feature;
	};
	return Disposable.from(
		new Disposable(() => {
			feature?.dispose();
		}),
		registerCommands(
			{
				'lopendeZaken.sendPing': async (argument) =>
					(await load()).ping(typeof argument === 'string' ? argument : undefined),
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
