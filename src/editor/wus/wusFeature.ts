import { env, type ExtensionContext } from 'vscode';
import type { WusOutcome } from '../../ebms/wus/wusOutcome';
import { createPasswords } from '../certificates/passwords';
import type { ConfiguredConnection } from '../ping/configuredConnection';
import type { Connections } from '../ping/connections';
import { createMessageDocuments } from '../ping/page/messageDocuments';
import { createRequestPanel } from '../ping/page/requestPanel';
import type { Services } from '../services';
import { askWus } from './askWus';
import type { CheckedWus } from './checkedWus';
import { createWusChecker } from './wusChecker';
import { wusDocuments } from './wusDocuments';
import { wusHappening } from './wusHappening';
import { createWusMemory, type WusSetUp } from './wusSetUp';
import { writeWusPage, wusActions, type WusAction } from './writeWusPage';

/** What to check: all of it, what a connection has, or nothing: then it is asked. */
export interface WusWish {
	readonly setUp?: WusSetUp | undefined;
	readonly connection?: ConfiguredConnection | undefined;
}

/** The check of a web service in the editor: made when it is first asked for. */
export interface WusFeature {
	/** @returns What came of it; `undefined` when nothing was tried. */
	readonly check: (wish: WusWish) => Promise<WusOutcome['kind'] | undefined>;
	readonly dispose: () => void;
}

export function createWusFeature(
	services: Services,
	{ secrets, extensionUri, workspaceState }: ExtensionContext,
	connections: Connections,
): WusFeature {
	const { t, config, happenings } = services;
	const memory = createWusMemory(workspaceState);
	const checker = createWusChecker(services, createPasswords(secrets));
	const documents = createMessageDocuments('lopende-zaken-wus');
	let shown: CheckedWus | undefined;
	const panel = createRequestPanel(services, extensionUri, 'lopendeZaken.wus', async (action) => {
		const known = wusActions.find((one) => one === action);
		if (known !== undefined && shown !== undefined) {
			await act(known, shown);
		}
	});

	async function check({ setUp, connection }: WusWish): Promise<WusOutcome['kind'] | undefined> {
		const isTrustSet = config.trustFiles().length > 0;
		const checked = await checker.check(async () => {
			const asked =
				setUp ?? (await askWus({ last: memory.last(), connection, all: connections.all(), isTrustSet }, t));
			if (asked !== undefined) {
				await memory.remember(asked);
			}
			return asked;
		});
		if (checked === undefined) {
			return undefined;
		}
		shown = checked;
		happenings.report(wusHappening(checked));
		panel.show(t('WUS: {0}', checked.name), (frame) => writeWusPage(checked, frame, t));
		return checked.outcome.kind;
	}

	async function act(action: WusAction, checked: CheckedWus): Promise<void> {
		switch (action) {
			case 'again':
				await check({ setUp: checked.setUp });
				break;
			case 'other':
				await check({});
				break;
			case 'open':
				await documents.open(checked.name, checked.at, wusDocuments(checked));
				break;
			case 'curl':
				await env.clipboard.writeText(checked.curl ?? '');
				await panel.say(t('Copied: {0}', 'curl'));
		}
	}

	return {
		check,
		dispose() {
			checker.dispose();
			panel.dispose();
			documents.dispose();
		},
	};
}
