import { env, window, type Uri } from 'vscode';
import { messagesIn, type PingRecord } from '../../ebms/ping/pingRecord';
import { savePing } from '../../ebms/ping/savePing';
import type { Services } from '../services';
import { createRequestPanel } from './page/requestPanel';
import type { ShownPing } from './sentPing';
import { pingActions, writePingPage, type PingAction } from './writePingPage';

/** The view beside the editor with a Ping. There is one, which the next Ping fills again. */
export interface PingView {
	readonly show: (shown: ShownPing) => void;
	readonly dispose: () => void;
}

/** What the view has done by others. */
export interface PingViewActions {
	/** Sends another Ping over the connection of this name. */
	readonly again: (connection: string) => Promise<unknown>;
	/** Shows request and response as documents. */
	readonly open: (record: PingRecord) => Promise<void>;
	readonly compare: (record: PingRecord) => Promise<unknown>;
	/** Whether there is an earlier Ping to compare with. */
	readonly canCompare: (record: PingRecord) => boolean;
	/** The folder to begin with when it is saved. */
	readonly saveFolder: (connection: string) => Uri | undefined;
}

export function createPingView(services: Services, extensionUri: Uri, actions: PingViewActions): PingView {
	const { t } = services;
	let shown: ShownPing | undefined;
	const panel = createRequestPanel(services, extensionUri, 'lopendeZaken.ping', async (action) => {
		const known = pingActions.find((one) => one === action);
		if (known !== undefined && shown !== undefined) {
			await act(known, shown);
		}
	});

	async function act(action: PingAction, ping: ShownPing): Promise<void> {
		const { record } = ping;
		switch (action) {
			case 'again':
				await actions.again(record.connection);
				break;
			case 'open':
				await actions.open(record);
				break;
			case 'compare':
				await actions.compare(record);
				break;
			case 'curl':
				await env.clipboard.writeText(record.curl ?? '');
				await panel.say(t('Copied: {0}', 'curl'));
				break;
			case 'save':
				await save(ping);
		}
	}

	async function save(ping: ShownPing): Promise<void> {
		const start = actions.saveFolder(ping.record.connection);
		const [folder] =
			(await window.showOpenDialog({
				title: t('Folder to write request, response and report to; no secrets.'),
				openLabel: t('Save here'),
				canSelectFiles: false,
				canSelectFolders: true,
				...(start === undefined ? {} : { defaultUri: start }),
			})) ?? [];
		if (folder !== undefined) {
			await panel.say(saveIn(folder.fsPath, ping));
		}
	}

	/** @returns What became of it, in a sentence. */
	function saveIn(folder: string, { record, result }: ShownPing): string {
		try {
			savePing(folder, result ?? messagesIn(record), record.report, record.curl);
			return t('Saved in {0}', folder);
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			return t('The folder {0} cannot be written: {1}.', folder, reason);
		}
	}

	return {
		show(ping) {
			const { record } = ping;
			shown = ping;
			panel.show(t('Ping: {0}', record.connection), (frame) =>
				writePingPage(record, { ...frame, canCompare: actions.canCompare(record) }, t),
			);
		},
		dispose() {
			panel.dispose();
		},
	};
}
