import { window } from 'vscode';
import type { Translate } from '../../text';
import type { PingHistory } from './pingHistory';

/** Forgets all Pings, when the user says so once more: they cannot be had back. */
export async function forgetPings(history: PingHistory, t: Translate): Promise<void> {
	const count = history.size();
	if (count === 0) {
		await window.showInformationMessage(t('There are no Pings to forget.'));
		return;
	}
	const forget = t('Forget them');
	const chosen = await window.showWarningMessage(
		count === 1 ? t('Forget 1 Ping?') : t('Forget {0} Pings, over all connections?', count),
		{ modal: true, detail: t('That cannot be undone. The evidence of tasks stays in the progress file.') },
		forget,
	);
	if (chosen === forget) {
		await history.clear();
	}
}
