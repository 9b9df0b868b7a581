import { commands, window, workspace } from 'vscode';
import type { Services } from './services';

/** VS Code's own command that opens the page on which the user grants or withdraws trust. */
export const manageTrust = 'workbench.trust.manage';

/**
 * Whether the workspace is trusted. If it is not, the user reads why that matters, and can grant it.
 *
 * @param reason What would be done: a sentence.
 */
export function isTrusted(reason: string, { faults, t }: Pick<Services, 'faults' | 't'>): boolean {
	if (!workspace.isTrusted) {
		faults.watch(offerTrust(reason, t));
	}
	return workspace.isTrusted;
}

async function offerTrust(reason: string, t: Services['t']): Promise<void> {
	const manage = t('Manage trust');
	const sentence = t(
		'{0} That is only done in a workspace that you trust. If you know where its files come from, trust it and try again.',
		reason,
	);
	if ((await window.showWarningMessage(sentence, manage)) === manage) {
		await commands.executeCommand(manageTrust);
	}
}
